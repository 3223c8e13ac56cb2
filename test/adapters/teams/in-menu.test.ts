/** What stands in the menu behind a card's buttons in Teams, and what never does. */
import { expect, it } from 'vitest';
import { render } from '../../../src/adapters/teams/render.ts';
import { cardOf, everyCard } from '../../domain/card/every-card.ts';
import { objectsIn } from '../../support/slack/json.ts';

function titles(name: string) {
  const drawn = everyCard.find((one) => one.name === name) ?? expect.fail(`There is no ${name}.`);
  const { card } = render({ card: cardOf(drawn) });
  const buttons = [...objectsIn(card)].flatMap(({ object }) => (object['type'] === 'Action.Execute' ? [object] : []));
  const named = (inMenu: boolean) =>
    new Set(buttons.filter(({ mode }) => (mode === 'secondary') === inMenu).map(({ title }) => String(title)));
  const fallbacks = [...objectsIn(card)].filter(({ object }) => object['type'] === 'Action.Submit');
  const inMenu = fallbacks.filter(({ object }) => object['mode'] === 'secondary').map(({ object }) => object['title']);
  return { shown: named(false), menu: named(true), fallbacks: new Set(inMenu) };
}

it('is what is seldom done on a section’s card, for older clients too', () => {
  const { shown, menu, fallbacks } = titles('section');
  const seldom = ['Not applicable or unsure', 'About this', 'Hand over', 'Remind me…', 'Why me?'];
  expect(menu).toEqual(new Set(seldom));
  expect(fallbacks).toEqual(menu);
  for (const often of ['Yes', 'No', 'Partly', 'With evidence or note', 'Save', 'All sections'])
    expect([...shown]).toContain(often);
  expect([...shown].some((title) => title.includes('as last time'))).toBe(true);
  expect([...shown].filter((title) => menu.has(title))).toEqual([]);
});

it('is nothing where there are few', () => {
  const { shown, menu } = titles('opening');
  expect(menu).toEqual(new Set());
  expect([...shown]).toEqual(expect.arrayContaining(['Hand over', 'Why me?']));
});

it('is never all that can be done', () => {
  for (const { name } of everyCard) {
    const { shown, menu } = titles(name);
    if (menu.size > 0) expect(shown.size, name).toBeGreaterThan(0);
  }
});
