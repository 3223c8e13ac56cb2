/** The token we show Teams. Whoever gets none in time has sent nothing, and that is certain. */
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { TokenLate, whyNoToken } from './no-token.ts';

type Signing<R> = { signRequest(request: R): Promise<R> };

// Shorter than the lease of a delivery, together with what Teams itself is given.
const patience = 10_000;

export function withToken<R>(credentials: Signing<R>): Signing<R> {
  return {
    async signRequest(request) {
      const late = gate();
      try {
        return await Promise.race([credentials.signRequest(request), late.passed]);
      } catch (cause) {
        throw new DeliveryFailed('not sent', whyNoToken(cause), { cause });
      } finally {
        late.stop();
      }
    },
  };
}

function gate() {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TokenLate()), patience);
  });
  return { passed, stop: () => clearTimeout(timer) };
}
