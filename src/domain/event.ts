/** The envelope every event travels in, whichever of the three streams it belongs to. */
import type { Instant } from './time/instant.ts';

export type PersonId = string;
export type ReviewId = string;
export type ProgramId = string;
/** A person, or a team channel (`channel:<program>`): whoever can be told something. */
export type ContactId = string;

export const streamKinds = ['program', 'review', 'contact'] as const;
export type StreamKind = (typeof streamKinds)[number];
export type Stream<K extends StreamKind = StreamKind> = { readonly kind: K; readonly id: string };

export const platforms = ['workspace', 'slack', 'teams'] as const;
export type Platform = (typeof platforms)[number];

/** Who did it: a person, or Muster itself. */
export type By = PersonId | 'muster';

/** Where an act came from, so that an auditor can find it again. */
export type Source = {
  readonly via: Platform | 'terminal' | 'schedule';
  /** Channel, message or request, as that platform names it. */
  readonly ref?: string;
};

/** An event as it is kept. `hash` covers the exact bytes of the stored envelope and body, and `previous`. */
export type Recorded<E> = {
  readonly id: string;
  readonly stream: Stream;
  /** 1, 2, 3 … within its stream. */
  readonly version: number;
  readonly at: Instant;
  readonly by: By;
  readonly source: Source;
  readonly event: E;
  readonly previous: string;
  readonly hash: string;
};

/** Where a stream stands: what the closing message shows, and what an export is checked against. */
export type Head = { readonly version: number; readonly hash: string };

/** A refusal is an answer to show, never an exception. */
export type Refusal = {
  readonly refused:
    | 'not yours'
    | 'stale'
    | 'closed'
    | 'does not fit'
    | 'not possible'
    | 'needs confirmation'
    | 'unknown';
  /** What happened and what to do, in one or two plain sentences. */
  readonly sentence: string;
  /** Of a form the prompts whose answers were recorded all the same. */
  readonly saved?: readonly string[];
  /** What to mend where, when a form was sent. */
  readonly fields?: readonly { readonly field: string; readonly sentence: string }[];
};

export type Decision<E> = { readonly events: readonly E[] } | Refusal;

export function isRefusal<T extends object>(decision: T | Refusal): decision is Refusal {
  return 'refused' in decision;
}
