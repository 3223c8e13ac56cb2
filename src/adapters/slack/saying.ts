/** Sentences for one person's eyes, wherever they are. */
import type { OpenKit } from './kit.ts';
import type { Origin } from './origin.ts';
import { sayingModal } from './render-view.ts';
import { answerThrough } from './response-url.ts';
import { escaped } from './text.ts';
import { type Opened, openWindow, type Trigger } from './windows.ts';

const tooSlow = 'Slack did not open the window in time. Nothing was lost; press once more.';

const perhaps = 'Slack did not say whether the window opened. If there is none, press once more; nothing was lost.';

/** To whoever pressed for a window, unless they see it. */
export async function sayIfNotOpen(kit: OpenKit, where: Where, window: Opened): Promise<void> {
  if (window !== 'open') await say(kit, where, window === 'not open' ? tooSlow : perhaps);
}

export const notShown =
  'Muster could not show what came of that. What it recorded is kept. Try again, and if it stays so, tell your review lead.';

type Where = { readonly from: Origin | undefined; readonly trigger: Trigger };

export async function say(kit: OpenKit, { from, trigger }: Where, sentence: string): Promise<void> {
  if (from && 'url' in from) await answerThrough(from.url, { text: escaped(sentence), place: 'beside' });
  else await openWindow(kit, { trigger, onTop: from?.at === 'modal' }, async () => sayingModal(sentence));
}
