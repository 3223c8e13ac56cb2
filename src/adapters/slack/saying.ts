/** Sentences for one person's eyes, wherever they are. */
import type { OpenKit } from './kit.ts';
import type { Origin } from './origin.ts';
import { sayingModal } from './render-view.ts';
import { answerThrough } from './response-url.ts';
import { escaped } from './text.ts';
import { openWindow, type Trigger } from './windows.ts';

export const tooSlow = 'Slack did not open the window in time. Nothing was lost; press once more.';

export const notShown =
  'Muster could not show what came of that. What it recorded is kept. Try again, and if it stays so, tell your review lead.';

type Where = { readonly from: Origin | undefined; readonly trigger: Trigger };

export async function say(kit: OpenKit, { from, trigger }: Where, sentence: string): Promise<void> {
  if (from && 'url' in from) await answerThrough(from.url, { text: escaped(sentence), place: 'beside' });
  else await openWindow(kit, { trigger, onTop: from?.at === 'modal' }, async () => sayingModal(sentence));
}
