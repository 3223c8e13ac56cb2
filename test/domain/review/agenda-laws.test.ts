/** Law 1: an open review never sleeps without an alarm, and always ends, at its deadline at the latest. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRefusal, type PersonId } from '../../../src/domain/event.ts';
import type { People } from '../../../src/domain/people.ts';
import { agenda } from '../../../src/domain/review/agenda.ts';
import type { ReviewCommand } from '../../../src/domain/review/command.ts';
import { decideReview } from '../../../src/domain/review/decide.ts';
import { type Appointment, dutyIn } from '../../../src/domain/review/duty.ts';
import { policy } from '../../../src/domain/review/policy.ts';
import { currentAnswer, isOpen, type Review } from '../../../src/domain/review/review.ts';
import { answerSetHash } from '../../../src/domain/review/sign-off.ts';
import { isStillOwed } from '../../../src/domain/review/still-owed.ts';
import type { Calendar } from '../../../src/domain/time/calendar.ts';
import { type Instant, millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { addWorkingDays } from '../../../src/domain/time/working-time.ts';
import { dateIn, endOfDay } from '../../../src/domain/time/zone.ts';
import { type Asked, type Folded, givenReview } from '../../support/given-review.ts';
import { aCalendar, anInstant } from '../../support/times.ts';

const owners = ['anna', 'bo', 'cleo', 'lead'] as const;
const everybody = [...owners, 'approver', 'second-approver', 'accountable'] as const;

const aPrompt = fc.record({
  owner: fc.constantFrom(...owners),
  section: fc.constantFrom('a', 'b', 'c'),
  onlyIfFirstIsNo: fc.boolean(),
  judge: fc.constantFrom(undefined, 'accountable'),
});

const aWorld = fc.record({
  at: anInstant,
  prompts: fc.array(aPrompt, { minLength: 1, maxLength: 6 }),
  calendars: fc.array(aCalendar, { minLength: 2, maxLength: 4 }),
  policy: fc.record({
    dueAfter: fc.integer({ min: 1, max: 15 }),
    deadlineAfter: fc.integer({ min: 1, max: 12 }),
    overdueEvery: fc.integer({ min: 1, max: 4 }),
    signOffWithin: fc.integer({ min: 1, max: 12 }),
    remind: fc.subarray(['half', 3, 1, 0] as const),
    escalate: fc.record({ accountable: fc.integer({ min: 1, max: 6 }), lead: fc.integer({ min: 1, max: 20 }) }),
  }),
});
type World = typeof aWorld extends fc.Arbitrary<infer T> ? T : never;

/** One thing somebody does before the next alarm rings; most of the time nobody does anything. */
const anAct = fc.record({
  what: fc.constantFrom(
    'wait',
    'wait',
    'wait',
    'yes',
    'no',
    'partly',
    'hand over',
    'snooze',
    'remind',
    'vanish',
    'return',
    'judge',
    'sign off',
    'close',
  ),
  who: fc.constantFrom(...everybody),
  whom: fc.constantFrom(...owners),
  which: fc.nat(20),
  /** How much of the time until the next alarm has passed, in percent. */
  when: fc.nat(100),
});
type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

type Running = Folded & { readonly now: Instant };

class Playing {
  readonly checklist;
  readonly calendarOf: (contact: string) => Calendar;
  running: Running;

  constructor({ at, prompts, calendars, policy: pace }: World) {
    this.calendarOf = (contact) => calendars[contact.length % calendars.length] ?? expect.fail();
    const program = this.calendarOf('program');
    const due = addWorkingDays(program, dateIn(program.zone, at), pace.dueAfter);
    const asked = prompts.map(
      ({ owner, section, onlyIfFirstIsNo, judge }, index): Asked => ({
        id: `${section}.p${index}`,
        owner,
        ...(judge && { judge }),
        ...(onlyIfFirstIsNo && index > 0 && { askedIf: `${prompts[0]?.section}.p0` }),
      }),
    );
    const deadline = addWorkingDays(program, due, pace.deadlineAfter);
    const given = givenReview({ asked, at, zone: program.zone, due, deadline, policy: policy.parse(pace) });
    this.checklist = given.checklist;
    this.running = { ...given, now: at };
  }

  get review(): Review {
    return this.running.review;
  }

  agenda(): readonly Appointment[] {
    return agenda(this.review, this.checklist, this.calendarOf);
  }

