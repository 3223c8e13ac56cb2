import { describe, expect, it } from 'vitest';
import type { Checklist } from '../../../src/domain/checklist/checklist.ts';
import { agenda } from '../../../src/domain/review/agenda.ts';
import type { Duty } from '../../../src/domain/review/duty.ts';
import { dutyIn } from '../../../src/domain/review/duty.ts';
import type { ReviewEvent } from '../../../src/domain/review/events.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { isStillOwed } from '../../../src/domain/review/still-owed.ts';
import type { Instant } from '../../../src/domain/time/instant.ts';
import { answerTo, type Folded, givenReview } from '../../support/given-review.ts';
import { weekdays } from '../../support/weekdays.ts';

const zones: Record<string, string> = { bo: 'Asia/Kathmandu', accountable: 'America/New_York' };
const calendarOf = (contact: string) => weekdays(zones[contact] ?? 'Europe/Stockholm');
const noon = (date: string): Instant => `${date}T12:00:00.000Z`;

/** `remind 2 → bo at …`, in the agenda's order. */
function told(review: Review, checklist: Checklist, ...kinds: string[]) {
  return agenda(review, checklist, calendarOf)
    .map((appointment) => dutyIn(appointment))
    .filter((duty): duty is Duty => duty !== undefined && (kinds.length === 0 || kinds.includes(duty.kind)))
    .map(({ kind, ordinal, to, at }) => `${at.slice(0, 16)} ${kind} ${ordinal} → ${to}`);
}

/** Everything due by then is noted, as `advance` does. */
function noted(folded: Folded, checklist: Checklist, at: Instant): Folded {
  const duties = agenda(folded.review, checklist, calendarOf).flatMap((one) =>
    one.at <= at ? (dutyIn(one) ?? []) : [],
  );
  return duties.length > 0 ? folded.and({ type: 'DutiesFellDue', duties }, { at }) : folded;
}

describe('a review that has just opened', () => {
  const opened = givenReview();

  it('asks each owner once and shows the channel', () => {
    expect(told(opened.review, opened.checklist, 'ask', 'post opening')).toEqual([
      '2026-11-23T08:00 ask 1 → anna',
      '2026-11-23T08:00 ask 1 → bo',
      '2026-11-23T08:00 post opening 1 → channel:program',
    ]);
  });

  it('reminds half way, the day before and the day itself, each at the start of that person’s work', () => {
    expect(told(opened.review, opened.checklist, 'remind')).toEqual([
      '2026-11-27T03:15 remind 1 → bo',
      '2026-11-27T08:00 remind 1 → anna',
      '2026-12-03T03:15 remind 2 → bo',
      '2026-12-03T08:00 remind 2 → anna',
      '2026-12-04T03:15 remind 3 → bo',
      '2026-12-04T08:00 remind 3 → anna',
    ]);
  });

  it('calls it overdue every two working days until the deadline', () => {
    const days = told(opened.review, opened.checklist, 'overdue').filter((line) => line.endsWith('anna'));
    expect(days.map((line) => line.slice(0, 10))).toEqual([
      '2026-12-08',
      '2026-12-10',
      '2026-12-14',
      '2026-12-16',
      '2026-12-18',
    ]);
  });

  it('escalates to who answers for the section after two working days, and to the lead after five', () => {
    expect(told(opened.review, opened.checklist, 'escalate to accountable', 'escalate to lead')).toEqual([
      '2026-12-08T03:15 escalate to accountable 1 → accountable',
      '2026-12-08T08:00 escalate to accountable 1 → accountable',
      '2026-12-11T03:15 escalate to lead 1 → lead',
      '2026-12-11T08:00 escalate to lead 1 → lead',
    ]);
  });

  it('posts a digest on Mondays and Thursdays', () => {
    expect(told(opened.review, opened.checklist, 'post digest')).toEqual([
      '2026-11-26T08:00 post digest 1 → channel:program',
      '2026-11-30T08:00 post digest 2 → channel:program',
      '2026-12-03T08:00 post digest 3 → channel:program',
      '2026-12-07T08:00 post digest 4 → channel:program',
      '2026-12-10T08:00 post digest 5 → channel:program',
      '2026-12-14T08:00 post digest 6 → channel:program',
      '2026-12-17T08:00 post digest 7 → channel:program',
    ]);
  });

  it('closes at the deadline’s end', () => {
    expect(agenda(opened.review, opened.checklist, calendarOf).at(-1)).toEqual({
      does: 'close',
      at: '2026-12-18T23:00:00.000Z',
      key: 'review/close',
    });
  });
});

