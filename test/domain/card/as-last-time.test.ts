/** What was said last time is shown by what it said, wherever somebody may take it over. */
import { expect, test } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { written } from '../../../src/domain/words.ts';
import { opened } from '../../support/a-review.ts';
import { lastTime, sceneOf } from './a-scene.ts';

const prompt = 'dev-env.access';
const text = written('Through groups of the identity provider, one for each team, which its lead keeps');
const answer = { status: 'answered' as const, response: { kind: 'text' as const, text }, evidence: [] };
const at = '2025-08-25T08:00:00.000Z';
const last = lastTime('yes', { by: 'dev', answer, outcome: 'to be judged', at, tick: at });
const review = opened({ last: new Map([[prompt, last]]) });
const scene = sceneOf(review, 'dev');
const firstWords = '“Through groups of the identity provider, one for each…”';

test('a section names the first words of an earlier answer beside the button that carries it', () => {
  const card = draw({ show: 'section', review: review.id, section: 'dev-env-access', page: 1 }, scene);
  const row = card.rows.find((one) => one.row === 'prompt' && one.prompt === prompt);
  expect(row?.row === 'prompt' ? row.remarks : []).toContain(`last time: ${firstWords}, 15 months ago`);
});

test('its form says the same above the fields', () => {
  const form = formOf({ form: 'answer', review: review.id, prompt, revision: 0 }, scene);
  expect(isRefusal(form) ? [] : form.lines).toContain(`Last time: ${firstWords}, by you, 15 months ago.`);
});
