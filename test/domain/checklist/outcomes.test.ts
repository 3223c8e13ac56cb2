import { describe, expect, it } from 'vitest';
import type { AnswerKind, PartKind } from '../../../src/domain/checklist/answer-kind.ts';
import { verdicts } from '../../../src/domain/checklist/answer-kind.ts';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { fits } from '../../../src/domain/checklist/fits.ts';
import { outcomeOf } from '../../../src/domain/checklist/outcome.ts';
import type { Outcome } from '../../../src/domain/checklist/outcome-rule.ts';
import type { Answer, PartResponse, Response } from '../../../src/domain/checklist/response.ts';
import { kubernetesChecklist } from './kubernetes-checklist.ts';
import { type Group, outcomesTable } from './outcomes.table.ts';

const checklist = await kubernetesChecklist();
const some = { text: 'something' };
const none = { settings: {}, of: () => undefined };

describe('what every possible answer to every prompt amounts to', () => {
  it('is stated for all 123 prompts', () => {
    const stated = new Set(outcomesTable.flatMap(({ prompts }) => prompts));
    expect([...stated].sort()).toEqual(checklist.prompts.map(({ id }) => id).sort());
  });

  for (const group of outcomesTable) {
    describe(group.says, () => {
      for (const id of group.prompts) {
        const prompt = promptOf(checklist, id);
        it(id, () => {
          const stated = expectations(group, prompt.answer);
          expect(stated.flatMap(({ answer }) => fits(prompt, answer))).toEqual([]);
          const ruled = stated.map(({ answer, settings }) =>
            outcomeOf(prompt, answer, { settings, of: () => undefined }),
          );
          expect(stated.map(({ says }, index) => `${says}: ${ruled[index]}`)).toEqual(
            stated.map(({ says, outcome }) => `${says}: ${outcome}`),
          );
        });
      }
    });
  }
});

describe('the one prompt that is derived', () => {
  const prompt = promptOf(checklist, 'workload.security-context');
  const children = checklist.prompts.filter(({ parent }) => parent === prompt.id).map(({ id }) => id);
  const answer: Answer = { status: 'answered', response: { kind: 'verdict', verdict: 'yes' }, evidence: [] };
  const derived = (of: (id: string) => Outcome | undefined) => outcomeOf(prompt, answer, { settings: {}, of });

  it('has six sub-questions', () => expect(children).toHaveLength(6));
  it('meets only when all six do', () => expect(derived(() => 'meets')).toBe('meets'));
  it.each(['falls short', 'to be judged'] as const)('is as bad as the worst: %s', (outcome) => {
    for (const child of children) expect(derived((id) => (id === child ? outcome : 'meets'))).toBe(outcome);
  });
  it('never meets while one is unanswered, whatever was said of itself', () => {
    for (const child of children) expect(derived((id) => (id === child ? undefined : 'meets'))).toBe('to be judged');
  });
});

describe('production data in testing', () => {
  const prompt = promptOf(checklist, 'env-separation.production-data-in-test');
  const outcome = (parts: Record<string, PartResponse>) =>
    outcomeOf(prompt, { status: 'answered', response: { kind: 'parts', parts }, evidence: [] }, none);
  const says = (verdict: 'yes' | 'no' | 'partly'): PartResponse => ({ kind: 'verdict', verdict });

  it.each([
    ['yes', 'yes', 'to be judged'],
    ['yes', 'partly', 'falls short'],
    ['yes', 'no', 'falls short'],
    ['partly', 'no', 'falls short'],
    ['no', 'no', 'meets'],
  ] as const)('taken: %s, anonymised: %s', (taken, anonymised, expected) => {
    expect(outcome({ taken: says(taken), anonymised: says(anonymised) })).toBe(expected);
  });
});

type Settings = Readonly<Record<string, string | number>>;
type Expectation = {
  readonly says: string;
  readonly answer: Answer;
  readonly settings: Settings;
  readonly outcome: Outcome;
};

function expectations(group: Group, kind: AnswerKind): readonly Expectation[] {
  const unanswered = (['not applicable', "don't know", 'declined'] as const).map(
    (status): Expectation => ({
      says: status,
      answer: { status, reason: some, evidence: [] },
      settings: {},
      outcome: group[status],
    }),
  );
  return [...unanswered, ...answered(group, kind)];
}

