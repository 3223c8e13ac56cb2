/** How a review begins: what it asks and of whom, all in one event, so that it carries what it was opened with. */
import type { Checklist, ChecklistPrompt } from '../checklist/checklist.ts';
import type { Frequency, PromptId } from '../checklist/prompt.ts';
import type { ContactId, ReviewId } from '../event.ts';
import { ownership } from '../program/owners.ts';
import { lastReview, type Program } from '../program/program.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant, LocalDate } from '../time/instant.ts';
import { addDays, addMonths } from '../time/local-date.ts';
import { addWorkingDays } from '../time/working-time.ts';
import { dateIn } from '../time/zone.ts';
import type { LastAnswer, ReviewOpened } from './events.ts';

export type Opening = {
  readonly program: Program;
  readonly checklist: Checklist;
  readonly last: ReadonlyMap<PromptId, LastAnswer>;
  /** The cadence's occurrence it is for. */
  readonly tick: Instant;
  readonly at: Instant;
  /** The program's, in its zone. */
  readonly calendar: Calendar;
};

/**
 * From program and tick, so that a second opener of the same occurrence is refused for free. A second review of the
 * same day bears a number.
 */
export function reviewIdOf(program: Pick<Program, 'id' | 'settings' | 'reviews'>, tick: Instant): ReviewId {
  const { zone } = program.settings.cadence;
  const day = dateIn(zone, tick);
  const before = program.reviews.filter((held) => held.review && held.tick < tick && dateIn(zone, held.tick) === day);
  return `${program.id}-${day}${before.length > 0 ? `-${before.length + 1}` : ''}`;
}

export function channelOf(program: Pick<Program, 'id'>): ContactId {
  return `channel:${program.id}`;
}

export function openingOf(opening: Opening): ReviewOpened {
  const { program, checklist, calendar, at, tick } = opening;
  const { settings } = program;
  const { zone } = settings.cadence;
  const today = dateIn(zone, at);
  const due = addWorkingDays(calendar, today, settings.policy.dueAfter);
  const deadline = addWorkingDays(calendar, due, settings.policy.deadlineAfter);
  const previous = lastReview(program);
  return {
    type: 'ReviewOpened',
    program: program.id,
    title: settings.title,
    scope: settings.scope,
    period: { from: addMonths(today, -monthsOf[settings.period]), to: addDays(today, -1) },
    tick,
    zone,
    checklist: { id: checklist.id, version: checklist.version, hash: program.checklistHash },
    demo: settings.demo,
    lead: settings.lead,
    approvers: settings.approvers,
    members: settings.members,
    ...(settings.channel && { channel: channelOf(program) }),
    policy: settings.policy,
    settings: settings.settings,
    standards: settings.standards,
    due,
    deadline,
    ...askedOfWhom(opening, deadline),
    ...(previous && { previous }),
  };
}

const monthsOf = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

const validFor: Record<Frequency, number> = { monthly: 1, quarterly: 3, 'semi-annual': 6, annual: 12 };

function askedOfWhom(opening: Opening, deadline: LocalDate): Pick<ReviewOpened, 'items' | 'accountable'> {
  const { program, checklist } = opening;
  const owners = ownership(program.settings, checklist, program.owners);
  const items = checklist.prompts.map((prompt) => {
    const owner = owners.ownerOf(prompt);
    if (!owner)
      throw new Error(`Program ${program.id}: nobody fills the role ${prompt.owner}, which owns ${prompt.id}.`);
    const judge = prompt.judge && program.settings.roles[prompt.judge];
    const last = opening.last.get(prompt.id);
    const base = { prompt: prompt.id, section: prompt.section, owner, ...(judge && { judge }), ...(last && { last }) };
    return { ...base, ...whetherAsked(prompt, last, opening, deadline) };
  });
  const sections = [...new Set(items.map((item) => item.section))];
  const accountable = sections.map((section) => [section, owners.accountableFor(section) ?? program.settings.lead]);
  return { items, accountable: Object.fromEntries(accountable) };
}

/**
 * The first review asks everything. A later one asks what expired, fell short or changed. What would expire before this
 * review ends counts as expired: nobody would ask again before the next one.
 */
function whetherAsked(
  prompt: ChecklistPrompt,
  last: LastAnswer | undefined,
  { program, calendar }: Opening,
  deadline: LocalDate,
): Pick<ReviewOpened['items'][number], 'asked' | 'validUntil'> {
  if (!last) return { asked: 'first review' };
  if (program.settings.policy.ask === 'all') return { asked: 'everything is asked' };
  if (last.outcome === 'falls short') return { asked: 'fell short' };
  const changed = program.changed.get(prompt.id);
  if (changed && changed > last.at) return { asked: 'changed' };
  const validUntil = addMonths(dateIn(calendar.zone, last.tick), validFor[prompt.frequency]);
  return validUntil < deadline ? { asked: 'validity ended', validUntil } : { validUntil };
}