describe('who is asked', () => {
  it('leaves an owner alone who answered everything', () => {
    const { checklist, ...folded } = givenReview();
    const { review } = folded.and(answerTo('b.one'), { at: noon('2026-11-24'), by: 'bo' });
    expect(told(review, checklist).filter((line) => line.endsWith('bo'))).toEqual([]);
  });

  it('says nothing twice, also when somebody moves to another zone', () => {
    const { checklist, ...folded } = givenReview();
    const { review } = noted(folded, checklist, '2026-11-27T12:00:00.000Z');
    const moved = agenda(review, checklist, () => weekdays('Pacific/Honolulu'));
    const again = moved.filter(({ key }) => review.duties.has(key));
    expect(again).toEqual([]);
    expect(moved.filter(({ key }) => key.includes('/remind/anna/'))).toHaveLength(2);
  });

  it('tells who took something over of that, and not of what was missed before', () => {
    const { checklist, ...folded } = givenReview();
    const given = {
      type: 'PromptsHandedOver',
      prompts: ['b.one'],
      from: 'bo',
      to: 'cleo',
      how: 'handed over',
      lasting: false,
    } satisfies ReviewEvent;
    const { review } = noted(folded, checklist, noon('2026-12-03')).and(given, { at: noon('2026-12-03'), by: 'bo' });
    expect(told(review, checklist).filter((line) => /cleo|bo$/.test(line))[0]).toBe(
      '2026-12-03T12:00 handed over 0 → cleo',
    );
    expect(told(review, checklist, 'ask', 'remind', 'overdue').filter((line) => line.endsWith('cleo'))[0]).toBe(
      '2026-12-04T08:00 remind 3 → cleo',
    );
    expect(told(review, checklist).filter((line) => line.endsWith('bo'))).toEqual([]);
  });

  it('gives who takes over something long overdue until tomorrow before it escalates', () => {
    const { checklist, ...folded } = givenReview();
    const given = {
      type: 'PromptsHandedOver',
      prompts: ['b.one'],
      from: 'bo',
      to: 'cleo',
      how: 'reassigned',
      lasting: false,
    } satisfies ReviewEvent;
    const { review } = noted(folded, checklist, noon('2026-12-15')).and(given, { at: noon('2026-12-15'), by: 'lead' });
    expect(told(review, checklist, 'escalate to accountable', 'escalate to lead')).toEqual([
      '2026-12-16T08:00 escalate to accountable 1 → accountable',
      '2026-12-16T08:00 escalate to lead 1 → lead',
    ]);
  });

  it('asks an owner whose prompt another answer called for, and not about days before it', () => {
    const asked = [
      { id: 'a.one', owner: 'anna' },
      { id: 'b.one', owner: 'bo', askedIf: 'a.one' },
    ];
    const { checklist, ...folded } = givenReview({ asked });
    expect(told(folded.review, checklist).filter((line) => line.endsWith('bo'))).toEqual([]);
    const { review } = folded.and(answerTo('a.one', 'no'), { at: noon('2026-12-03'), by: 'anna' });
    expect(
      told(review, checklist)
        .filter((line) => line.endsWith('bo'))
        .slice(0, 2),
    ).toEqual(['2026-12-03T12:00 ask 1 → bo', '2026-12-04T03:15 remind 3 → bo']);
  });

  it('moves reminders to the day somebody asked to be reminded on, and no escalation', () => {
    const { checklist, ...folded } = givenReview();
    const { review } = folded.and(
      { type: 'PersonSnoozed', person: 'anna', until: '2026-12-04' },
      { at: noon('2026-11-24'), by: 'anna' },
    );
    const anna = told(review, checklist, 'remind').filter((line) => line.endsWith('anna'));
    expect(anna.map((line) => line.slice(0, 16))).toEqual(['2026-12-04T08:00', '2026-12-04T08:00', '2026-12-04T08:00']);
    expect(told(review, checklist, 'escalate to lead').at(-1)).toContain('2026-12-11T08:00');
  });

  it('counts the lead’s own reminders on from the policy’s', () => {
    const { checklist, ...folded } = givenReview();
    const nudged = folded.and({ type: 'ReminderRequested', person: 'anna' }, { at: noon('2026-11-24'), by: 'lead' });
    expect(told(nudged.review, checklist, 'remind')[0]).toBe('2026-11-24T12:00 remind 4 → anna');
    const twice = noted(nudged, checklist, noon('2026-11-24')).and(
      { type: 'ReminderRequested', person: 'anna' },
      { at: noon('2026-11-25') },
    );
    expect(told(twice.review, checklist, 'remind')[0]).toBe('2026-11-25T12:00 remind 5 → anna');
  });
});

