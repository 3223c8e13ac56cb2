/** What somebody typed on a card in Teams and did not save is neither recorded unawares nor lost unseen. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../src/domain/event.ts';
import { written } from '../../../src/domain/words.ts';
import { answerYes } from '../../support/answering.ts';
import { places } from './places.ts';
import { sectionShown } from './section-shown.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const section = 'access-control';
const counted = `${section}.production-access-count`;

describe('words for a prompt that is answered by one press', () => {
  const response = { kind: 'number' as const, value: 7, detail: written('Ops') };

  /** The next review, in which seven people can be said once more. */
  async function again(): Promise<ReviewId> {
    house = await teamsHouse();
    const first = await house.opened();
    const by = { by: house.who('platform'), source: { via: 'workspace' } } as const;
    const answer = { status: 'answered' as const, response, evidence: [] };
    await house.desk.record({ does: 'answer', review: first, prompt: counted, revision: 0, answer }, by);
    await answerYes(house, first);
    await house.until('2026-11-24T09:00:00.000Z');
    const anew = { does: 'note change', program: house.program.id, prompt: counted, because: written('More') } as const;
    await house.desk.record(anew, { ...by, by: house.who('security') });
    await house.until('2027-01-05T09:30:00.000Z');
    const [row] = await house.ports.readings.reviews();
    return row?.id ?? expect.fail('The next one did not open.');
  }

  it.each(places)('are said not to be saved, and what is, $name', async ({ how }) => {
    const review = await again();
    const { answerTo, place, fields, says } = await sectionShown(house, review, how);
    await place.press(
      'platform',
      { press: /^7 .*as last time/ },
      { '3. Answer': '12', '1. Answer': 'Half a sentence' },
    );
    expect(await answerTo(counted)).toMatchObject({ response });
    expect(says()).toMatch(
      /✓ 1 carried forward, marked as such\. What is recorded for prompt 3 is “7 people”\. What you entered there is not saved; “Change” still has it\./,
    );
    expect(says()).toContain('Entered and not saved: 12');
    expect(says()).not.toContain('Entered and not saved: Half');
    expect(fields()).toMatchObject({ '1. Answer': 'Half a sentence' });
    await place.press('platform', { press: 'Change', near: 'How many people' });
    expect(fields()).toMatchObject({ Answer: '12' });
    await place.send('platform', { Answer: '13' });
    expect(await answerTo(counted)).toMatchObject({ response: { value: 13 } });
    expect(says()).not.toContain('Entered and not saved');
    await place.press('platform', { press: 'Change', near: 'How many people' });
    expect(fields()).toMatchObject({ Answer: '13' });
  });

  it('need no remark where they say what is recorded', async () => {
    const review = await again();
    const { place, says } = await sectionShown(house, review);
    await place.press('platform', { press: /^7 .*as last time/ }, { '3. Answer': '7' });
    expect(says()).toContain('✓ 1 carried forward, marked as such.\n');
    expect(says()).not.toContain('not saved');
  });

  it('are given back where many are carried at once', async () => {
    const review = await again();
    const { place, says } = await sectionShown(house, review);
    await place.press('platform', { press: /^All as last time/ }, { '3. Answer': '12' });
    expect(says()).toContain('Entered and not saved: 12');
    await place.press('platform', { press: /still true$/ });
    expect(says()).toContain('What you entered there before is not saved; “Change” at its prompt still has it.');
    expect(says()).toContain('What you entered:\n12\n');
  });
});

describe('what was typed before the review closed', () => {
  it('stands at its prompt once the message is drawn as closed', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const { place, says } = await sectionShown(house, review);
    await place.press('platform', { press: 'Yes', nth: 1 }, { '1. Answer': 'Half a sentence', '3. Answer': '12' });
    await house.desk.record({ does: 'close', review }, { by: house.who('security'), source: { via: 'teams' } });
    await house.until('2026-11-23T09:30:00.000Z');
    await house.sweep();
    await house.until('2026-11-23T09:35:00.000Z');
    expect(says()).not.toContain('[Save]');
    expect(says()).toContain('Entered and not saved: Half a sentence');
    expect(says()).toContain('Entered and not saved: 12');
  });
});