function answered(group: Group, kind: AnswerKind): readonly Expectation[] {
  switch (group.answer) {
    case 'verdict':
      return verdicts.map((verdict) => expectation(verdict, { kind: 'verdict', verdict }, group[verdict]));
    case 'text':
      return [expectation('a text', { kind: 'text', text: some }, group.given)];
    case 'list':
      return [expectation('a list', { kind: 'list', entries: [some] }, group.given)];
    case 'duration':
      return [expectation('a time', { kind: 'duration', value: 'P1Y' }, group.given)];
    case 'choices':
      return choiceExpectations(group.options, kind);
    case 'number or duration':
      return group.cases.map(([value, settings, outcome]) =>
        expectation(`${value} with ${JSON.stringify(settings)}`, quantity(value), outcome, settings),
      );
    case 'parts':
      return partExpectations(group, kind);
    case 'derived':
      return [];
    default:
      return group satisfies never;
  }
}

/** Each option alone, and where several may be chosen, each pair. */
function choiceExpectations(options: Readonly<Record<string, Outcome>>, kind: AnswerKind): readonly Expectation[] {
  if (kind.kind !== 'choices') throw new Error('The table says choices.');
  expect(Object.keys(options)).toEqual(kind.options.map(({ id }) => id));
  const ids = Object.keys(options);
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other]));
  return [...ids.map((id) => [id]), ...(kind.choose === 'many' ? pairs : [])].map((chosen) => {
    const other = kind.other !== undefined && chosen.includes(kind.other) ? { other: some } : {};
    return expectation(
      chosen.join(' and '),
      { kind: 'choices', chosen, ...other },
      worstOf(chosen.map((id) => options[id] ?? 'meets')),
    );
  });
}

/** Every combination of the parts' answers. */
function partExpectations(group: Extract<Group, { answer: 'parts' }>, kind: AnswerKind): readonly Expectation[] {
  if (kind.kind !== 'parts') throw new Error('The table says parts.');
  expect(Object.keys(group.parts)).toEqual(kind.parts.map(({ id }) => id));
  let combinations: readonly { parts: Record<string, PartResponse>; outcomes: readonly Outcome[] }[] = [
    { parts: {}, outcomes: [] },
  ];
  for (const { id, answer, optional } of kind.parts) {
    const stated = Object.entries(group.parts[id] ?? {});
    const silent = optional ? [] : possible(answer).map((response) => ({ response, outcomes: [] as Outcome[] }));
    const choices =
      stated.length > 0
        ? stated.map(([value, outcome]) => ({ response: partResponse(answer, value), outcomes: [outcome] }))
        : silent;
    if (choices.length === 0) continue;
    combinations = combinations.flatMap(({ parts, outcomes }) =>
      choices.map((choice) => ({
        parts: { ...parts, [id]: choice.response },
        outcomes: [...outcomes, ...choice.outcomes],
      })),
    );
  }
  return combinations.map(({ parts, outcomes }) =>
    expectation(JSON.stringify(parts), { kind: 'parts', parts }, worstOf(outcomes), group.settings),
  );
}

function possible(kind: PartKind): readonly PartResponse[] {
  return verdicts.map((verdict) => partResponse(kind, verdict));
}

function partResponse(kind: PartKind, value: string): PartResponse {
  if (kind.kind === 'verdict') return { kind: 'verdict', verdict: value as 'yes' };
  return kind.kind === 'text' ? { kind: 'text', text: some } : { kind: 'duration', value };
}

function quantity(value: string | number): Response {
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'duration', value };
}

function expectation(
  says: string,
  response: Response,
  outcome: Outcome | undefined,
  settings: Settings = {},
): Expectation {
  if (!outcome) throw new Error(`The table says nothing about ${says}.`);
  return { says, answer: { status: 'answered', response, evidence: [] }, settings, outcome };
}

/** Stated here again, so that a changed order of the rules is noticed. */
function worstOf(outcomes: readonly Outcome[]): Outcome | undefined {
  return (['falls short', 'to be judged', 'meets', 'informational'] as const).find((each) => outcomes.includes(each));
}
