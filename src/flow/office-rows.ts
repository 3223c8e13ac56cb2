/** What the terminal shows, as plain data: it may have come over the socket, so it is parsed before it is believed. */
import { z } from 'zod';
import { platforms } from '../domain/event.ts';
import { instant, localDate } from '../domain/time/instant.ts';

const paused = z.object({ platform: z.enum(platforms), since: instant, why: z.string() });
const person = z.object({ id: z.string(), name: z.string() });
const period = z.object({ from: localDate, to: localDate });
const tally = z.object({
  asked: z.number(),
  answered: z.number(),
  meets: z.number(),
  fallsShort: z.number(),
  toBeJudged: z.number(),
  informational: z.number(),
  unanswered: z.number(),
  stillValid: z.number(),
});

export const programRow = z.object({
  id: z.string(),
  /** The same, under the name every other row has it. */
  programId: z.string(),
  title: z.string(),
  scope: z.string(),
  checklist: z.object({ id: z.string(), version: z.string(), prompts: z.number() }),
  cadence: z.object({ cron: z.string(), zone: z.string() }),
  lead: person,
  demo: z.boolean(),
  /** When the next review opens. */
  next: instant.exactOptional(),
  /** Planned, held and missed; oldest first. */
  reviews: z.array(z.object({ tick: instant, review: z.string().exactOptional(), missed: z.string().exactOptional() })),
});
export type ProgramRow = z.infer<typeof programRow>;

/** A prompt as the next review would ask it, or not. */
export const previewPrompt = z.object({
  id: z.string(),
  programId: z.string(),
  number: z.string().exactOptional(),
  section: z.string(),
  sectionTitle: z.string(),
  /** Verbatim. */
  text: z.string(),
  severity: z.string(),
  minutes: z.number(),
  owner: person,
  /** Why it is asked; absent when its last answer is still valid. */
  asked: z.string().exactOptional(),
  validUntil: localDate.exactOptional(),
});

export const preview = z.object({
  id: z.string(),
  programId: z.string(),
  title: z.string(),
  scope: z.string(),
  demo: z.boolean(),
  zone: z.string(),
  period,
  opens: instant,
  due: localDate,
  deadline: localDate,
  lead: person,
  approvers: z.array(person),
  /** Each who would be asked, and when they hear of it in their own working hours. */
  people: z.array(
    person.extend({ zone: z.string(), prompts: z.number(), minutes: z.number(), hears: z.array(instant) }),
  ),
  /** In the checklist's order. */
  prompts: z.array(previewPrompt),
  /** Platforms that no longer let us speak, with people who would be asked there. */
  paused: z.array(paused).default([]),
});
export type Preview = z.infer<typeof preview>;

export const opened = z.object({ id: z.string(), programId: z.string(), sentence: z.string() });
export type Opened = z.infer<typeof opened>;

const status = z.enum(['open', 'complete', 'closed', 'signed off', 'lapsed']);

export const reviewRow = z.object({
  id: z.string(),
  programId: z.string(),
  title: z.string(),
  status,
  openedAt: instant,
  due: localDate,
  deadline: localDate,
  asked: z.number(),
  answered: z.number(),
  demo: z.boolean(),
});

export const statusReport = tally.extend({
  id: z.string(),
  programId: z.string(),
  title: z.string(),
  scope: z.string(),
  period,
  zone: z.string(),
  demo: z.boolean(),
  status,
  openedAt: instant,
  due: localDate,
  deadline: localDate,
  sections: z.array(tally.extend({ id: z.string(), title: z.string(), accountable: z.string() })),
  /** Owners, each with what is still open; `unreachable` says why. */
  people: z.array(person.extend({ asked: z.number(), answered: z.number(), unreachable: z.string().exactOptional() })),
  /** What happens next, soonest first. */
  next: z.array(z.object({ at: instant, sentence: z.string() })),
  /** Owners set from now on that the program file does not name yet. */
  drift: z.array(z.object({ prompt: z.string(), file: z.string().exactOptional(), now: z.string() })),
  head: z.object({ version: z.number(), hash: z.string() }),
  /** Why the team channel cannot be written to. */
  channelUnreachable: z.string().exactOptional(),
  signedOffBy: z.string().exactOptional(),
  /** Messages that may or may not have arrived; the next reminder stands in for them. */
  uncertain: z.array(z.object({ to: z.string(), kind: z.string(), at: instant })),
  /** Platforms that no longer let us speak: what waits there is said later. */
  paused: z.array(paused).default([]),
});
export type StatusReport = z.infer<typeof statusReport>;

/** One thing that must be right before a first review. */
export const finding = z.object({
  /** What was looked at; of one check no two findings have the same. */
  id: z.string(),
  state: z.enum(['ok', 'attention', 'problem']),
  sentence: z.string(),
  /** What to do; absent when it is right. */
  advice: z.string().exactOptional(),
});
export type Finding = z.infer<typeof finding>;

/** How far long work has come, or what it found. */
export const progress = z.union([
  z.object({ done: z.number(), of: z.number() }),
  z.object({ wrong: z.string(), stream: z.string().exactOptional(), version: z.number().exactOptional() }),
]);
export type Progress = z.infer<typeof progress>;

/** Of a kind only a newer Muster knows, the sentence still counts. */
export const refusal = z.object({
  refused: z
    .enum(['not yours', 'stale', 'closed', 'does not fit', 'not possible', 'needs confirmation', 'unknown'])
    .catch('not possible'),
  sentence: z.string(),
});
