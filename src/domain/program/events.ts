/** What can happen to a program: what its file said, which reviews were planned, held and missed, who owns what. */
import { z } from 'zod';
import { promptId } from '../checklist/prompt.ts';
import { instant } from '../time/instant.ts';
import { words } from '../words.ts';
import { programSettings } from './settings.ts';

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const programEvent = z.discriminatedUnion('type', [
  /** The file seeds the program; a changed file is registered again. */
  event('ProgramRegistered', { settings: programSettings, checklistHash: z.string() }),
  /** By the cadence it names; without one, by somebody's hand. */
  event('ReviewPlanned', {
    tick: instant,
    cadence: z.strictObject({ cron: z.string(), zone: z.string() }).exactOptional(),
  }),
  /** No file names it any more: what runs comes to its end, and nothing opens. Registering it again takes it back. */
  event('ProgramRetired', {}),
  event('ReviewHeld', { tick: instant, review: z.string() }),
  event('ReviewMissed', { tick: instant, because: z.string() }),
  /** From now on, whatever the file says: shown as drift until the file says so too. */
  event('OwnerChanged', {
    prompts: z.array(promptId),
    to: z.string(),
    /** The hand-over of a review it follows from, by its place there: each is taken over once. */
    after: z.strictObject({ review: z.string(), handover: z.number().int() }),
  }),
  /** Something changed that this prompt asks about: the next review asks it, whatever its validity. */
  event('PromptChanged', { prompt: promptId, because: words }),
  event('TextRedacted', { seal: z.string(), reason: words }),
]);
export type ProgramEvent = z.infer<typeof programEvent>;