describe('escalation', () => {
  const asked = [{ id: 'a.one', owner: 'lead' }];

  it('reaches the approvers for what the lead leaves open', () => {
    const { checklist, review } = givenReview({ asked, accountable: { a: 'lead' } });
    expect(
      told(review, checklist, 'escalate to accountable', 'escalate to lead').map((line) => line.split(' → ')[1]),
    ).toEqual(['approver', 'second-approver']);
  });

  describe('passes over whoever cannot be reached', () => {
    const without = (...gone: string[]) => {
      const { checklist, ...folded } = givenReview();
      const at = { at: noon('2026-11-24') };
      const lost = gone.reduce<Folded>(
        (so, person) => so.and({ type: 'OwnerUnreachable', person, why: 'left' }, at),
        folded,
      );
      return { ...lost, checklist };
    };
    const hear = ({ review, checklist }: ReturnType<typeof without>, kind: string) => [
      ...new Set(told(review, checklist, kind).map((line) => line.split(' → ')[1])),
    ];

    it.each([
      ['accountable', [], ['accountable']],
      ['accountable', ['accountable'], ['lead']],
      ['accountable', ['accountable', 'lead'], ['approver', 'second-approver']],
      ['accountable', ['accountable', 'lead', 'approver', 'second-approver'], ['accountable']],
      ['lead', [], ['lead']],
      ['lead', ['lead'], ['approver', 'second-approver']],
      ['lead', ['lead', 'approver'], ['second-approver']],
      ['lead', ['lead', 'approver', 'second-approver'], ['accountable']],
      ['lead', ['accountable', 'lead', 'approver', 'second-approver'], ['lead']],
    ])('where it is to the %s and %j are gone: %j', (step, gone, heard) => {
      expect(hear(without(...gone), `escalate to ${step}`)).toEqual(heard);
    });

    it('tells the approvers who else cannot be reached', () => {
      const ofBo = ({ review, checklist }: ReturnType<typeof without>) =>
        agenda(review, checklist, calendarOf)
          .flatMap((one) => dutyIn(one) ?? [])
          .filter(({ kind, subject }) => kind === 'tell unreachable' && subject === 'bo')
          .map(({ to }) => to);
      expect(ofBo(without('lead', 'bo'))).toEqual(['approver', 'second-approver']);
      expect(ofBo(without('lead', 'bo', 'approver', 'second-approver'))).toEqual(['lead']);
    });

    it('at once where it was their turn already, and lets what was noted for them wait for them', () => {
      const { checklist, ...folded } = givenReview();
      const due = noted(folded, checklist, noon('2026-12-11'));
      const lost = due.and({ type: 'OwnerUnreachable', person: 'lead', why: 'left' }, { at: noon('2026-12-11') });
      const next = agenda(lost.review, checklist, calendarOf).flatMap((one) => dutyIn(one) ?? []);
      const instead = next.filter(({ kind, to }) => kind === 'escalate to lead' && to === 'approver');
      expect(instead.map(({ subject, at }) => [subject, at <= noon('2026-12-11')])).toEqual([
        ['bo', true],
        ['anna', true],
      ]);
      const [one] = instead;
      const toLead = { ...(one ?? expect.fail()), to: 'lead' };
      expect(isStillOwed(toLead, lost.review, checklist)).toBe(true);
      const back = lost.and({ type: 'OwnerReachable', person: 'lead' }, { at: noon('2026-12-14') });
      expect(isStillOwed(toLead, back.review, checklist)).toBe(true);
      expect(isStillOwed({ ...toLead, to: 'approver' }, back.review, checklist)).toBe(false);
    });
  });

  it('comes by the deadline’s day even where the policy would put it later', () => {
    const { checklist, review } = givenReview({ policy: { escalate: { accountable: 20, lead: 30 } } });
    expect(told(review, checklist, 'escalate to lead').at(-1)).toBe('2026-12-18T08:00 escalate to lead 1 → lead');
  });

  it('tells the lead at once, every time somebody cannot be reached, and once each time', () => {
    const { checklist, ...folded } = givenReview();
    const gone = { type: 'OwnerUnreachable', person: 'bo', why: 'account deactivated' } as const;
    const first = folded.and(gone, { at: noon('2026-11-24') });
    expect(told(first.review, checklist, 'tell unreachable')).toEqual(['2026-11-24T12:00 tell unreachable 1 → lead']);
    const back = noted(first, checklist, noon('2026-11-24')).and(
      { type: 'OwnerReachable', person: 'bo' },
      { at: noon('2026-11-25') },
    );
    expect(told(back.review, checklist, 'tell unreachable')).toEqual([]);
    const again = back.and(gone, { at: noon('2026-11-26') });
    expect(told(again.review, checklist, 'tell unreachable')).toEqual(['2026-11-26T12:00 tell unreachable 2 → lead']);
  });

  it('tells the approvers when it is the lead who cannot be reached', () => {
    const { checklist, ...folded } = givenReview();
    const { review } = folded.and(
      { type: 'OwnerUnreachable', person: 'lead', why: 'left' },
      { at: noon('2026-11-24') },
    );
    expect(told(review, checklist, 'tell unreachable').map((line) => line.split(' → ')[1])).toEqual([
      'approver',
      'second-approver',
    ]);
  });
});

