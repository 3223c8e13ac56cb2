/** The page of deliveries: also the quiet somebody asked for is proof of why they did not hear. */
import { expect, test } from 'vitest';
import { playHouse } from '../../support/play-house.ts';

test('a snooze stands among what was held back, with who asked for it and until when', async () => {
  const house = await playHouse();
  try {
    const opened = await house.desk.record({ does: 'open', program: house.program.id }, house.as('security'));
    const review = 'view' in opened && opened.view && 'review' in opened.view ? opened.view.review : '';
    await house.until('2026-11-23T14:05:00.000Z');
    const page = async () => (await fetch(`${house.url}/as/security/deliveries`)).text();
    expect(await page()).not.toContain('asked not to be reminded');
    await house.desk.record({ does: 'snooze', review, until: '2026-11-26' }, house.as('platform'));
    const held = (await page()).split('id="held-title"')[1] ?? '';
    const row = held.split('<tr>').find((one) => one.includes('asked not to be reminded'));
    for (const part of ['Pia Lund', 'Reminders of Kubernetes security review', 'Thu 26 Nov'])
      expect(row).toContain(part);
  } finally {
    await house.close();
  }
});
