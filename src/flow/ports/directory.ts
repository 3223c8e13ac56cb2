/** Who is who. Names and addresses live here and nowhere in the record. */
import type { PersonId, Platform } from '../../domain/event.ts';
import type { People, Person } from '../../domain/people.ts';

/** A person as a program file writes one: `key` is how the file refers to them. */
export type PersonEntry = {
  readonly key: string;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly zone: string;
  readonly platform: Platform;
  /** How that platform knows them, once learnt. */
  readonly address?: string;
};

/**
 * Wherever an address is taken from somebody, what stands in that chat is not redrawn until it is theirs again, and what was
 * entered there and not saved is forgotten: it may be another's chat.
 */
export interface Directory {
  people(): Promise<People>;
  /**
   * Remembers them, each under an opaque id that never changes for the same key. With another e-mail or platform than before
   * the address learnt by the old one is forgotten.
   */
  remember(entries: readonly PersonEntry[]): Promise<ReadonlyMap<string, PersonId>>;
  /** How their platform knows them, found out since. An address is one person's: whoever was said to have it last. */
  learn(person: PersonId, address: string): Promise<void>;
  /** It turned out not to be theirs. An address learnt since stays. */
  unlearn(person: PersonId, address: string): Promise<void>;
  byAddress(platform: Platform, address: string): Promise<Person | undefined>;
}
