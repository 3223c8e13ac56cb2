/** What happened to a program, in one sentence. */
import type { ProgramEvent } from '../../domain/program/events.ts';
import { dayOf } from './local-time.ts';
import type { Names } from './names.ts';
import { promptsInWords } from './prompt-words.ts';

export function sayProgramEvent(event: ProgramEvent, names: Names): string {
  switch (event.type) {
    case 'ProgramRegistered':
      return `Read the program “${event.settings.title}” from its file`;
    case 'ReviewPlanned':
      return `Planned a review for ${tickDay(event.tick)}`;
    case 'ReviewHeld':
      return `Held the review planned for ${tickDay(event.tick)}`;
    case 'ReviewMissed':
      return `Missed the review planned for ${tickDay(event.tick)}: ${event.because}`;
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

function tickDay(tick: string): string {
  return dayOf(tick.slice(0, 10));
}
