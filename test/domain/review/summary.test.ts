/** Where a review stands: every score with its denominator. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../../src/domain/checklist/checklist.ts';
import { askedItems } from '../../../src/domain/review/asked.ts';
import type { LastAnswer } from '../../../src/domain/review/events.ts';
import { summarise } from '../../../src/domain/review/summary.ts';
import { finalOutcome } from '../../../src/domain/review/summary-outcome.ts';
import { written } from '../../../src/domain/words.ts';
import { answerTo, givenReview } from '../../support/given-review.ts';

const at = '2026-11-24T09:00:00.000Z';
const act = { at, by: 'anna' };

describe('a summary', () => {
  test('counts by outcome, and the counts add up to what was asked', () => {
    const { checklist, and } = givenReview();
    const { review } = and(answerTo('a.one', 'yes'), act).and(answerTo('a.two', 'no'), act);
    expect(summarise(review, checklist)).toMatchObject({
      asked: 3,
      answered: 2,
      meets: 1,
      fallsShort: 1,
      toBeJudged: 0,
      informational: 0,
      unanswered: 1,
      stillValid: 0,
    });
  });

  test('tells by section and severity, in the order of the checklist', () => {
    const { checklist, and } = givenReview();
    const { review } = and(answerTo('b.one', 'partly'), act);
    const { sections, severities } = summarise(review, checklist);
    expect(
      sections.map(({ section, answered, asked, toBeJudged }) => ({ section, answered, asked, toBeJudged })),
    ).toEqual([
      { section: 'a', answered: 0, asked: 2, toBeJudged: 0 },
      { section: 'b', answered: 1, asked: 1, toBeJudged: 1 },
    ]);
    expect(severities).toMatchObject([{ severity: 'high', answered: 1, asked: 3 }]);
  });

  test('a judgement stands above the rule until the answer changes', () => {
    const { checklist, and } = givenReview();
    const judged = and(answerTo('a.one', 'partly'), act).and(
      { type: 'AnswerJudged', prompt: 'a.one', revision: 1, outcome: 'meets', reason: written('good enough') },
      { at, by: 'lead' },
    );
    expect(summarise(judged.review, checklist)).toMatchObject({ meets: 1, toBeJudged: 0, unjudged: [] });
    const changed = judged.and(answerTo('a.one', 'partly', 2), act);
    expect(summarise(changed.review, checklist)).toMatchObject({ meets: 0, toBeJudged: 1 });
  });

  test('what was not triggered is outside the denominator', () => {
    const asked = [
      { id: 'a.one', owner: 'anna' },
      { id: 'a.two', owner: 'anna', askedIf: 'a.one' },
    ];
    const { checklist, review, and } = givenReview({ asked });
    expect(summarise(review, checklist).asked).toBe(1);
    expect(summarise(and(answerTo('a.one', 'no'), act).review, checklist).asked).toBe(2);
  });

  test('what is still valid stands beside the score', () => {
    const { checklist, review } = givenReview();
    const item = review.items.get('a.one');
    if (!item) throw new Error('No a.one.');
    const { asked: _, ...valid } = { ...item, last: last('yes') };
    const later = { ...review, items: new Map(review.items).set('a.one', valid) };
    expect(summarise(later, checklist)).toMatchObject({ asked: 2, stillValid: 1, meets: 0 });
    expect(summarise(later, checklist).sections[0]?.cells[0]).toMatchObject({
      outcome: 'meets',
      counts: 'still valid',
    });
  });

  test('a derived prompt is shown with its worst part and never counted', () => {
    const { checklist, and } = givenReview();
    const derived: Checklist = {
      ...checklist,
      prompts: checklist.prompts.map((prompt) =>
        prompt.id === 'b.one' ? { ...prompt, outcome: { by: 'sub-questions', prompts: ['a.one', 'a.two'] } } : prompt,
      ),
    };
    const one = and(answerTo('a.one', 'yes'), act);
    const cell = (of: typeof one) => summarise(of.review, derived).sections[1]?.cells[0];
    expect(summarise(one.review, derived).asked).toBe(2);
    expect(cell(one)).toEqual({ prompt: 'b.one', outcome: 'unanswered', counts: 'derived' });
    expect(cell(one.and(answerTo('a.two', 'yes'), act))?.outcome).toBe('meets');
    expect(cell(one.and(answerTo('a.two', 'no'), act))?.outcome).toBe('falls short');
  });

  test('two prompts that ask one fact are one finding', () => {
    const { checklist, and } = givenReview();
    const same: Checklist = {
      ...checklist,
      prompts: checklist.prompts.map((prompt) =>
        prompt.id === 'b.one' ? { ...prompt, sameFindingAs: 'a.one' } : prompt,
      ),
    };
    const alone = and(answerTo('b.one', 'no'), act);
    const shown = (of: typeof alone) =>
      summarise(of.review, same).findings.map(({ item, same: also }) => [
        item.prompt,
        also.map(({ prompt }) => prompt),
      ]);
    expect(shown(alone)).toEqual([['b.one', []]]);
    expect(shown(alone.and(answerTo('a.one', 'no'), act))).toEqual([['a.one', ['b.one']]]);
  });
});

describe('what changed since last time', () => {
  const changesOf = (before: LastAnswer, verdict: 'yes' | 'no' | 'partly') => {
    const { checklist, and } = givenReview();
    const { review } = and(answerTo('a.one', verdict), act);
    const item = review.items.get('a.one');
    if (!item) throw new Error('No a.one.');
    const items = new Map(review.items).set('a.one', { ...item, last: before });
    return summarise({ ...review, items }, checklist).changes.map((change) => [
      change.before.outcome,
      change.now.outcome,
    ]);
  };

  test('is another outcome', () => {
    expect(changesOf(last('yes'), 'no')).toEqual([['meets', 'falls short']]);
  });

  test('is not the same answer again', () => {
    expect(changesOf(last('yes'), 'yes')).toEqual([]);
  });

  test('is not a note worded anew', () => {
    const noted = last('yes');
    expect(changesOf({ ...noted, answer: { ...noted.answer, note: written('before') } }, 'yes')).toEqual([]);
  });
});

test('whatever was answered and judged, the five counts are what was asked', () => {
  const verdict = fc.constantFrom('yes' as const, 'no' as const, 'partly' as const);
  const answers = fc.array(fc.tuple(fc.constantFrom('a.one', 'a.two', 'b.one'), verdict), { maxLength: 8 });
  fc.assert(
    fc.property(answers, (given) => {
      const { checklist, ...begun } = givenReview();
      const { review } = given.reduce(
        (so, [prompt, one]) =>
          so.and(answerTo(prompt, one, (so.review.items.get(prompt)?.answers.length ?? 0) + 1), act),
        begun as Pick<ReturnType<typeof givenReview>, 'review' | 'and'>,
      );
      const { asked, meets, fallsShort, toBeJudged, informational, unanswered, answered } = summarise(
        review,
        checklist,
      );
      expect(meets + fallsShort + toBeJudged + informational + unanswered).toBe(asked);
      expect(answered).toBe(asked - unanswered);
      expect(asked).toBe(askedItems(review, checklist).length);
      expect(meets).toBe(askedItems(review, checklist).filter((item) => finalOutcome(item) === 'meets').length);
    }),
  );
});

function last(verdict: 'yes' | 'no'): LastAnswer {
  const outcome = verdict === 'yes' ? 'meets' : 'falls short';
  const answer = { status: 'answered', response: { kind: 'verdict', verdict }, evidence: [] } as const;
  const given = { by: 'anna', at: '2026-08-24T09:00:00.000Z', tick: '2026-08-24T09:00:00.000Z', carried: 0 };
  return { review: 'before', ...given, answer: { ...answer, evidence: [] }, outcome };
}
