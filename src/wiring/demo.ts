/** The demo's first morning: a review that is open, at an hour when people work. */
import { isRefusal } from '../domain/event.ts';
import { nextWorkingMoment } from '../domain/time/working-time.ts';
import { openNow } from '../flow/open.ts';
import { bySchedule } from '../flow/soon.ts';
import type { House } from './house.ts';

/** Once: with a review on record the demo goes on from where it was. */
export async function beginDemo({ config, ports, demoClock }: House): Promise<void> {
  const [program] = config.programs;
  if (!demoClock || !program?.demo || (await ports.readings.reviews()).length > 0) return;
  const calendar = ports.calendars.calendarFor(program.file.cadence);
  // Nobody is written to at night, so a demo begun at night would begin with an empty chat.
  await demoClock.moveTo(nextWorkingMoment(calendar, demoClock.now()));
  const opened = await openNow(ports, program.file.id, bySchedule);
  if (isRefusal(Object(opened))) throw new Error('The demo could not open its first review.');
}
