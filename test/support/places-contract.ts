/** The table of intent and place: each act works wherever it is offered, on every platform. */
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/domain/card/view.ts';
import { promptOf } from '../../src/domain/checklist/checklist.ts';
import { isOtherVerdict } from '../../src/domain/checklist/outcome.ts';
import { isRefusal, type ReviewId } from '../../src/domain/event.ts';
import { openItems } from '../../src/domain/review/asked.ts';
import { currentAnswer, type Item } from '../../src/domain/review/review.ts';
import type { Ports } from '../../src/flow/ports.ts';
import { checklist } from './a-review.ts';
import { type Answered, answerYes, offeringLastTime } from './answering.ts';

/** A button by its words; `near` what else stands beside it. */
export type Button = { readonly press: string | RegExp; readonly near?: string };
/** By label: text, an option's words, or a tick. */
export type Filling = Readonly<Record<string, string | true>>;

/** Where a card may come before a person, and how they work there. */
export type Place = {
  /** Brings the view before that person. */
  show(who: string, view: View): Promise<void>;
  /** Until what came of it is shown. */
  press(who: string, button: Button): Promise<unknown>;
  /** Opens the form, fills it in, sends it, and sees that it was taken. */
  fill(who: string, button: Button, filling?: Filling): Promise<unknown>;
  /** What stands there now. */
  says(who: string): string;
};

/** All of Muster with one platform. */
export type Stage = Answered & {
  readonly ports: Pick<Ports, 'readings'>;
  opened(): Promise<ReviewId>;
  until(at: string): Promise<unknown>;
};
export type Staged = { readonly house: Stage; readonly place: Place };

/** Marks of both platforms, which must stay words. */
const everySign = 'Every day & <!channel> **bold** [x](https://evil.example)';

