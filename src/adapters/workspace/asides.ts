/**
 * What only one person sees and no record keeps: commands they typed, answers in words, what came of a press.
 * It lives in this process, as a chat's "only visible to you" lives until the window is closed.
 */
import type { View } from '../../domain/card/view.ts';
import type { ContactId, PersonId } from '../../domain/event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Note } from './standing.ts';

export type Aside = {
  readonly id: string;
  readonly place: string;
  readonly at: Instant;
} & (
  | { readonly aside: 'said'; readonly text: string }
  | { readonly aside: 'told'; readonly sentence: string; readonly refused: boolean }
  /** `as` whom it is drawn. */
  | { readonly aside: 'view'; readonly view: View; readonly as?: ContactId }
);

export type Asides = {
  add(person: PersonId, aside: Aside): void;
  /** Oldest first. */
  of(person: PersonId, place: string): readonly Aside[];
  find(person: PersonId, id: string): Aside | undefined;
  show(person: PersonId, id: string, view: View): void;
  note(person: PersonId): Note | undefined;
  /** Each press replaces what was said about the one before. */
  setNote(person: PersonId, note: Note | undefined): void;
};

/** Enough for an afternoon of commands; the oldest go first. */
const mostPerPerson = 40;

export function asides(): Asides {
  const kept = new Map<PersonId, readonly Aside[]>();
  const notes = new Map<PersonId, Note>();
  const all = (person: PersonId) => kept.get(person) ?? [];
  return {
    add(person, aside) {
      const others = all(person).filter((known) => known.id !== aside.id);
      kept.set(person, [...others, aside].slice(-mostPerPerson));
    },
    of: (person, place) => all(person).filter((aside) => aside.place === place),
    find: (person, id) => all(person).find((aside) => aside.id === id),
    show(person, id, view) {
      const changed = all(person).map((aside) =>
        aside.id === id && aside.aside === 'view' ? { ...aside, view, as: person } : aside,
      );
      kept.set(person, changed);
    },
    note: (person) => notes.get(person),
    setNote(person, note) {
      if (note) notes.set(person, note);
      else notes.delete(person);
    },
  };
}