describe('judging', () => {
  it('is asked for the next working morning, for all answers of a day together', () => {
    const { checklist, ...folded } = givenReview();
    const one = folded.and(answerTo('a.one', 'partly'), { at: '2026-11-27T10:00:00.000Z', by: 'anna' });
    const both = one.and(answerTo('b.one', 'partly'), { at: '2026-11-27T15:00:00.000Z', by: 'bo' });
    expect(told(both.review, checklist, 'request judgement')).toEqual(['2026-11-30T08:00 request judgement 1 → lead']);
  });

  it('asks anew for new answers, and for the old ones only every other day', () => {
    const { checklist, ...folded } = givenReview();
    const asked = noted(
      folded.and(answerTo('a.one', 'partly'), { at: noon('2026-11-24'), by: 'anna' }),
      checklist,
      noon('2026-11-25'),
    );
    expect(told(asked.review, checklist, 'request judgement')).toEqual(['2026-11-27T08:00 request judgement 2 → lead']);
    const fresh = asked.and(answerTo('b.one', 'partly'), { at: '2026-11-25T13:00:00.000Z', by: 'bo' });
    expect(told(fresh.review, checklist, 'request judgement')).toEqual(['2026-11-26T08:00 request judgement 2 → lead']);
  });

  it('goes to whom the checklist names, and never to who gave the answer', () => {
    const asked = [
      { id: 'a.one', owner: 'anna', judge: 'judy' },
      { id: 'a.two', owner: 'lead' },
    ];
    const { checklist, ...folded } = givenReview({ asked });
    const given = folded
      .and(answerTo('a.one', 'partly'), { at: noon('2026-11-24'), by: 'anna' })
      .and(answerTo('a.two', 'partly'), { at: noon('2026-11-24'), by: 'lead' });
    const who = told(given.review, checklist, 'request judgement').map((line) => line.split(' → ')[1]);
    expect(who).toEqual(['approver', 'judy', 'second-approver']);
  });
});

