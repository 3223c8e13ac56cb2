/** Scenes to draw: the real checklist, part of it answered, as one of its people sees it. */

import type { Scene } from '../../../src/domain/card/scene.ts';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { ahead } from '../../../src/domain/contact/heard.ts';
import { agenda } from '../../../src/domain/review/agenda.ts';
import type { LastAnswer } from '../../../src/domain/review/events.ts';
import { currentAnswer, type Review } from '../../../src/domain/review/review.ts';
import type { Instant } from '../../../src/domain/time/instant.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, checklist, eventsOf, opened, people } from '../../support/a-review.ts';
import { weekdays } from '../../support/weekdays.ts';

export const now: Instant = '2026-11-26T08:30:00.000Z';

export function yes(verdict: 'yes' | 'no' | 'partly' = 'yes'): Answer {
  return { status: 'answered', response: { kind: 'verdict', verdict }, evidence: [] };
}

export function lastTime(verdict: 'yes' | 'no' = 'yes', given: Partial<LastAnswer> = {}): LastAnswer {
  const at = '2026-08-25T08:00:00.000Z';
  const outcome = verdict === 'yes' ? 'meets' : 'falls short';
  return {
    review: 'the-one-before',
    tick: at,
    by: 'platform',
    at,
    answer: yes(verdict),
    outcome,
    carried: 0,
    ...given,
  };
}

/** Owned by the platform lead, with a verdict each. */
export const ownVerdicts = checklist.prompts
  .filter(
    (prompt) =>
      opened().items.get(prompt.id)?.owner === 'platform' && prompt.answer.kind === 'verdict' && !prompt.askedIf,
  )
  .filter((prompt) => prompt.outcome.by === 'verdict');

/** Three days in: some answered, one short, one to be judged, one handed over, one on somebody's behalf. */
export function midway() {
  const last = new Map(ownVerdicts.slice(3, 8).map(({ id }) => [id, lastTime()]));
  const story = acting(opened({ last }));
  const [first, second, third] = ownVerdicts.map(({ id }) => id);
  const answer = (by: string, prompt: string, given: Answer) =>
    eventsOf(
      story.decide(
        by,
        { does: 'answer', review: story.review.id, prompt, revision: seen(story.review, prompt), answer: given },
        now,
      ),
    );
  if (first) answer('platform', first, { ...yes(), evidence: [evidence] });
  if (second)
    answer('platform', second, {
      ...yes('no'),
      note: written('<b>Break-glass</b> account is *shared*; personal ones by Q1'),
    });
  if (third)
    answer('security', third, { status: 'not applicable', reason: written('We have no such thing'), evidence: [] });
  const prose = checklist.prompts.find(
    ({ id, answer: { kind } }) => kind === 'text' && story.review.items.get(id)?.owner === 'compliance',
  );
  if (prose)
    answer('compliance', prose.id, {
      status: 'answered',
      response: { kind: 'text', text: written('Carl Ek, compliance officer') },
      evidence: [],
    });
  const handed = checklist.prompts.find(({ id }) => story.review.items.get(id)?.owner === 'sre')?.id;
  if (handed)
    eventsOf(
      story.decide(
        'sre',
        {
          does: 'hand over',
          review: story.review.id,
          prompts: [handed],
          to: 'platform',
          reason: written('I am on leave until the 7th'),
        },
        now,
      ),
    );
  return { story, answer, prose: prose?.id ?? '', first: first ?? '', second: second ?? '', third: third ?? '' };
}

const evidence = { link: written('https://wiki.example.com/mfa'), observedAt: '2026-11-20' };

export function seen(review: Review, prompt: string): number {
  const item = review.items.get(prompt);
  return (item && currentAnswer(item)?.revision) ?? 0;
}

/** Everything of a verdict answered by its owner, then closed by the lead. */
export function closed() {
  const begun = midway();
  const { story } = begun;
  for (const item of story.review.items.values()) {
    const prompt = promptOf(checklist, item.prompt);
    if (currentAnswer(item) || prompt.answer.kind !== 'verdict') continue;
    const revision = 0;
    story.decide(
      item.owner,
      { does: 'answer', review: story.review.id, prompt: prompt.id, revision, answer: yes() },
      now,
    );
  }
  eventsOf(story.decide('security', { does: 'close', review: story.review.id }, '2026-12-03T12:00:00.000Z'));
  return begun;
}

export function sceneOf(
  review: Review,
  viewer: string,
  given: { readonly now?: Instant; readonly told?: readonly string[] } = {},
): Scene {
  const zone = people.get(viewer)?.zone ?? review.zone;
  const coming = agenda(review, checklist, (id) => weekdays(people.get(id)?.zone ?? review.zone));
  const first = coming.find((one) => one.does === 'tell' && one.to === viewer);
  const told =
    first?.does === 'tell' ? (given.told ?? []).map((state) => ({ duty: first, at: review.openedAt, state })) : [];
  const at = given.now ?? now;
  const hearing = { contact: viewer, calendar: weekdays(zone), now: at };
  const rs = { review, checklist, head: { version: 57, hash: 'abc' }, ahead: ahead(coming, hearing), told };
  return { now: at, viewer, zone, people, reviews: new Map([[review.id, rs]]) };
}