  command(by: PersonId, command: ReviewCommand): void {
    const { now } = this.running;
    const acting = { by, at: now, checklist: this.checklist, people, calendar: this.calendarOf('program') };
    const decision = decideReview(this.review, command, acting);
    if (isRefusal(decision)) return;
    let folded: Folded = this.running;
    for (const event of decision.events) folded = folded.and(event, { at: now, by });
    this.running = { ...folded, now };
  }

  /** What `advance` does when an alarm rings. */
  advance(): void {
    const due = this.agenda().filter(({ at }) => at <= this.running.now);
    const duties = due.flatMap((appointment) => dutyIn(appointment) ?? []);
    for (const duty of duties) {
      expect(this.review.duties.has(duty.key), `${duty.key} is noted once`).toBe(false);
      expect(isStillOwed(duty, this.review, this.checklist), `${duty.key} is on the agenda, so it is owed`).toBe(true);
    }
    if (duties.length > 0) this.command('muster', { does: 'note duties', duties });
    const end = due.find(({ does }) => does !== 'tell');
    if (end) this.command('muster', { does: end.does === 'lapse' ? 'lapse' : 'close on time' });
  }

  act({ what, who, whom, which, when }: Act, next: Instant): void {
    const { now } = this.running;
    const passed = Math.max(0, millisecondsOf(next) - millisecondsOf(now));
    this.running = { ...this.running, now: toInstant(millisecondsOf(now) + Math.floor((passed * when) / 100)) };
    const items = [...this.review.items.values()];
    const item = items[which % items.length] ?? expect.fail();
    const by = this.whoDoes(what, item.owner, who, whom);
    const command = this.commandFor(what, { which, whom, who, prompt: item.prompt });
    if (command) this.command(by, command);
  }

  whoDoes(what: Act['what'], owner: PersonId, who: PersonId, whom: PersonId): PersonId {
    if (what === 'vanish' || what === 'return') return 'muster';
    if (what === 'remind' || what === 'close') return 'lead';
    if (what === 'judge' || what === 'sign off') return who;
    return what === 'snooze' ? whom : owner;
  }

  commandFor(
    what: Act['what'],
    on: Pick<Act, 'which' | 'whom' | 'who'> & { prompt: string },
  ): ReviewCommand | undefined {
    const { id: review, items, due } = this.review;
    const { prompt, who: person, whom: to } = on;
    const revision = currentAnswer(items.get(prompt) ?? expect.fail())?.revision ?? 0;
    const seen = { review, prompt, revision, confirmed: true };
    switch (what) {
      case 'wait':
        return undefined;
      case 'yes':
      case 'no':
      case 'partly': {
        const response = { kind: 'verdict', verdict: what } as const;
        return { does: 'answer', ...seen, answer: { status: 'answered', response, evidence: [] } };
      }
      case 'hand over':
        return { does: 'hand over', review, prompts: [prompt], to };
      case 'snooze':
        return { does: 'snooze', review, until: due };
      case 'remind':
        return { does: 'remind', review };
      case 'vanish':
        return { does: 'note unreachable', person, why: 'gone' };
      case 'return':
        return { does: 'note reachable', person };
      case 'judge':
        return { does: 'judge', ...seen, outcome: 'meets', reason: { text: 'because' } };
      case 'close':
        return on.which === 0 ? { does: 'close', review } : undefined;
      case 'sign off':
        return { does: 'sign off', review, answerSet: answerSetHash(this.review) };
    }
  }
}

const people: People = new Map(
  everybody.map((id) => [id, { id, key: id, name: id, zone: 'UTC', platform: 'workspace' as const }]),
);

function isOver({ status }: Review): boolean {
  return status === 'signed off' || status === 'lapsed';
}

/** Follows the agenda alone, from alarm to alarm, with at most one act before each. */
function play(world: World, acts: readonly Act[]): Playing {
  return follow(new Playing(world), acts, isOver);
}

