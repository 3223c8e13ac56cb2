/** What a press is answered with: a card in place of the one it was pressed on, or a sentence beside it. */
import type { AdaptiveCard } from './adaptive-card.ts';
import type { Rendered } from './render.ts';
import type { InvokeAnswer } from './transport.ts';

export type Answer = Rendered | { readonly sentence: string };

export function invokeAnswer(answer: Answer): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, ...contentOf(answer) } };
}

type Content =
  | { readonly type: 'application/vnd.microsoft.card.adaptive'; readonly value: AdaptiveCard }
  | { readonly type: 'application/vnd.microsoft.activity.message'; readonly value: string };

function contentOf(answer: Answer): Content {
  if ('sentence' in answer) return { type: 'application/vnd.microsoft.activity.message', value: answer.sentence };
  return { type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
}
