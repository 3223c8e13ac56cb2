/** What cards and forms say in words of their own: once, whole, and true for who reads it. */
import { describe, expect, it } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import { refusedInForm } from '../../../src/domain/card/forms/refused-in-form.ts';
import { readCommand } from '../../../src/domain/card/read-command.ts';
import type { View } from '../../../src/domain/card/view.ts';
import { closesOn } from '../../../src/domain/review/agenda-ending.ts';
import { answerSetHash, signOffStatement } from '../../../src/domain/review/sign-off.ts';
import { calendar, checklist, eventsOf } from '../../support/a-review.ts';
import { closed, midway, now, sceneOf } from './a-scene.ts';

type Story = ReturnType<typeof midway>['story'];

function firstLine(story: Story, viewer: string, view: View): string {
  const [line = []] = draw(view, sceneOf(story.review, viewer)).lines;
  return line.map(({ text }) => text).join('');
}

function signed(): Story {
  const { story } = closed();
  const review = story.review.id;
  const bound = { answerSet: answerSetHash(story.review), statement: signOffStatement(story.review) };
  eventsOf(story.decide('approver', { does: 'sign off', review, ...bound }, '2026-12-04T09:00:00.000Z'));
  return story;
}

describe('a card', () => {
  it('says once what was told twice at one time, and names each of what differs', () => {
    const { story } = midway();
    const view = { show: 'why', review: story.review.id } as const;
    const { rows } = draw(view, sceneOf(story.review, 'platform', { told: ['sent', 'sent', 'uncertain'] }));
    const told = rows.flatMap((row) => (row.row === 'fact' && row.value.startsWith('Asked: ') ? [row.value] : []));
    expect(told).toEqual(['Asked: sent', 'Asked: uncertain']);
  });

  it('says in its first row whom Muster cannot reach, also where nothing can be posted', () => {
    const { story } = midway();
    const view = { show: 'status', review: story.review.id } as const;
    const entry = { why: 'left', at: now, times: 1 };
    const first = (...lost: readonly string[]) => {
      const unreachable = new Map(lost.map((one) => [one, entry]));
      const of = { ...story.review, channel: 'channel:kubernetes-security', unreachable };
      return draw(view, sceneOf(of, 'security')).rows[0];
    };
    expect(first()).toMatchObject({ row: 'fact' });
    expect(first('dev', 'channel:kubernetes-security')).toEqual({
      row: 'text',
      text: [{ text: 'Dana Cole and the team channel cannot be reached.' }],
    });
  });

  it('says once that a review was signed off, and when', () => {
    const story = signed();
    const review = story.review.id;
    const line = 'Closed Thu 3 Dec, signed off by you on Fri 4 Dec.';
    expect(firstLine(story, 'approver', { show: 'sign-off', review })).toBe(line);
    expect(firstLine(story, 'approver', { show: 'opening', review })).toBe(
      `You are one of its approvers. No prompt is yours to answer. ${line}`,
    );
  });

  it('says on which day a review in which everything is answered closes', () => {
    const { story } = midway();
    const review = { ...story.review, status: 'complete' as const, completedAt: now };
    const scene = sceneOf(review, 'platform');
    const rs = scene.reviews.get(review.id) ?? expect.fail();
    const reviews = new Map([[review.id, { ...rs, closesOn: closesOn(review, calendar) }]]);
    const { lines } = draw({ show: 'opening', review: review.id }, { ...scene, reviews });
    expect(lines[0]?.map(({ text }) => text).join('')).toContain(
      'Answers can be changed until it closes, at the end of Fri 27 Nov.',
    );
  });

  /** Who is accountable for a section, what of it they own, and the first line of their card of it. */
  function accountable() {
    const { story } = midway();
    const review = story.review.id;
    const [section = '', who = ''] = Object.entries(story.review.accountable)[0] ?? [];
    const own = [...story.review.items.values()].filter((item) => item.section === section && item.owner === who);
    const all = { review, prompts: own.map(({ prompt }) => prompt), to: 'sre' };
    return { story, who, all, said: () => firstLine(story, who, { show: 'section', review, section, page: 1 }) };
  }

  it('tells whoever is accountable and gave their part away why they still see all of it', () => {
    const { story, who, all, said } = accountable();
    eventsOf(story.decide(who, { does: 'hand over', ...all }, now));
    expect(said()).toContain(
      'You handed your part over. You are accountable for it, so you see all of it, and may answer for whoever owns it.',
    );
  });

  it('does not tell whoever is accountable that they gave away what the lead gave to another', () => {
    const { story, all, said } = accountable();
    eventsOf(story.decide('security', { does: 'reassign', lasting: false, ...all }, now));
    expect(said()).toContain('You are accountable for it');
    expect(said()).not.toContain('handed');
  });

  it('of what waits for somebody says that they put reminders off', () => {
    const { story } = midway();
    eventsOf(story.decide('platform', { does: 'snooze', review: story.review.id, until: '2026-12-01' }, now));
    const { rows } = draw({ show: 'mine' }, sceneOf(story.review, 'platform'));
    expect(rows).toContainEqual({ row: 'fact', label: 'Reminders', value: 'put off by you until Tue 1 Dec' });
  });
});