function follow(playing: Playing, acts: readonly Act[], until: (review: Review) => boolean): Playing {
  const deadline = endOfDay(playing.review.zone, playing.review.deadline);
  for (let round = 0; !until(playing.review); round += 1) {
    expect(round, 'the review ends').toBeLessThan(500);
    const [next] = playing.agenda();
    if (!next) expect.fail(`A review that is ${playing.review.status} sleeps without an alarm.`);
    const act = acts[round];
    if (act && next.at > playing.running.now) playing.act(act, next.at);
    const [after] = playing.agenda();
    if (isOpen(playing.review)) expect((after ?? expect.fail()).at <= deadline, 'wakes by the deadline').toBe(true);
    const waked = after && after.at > playing.running.now ? after.at : playing.running.now;
    playing.running = { ...playing.running, now: waked };
    playing.advance();
    if (isOpen(playing.review)) expect(playing.running.now < deadline, 'is closed by the deadline').toBe(true);
  }
  playing.advance();
  return playing;
}

it('never sleeps without an alarm, and ends at its deadline when nobody says a word', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const { review } = play(world, []);
      expect(review.status).toBe('lapsed');
      const asked = [...review.items.values()].some(({ prompt }) => prompt.endsWith('.p0'));
      if (asked) expect(review.closed?.at).toBe(endOfDay(review.zone, review.deadline));
    }),
    { numRuns: 100 },
  );
});

it('never sleeps without an alarm, and ends, whatever people do in between', () => {
  fc.assert(
    fc.property(aWorld, fc.array(anAct, { maxLength: 60, size: 'max' }), (world, acts) => {
      const playing = play(world, acts);
      expect(isOver(playing.review)).toBe(true);
      expect(playing.agenda().filter(({ at }) => at <= playing.running.now)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('escalates what nobody answers to a named human other than its owner', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const { review, calendarOf } = play(world, []);
      const unanswered = new Set(
        [...review.items.values()].filter(({ prompt }) => prompt.endsWith('.p0')).map(({ owner }) => owner),
      );
      for (const owner of unanswered) {
        // Half a world behind the program, somebody's due day may end with the review itself.
        if (endOfDay(calendarOf(owner).zone, review.due) >= endOfDay(review.zone, review.deadline)) continue;
        const told = [...review.duties.keys()].filter((key) => key.startsWith('review/escalate to lead/'));
        const whom = told.filter((key) => key.split('/')[3] === owner).map((key) => key.split('/')[2]);
        expect(whom).not.toEqual([]);
        expect(whom).not.toContain(owner);
      }
    }),
    { numRuns: 100 },
  );
});

it('escalates to somebody who can be reached, while there is anybody', () => {
  fc.assert(
    fc.property(aWorld, fc.subarray([...everybody], { minLength: 1 }), (world, gone) => {
      const playing = new Playing(world);
      for (const person of gone) playing.command('muster', { does: 'note unreachable', person, why: 'gone' });
      const { review, calendarOf } = follow(playing, [], isOver);
      const told = [...review.duties.keys()].map((key) => key.split('/'));
      const items = [...review.items.values()].filter(({ prompt }) => prompt.endsWith('.p0'));
      for (const owner of new Set(items.map((item) => item.owner))) {
        if (endOfDay(calendarOf(owner).zone, review.due) >= endOfDay(review.zone, review.deadline)) continue;
        const whom = told.flatMap(([, kind, to = '', subject]) =>
          kind === 'escalate to lead' && subject === owner ? [to] : [],
        );
        expect(whom).not.toEqual([]);
        const anybody = ['lead', 'approver', 'second-approver', 'accountable'].some(
          (one) => one !== owner && !review.unreachable.has(one),
        );
        if (anybody) expect(whom.filter((one) => review.unreachable.has(one))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

it('still lapses when a sign-off was voided and nobody signs again', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const playing = new Playing({ ...world, prompts: [{ ...(world.prompts[0] ?? expect.fail()), owner: 'anna' }] });
      const [prompt] = [...playing.review.items.keys()];
      const on = { which: 0, who: 'approver', whom: 'anna', prompt: prompt ?? expect.fail() } as const;
      playing.command('anna', playing.commandFor('partly', on) ?? expect.fail());
      follow(playing, [], ({ status }) => status === 'closed');
      playing.command('approver', playing.commandFor('sign off', on) ?? expect.fail());
      expect(playing.review.status).toBe('signed off');
      playing.advance();
      playing.command('second-approver', playing.commandFor('judge', on) ?? expect.fail());
      expect(playing.review).toMatchObject({ status: 'closed', timesVoided: 1 });
      const { review } = follow(playing, [], isOver);
      expect(review.status).toBe('lapsed');
      expect([...review.duties.keys()]).toContain('review/request sign-off/approver/review/4');
    }),
    { numRuns: 50 },
  );
});
