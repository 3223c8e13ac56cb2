/** The environment as typed values: every variable Muster knows, its default, and what is wrong with the others. */
import { z } from 'zod';
import { nearest } from '../domain/nearest.ts';
import { chatVariables } from './chat-variables.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { Environment } from './environment.ts';
import { isLoopback } from './loopback.ts';
import { type SlackSettings, slackProblems, slackSettings, slackVariables } from './slack-variables.ts';
import { type TeamsSettings, teamsMissing, teamsProblems, teamsSettings, teamsVariables } from './teams-variables.ts';

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const urlOf = (schemes: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    // The value may hold a password, so it is never repeated.
    message: `This is not an address such as ${example}.`,
  });
/** Redis on this machine may listen on a file. */
const socketPath = z.string().regex(/^\/./);
const folder = z.string().min(1);

/** By name, as they are set. An empty value counts as not set. */
const known = {
  PORT: z.coerce.number('A port is a number.').int().min(0).max(65_535).exactOptional(),
  HOST: z.string().exactOptional(),
  DATABASE_URL: urlOf(['postgres:', 'postgresql:'], 'postgres://muster:…@localhost:5432/muster').exactOptional(),
  REDIS_URL: z.union([socketPath, urlOf(['redis:', 'rediss:'], 'redis://localhost:6379')]).exactOptional(),
  MUSTER_DATA_DIR: folder.exactOptional(),
  MUSTER_PROGRAMS: folder.exactOptional(),
  MUSTER_QUESTIONS: folder.exactOptional(),
  MUSTER_DEMO: z.enum(['on', 'off'], 'Write "on" or "off".').exactOptional(),
  LOG_LEVEL: z.enum(logLevels, `Write one of ${logLevels.join(', ')}.`).exactOptional(),
  ...slackVariables,
  ...teamsVariables,
  NODE_ENV: z.enum(['production', 'development', 'test'], 'Write production, development or test.').exactOptional(),
} as const;
const schema = z.object(known);
type Given = z.infer<typeof schema>;

export type Variables = {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded database in the data folder. */
  readonly databaseUrl?: string;
  /** Absent: the queue lives in the database. */
  readonly redisUrl?: string;
  readonly dataDir: string;
  readonly programs?: string;
  readonly questions?: string;
  /** The chat in the browser, with a clock that may be set forward. Never in production. */
  readonly demo: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** Chat platforms whose variables are set. */
  readonly chats: readonly string[];
  /** Present when Slack is set up wholly. */
  readonly slack?: SlackSettings;
  /** Present when Teams is set up wholly. */
  readonly teams?: TeamsSettings;
};

export function readVariables(env: Environment): { variables?: Variables; problems: readonly ConfigProblem[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const strange = Object.keys(set).filter((name) => name.startsWith('MUSTER_') && !(name in known));
  const unknown = strange.map((variable) => ({ variable, message: unknownSentence(variable) }));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const missing = [...slackProblems(set), ...teamsMissing(set)];
    return { problems: [...unknown, ...missing, ...parsed.error.issues.map(badValue)] };
  }
  const variables = withDefaults(parsed.data, chatVariables(set));
  return {
    variables,
    problems: [
      ...unknown,
      ...slackProblems(parsed.data),
      ...teamsProblems(parsed.data, variables),
      ...contradictions(parsed.data, variables),
    ],
  };
}

function withDefaults(given: Given, chats: readonly string[]): Variables {
  const production = given.NODE_ENV === 'production';
  // Whoever names a database or programs means something of their own, where invented people have no place.
  const named = given.DATABASE_URL !== undefined || given.MUSTER_PROGRAMS !== undefined;
  const byItself = !production && chats.length === 0 && !named;
  const demo = given.MUSTER_DEMO === undefined ? byItself : given.MUSTER_DEMO === 'on';
  const slack = slackSettings(given);
  const teams = teamsSettings(given);
  return {
    production,
    port: given.PORT ?? 3000,
    // The demo lets anybody be anybody, so nobody else may reach it.
    host: given.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    ...(given.DATABASE_URL !== undefined && { databaseUrl: given.DATABASE_URL }),
    ...(given.REDIS_URL !== undefined && { redisUrl: given.REDIS_URL }),
    dataDir: given.MUSTER_DATA_DIR ?? '.muster',
    ...(given.MUSTER_PROGRAMS !== undefined && { programs: given.MUSTER_PROGRAMS }),
    ...(given.MUSTER_QUESTIONS !== undefined && { questions: given.MUSTER_QUESTIONS }),
    demo,
    // At the demo sits a person, who reads sentences and no lines of JSON.
    logLevel: given.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    chats,
    ...(slack && { slack }),
    ...(teams && { teams }),
  };
}

function contradictions(given: Given, { demo, production, host, chats }: Variables): readonly ConfigProblem[] {
  if (!demo) return [];
  const problem = (variable: string, message: string) => [{ variable, message }];
  return [
    ...(production ? problem('MUSTER_DEMO', 'The demo never runs with NODE_ENV=production. Unset one of them.') : []),
    ...(chats.length > 0
      ? problem('MUSTER_DEMO', `The demo never runs beside a real chat (${chats.join(', ')}). Unset one of them.`)
      : []),
    ...(given.HOST !== undefined && !isLoopback(host)
      ? problem('HOST', 'The demo listens on this machine only. Unset HOST, or write 127.0.0.1.')
      : []),
  ];
}

function unknownSentence(name: string): string {
  const meant = nearest(name, Object.keys(known));
  return `There is no such variable.${meant === undefined ? ' Unset it.' : ` Did you mean ${meant}?`}`;
}

function badValue(issue: z.core.$ZodIssue): ConfigProblem {
  return {
    variable: String(issue.path[0]),
    message: /[.?]$/.test(issue.message) ? issue.message : `${issue.message}.`,
  };
}
