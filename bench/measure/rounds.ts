/** Columns of one table, measured in turn and again in turn, so that what else the machine does falls on all alike. */
import type { AppProcess } from './app-process.ts';
import { type Load, type Source, saturate, steady } from './load.ts';
import { median, percentile } from './statistics.ts';

export type Column = {
  readonly name: string;
  readonly app: AppProcess;
  readonly path: string;
  readonly source: Source;
  /** Resolves when what its acknowledgements set off is done, so that nothing of it runs into the next column's time. */
  readonly settled?: () => Promise<void>;
  /** How many it has on record. Counted before and after: each acknowledged one must be there. */
  readonly recorded?: () => Promise<number>;
};

/** Medians over the rounds; times in milliseconds. */
export type Measured = {
  readonly name: string;
  readonly perSecond: number;
  /** Of the second column's, in the same round: what else the machine did then falls on both. */
  readonly ofSecond: number;
  /** Of one processor, for each acknowledged one, with all that it set off. */
  readonly processor: number;
  /** At a steady pace: absent where it could not be kept. */
  readonly p50: number;
  readonly p99: number;
};

export type Plan = {
  readonly rounds: number;
  readonly connections: number;
  /** Until the compiler has seen what is hot. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
  readonly steadyPerSecond: number;
  readonly steadySeconds: number;
};

type Round = { readonly full: Load; readonly processor: number; readonly pace: Load };

export async function interleaved(columns: readonly Column[], plan: Plan): Promise<readonly Measured[]> {
  const rounds = new Map<string, Round[]>(columns.map(({ name }) => [name, []]));
  for (const column of columns) {
    await saturate(target(column), { connections: plan.connections, seconds: plan.warmUpSeconds });
    await column.settled?.();
  }
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const column of columns) {
      const one = await measured(column, plan);
      rounds.get(column.name)?.push(one);
      process.stderr.write(`Round ${round} of ${plan.rounds}, ${column.name}: ${rate(one).toFixed(0)}/s\n`);
    }
  }
  const floor = rounds.get(columns[1]?.name ?? '') ?? [];
  return columns.map(({ name }) => summary(name, rounds.get(name) ?? [], floor));
}

function target({ app, path, source }: Column) {
  return { url: `${app.url}${path}`, source };
}

async function measured(column: Column, plan: Plan): Promise<Round> {
  const before = (await column.recorded?.()) ?? 0;
  const from = column.app.processorTime();
  const full = await saturate(target(column), plan);
  await column.settled?.();
  const processor = column.app.processorTime() - from;
  const pace = await steady(target(column), { perSecond: plan.steadyPerSecond, seconds: plan.steadySeconds });
  await column.settled?.();
  const recorded = ((await column.recorded?.()) ?? 0) - before;
  const acknowledged = full.acknowledged + pace.acknowledged;
  if (column.recorded && recorded !== acknowledged) {
    throw new Error(`${column.name}: ${acknowledged} were acknowledged and ${recorded} are on record.`);
  }
  return { full, processor: processor / full.acknowledged, pace };
}

function summary(name: string, rounds: readonly Round[], floor: readonly Round[]): Measured {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  return {
    name,
    perSecond: of(rate),
    ofSecond: median(rounds.map((round, at) => rate(round) / rateAt(floor, at))),
    processor: of(({ processor }) => processor),
    p50: of(({ pace }) => percentile(pace.latencies, 0.5)),
    p99: of(({ pace }) => percentile(pace.latencies, 0.99)),
  };
}

function rate({ full }: Round): number {
  return full.acknowledged / full.seconds;
}

function rateAt(rounds: readonly Round[], at: number): number {
  const round = rounds[at];
  if (!round) throw new Error('A column misses a round.');
  return rate(round);
}
