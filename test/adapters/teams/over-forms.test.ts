/** A form whose review closed meanwhile says that, whatever else is missing in it, and gives back what was written. */
import { afterEach, expect, it } from 'vitest';
import { placeIn, places } from './places.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

const forms = [
  { form: 'Hand over', filling: { 'To whom': 'Ravi Shah' } },
  { form: 'Remind me…', filling: { 'Remind me on': '2026-11-20' } },
] as const;

it.each(places.flatMap(({ name, how }) => forms.map((one) => ({ name, how, ...one }))))(
  '“$form” $name',
  async ({ how, form, filling }) => {
    house = await teamsHouse();
    const review = await house.opened();
    const place = placeIn(house, how);
    await place.show('platform', { show: 'opening', review });
    await place.press('platform', { press: form });
    await house.desk.record({ does: 'close', review }, { by: house.who('security'), source: { via: 'teams' } });
    await place.send('platform', filling);
    expect(place.says('platform')).toContain('is closed');
    expect(place.says('platform')).not.toContain('needs another look');
  },
);

const written = ['Central sign-in.', 'keycloak', 'oidc-via-dex', '4711'];

it.each(places.flatMap(({ name, how }) => written.map((text) => ({ name, how, text }))))(
  '“$text” $name is given back where it cannot be saved any more',
  async ({ how, text }) => {
    house = await teamsHouse();
    const review = await house.opened();
    const place = placeIn(house, how);
    await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
    await house.desk.record({ does: 'close', review }, { by: house.who('security'), source: { via: 'teams' } });
    await place.press('platform', { press: 'Save' }, { '1. Answer': text });
    expect(place.says('platform')).toContain('is closed');
    expect(place.says('platform').split('\n')).toContainEqual(expect.stringContaining(text));
  },
);
