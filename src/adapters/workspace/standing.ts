/** Where a card stands: in whose browser, in which conversation, as which message. */
import { createHash } from 'node:crypto';

/** What came of the last press, to be said where it was pressed. */
export type Note = {
  readonly message: string;
  readonly prompt?: string;
  readonly sentence: string;
  readonly refused: boolean;
  /** The same press once more, confirmed: offered when the desk asked whether it is really meant. */
  readonly confirm?: string;
  /** How what it was said about read when it was said; absent until it was first drawn. */
  readonly reads?: string;
};

export type Standing = {
  /** The key of the person who looks, as addresses name them. */
  readonly as: string;
  /** `direct`, or the program whose channel it is. */
  readonly place: string;
  readonly message: string;
  /** The message's name inside the page. */
  readonly id: string;
  /** Random for each drawing; with the button's value it makes the mark under which a press is recorded once. */
  readonly once: string;
  readonly note?: Note;
};

/** A fragment name for a message: any id, made safe for addresses and selectors without two becoming one. */
export function fragmentOf(message: string): string {
  if (/^[A-Za-z0-9-]{1,64}$/.test(message)) return `m-${message}`;
  return `m-${createHash('sha256').update(message).digest('hex').slice(0, 24)}`;
}
