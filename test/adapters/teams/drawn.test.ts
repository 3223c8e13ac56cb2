/** Every kind of card and form as Teams draws it, in Chromium: nothing cut off, everything labelled, light and dark, narrow and wide. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../src/adapters/teams/render.ts';
import { renderForm } from '../../../src/adapters/teams/render-form.ts';
import { cardOf, everyCard } from '../../domain/card/every-card.ts';
import { everyForm, opens } from '../../domain/card/every-form.ts';
import { hasChromium, launchChromium, whyNoChromium } from '../../support/chromium.ts';
import { service } from '../../support/require-services.ts';
import { drawingOn } from '../../support/teams/drawing.ts';

/** A folder to look at them in. */
const shots = process.env['SHOTS_TO'];

const [section, prompt] = ['section', 'prompt'].map((name) => {
  const found = everyCard.find((one) => one.name === name);
  return cardOf(found ?? expect.fail(`There is no card ${name}.`));
});
const wrong = {
  refused: 'does not fit' as const,
  sentence: 'What was complete is saved. Some of it needs another look.',
};
const noNumber = { field: 'access-control.production-access-count/value', sentence: 'Write a whole number in digits.' };

const all = [
  ...everyCard.map((drawn) => ({ name: drawn.name, card: render({ card: cardOf(drawn) }).card })),
  ...(section
    ? [
        {
          name: 'section-recorded',
          card: render({ card: section, note: { sentence: 'Recorded. 4 of 7 answered.', refused: false } }).card,
        },
        {
          name: 'section-refused',
          card: render({
            card: section,
            note: { sentence: wrong.sentence, refused: true, typed: ['Words for another prompt'] },
            refusal: { ...wrong, fields: [noNumber] },
            entered: { [noNumber.field]: 'a few' },
          }).card,
        },
      ]
    : []),
  ...(prompt
    ? [
        {
          name: 'prompt-stale',
          card: render({ card: prompt, note: { sentence: 'Somebody was first.', refused: true } }).card,
        },
      ]
    : []),
  ...everyForm.map(({ name, ref, viewer, of }) => ({
    name: `form-${name}`,
    card: renderForm({ form: opens(ref, viewer, of) }).card,
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