describe('a form that somebody was faster than', () => {
  const { story, prose } = midway();
  const review = story.review.id;
  const scene = sceneOf(story.review, 'security');
  const stale = { refused: 'stale', sentence: 'Stale.' } as const;
  const said = (form: 'answer' | 'no answer' | 'detail' | 'judge') =>
    refusedInForm(
      { form, review, prompt: prose, revision: 0 },
      { saved: 0, left: 1, why: stale, stale: [prose] },
      scene,
    );

  it('says who, where their answer stands, and what saving does to it', () => {
    expect(said('answer')).toMatch(/^\S+ \S+ answered this meanwhile; that answer stands under “Now”\..* replaces it/);
    expect(said('no answer')).toContain('replaces it when you save');
    expect(said('detail')).toContain('is added to it when you save');
    expect(said('judge')).toContain('is now a judgement of the newer answer');
  });

  it('of a section says how many were saved, and which was not', () => {
    const tried = { saved: 3, left: 1, why: stale, stale: [prose] };
    const sentence = refusedInForm({ form: 'section', review, section: 'a', page: 1 }, tried, scene);
    expect(sentence).toMatch(/^3 saved; 1 needs another look\. .* meanwhile\. What you entered is below/);
  });

  it('of a section names every prompt, each person once, and on its card where the answers stand', () => {
    const answered = [...story.review.items.values()].filter(({ answers }) => answers.length > 0);
    const by = (who: string) =>
      answered.filter(({ answers }) => answers.at(-1)?.by === who).map(({ prompt }) => prompt);
    const numbers = (ids: readonly string[]) => ids.map((id) => checklist.prompts.find((one) => one.id === id)?.number);
    const [theirs, mine] = [by('platform').slice(0, 2), by('security').slice(0, 1)];
    const tried = { saved: 0, left: 3, why: stale, stale: [...theirs, ...mine] };
    const said = (onCard: object) =>
      refusedInForm({ form: 'section', review, section: 'a', page: 1, ...onCard }, tried, scene);
    expect(said({ onCard: true })).toBe(
      `Pia Lund answered ${numbers(theirs).join(' and ')} and you answered ${numbers(mine)} meanwhile, and those answers are shown now; change what is not right.`,
    );
    expect(said({})).toMatch(/^Pia Lund answered .+ \(.+\) and .+ \(.+\) and you answered .+ \(.+\) meanwhile\. What/);
  });
});

it('a prompt leads back to the page of the whole section where it stands', () => {
  const { story } = midway();
  const review = story.review.id;
  const items = [...story.review.items.values()];
  const section = items.find((one) => items.filter((each) => each.section === one.section).length > 8)?.section ?? '';
  const last = checklist.prompts.filter((prompt) => prompt.section === section).at(-1)?.id ?? '';
  const { actions } = draw({ show: 'prompt', review, prompt: last, whole: true }, sceneOf(story.review, 'security'));
  const back = actions.find(({ label }) => label === 'Back to the section');
  expect(back?.press).toMatchObject({ view: { show: 'section', section, page: 2, whole: true } });
});

it('a program nobody knows is answered with those that are theirs', () => {
  const { story } = midway();
  const program = { id: 'kubernetes-security', title: 'K', lead: 'security', checklist, unreachable: [] };
  const scene = { ...sceneOf(story.review, 'security'), programs: new Map([[program.id, program]]) };
  expect(readCommand('open nope', scene)).toEqual({
    sentence: 'Muster knows no program “nope” of yours. Yours is kubernetes-security.',
  });
});
