/** What happened to a program, in one sentence. */
import type { ProgramEvent } from '../../domain/program/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { showWholeDate } from '../../domain/time/show.ts';
import { dateIn, wallTimeAt } from '../../domain/time/zone.ts';
import type { Names } from './names.ts';
import { promptsInWords } from './prompt-words.ts';

export function sayProgramEvent(event: ProgramEvent, names: Names): string {
  switch (event.type) {
    case 'ProgramRegistered':
      return `Read the program “${event.settings.title}” from its file`;
    case 'ReviewPlanned':
      return `Planned a review for ${moment(event.tick, event.cadence ?? names)}`;
    case 'ReviewHeld':
      return `Opened the review planned for ${moment(event.tick, names)}`;
    case 'ReviewMissed':
      return `Did not open the review planned for ${moment(event.tick, names)}: ${event.because}`;
    case 'OwnerChanged':
      return `${names.person(event.to)} owns ${promptsInWords(event.prompts, names.prompt)} from now on`;
    case 'PromptChanged':
      return `Noted a change that concerns “${names.prompt(event.prompt)}”`;
    case 'TextRedacted':
      return 'Redacted a text; its seal stays';
    case 'ProgramRetired':
      return 'Retired the program: no file names it any more';
    default:
      return event satisfies never;
  }
}

/** `Mon 23 Nov 2026, 09:00 Europe/Stockholm`: a tick has no reader, so it is told on the wall of its program. */
function moment(tick: Instant, { zone }: { readonly zone: string }): string {
  return `${showWholeDate(dateIn(zone, tick))}, ${wallTimeAt(zone, tick)} ${zone}`;
}
