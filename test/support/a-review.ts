/** A review of the real checklist to try decisions on: given(...).when(command) in the words of the domain. */
import { loadChecklist } from '../../src/adapters/checklist-files/load-checklist.ts';
import { checklistHash } from '../../src/domain/checklist/checklist-hash.ts';
import type { Decision, Recorded, Refusal } from '../../src/domain/event.ts';
import { isRefusal } from '../../src/domain/event.ts';
import type { People, Person } from '../../src/domain/people.ts';
import type { Program } from '../../src/domain/program/program.ts';
import { programSettings } from '../../src/domain/program/settings.ts';
import type { ReviewCommand } from '../../src/domain/review/command.ts';
import { decideReview } from '../../src/domain/review/decide.ts';
import type { LastAnswer, ReviewEvent } from '../../src/domain/review/events.ts';
import { evolveReview } from '../../src/domain/review/evolve.ts';
import { openingOf, reviewIdOf } from '../../src/domain/review/opening.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import { weekdays } from './weekdays.ts';

const loaded = await loadChecklist(new URL('../../questions/kubernetes-security', import.meta.url).pathname);
if (!loaded.ok) throw new Error(`The checklist has problems: ${JSON.stringify(loaded.problems)}`);
export const checklist = loaded.checklist;

const person = (id: string, name: string, zone = 'Europe/Stockholm'): Person => ({
  id,
  key: id,
  name,
  zone,
  platform: 'workspace',
});
export const people: People = new Map(
  [
    person('platform', 'Pia Lund'),
    person('sre', 'Ravi Shah', 'Asia/Kolkata'),
    person('dev', 'Dana Cole', 'America/New_York'),
    person('security', 'Saga Holm'),
    person('compliance', 'Carl Ek'),
    person('approver', 'Alva Berg'),
    person('second-approver', 'Bo Dahl'),
    person('stranger', 'Sten Vik'),
  ].map((one) => [one.id, one]),
);

export const settings = programSettings.parse({
  id: 'kubernetes-security',
  title: 'Kubernetes security review',
  checklist: 'kubernetes-security',
  scope: 'Production clusters',
  cadence: { cron: '0 9 1 */3 *', zone: 'Europe/Stockholm' },
  lead: 'security',
  approvers: ['approver', 'second-approver'],
  members: ['platform', 'sre', 'dev', 'security', 'compliance', 'approver', 'second-approver'],
  roles: {
    platform: 'platform',
    sre: 'sre',
    'dev-lead': 'dev',
    security: 'security',
    'compliance-officer': 'compliance',
  },
  channel: { platform: 'workspace', id: 'platform-security' },
});

export const program: Program = {
  id: settings.id,
  settings,
  checklistHash: checklistHash(checklist),
  owners: new Map(),
  taken: new Set(),
  retired: false,
  changed: new Map(),
  reviews: [],
};
export const calendar = weekdays('Europe/Stockholm');
export const openedAt: Instant = '2026-11-23T08:00:00.000Z';

type Options = { program?: Program; last?: ReadonlyMap<string, LastAnswer>; at?: Instant };

/** An opened review with no answers. */
export function opened({ program: one = program, last = new Map(), at = openedAt }: Options = {}): Review {
  const event = openingOf({
    program: one,
    checklist,
    last,
    tick: at,
    at,
    calendar: weekdays(one.settings.cadence.zone),
  });
  return evolveReview(undefined, recorded(reviewIdOf(one, at), event, 'muster', at, 1));
}

export function recorded(
  review: string,
  event: ReviewEvent,
  by: string,
  at: Instant,
  version: number,
): Recorded<ReviewEvent> {
  const stream = { kind: 'review', id: review } as const;
  return {
    id: `${version}`,
    stream,
    version,
    at,
    by,
    source: { via: 'workspace' },
    event,
    previous: '',
    hash: `h${version}`,
  };
}

/** A review one can act on by person and command; refusals come back, events are folded in. */
export function acting(start: Review = opened()) {
  let review = start;
  let version = 1;
  return {
    get review() {
      return review;
    },
    decide(by: string, command: ReviewCommand, at: Instant = openedAt): Decision<ReviewEvent> {
      const decision = decideReview(review, command, { by, at, checklist, people, calendar });
      if (!isRefusal(decision)) {
        for (const event of decision.events) {
          version += 1;
          review = evolveReview(review, recorded(review.id, event, by, at, version));
        }
      }
      return decision;
    },
  };
}

export function eventsOf(decision: Decision<ReviewEvent>): readonly ReviewEvent[] {
  if (isRefusal(decision)) throw new Error(`Refused: ${decision.sentence}`);
  return decision.events;
}

export function refusalOf(decision: Decision<ReviewEvent>): Refusal {
  if (!isRefusal(decision)) throw new Error(`Not refused: ${JSON.stringify(decision.events)}`);
  return decision;
}
