/** Misfortune on demand: what Teams, or the way to it, does to the next calls of an operation. */
import { gate } from '../gate.ts';
import type { Fields } from '../slack/json.ts';
import type { Operation } from './operation.ts';

/** `accepted`: Teams did what was asked, and only its answer is bad or never comes. */
export type Misfortune =
  /** Done, with an answer that does not say which message it became. */
  | { readonly fault: 'no id'; readonly status?: 200 | 201 | 202 }
  /** The refusals of Teams by name are in `refusals`. */
  | { readonly fault: 'refuse'; readonly status: number; readonly code: string; readonly message?: string }
  /** Without `seconds` there is no Retry-After. */
  | { readonly fault: 'rate limit'; readonly seconds?: number }
  | { readonly fault: 'unavailable'; readonly status?: 500 | 502 | 503 | 504; readonly accepted?: boolean }
  | { readonly fault: 'reset'; readonly accepted?: boolean }
  /** Until `release`, or until the caller hangs up. */
  | { readonly fault: 'hang'; readonly accepted?: boolean }
  | { readonly fault: 'slow'; readonly milliseconds: number };

/** `post` is a message, whether it replies to something or not: the SDK says so of its own accord. `*` is anything. */
export type On = Operation | 'post' | '*';
export type Seen = { readonly operation: Operation; readonly conversation: string; readonly body: Fields };
export type Where = { readonly times?: number; readonly when?: (seen: Seen) => boolean };

type Scripted = {
  readonly on: On;
  readonly misfortune: Misfortune;
  readonly when: (seen: Seen) => boolean;
  left: number;
  readonly struck: () => void;
  readonly released: Promise<void>;
};
export type Struck = Pick<Scripted, 'misfortune' | 'released'>;

export type Faults = ReturnType<typeof faults>;

export function faults() {
  const scripted: Scripted[] = [];
  return {
    /** On the next call of the operation, or on the next `times`. */
    script(on: On, misfortune: Misfortune, { times = 1, when = () => true }: Where = {}) {
      const met = gate();
      const release = gate();
      const one = { on, misfortune, when, left: times, struck: met.open, released: release.passed };
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
    strike(seen: Seen): Struck | undefined {
      const one = scripted.find(({ on, left, when }) => left > 0 && isOn(on, seen.operation) && when(seen));
      if (!one) return undefined;
      one.left -= 1;
      one.struck();
      return one;
    },
  };
}

function isOn(on: On, operation: Operation): boolean {
  return on === '*' || on === operation || (on === 'post' && (operation === 'send' || operation === 'reply'));
}
