/** What a message or page shows. A message keeps its view; its card is drawn from the view and the state of now. */
import { z } from 'zod';
import { promptId } from '../checklist/prompt.ts';
import { duty } from '../review/duty.ts';

const review = z.string();
const section = z.string();
const page = z.number().int().min(1).default(1);
const view = <T extends string, S extends z.ZodRawShape>(show: T, shape: S) =>
  z.strictObject({ show: z.literal(show), ...shape });

export const viewSchema = z.discriminatedUnion('show', [
  /** The first message to an owner: which review, why you, until when, sections, prompts, minutes, Start. */
  view('opening', { review }),
  /** One section of what the viewer owns, page by page. */
  view('section', {
    review,
    section,
    page,
    /** The whole of it, whoever owns it: for who looks after the section or leads the review. */
    whole: z.literal(true).exactOptional(),
  }),
  /** What "all as last time" would carry, before it does; `page` and `whole` are of the section as one came from it. */
  view('carry', {
    review,
    section,
    page: z.number().int().min(1).exactOptional(),
    whole: z.literal(true).exactOptional(),
  }),
  /** One message for several duties at once: reminders, overdue notices, escalations, hand-overs, requests. */
  view('notice', { duties: z.array(duty).min(1) }),
  /** What I owe, lead, must judge or sign. */
  view('mine', {}),
  view('status', { review }),
  /** Answers to be judged, for a reviewer. */
  view('judge', { review, page }),
  /** The closed review: outcome by section, falls short, unanswered, changed; and the sign-off. */
  view('report', { review }),
  view('sign-off', { review }),
  /** Why did I get this? */
  view('why', { review }),
  /** The channel's one living message per review. */
  view('channel', { review }),
  /** One prompt with everything about it: its answer's history, definition, evidence asked, mappings. */
  view('prompt', {
    review,
    prompt: promptId,
    /** One came from the whole of its section. */
    whole: z.literal(true).exactOptional(),
  }),
  view('help', {}),
]);
export type View = z.infer<typeof viewSchema>;
