/** As whom a view may be posted for everybody somewhere. Anywhere but in the review's own channel it would tell somebody new. */
import { isShareable } from '../domain/card/shareable.ts';
import type { View } from '../domain/card/view.ts';
import type { ContactId, Platform } from '../domain/event.ts';
import type { Ports } from './ports.ts';

export type Somewhere = { readonly platform: Platform; readonly id: string };

export async function sharedAs(
  { store }: Pick<Ports, 'store'>,
  view: View,
  { platform, id }: Somewhere,
): Promise<ContactId | undefined> {
  if (!isShareable(view)) return undefined;
  const review = await store.current({ kind: 'review', id: view.review });
  const program = review && (await store.current({ kind: 'program', id: review.state.programId }));
  const home = program?.state.settings.channel;
  return home?.platform === platform && home.id === id ? review?.state.channel : undefined;
}
