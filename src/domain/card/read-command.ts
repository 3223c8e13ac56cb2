/** A typed command, the same words on every platform, into what to show, ask or do. */

import { seen } from '../invisible.ts';
import { nearest } from '../nearest.ts';
import { isOpen } from '../review/review.ts';
import { type CommandName, commands } from './commands.ts';
import type { FormRef } from './form.ts';
import type { Intent } from './intent.ts';
import { listed } from './part.ts';
import { programNamed, type ReviewFilter, reviewMeant } from './review-meant.ts';
import type { ProgramScene, Scene } from './scene.ts';
import { shortened } from './shortened.ts';
import type { View } from './view.ts';

export type Read =
  | { readonly view: View }
  | { readonly form: FormRef }
  | { readonly intent: Intent }
  | { readonly sentence: string };

export function readCommand(text: string, scene: Scene): Read {
  const { word, name, rest } = commandIn(text);
  if (word === '') return { view: { show: 'help' } };
  return name === undefined ? { sentence: unknown(word) } : meant(name, rest, scene);
}

type Typed = { readonly word: string; readonly name?: CommandName; readonly rest: string };

/** Which command it is, and what stands after it. */
export function commandIn(text: string): Typed {
  const [word = '', ...rest] = unquoted(seen(text)).split(/\s+/);
  const [second = '', ...others] = rest;
  const asOnAButton = inTwoWords.get(`${word} ${second}`.toLowerCase());
  if (asOnAButton) return { word, name: asOnAButton, rest: unquoted(others.join(' ')) };
  const name = commandNamed(word.toLowerCase().replace(/^\//, ''));
  return { word, ...(name && { name }), rest: unquoted(rest.join(' ')) };
}

/** As sentences show it, and as people copy it from them. */
function unquoted(text: string): string {
  const bare = text.trim();
  return /^["'“”„‘’‚«»].*["'“”‘’«»]$/s.test(bare) ? bare.slice(1, -1).trim() : bare;
}

const names = commands.map(({ name }) => name);
const alsoSaid: ReadonlyMap<string, CommandName> = new Map([
  ['hand-over', 'handover'],
  ['sign-off', 'sign'],
  ['signoff', 'sign'],
  ['reassign', 'assign'],
  ['todo', 'mine'],
  ['state', 'status'],
  ['?', 'help'],
]);

/** As the buttons spell them. */
const inTwoWords: ReadonlyMap<string, CommandName> = new Map([
  ['hand over', 'handover'],
  ['sign off', 'sign'],
]);

/** As somebody who writes to a person writes it: “why?”. */
function commandNamed(word: string): CommandName | undefined {
  const bare = word.replace(/(?<=\w)[.!?…]+$/, '');
  return names.find((name) => name === bare) ?? alsoSaid.get(bare);
}

/** Nothing is done on a guess: the nearest word is offered, not taken. */
function unknown(word: string): string {
  const near = nearest(word.toLowerCase(), names);
  const shown = shortened(word, 40);
  return near
    ? `Muster does not know “${shown}”. Did you mean “${near}”?`
    : `Muster does not know “${shown}”. It knows ${listed(names)}.`;
}

function meant(name: CommandName, program: string, scene: Scene): Read {
  switch (name) {
    case 'help':
      return { view: { show: 'help' } };
    case 'mine':
      return { view: { show: 'mine' } };
    case 'open':
      return openOf(program, scene);
    case 'status':
      return about(program, scene, 'any', (review) => ({ view: { show: 'status', review } }));
    case 'why':
      return about(program, scene, 'any', (review) => ({ view: { show: 'why', review } }));
    case 'report':
      return about(program, scene, 'ended', (review) => ({ view: { show: 'report', review } }));
    case 'sign':
      return about(program, scene, 'ended', (review) => ({ view: { show: 'sign-off', review } }));
    case 'judge':
      return about(program, scene, 'any', (review) => ({ view: { show: 'judge', review, page: 1 } }));
    case 'remind':
      return about(program, scene, 'open', (review) => ({ intent: { does: 'remind', review } }));
    case 'assign':
      return about(program, scene, 'open', (review) => ({ form: { form: 'reassign', review } }));
    case 'handover':
      return about(program, scene, 'open', (review) => ({ form: { form: 'hand over', review } }));
    case 'close':
      return about(program, scene, 'open', (review) => ({ form: { form: 'close', review } }));
    default:
      return name satisfies never;
  }
}

const filters: Readonly<Record<'any' | 'open' | 'ended', ReviewFilter>> = {
  any: { fits: () => true, otherwise: 'there' },
  open: { fits: ({ review }) => isOpen(review), otherwise: 'open' },
  // Asked for a report, one that is closed is meant before one that is still open.
  ended: { fits: ({ review }) => !isOpen(review), otherwise: 'closed' },
};

function about(program: string, scene: Scene, kind: keyof typeof filters, read: (review: string) => Read): Read {
  const found = reviewMeant(program, scene, filters[kind]);
  if ('review' in found) return read(found.review);
  if (kind !== 'ended') return found;
  const open = reviewMeant(program, scene, filters.open);
  return 'review' in open ? read(open.review) : found;
}

function openOf(program: string, scene: Scene): Read {
  const known = [...(scene.programs?.values() ?? [])];
  if (program === '') {
    const led = known.filter(({ lead }) => lead === scene.viewer);
    const [only, ...others] = led;
    if (only && others.length === 0) return { form: { form: 'open', program: only.id } };
    if (led.length > 0) return { sentence: `Which one? Type open and one of ${listed(led.map(({ id }) => id))}.` };
    return { sentence: known.length > 0 ? whoOpens(known, scene) : 'You have no part in any program.' };
  }
  const found = programNamed(program, known);
  if (found) return { form: { form: 'open', program: found.id } };
  const near = nearest(
    program.toLowerCase(),
    known.map(({ id }) => id),
  );
  const hint = near ? ` Did you mean “${near}”?` : '';
  const knows =
    known.length > 0 ? ` Yours ${known.length === 1 ? 'is' : 'are'} ${listed(known.map(({ id }) => id))}.` : '';
  return { sentence: `Muster knows no program “${program.slice(0, 60)}” of yours.${hint || knows}` };
}

/** For somebody who leads none of them. */
function whoOpens(programs: readonly ProgramScene[], { people }: Scene): string {
  const each = programs.map(
    ({ title, lead }) => `${people.get(lead)?.name ?? 'its lead'} leads “${title}” and opens its reviews`,
  );
  return `${listed(each)}.`;
}