describe('the end', () => {
  const { checklist, ...folded } = givenReview();
  const closed = folded.and(
    {
      type: 'ReviewClosed',
      because: 'the deadline passed',
      answerSet: 'set',
      answered: 0,
      asked: 3,
      signBy: '2027-01-04',
    },
    { at: '2026-12-18T23:00:00.000Z' },
  );

  it('comes at the next working day’s end once everything is answered', () => {
    const { review } = folded.and({ type: 'ReviewCompleted' }, { at: noon('2026-11-27') });
    expect(agenda(review, checklist, calendarOf).find(({ does }) => does === 'close')?.at).toBe(
      '2026-11-30T23:00:00.000Z',
    );
  });

  it('summarises, posts, and asks every approver who took no part, half way and on the day before again', () => {
    const took = folded.and(answerTo('a.one'), { at: noon('2026-11-24'), by: 'approver' });
    const { review } = took.and(closedEvent, { at: '2026-12-18T23:00:00.000Z' });
    expect(told(review, checklist)).toEqual([
      '2026-12-18T23:00 post closing 1 → channel:program',
      '2026-12-18T23:00 request sign-off 1 → second-approver',
      '2026-12-18T23:00 summarise 1 → lead',
      '2026-12-25T08:00 request sign-off 2 → second-approver',
      '2027-01-01T08:00 request sign-off 3 → second-approver',
    ]);
  });

  it('lapses when nobody signs in time, and the lead hears of it', () => {
    expect(agenda(closed.review, checklist, calendarOf).at(-1)).toEqual({
      does: 'lapse',
      at: '2027-01-04T23:00:00.000Z',
      key: 'review/lapse',
    });
    const lapsed = noted(closed, checklist, noon('2027-01-04')).and(
      { type: 'ReviewLapsed' },
      { at: '2027-01-04T23:00:00.000Z' },
    );
    expect(told(lapsed.review, checklist)).toEqual(['2027-01-04T23:00 summarise 2 → lead']);
  });

  it('posts the sign-off; a voided one is asked for and posted anew', () => {
    const signed = { type: 'ReviewSignedOff', statement: 'I accept.', answerSet: 'set' } as const;
    const first = noted(closed.and(signed, { at: noon('2026-12-21'), by: 'approver' }), checklist, noon('2026-12-21'));
    expect(told(first.review, checklist)).toEqual([]);
    const voided = first.and(
      { type: 'SignOffVoided', because: 'judged after it', signBy: '2027-01-05' },
      { at: noon('2026-12-22') },
    );
    expect(
      told(voided.review, checklist, 'request sign-off').filter((line) => line.endsWith('second-approver'))[0],
    ).toBe('2026-12-22T12:00 request sign-off 4 → second-approver');
    const { review } = voided.and(signed, { at: noon('2026-12-23'), by: 'approver' });
    expect(told(review, checklist)).toContain('2026-12-23T12:00 post sign-off 2 → channel:program');
  });
});

const closedEvent = {
  type: 'ReviewClosed',
  because: 'the deadline passed',
  answerSet: 'set',
  answered: 1,
  asked: 3,
  signBy: '2027-01-04',
} as const;

describe('a duty at the time it would be said', () => {
  const { checklist, ...folded } = givenReview();
  const dutiesAt = (one: Folded) =>
    agenda(one.review, checklist, calendarOf).flatMap((appointment) => dutyIn(appointment) ?? []);
  const owed = (duties: readonly Duty[], { review }: Folded) =>
    duties.filter((duty) => isStillOwed(duty, review, checklist)).map(({ kind, subject }) => `${kind} ${subject}`);

  it('is owed as long as nothing happened', () => {
    expect(owed(dutiesAt(folded), folded)).toHaveLength(dutiesAt(folded).length);
  });

  it('is no longer owed once its owner answered, also to those it would escalate to', () => {
    const answered = folded.and(answerTo('b.one'), { at: noon('2026-11-24'), by: 'bo' });
    expect(owed(dutiesAt(folded), answered).filter((line) => line.endsWith(' bo'))).toEqual([]);
    expect(owed(dutiesAt(folded), answered).filter((line) => line.endsWith(' anna'))).not.toEqual([]);
  });

  it('is no longer owed once the review closed, but for the news of that', () => {
    const shut = folded.and(closedEvent, { at: noon('2026-12-18') });
    expect(owed(dutiesAt(folded), shut)).toEqual([]);
    expect(owed(dutiesAt(shut), shut)).toHaveLength(dutiesAt(shut).length);
  });

  it('is no longer owed once it was signed', () => {
    const shut = folded.and(closedEvent, { at: noon('2026-12-18') });
    const signed = shut.and(
      { type: 'ReviewSignedOff', statement: 'I accept.', answerSet: 'set' },
      { at: noon('2026-12-21'), by: 'approver' },
    );
    expect(owed(dutiesAt(shut), signed)).toEqual(['post closing review', 'summarise review']);
  });
});

it('reckons a thousand assignments in the blink of an eye', () => {
  const asked = Array.from({ length: 1000 }, (_, n) => ({ id: `s${n % 40}.p${n}`, owner: `owner-${n}` }));
  const { checklist, review } = givenReview({ asked });
  const byZone = new Map(
    ['Europe/Stockholm', 'Asia/Kathmandu', 'America/New_York'].map((zone) => [zone, weekdays(zone)]),
  );
  const calendars = [...byZone.values()];
  const of = (contact: string) => calendars[contact.length % 3] ?? weekdays('UTC');
  const times = Array.from({ length: 8 }, () => {
    const before = process.cpuUsage();
    expect(agenda(review, checklist, of).length).toBeGreaterThan(10_000);
    return process.cpuUsage(before).user / 1000;
  });
  // Some 25 ms once warm. Our own thread's time and the best of eight, since others may be working beside us.
  expect(Math.min(...times)).toBeLessThan(100);
});