export function placesContract(places: readonly { readonly name: string; begin(): Promise<Staged> }[]): void {
  describe.each(places)('$name', (where) => {
    let house: Stage;
    let place: Place;

    async function begin(): Promise<ReviewId> {
      ({ house, place } = await where.begin());
      return house.opened();
    }
    const item = async (review: ReviewId, prompt: string): Promise<Item> =>
      (await house.review(review)).items.get(prompt) ?? expect.fail(`Nothing is called ${prompt}.`);
    /** A prompt of Pia's that fits, with the view that shows it. */
    async function ofPia(review: ReviewId, fits: (prompt: ReturnType<typeof promptOf>) => boolean) {
      const open = openItems(await house.review(review), checklist, house.who('platform'));
      const found =
        open.find(({ prompt }) => fits(promptOf(checklist, prompt))) ?? expect.fail('There is no such prompt.');
      return { prompt: found.prompt, view: { show: 'prompt', review, prompt: found.prompt } as const };
    }

    it('one click answers, and says so', async () => {
      const review = await begin();
      const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
      await place.show('platform', view);
      await place.press('platform', { press: 'Yes' });
      expect(currentAnswer(await item(review, prompt))).toMatchObject({ by: house.who('platform'), revision: 1 });
      expect(place.says('platform')).toContain('Recorded.');
      expect(place.says('platform')).toContain('you, just now');
    });

    it('a no where yes is good is said with what is missing, with one press more', async () => {
      const review = await begin();
      const { prompt, view } = await ofPia(review, (one) => isOtherVerdict(one, 'no'));
      await place.show('platform', view);
      await place.fill('platform', { press: 'No' }, { 'What is missing': 'Half of the clusters' });
      const { answer } = currentAnswer(await item(review, prompt)) ?? expect.fail();
      expect(answer).toMatchObject({ response: { verdict: 'no' }, note: { text: 'Half of the clusters' } });
      expect(place.says('platform')).toContain('Half of the clusters');
    });

    it('a yes that wants detail is saved, and then asked for it', async () => {
      const review = await begin();
      const wanting = await ofPia(
        review,
        ({ answer }) => answer.kind === 'verdict' && !!answer.detail?.when.includes('yes'),
      );
      await place.show('platform', wanting.view);
      await place.press('platform', { press: 'Yes' });
      expect(place.says('platform')).toContain('Still to say:');
      await place.fill('platform', { press: 'Add detail' }, { Detail: everySign });
      expect((await item(review, wanting.prompt)).answers).toHaveLength(2);
      expect(place.says('platform')).toContain(everySign);
    });

    it('a form answers with a note and evidence', async () => {
      const review = await begin();
      const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
      await place.show('platform', view);
      const filling = { Answer: 'No', Note: 'Not <yet>', 'Evidence link': 'https://example.com/a?b=1&c=2' };
      await place.fill('platform', { press: 'With evidence or note' }, filling);
      expect(currentAnswer(await item(review, prompt))?.answer).toMatchObject({ note: { text: 'Not <yet>' } });
      expect(place.says('platform')).toContain('Not <yet>');
    });

    it('one may not know, put it off, hand it over, and ask why', async () => {
      const review = await begin();
      const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
      await place.show('platform', view);
      await place.fill(
        'platform',
        { press: 'Not applicable or unsure' },
        { 'What is it': 'I do not know', Why: 'Nobody knows' },
      );
      expect(currentAnswer(await item(review, prompt))?.answer.status).toBe("don't know");
      await place.fill('platform', { press: 'Hand over' }, { 'To whom': 'Ravi Shah' });
      expect((await item(review, prompt)).owner).toBe(house.who('sre'));
      await place.show('platform', { show: 'opening', review });
      await place.fill('platform', { press: 'Remind me…' });
      expect((await house.review(review)).snoozed.size).toBe(1);
      await place.show('platform', { show: 'opening', review });
      await place.press('platform', { press: 'Why me?' });
      expect(place.says('platform')).toContain('Asked');
    });

    it('a related prompt is answered the same', async () => {
      const review = await begin();
      const same = (a: string, b: string) =>
        JSON.stringify(promptOf(checklist, a).answer) === JSON.stringify(promptOf(checklist, b).answer);
      const { items } = await house.review(review);
      const { prompt, view } = await ofPia(review, ({ id, related }) =>
        related.some((other) => same(id, other) && items.get(other)?.asked !== undefined),
      );
      const other =
        promptOf(checklist, prompt).related.find((each) => same(prompt, each) && items.get(each)?.asked) ?? '';
      const answer = { status: "don't know" as const, reason: { text: 'Nobody knows' }, evidence: [] };
      const intent = { does: 'answer', review, prompt: other, revision: 0, answer } as const;
      const done = await house.desk.record(intent, {
        by: items.get(other)?.owner ?? '',
        source: { via: house.platform },
      });
      expect(isRefusal(done)).toBe(false);
      await place.show('platform', view);
      await place.fill('platform', { press: 'Same as…' }, { 'Same answer as': other });
      expect(currentAnswer(await item(review, prompt))?.sameAs).toBe(other);
    });

    it('the lead judges, asks again, redacts, reminds and reassigns', async () => {
      const review = await begin();
      const prompt = 'access-control.system-description';
      const answer = {
        status: 'answered' as const,
        response: { kind: 'text' as const, text: { text: 'A secret' } },
        evidence: [],
      };
      const intent = { does: 'answer', review, prompt, revision: 0, answer } as const;
      await house.desk.record(intent, { by: house.who('platform'), source: { via: house.platform } });
      await place.show('security', { show: 'judge', review, page: 1 });
      const judgement = { 'It amounts to': 'It falls short', Why: 'Too short' };
      await place.fill('security', { press: 'Judge', near: 'A secret' }, judgement);
      expect((await item(review, prompt)).judgement?.outcome).toBe('falls short');
      await place.show('security', { show: 'prompt', review, prompt });
      await place.fill('security', { press: 'Redact words' }, { 'Which words': 'A secret', Why: 'It was one' });
      expect(JSON.stringify([...(await item(review, prompt)).answers])).not.toContain('A secret');
      await place.show('security', { show: 'prompt', review, prompt });
      await place.fill('security', { press: 'Ask again next time' }, { 'What changed': 'The identity provider' });
      await place.show('security', { show: 'prompt', review, prompt });
      await place.fill('security', { press: 'Reassign' }, { 'To whom': 'Ravi Shah' });
      expect((await item(review, prompt)).owner).toBe(house.who('sre'));
      await place.show('security', { show: 'status', review });
      await place.press('security', { press: 'Remind everybody' });
      expect(place.says('security')).toContain('A reminder goes out');
    });

    it('the lead closes and an approver signs; nothing can be answered then', async () => {
      const review = await begin();
      const { view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
      await place.show('platform', view);
      await place.show('security', { show: 'status', review });
      await place.fill('security', { press: 'Close the review' });
      expect((await house.review(review)).status).toBe('closed');
      await place.press('platform', { press: 'Yes' });
      expect(place.says('platform')).toMatch(/closed/i);
      await place.show('approver', { show: 'sign-off', review });
      await place.fill('approver', { press: 'Sign off' }, { 'I sign this statement': true });
      expect((await house.review(review)).status).toBe('signed off');
    });

    it('what was said last time is carried, one prompt or many, after it was seen', async () => {
      const first = await begin();
      await answerYes(house, first);
      await house.until('2027-01-05T09:30:00.000Z');
      const [row] = await house.ports.readings.reviews();
      const review = row?.id === first ? expect.fail('The next one did not open.') : (row?.id ?? '');
      const [one, ...others] = await offeringLastTime(house, review, 'platform');
      await place.show('platform', { show: 'prompt', review, prompt: one?.prompt ?? '' });
      await place.press('platform', { press: /as last time \(/i });
      expect(currentAnswer(await item(review, one?.prompt ?? ''))?.carried).toBeDefined();
      const section = others[0]?.section ?? expect.fail('Nothing more can be carried.');
      await place.show('platform', { show: 'carry', review, section });
      await place.press('platform', { press: /still true$/ });
      const carried = [...(await house.review(review)).items.values()].filter((one) => currentAnswer(one)?.carried);
      expect(carried.length).toBeGreaterThan(1);
    });
  });
}
