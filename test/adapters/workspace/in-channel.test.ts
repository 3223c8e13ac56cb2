/** Who asks in a program's channel how its review stands is answered there, whoever they are. */
import { afterEach, expect, it } from 'vitest';
import { playHouse } from '../../support/play-house.ts';
import { ownPage } from '../../support/workspace-house.ts';

let house: Awaited<ReturnType<typeof playHouse>>;
afterEach(() => house.close());

it('status is answered with what the channel is told, to somebody without a part too', async () => {
  house = await playHouse();
  await house.desk.record({ does: 'open', program: house.program.id }, house.as('security'));
  await house.settle();
  const said = new URLSearchParams({ place: house.program.id, text: 'status' });
  const headers = { ...ownPage, origin: house.url, 'content-type': 'application/x-www-form-urlencoded' };
  for (const who of ['stranger', 'security']) {
    said.set('once', `a-mark-of-${who}`);
    const answered = await fetch(`${house.url}/as/${who}/say`, { method: 'POST', headers, body: said });
    const page = await answered.text();
    expect(page).toContain('0 of 119 answered');
    expect(page).not.toContain('You have no part');
    expect(page.includes('Remind everybody')).toBe(who === 'security');
  }
});
