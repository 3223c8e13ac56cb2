/** Misfortune on demand: what Slack, or the way to it, does to the next calls of a method. */
import { gate } from '../gate.ts';
import type { Fields } from './json.ts';

/** `accepted`: Slack did what was asked, and only its answer never comes. */
export type Misfortune =
  | { readonly fault: 'lose the answer' }
  | { readonly fault: 'unavailable'; readonly accepted?: boolean }
  | { readonly fault: 'reset' }
  /** Until `release`, or until the caller hangs up. */
  | { readonly fault: 'hang'; readonly accepted?: boolean }
  | { readonly fault: 'rate limit'; readonly seconds: number }
  | { readonly fault: 'slow'; readonly milliseconds: number }
  | { readonly fault: 'refuse'; readonly error: string };

export type Where = { readonly times?: number; readonly when?: (args: Fields) => boolean };

type Scripted = {
  readonly method: string;
  readonly misfortune: Misfortune;
  readonly when: (args: Fields) => boolean;
  left: number;
  readonly struck: () => void;
  readonly released: Promise<void>;
};
export type Struck = Pick<Scripted, 'misfortune' | 'released'>;

export type Faults = ReturnType<typeof faults>;

export function faults() {
  const scripted: Scripted[] = [];
  return {
    /** On the next call of the method (`*` for any, `response_url` for answers to clicks), or on the next `times`. */
    script(method: string, misfortune: Misfortune, { times = 1, when = () => true }: Where = {}) {
      const met = gate();
      const release = gate();
      const one = { method, misfortune, when, left: times, struck: met.open, released: release.passed };
      scripted.push(one);
      return {
        /** Somebody has met with it. */
        struck: met.passed,
        release: release.open,
        /** Later calls are spared. */
        lift() {
          one.left = 0;
        },
      };
    },
    strike(method: string, args: Fields): Struck | undefined {
      const one = scripted.find(
        ({ method: where, left, when }) => left > 0 && (where === '*' || where === method) && when(args),
      );
      if (!one) return undefined;
      one.left -= 1;
      one.struck();
      return one;
    },
  };
}
