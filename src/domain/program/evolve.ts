/** evolve(state, event) → state, for programs. */
import type { Recorded } from '../event.ts';
import { redactWords } from '../redact.ts';
import type { ProgramEvent } from './events.ts';
import { handoverKey, type PlannedReview, type Program } from './program.ts';

export function evolveProgram(program: Program | undefined, recorded: Recorded<ProgramEvent>): Program {
  const { event, at } = recorded;
  if (event.type === 'ProgramRegistered') {
    const { settings, checklistHash } = event;
    const kept = program ?? { owners: new Map(), taken: new Set<string>(), changed: new Map(), reviews: [] };
    return { ...kept, id: recorded.stream.id, settings, checklistHash, retired: false };
  }
  if (!program)
    throw new Error(`Program ${recorded.stream.id} does not begin with ProgramRegistered but ${event.type}.`);
  switch (event.type) {
    case 'ReviewPlanned': {
      const { tick, cadence } = event;
      return { ...program, reviews: [...stillTrue(program), { tick, ...(cadence && { cadence }) }] };
    }
    case 'ProgramRetired':
      return { ...program, retired: true, reviews: stillTrue(program) };
    case 'ReviewHeld':
      return settle(program, { tick: event.tick, review: event.review, at });
    case 'ReviewMissed':
      return settle(program, { tick: event.tick, missed: event.because, at });
    case 'OwnerChanged': {
      const owners = new Map(program.owners);
      for (const prompt of event.prompts) owners.set(prompt, event.to);
      return { ...program, owners, taken: new Set(program.taken).add(handoverKey(event.after)) };
    }
    case 'PromptChanged':
      return { ...program, changed: new Map(program.changed).set(event.prompt, at) };
    case 'TextRedacted':
      return redactWords(program, event.seal);
    default:
      return event satisfies never;
  }
}

/** A plan that was neither held nor missed is replaced by the next one, as when the cadence changed. */
function stillTrue(program: Program): readonly PlannedReview[] {
  return program.reviews.filter((planned) => planned.review || planned.missed);
}

function settle(program: Program, settled: PlannedReview): Program {
  return { ...program, reviews: [...program.reviews.filter(({ tick }) => tick !== settled.tick), settled] };
}
