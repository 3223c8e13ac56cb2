/** What a press is answered with: a card in place of the one it was pressed on, or a sentence beside it. */
import { textOf } from './card-text.ts';
import type { Rendered } from './render.ts';
import type { InvokeAnswer } from './transport.ts';

export type Answer = Rendered | { readonly sentence: string };

export function invokeAnswer(answer: Answer): InvokeAnswer {
  const [type, value] =
    'sentence' in answer
      ? ['activity.message', JSON.stringify(answer.sentence)]
      : ['card.adaptive', textOf(answer.card)];
  return { status: 200, json: `{"statusCode":200,"type":"application/vnd.microsoft.${type}","value":${value}}` };
}
