/** Every kind of card and form as Teams draws it, in Chromium: nothing cut off, everything labelled, light and dark, narrow and wide. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/adapters/teams/adaptive-card.ts';
import { render } from '../../../src/adapters/teams/render.ts';
import { renderForm } from '../../../src/adapters/teams/render-form.ts';
import type { Action } from '../../../src/domain/card/card.ts';
import { cardOf, everyCard } from '../../domain/card/every-card.ts';
import { everyForm, opens } from '../../domain/card/every-form.ts';
import { hasChromium, launchChromium, whyNoChromium } from '../../support/chromium.ts';
import { service } from '../../support/require-services.ts';
import { objectsIn } from '../../support/slack/json.ts';
import { drawingOn } from '../../support/teams/drawing.ts';

/** A folder to look at them in. */
const shots = process.env['SHOTS_TO'];

const cardNamed = (name: string) =>
  cardOf(everyCard.find((one) => one.name === name) ?? expect.fail(`There is no ${name}.`));
const [section, prompt] = [cardNamed('section'), cardNamed('prompt')];
const saved = { refused: false, sentence: 'Recorded. 4 of 7 answered.' };
const wrong = {
  refused: 'does not fit' as const,
  sentence: '3 saved; 1 needs another look.',
};
const noNumber = { field: 'access-control.production-access-count/value', sentence: 'Write a whole number in digits.' };
const refused = { sentence: wrong.sentence, refused: true, typed: ['Words for another prompt'] };
const long = 'Every cluster has one, and each is looked at once a week by two of us. '.repeat(42);
const entered = Object.fromEntries((section.form?.fields ?? []).map(({ id }) => [id, long]));
const lines = Array.from({ length: 12 }, () => long);
const judged = everyForm.find(({ name }) => name === 'judge') ?? expect.fail('There is no judge.');
const judging = opens(judged.ref, judged.viewer, judged.of);

const titlesOn = (card: AdaptiveCard) =>
  [...objectsIn(card)].flatMap(({ object: { type, title } }) => (type === 'Action.Execute' ? [String(title)] : []));

const wordy = (action: Action) => ({
  ...action,
  label: `${action.label}, of everything in any section of any review 7`,
});

/** Each as it is sent: every kind by itself, then what a press, a refusal and much text make of one. */
const all: readonly { readonly name: string; readonly card: AdaptiveCard }[] = [
  ...everyCard.map((drawn) => ({ name: drawn.name, ...render({ card: cardOf(drawn) }) })),
  ...everyForm.map(({ name, ref, viewer, of }) => ({
    name: `form-${name}`,
    ...renderForm({ form: opens(ref, viewer, of) }),
  })),
  { name: 'section-recorded', ...render({ card: section, note: saved }) },
  {
    name: 'section-refused',
    ...render({
      card: section,
      note: refused,
      refusal: { ...wrong, fields: [noNumber] },
      entered: { [noNumber.field]: 'a few' },
    }),
  },
  { name: 'section-long', ...render({ card: section, entered }) },
  { name: 'section-not-saved', ...render({ card: cardNamed('section-closed'), entered }) },
  { name: 'section-wordy', ...render({ card: { ...section, actions: section.actions.map(wordy) } }) },
  { name: 'prompt-stale', ...render({ card: prompt, note: { sentence: 'Somebody was first.', refused: true } }) },
  ...[1, 2].map((page) => ({
    name: `form-judge-long-${page}`,
    ...renderForm({ form: { ...judging, lines }, page }),
  })),
];

service(
  'Chromium',
  hasChromium,
  whyNoChromium,
)('drawn by Teams', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    if (shots) await mkdir(shots, { recursive: true });
  });
  afterAll(() => browser?.close());

  it('leaves everything within reach of a keyboard, also what stands in a menu', async () => {
    const drawing = await drawingOn(browser, { theme: 'light', width: 360 });
    for (const name of ['section', 'section-whole-for-the-lead', 'prompt']) {
      const { card } = render({ card: cardNamed(name) });
      await drawing.faultsOf(JSON.parse(JSON.stringify(card)));
      expect((await drawing.pressedByKeyboard()).toSorted()).toEqual(titlesOn(card).toSorted());
    }
    await drawing.close();
  });

  it('works nothing out that people wrote', async () => {
    const drawing = await drawingOn(browser, { theme: 'light', width: 760 });
    const typed = 'Since {{DATE(2026-11-20T00:00:00Z,LONG)}} at {{TIME(2026-11-20T09:00:00Z)}}';
    const [first = expect.fail('There is no field.')] = section.form?.fields ?? [];
    const choices = { ...first, input: 'one', options: [{ id: 'a', label: typed }] } as const;
    const fields = [
      { ...first, label: typed },
      { ...choices, id: 'one' },
      { ...first, id: 'tick', input: 'tick' },
    ];
    const form = { ...judging, title: typed, lines: [typed], fields: fields as typeof judging.fields };
    const { card } = renderForm({ form });
    await drawing.faultsOf(JSON.parse(JSON.stringify(card)));
    const shown = (await drawing.page.locator('main').innerText()).replaceAll('\u2060', '');
    expect(shown.split(typed)).toHaveLength(5);
    expect(shown).not.toMatch(/November|\d AM/);
    await drawing.close();
  });

  describe.each([
    { theme: 'light', width: 360 },
    { theme: 'light', width: 760 },
    { theme: 'dark', width: 360 },
    { theme: 'dark', width: 760 },
  ] as const)('$theme, $width pixels wide', ({ theme, width }) => {
    it('every card can be read and used', async () => {
      const drawing = await drawingOn(browser, { theme, width });
      const faults: Record<string, readonly string[]> = {};
      for (const { name, card } of all) {
        const found = await drawing.faultsOf(JSON.parse(JSON.stringify(card)));
        if (found.length > 0) faults[name] = found;
        if (shots) await drawing.shot(join(shots, `${theme}-${width}-${name}.png`));
      }
      await drawing.close();
      expect(faults).toEqual({});
    });
  });
});
