/** Why did I get this: why you were asked, each message told or held back and why, and what comes next. */
import { promptOf } from '../../checklist/checklist.ts';
import type { Duty } from '../../review/duty.ts';
import { type Item, isOpen } from '../../review/review.ts';
import type { Instant } from '../../time/instant.ts';
import { show } from '../action.ts';
import type { Card, Row } from '../card.ts';
import { dutyInWords } from '../duty-in-words.ts';
import { dueSentence, head, pauseRows, waitsForPlatform } from '../head.ts';
import { asked, sectionNames } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count, day, moment } from '../times.ts';
import { roles } from './overseer.ts';

export function whyCard(scene: Scene, rs: ReviewScene): Card {
  const mine = asked(rs, scene.viewer);
  const owns = `You own ${count(mine.length, 'prompt')} in ${sectionNames(rs, mine)}.`;
  const sentence = mine.length > 0 ? owns : roles(scene, rs);
  return {
    ...head(scene, rs, `${sentence} ${dueSentence(scene, rs)}`),
    rows: [
      ...pauseRows(scene),
      ...section('Why you', [...byOwnership(scene, rs, mine), ...byReason(mine)]),
      ...section('What you were told', told(scene, rs)),
      ...section('What comes next, in your working hours', next(scene, rs)),
    ],
    actions: [
      show(mine.length > 0 ? 'My prompts' : 'State', {
        show: mine.length > 0 ? 'opening' : 'status',
        review: rs.review.id,
      }),
    ],
    summary: `${rs.review.title}: ${sentence}`,
  };
}

function section(title: string, rows: readonly Row[]): readonly Row[] {
  return rows.length > 0 ? [{ row: 'heading', text: title }, ...rows] : [];
}

function text(sentence: string): Row {
  return { row: 'text', text: [{ text: sentence }] };
}

export function byOwnership(scene: Scene, rs: ReviewScene, mine: readonly Item[]): readonly Row[] {
  const handed = new Map<string, string>();
  for (const { to, from, prompts } of rs.review.handovers) {
    for (const prompt of prompts) if (to === scene.viewer) handed.set(prompt, from);
  }
  const groups = grouped(mine, (item) => handed.get(item.prompt) ?? '');
  const rows = groups.flatMap(([from, items]) =>
    from === '' ? byRole(rs, items) : [text(fromSomebody(scene, from, items.length))],
  );
  return mine.length > 0 ? rows : [text(roles(scene, rs))];
}

function fromSomebody(scene: Scene, from: string, many: number): string {
  return `${count(many, 'prompt')} came to you from ${scene.people.get(from)?.name ?? 'a former member'}.`;
}

function byRole(rs: ReviewScene, items: readonly Item[]): readonly Row[] {
  const roles = grouped(items, (item) => promptOf(rs.checklist, item.prompt).owner);
  return roles.map(([role, inside]) =>
    text(
      `The checklist gives ${count(inside.length, 'prompt')} to the role “${role.replaceAll('-', ' ')}”, and this program names you.`,
    ),
  );
}

const reasons: Readonly<Record<string, string>> = {
  'first review': 'asked for the first time',
  'validity ended': 'asked because the last answer is no longer valid',
  'fell short': 'asked again because the last answer fell short',
  changed: 'asked again because something changed',
  'everything is asked': 'asked because this program asks everything every time',
};

function byReason(mine: readonly Item[]): readonly Row[] {
  const groups = grouped(mine, (item) => reasons[item.asked ?? ''] ?? 'asked');
  return groups.map(([why, items]) => text(`${items.length} ${items.length === 1 ? 'is' : 'are'} ${why}.`));
}

function told(scene: Scene, rs: ReviewScene): readonly Row[] {
  const mine = mineOf(scene, rs).filter(({ at }) => at <= scene.now);
  if (mine.length === 0) return [text('Nothing yet.')];
  return saidOnce(
    mine.map(({ duty, at, state }) => ({ at, value: `${dutyInWords(duty.kind)}: ${state}` })),
    scene,
  );
}

/** Two of one kind at one time, as when two people cannot be reached, read the same. */
function saidOnce(facts: readonly { readonly at: Instant; readonly value: string }[], scene: Scene): readonly Row[] {
  const said = facts.map(({ at, value }) => ({ row: 'fact' as const, label: moment(at, scene), value }));
  return [...new Map(said.map((row) => [`${row.label}: ${row.value}`, row])).values()];
}

type Due = { readonly duty: Duty; readonly at: Instant; readonly state: string };

/** What fell due. Where it is held back for a better hour, `at` is that hour. */
function mineOf(scene: Scene, { told: all = [] }: ReviewScene): readonly Due[] {
  const waits = waitsForPlatform(scene);
  return all
    .filter(({ duty }) => duty.to === scene.viewer)
    .map(({ duty, at, state, isPlanned }) => ({ duty, at: at ?? duty.at, state: (isPlanned && waits) || state }));
}

function next(scene: Scene, rs: ReviewScene): readonly Row[] {
  const held = mineOf(scene, rs)
    .filter(({ at }) => at > scene.now)
    .map(({ duty, at, state }) => ({ at, value: `${nextInWords(scene, duty)}; ${state}` }));
  const ahead = (rs.ahead ?? []).map((duty) => ({ at: duty.at, value: nextInWords(scene, duty) }));
  const soonest = [...held, ...ahead].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const coming = saidOnce(soonest, scene).slice(0, 5);
  const end = isOpen(rs.review) ? [text(`The review closes ${day(rs.review.deadline, scene)} at the latest.`)] : [];
  return [...coming, ...end];
}

function nextInWords(scene: Scene, duty: Duty): string {
  return `${namedDuty(scene, duty)}${unlessAnswered.has(duty.kind) ? ', unless it is answered before' : ''}`;
}

/** An escalation is about somebody: who hears of it is the reader, and about whom is what they want to know. */
function namedDuty(scene: Scene, { kind, subject }: Duty): string {
  const about = scene.people.get(subject)?.name;
  const escalates = kind === 'escalate to accountable' || kind === 'escalate to lead';
  return escalates && about !== undefined ? `Escalation of what waits for ${about}` : dutyInWords(kind);
}

const unlessAnswered: ReadonlySet<string> = new Set([
  'ask',
  'remind',
  'overdue',
  'escalate to accountable',
  'escalate to lead',
]);

function grouped<T>(entries: readonly T[], key: (entry: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return [...groups];
}
