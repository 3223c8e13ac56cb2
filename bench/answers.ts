/** One answer after the other: each a fresh act, with the revision its owner would have seen. */
import type { Intent } from '../src/domain/card/intent.ts';
import type { Answer, Sending, Source } from './measure/load.ts';
import type { Place } from './open-review.ts';

export type Sheet = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
/** Makes a request of what is pressed at one place. `count` is no other's. */
export type Encoding = (press: { readonly intent: Intent; readonly count: number }) => Sheet;

export type Chat = {
  /** What of a place never changes is written once. */
  readonly at: (place: Place) => Encoding;
  /** Throws when that is no acknowledgement. */
  readonly acknowledged: (answer: Answer) => void;
};

/** An answer that nobody else answers at that moment. */
export function answers(places: readonly Place[], review: string, { at, acknowledged }: Chat): Source {
  const free = places.map((place) => ({ place, encode: at(place), revision: 0 }));
  let count = 0;
  return (): Sending | undefined => {
    const one = free.shift();
    if (!one) return undefined;
    count += 1;
    const verdict = one.revision % 2 === 0 ? ('yes' as const) : ('no' as const);
    const answer = { status: 'answered' as const, response: { kind: 'verdict' as const, verdict }, evidence: [] };
    const intent: Intent = { does: 'answer', review, prompt: one.place.prompt, revision: one.revision, answer };
    return {
      ...one.encode({ intent, count }),
      answered(said) {
        acknowledged(said);
        free.push({ ...one, revision: one.revision + 1 });
      },
    };
  };
}
