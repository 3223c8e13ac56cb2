/** What may be done to a program: by its file, by its lead, and by the calendar. */
import { canonicalJson } from '../canonical-json.ts';
import type { PromptId } from '../checklist/prompt.ts';
import type { By, Decision, PersonId, ReviewId } from '../event.ts';
import type { Instant } from '../time/instant.ts';
import type { Words } from '../words.ts';
import type { ProgramEvent } from './events.ts';
import { handoverKey, nextTick, type Program } from './program.ts';
import type { ProgramSettings } from './settings.ts';

export type ProgramCommand =
  | { readonly does: 'register'; readonly settings: ProgramSettings; readonly checklistHash: string }
  | { readonly does: 'plan'; readonly tick: Instant; readonly cadence: ProgramSettings['cadence'] }
  | { readonly does: 'retire' }
  | { readonly does: 'open now'; readonly tick: Instant }
  | { readonly does: 'note held'; readonly tick: Instant; readonly review: ReviewId }
  | { readonly does: 'note missed'; readonly tick: Instant; readonly because: string }
  | {
      readonly does: 'change owner';
      readonly prompts: readonly PromptId[];
      readonly to: PersonId;
      readonly after: { readonly review: ReviewId; readonly handover: number };
    }
  | { readonly does: 'note change'; readonly prompt: PromptId; readonly because: Words };

/** Every step is safe to repeat: what is true already is not said again. */
export function decideProgram(program: Program | undefined, command: ProgramCommand, by: By): Decision<ProgramEvent> {
  if (command.does === 'register') return registered(program, command);
  if (!program)
    return { refused: 'unknown', sentence: 'There is no such program. `open` shows those you have a part in.' };
  switch (command.does) {
    case 'plan': {
      const { tick, cadence } = command;
      return program.retired || nextTick(program) === tick ? nothing : one({ type: 'ReviewPlanned', tick, cadence });
    }
    case 'retire':
      return program.retired ? nothing : one({ type: 'ProgramRetired' });
    case 'open now':
      return by === 'muster' || by === program.settings.lead
        ? one({ type: 'ReviewPlanned', tick: command.tick })
        : { refused: 'not yours', sentence: 'The lead of the program opens its reviews. Ask them to.' };
    case 'note held': {
      const { tick, review } = command;
      const known = program.reviews.some((held) => held.tick === tick && held.review === review);
      return known ? nothing : one({ type: 'ReviewHeld', tick, review });
    }
    case 'note missed': {
      const { tick, because } = command;
      const settled = program.reviews.some((planned) => planned.tick === tick && (planned.review || planned.missed));
      return settled ? nothing : one({ type: 'ReviewMissed', tick, because });
    }
    case 'change owner': {
      const { prompts, to, after } = command;
      if (program.taken.has(handoverKey(after))) return nothing;
      return one({ type: 'OwnerChanged', prompts: [...prompts], to, after });
    }
    case 'note change':
      return by === program.settings.lead
        ? one({ type: 'PromptChanged', prompt: command.prompt, because: command.because })
        : { refused: 'not yours', sentence: 'The lead of the program says what changed. Ask them to.' };
    default:
      return command satisfies never;
  }
}

const nothing: Decision<ProgramEvent> = { events: [] };

function one(event: ProgramEvent): Decision<ProgramEvent> {
  return { events: [event] };
}

function registered(
  program: Program | undefined,
  { settings, checklistHash }: Extract<ProgramCommand, { does: 'register' }>,
): Decision<ProgramEvent> {
  const same = program?.checklistHash === checklistHash && canonicalJson(program.settings) === canonicalJson(settings);
  return same && !program?.retired ? nothing : one({ type: 'ProgramRegistered', settings, checklistHash });
}
