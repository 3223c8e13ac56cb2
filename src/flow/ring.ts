/** What an alarm sets going. It says where to look; the step finds out what is due now. */
import { advance } from './advance.ts';
import { approach } from './approach.ts';
import { deliver } from './deliver.ts';
import { openDue } from './open.ts';
import type { Alarm } from './ports/alarms.ts';
import type { Ports } from './ports.ts';
import { redrawAbout, redrawSoon } from './redraw.ts';

export async function ring(ports: Ports, alarm: Alarm): Promise<void> {
  switch (alarm.look) {
    case 'program':
      await openDue(ports, alarm.id);
      return;
    case 'review':
      await advance(ports, alarm.id);
      return redrawSoon(ports, alarm.id);
    case 'contact':
      return approach(ports, alarm.id);
    case 'delivery':
      return deliver(ports, alarm.id);
    case 'cards':
      return redrawAbout(ports, alarm.id);
    default:
      return alarm.look satisfies never;
  }
}
