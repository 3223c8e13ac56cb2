/** One count of what is asked, wherever a number of prompts stands. */
import { expect, test } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { intentsOf } from '../../../src/domain/card/intents-of.ts';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { openingOf } from '../../../src/domain/review/opening.ts';
import { summarise } from '../../../src/domain/review/summary.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, calendar, checklist, eventsOf, opened, openedAt, program } from '../../support/a-review.ts';
import { closed, lastTime, midway, now, sceneOf } from './a-scene.ts';

const { review } = midway().story;
const { asked, sections } = summarise(review, checklist);

test('the form that gives prompts away counts each section as the state does', () => {
  const form = formOf({ form: 'reassign', review: review.id }, sceneOf(review, 'security'));
  const what = isRefusal(form) ? undefined : form.fields.find(({ id }) => id === 'sections');
  const labels = what && 'options' in what ? what.options.map(({ label }) => label) : [];
  expect(labels.map((label) => Number(/\((\d+)\)$/.exec(label)?.[1] ?? 0))).toEqual(sections.map((one) => one.asked));
});

test('no two sections are called the same in the state, whatever the checklist’s headings repeat', () => {
  const titles = sections.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain('Production Environment: Access control');
});

test('a picture has a cell for each prompt its count counts, and none for what is still valid', () => {
  const at = '2026-11-01T08:00:00.000Z';
  const last = new Map(checklist.prompts.map(({ id }) => [id, lastTime('yes', { at, tick: at })]));
  const again = opened({ last });
  const summary = summarise(again, checklist);
  expect(summary.stillValid).toBeGreaterThan(summary.asked);
  const card = draw({ show: 'status', review: again.id }, sceneOf(again, 'security'));
  const pictures = card.rows.flatMap((row) => (row.row === 'cells' ? [row.cells] : []));
  expect(pictures.map(({ length }) => length)).toEqual(summary.sections.map((one) => one.asked));
  expect(new Set(pictures.flat())).toEqual(new Set(summary.asked > 0 ? ['unanswered'] : []));
});

test('a section’s card counts as the state does, and what goes along with a hand-over is said', () => {
  const inside = sections.filter(({ cells }) => cells.some(({ counts }) => counts === 'not triggered'));
  expect(inside.length).toBeGreaterThan(0);
  for (const { section, asked: wanted, cells } of inside) {
    const view = { show: 'section', review: review.id, section, page: 1, whole: true } as const;
    expect(draw(view, sceneOf(review, 'security')).progress?.of).toBe(wanted);
    const form = formOf({ form: 'reassign', review: review.id, section }, sceneOf(review, 'security'));
    const [line = ''] = isRefusal(form) ? [] : form.lines;
    expect(line).toMatch(new RegExp(`^${wanted} prompts? and ${cells.length - wanted} not asked now of `));
  }
});

test('the lead reassigns from whom the questions lie with, and only what is unanswered', () => {
  const scene = sceneOf(review, 'security');
  const card = draw({ show: 'status', review: review.id }, scene);
  const waiting = card.rows.flatMap((row) => (row.row === 'fact' && row.value.endsWith(' open') ? [row] : []));
  const offered = card.rows
    .flatMap((row) => (row.row === 'actions' ? row.actions : []))
    .flatMap(({ label, press }) => (press.press === 'form' ? [{ label, form: press.form }] : []));
  expect(waiting.length).toBeGreaterThan(1);
  expect(offered.map(({ label }) => label)).toEqual(waiting.map(({ label }) => `Reassign from ${label}`));
  for (const [at, { form: ref }] of offered.entries()) {
    const { label, value } = waiting[at] ?? expect.fail();
    const form = formOf(ref, scene);
    if (isRefusal(form)) expect.fail(form.sentence);
    const many = Number(value.split(' ')[0]);
    expect(form.lines[0]).toBe(`${many === 1 ? '1 prompt' : `${many} prompts`} of ${label} unanswered.`);
    const what = form.fields.find(({ id }) => id === 'sections');
    const sections = what && 'options' in what ? what.options.map(({ id }) => id) : [];
    const { intents } = intentsOf(ref, { sections, to: 'compliance' }, scene);
    expect(intents).toMatchObject([{ does: 'reassign', to: 'compliance' }]);
    expect(intents.flatMap((one) => (one.does === 'reassign' ? one.prompts : []))).toHaveLength(many);
  }
  expect(draw({ show: 'status', review: review.id }, sceneOf(review, 'platform')).rows).not.toContainEqual(
    expect.objectContaining({ row: 'actions' }),
  );
});

test('opening a review announces as many prompts as it then asks', () => {
  const at = openedAt;
  const preview = openingOf({ program, checklist, last: new Map(), tick: at, at, calendar });
  const { id, settings } = program;
  const scene = { id, title: settings.title, lead: settings.lead, checklist, preview, unreachable: [] };
  const form = formOf(
    { form: 'open', program: id },
    { ...sceneOf(review, 'security'), programs: new Map([[id, scene]]) },
  );
  const lines = isRefusal(form) ? [] : form.lines;
  expect(lines).toContain(`5 people are asked ${asked} prompts.`);
  const each = lines.flatMap((line) => /^[^:]+: (\d+) prompts? of /.exec(line)?.[1] ?? []);
  expect(each.reduce((sum, one) => sum + Number(one), 0)).toBe(asked);
});

test('what falls short is as many prompts under its heading as in the counts, and the findings they make are told', () => {
  const begun = acting();
  const answer: Answer = { status: "don't know", reason: written('Nobody has looked'), evidence: [] };
  const same = checklist.prompts.find(({ sameFindingAs }) => sameFindingAs !== undefined);
  const both = [same?.id ?? '', same?.sameFindingAs ?? ''];
  for (const prompt of both) {
    const owner = begun.review.items.get(prompt)?.owner ?? '';
    eventsOf(begun.decide(owner, { does: 'answer', review: review.id, prompt, revision: 0, answer }, now));
  }
  const headings = (of: typeof review) =>
    draw({ show: 'report', review: review.id }, sceneOf(of, 'security')).rows.flatMap((row) =>
      row.row === 'heading' ? [row.text] : [],
    );
  expect(headings(begun.review)).toContain('Falls short (2 prompts, 1 finding)');
  expect(headings(closed().story.review)).toContain('Falls short (1)');
});
