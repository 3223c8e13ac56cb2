/** What a press is answered with: a card in place of the one it was pressed on, or a sentence beside it. */
import { piecesOf } from './card-text.ts';
import type { Rendered } from './render.ts';
import type { InvokeAnswer } from './transport.ts';

export type Answer = Rendered | { readonly sentence: string };

export function invokeAnswer(answer: Answer): InvokeAnswer {
  const [type, pieces] =
    'sentence' in answer
      ? ['activity.message', [Buffer.from(JSON.stringify(answer.sentence))]]
      : ['card.adaptive', piecesOf(answer.card)];
  const begin = Buffer.from(`{"statusCode":200,"type":"application/vnd.microsoft.${type}","value":`);
  return { status: 200, json: Buffer.concat([begin, ...pieces, end]) };
}

const end = Buffer.from('}');
