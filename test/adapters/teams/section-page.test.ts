/** A section's page in Teams: buttons for what one click answers, fields for the rest, and one press that saves them. */
import { afterEach, describe, expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { checklist } from '../../support/a-review.ts';
import { type How, places } from './places.ts';
import { sectionShown } from './section-shown.ts';
import { endWell, type HouseOptions, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const section = 'access-control';
const [described, counted, byRole] = [
  'system-description',
  'production-access-count',
  'production-access-count.role-based',
].map((id) => `${section}.${id}`);

async function begin(how?: How, options: HouseOptions = {}) {
  house = await teamsHouse(options);
  const review = await house.opened();
  return { review, ...(await sectionShown(house, review, how)) };
}

describe.each(places)('$name', ({ how }) => {
  it('saves what is right, and keeps what is not in its field with what is wrong', async () => {
    const { place, answerTo, fields } = await begin(how);
    const asked = Object.keys(fields()).length;
    await place.press('platform', { press: 'Save' }, { '1. Answer': 'Central sign-in.', '3. Answer': 'a few' });
    expect(await answerTo(described)).toMatchObject({ response: { text: { text: 'Central sign-in.' } } });
    expect(await answerTo(counted)).toBeUndefined();
    expect(place.says('platform')).toContain('1 saved; 1 needs another look.');
    expect(place.says('platform')).toMatch(/Write a whole number in digits, such as 12\.\n3\. Answer/);
    expect(fields()).toMatchObject({ '3. Answer': 'a few' });
    expect(Object.keys(fields())).toHaveLength(asked - 1);
    await place.press('platform', { press: 'Save' }, { '3. Answer': '12' });
    expect(await answerTo(counted)).toMatchObject({ response: { value: 12 } });
    expect(place.says('platform')).toContain('2 of 4 answered');
  });
});

describe('a section’s page', () => {
  it('has a field for what one click cannot answer, and none for what it can', async () => {
    const { place, fields } = await begin();
    expect(Object.keys(fields())).toEqual([
      '1. Answer',
      '3. Answer',
      expect.stringMatching(/^3\. Detail \(optional\) – /),
    ]);
    expect(place.says('platform').match(/\[Save\]/g)).toHaveLength(1);
    expect(place.says('platform').match(/\[Yes\]/g)).toHaveLength(2);
    expect(place.says('platform')).not.toContain('Answer the rest');
  });

  it('has a field for what a click left owed', async () => {
    const { review, place, answerTo, fields } = await begin();
    const open = openItems(await house.review(review), checklist, house.who('platform'));
    const owing = ({ prompt }: { prompt: string }) => {
      const { answer } = promptOf(checklist, prompt);
      return answer.kind === 'verdict' && answer.detail?.when.includes('yes');
    };
    const item = open.find(owing) ?? expect.fail('No yes owes detail.');
    await place.show('platform', { show: 'section', review, section: item.section, page: 1 });
    const { number = '' } = promptOf(checklist, item.prompt);
    await place.press('platform', { press: 'Yes', near: promptOf(checklist, item.prompt).text.slice(0, 30) });
    const label = Object.keys(fields()).find((one) => one.startsWith(`${number}. Detail`)) ?? expect.fail('No field.');
    await place.press('platform', { press: 'Save' }, { [label]: 'For all of them' });
    expect(await answerTo(item.prompt)).toMatchObject({
      response: { verdict: 'yes', detail: { text: 'For all of them' } },
    });
    expect(Object.keys(fields())).not.toContain(label);
  });

  it('keeps what was entered while another button is pressed, another page is looked at or a form is opened', async () => {
    const { place, answerTo, fields } = await begin();
    const entered = { '1. Answer': 'Half a sentence' };
    await place.press('platform', { press: 'Yes', nth: 1 }, entered);
    expect(await answerTo(byRole)).toMatchObject({ response: { verdict: 'yes' } });
    expect(fields()).toMatchObject(entered);
    await place.press('platform', { press: 'Next: Change Management' }, { '3. Answer': '7' });
    await place.press('platform', { press: 'All sections' });
    await place.press('platform', { press: 'Open', near: 'Access Control' });
    expect(fields()).toMatchObject({ ...entered, '3. Answer': '7' });
    await place.press('platform', { press: 'With evidence or note', nth: 1 });
    await place.press('platform', { press: 'Back' });
    expect(fields()).toMatchObject({ ...entered, '3. Answer': '7' });
    await place.press('platform', { press: 'Save' });
    expect(await answerTo(counted)).toMatchObject({ response: { value: 7 } });
    expect(Object.keys(fields())).not.toContain('1. Answer');
  });

  it.each(['With evidence or note', 'About this'])(
    'hands on what was typed to the form behind “%s”',
    async (button) => {
      const { place, answerTo, fields } = await begin();
      await place.press('platform', { press: button, nth: 1 }, { '1. Answer': 'Through Keycloak.' });
      if (button === 'About this') await place.press('platform', { press: 'Answer' });
      expect(fields()).toMatchObject({ Answer: 'Through Keycloak.' });
      await place.send('platform', { Note: 'See the wiki.' });
      const recorded = { response: { text: { text: 'Through Keycloak.' } }, note: { text: 'See the wiki.' } };
      expect(await answerTo(described)).toMatchObject(recorded);
    },
  );

  it('does not bring back what somebody emptied before they pressed another button', async () => {
    const { place, answerTo, fields } = await begin();
    await place.press('platform', { press: 'Yes', nth: 1 }, { '1. Answer': 'The password is hunter2.' });
    await place.press('platform', { press: 'All sections' }, { '1. Answer': '' });
    await place.press('platform', { press: 'Open', near: 'Access Control' });
    expect(fields()['1. Answer'] ?? '').toBe('');
    await place.press('platform', { press: 'Save' }, { '3. Answer': '3' });
    expect(await answerTo(counted)).toMatchObject({ response: { value: 3 } });
    expect(await answerTo(described)).toBeUndefined();
  });

  it('keeps what was entered on another section’s page when its own is saved', async () => {
    const { place, answerTo, fields } = await begin();
    const entered = { '1. Answer': 'Half a sentence' };
    await place.press('platform', { press: 'Next: Change Management' }, entered);
    const [label = ''] = Object.keys(fields());
    await place.press('platform', { press: 'Save' }, { [label]: '12' });
    expect(place.says('platform')).toContain('1 of 2 answered');
    await place.press('platform', { press: 'All sections' });
    await place.press('platform', { press: 'Open', near: 'Access Control' });
    expect(fields()).toMatchObject(entered);
    await place.press('platform', { press: 'Save' });
    expect(await answerTo(described)).toMatchObject({ response: { text: { text: 'Half a sentence' } } });
  });

  it('is not redrawn under somebody who may be writing, until they press something', async () => {
    const { review, place } = await begin();
    await place.press('platform', { press: 'All sections' });
    await place.press('platform', { press: 'Open', near: 'Access Control' });
    const answer = {
      status: 'answered' as const,
      response: { kind: 'verdict' as const, verdict: 'yes' as const },
      evidence: [],
    };
    const intent = { does: 'answer', review, prompt: byRole ?? '', revision: 0, answer } as const;
    await house.desk.record(intent, { by: house.who('platform'), source: { via: 'workspace' } });
    await house.until('2026-11-23T09:05:00.000Z');
    expect(place.says('platform')).toContain('0 of 4 answered');
    await place.press('platform', { press: 'Save' });
    expect(place.says('platform')).toContain('1 of 4 answered');
    await place.press('platform', { press: 'All sections' });
    await house.desk.record(
      { ...intent, prompt: `${section}.api-audit-trail` },
      { by: house.who('platform'), source: { via: 'workspace' } },
    );
    await house.until('2026-11-23T09:10:00.000Z');
    expect(place.says('platform')).toMatch(/2 of \d+ answered/);
  });

  it('is left as it is by a drawing that comes so late that somebody may be writing, and drawn when they are done', async () => {
    let late = 0;
    const evenly = async () => void house.clock.set(toInstant(millisecondsOf(house.clock.now()) + late));
    const { place } = await begin({ by: 'message' }, { muster: { evenly } });
    const edits = () => house.teams.chat(house.user('platform')).findLast(({ card }) => card)?.edits;
    await place.press('platform', { press: 'All sections' });
    const before = edits();
    late = 10_000;
    await place.press('platform', { press: 'Open', near: 'Access Control' });
    expect(place.says('platform')).toContain('[Save]');
    expect(edits()).toBe(before);
    late = 0;
    await house.until('2026-11-23T09:30:00.000Z');
    await house.sweep();
    await house.until('2026-11-23T09:35:00.000Z');
    expect(edits()).toBeGreaterThan(before ?? 0);
  });

  it('shows again what somebody entered for a prompt that was answered elsewhere meanwhile', async () => {
    const { review, place } = await begin();
    const answer = { status: "don't know" as const, reason: { text: 'Nobody knows' }, evidence: [] };
    const intent = { does: 'answer', review, prompt: described ?? '', revision: 0, answer } as const;
    await house.desk.record(intent, { by: house.who('platform'), source: { via: 'workspace' } });
    await place.press('platform', { press: 'Save' }, { '1. Answer': 'Two minutes of work', '3. Answer': '9' });
    expect(place.says('platform')).toMatch(/What you entered:\nPrompt 1: Two minutes of work\n/);
    expect(place.says('platform')).toContain('9 people');
  });
});
