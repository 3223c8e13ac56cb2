/** What is noted of a message after Teams took it: it stands there, so what cannot be noted is no reason to say it again. */
import type { Kit } from './kit.ts';

export async function noting(
  { log }: Pick<Kit, 'log'>,
  note: () => Promise<unknown>,
  failed = 'A message in Teams was posted and could not be noted; it is not drawn again.',
): Promise<void> {
  try {
    await note();
  } catch (error) {
    log.error({ err: error }, failed);
  }
}
