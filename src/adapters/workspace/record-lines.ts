/** Rows of the record with a sentence each: the envelope says that it happened, its event says what. */
import type { Checklist } from '../../domain/checklist/checklist.ts';
import type { Recorded, Stream, StreamKind } from '../../domain/event.ts';
import { nameOf, type People } from '../../domain/people.ts';
import type { RecordRow } from '../../flow/ports/readings.ts';
import { type AnyEvent, sayEvent } from './event-words.ts';
import type { Names } from './names.ts';
import type { WorkspaceOptions } from './options.ts';
import { promptWords } from './prompt-words.ts';

export type RecordLine = { readonly row: RecordRow; readonly sentence: string; readonly by: string };

type Reads = Pick<WorkspaceOptions, 'store' | 'checklists'>;

export async function recordLines(
  reads: Reads,
  rows: readonly RecordRow[],
  people: People,
): Promise<readonly RecordLine[]> {
  const told = new Map((await Promise.all(byStream(rows).map((of) => sentencesOf(reads, of, people)))).flat());
  return rows.map((row) => ({ row, sentence: told.get(row.id) ?? row.type, by: nameOf(people, row.by) }));
}

function byStream(rows: readonly RecordRow[]): readonly (readonly RecordRow[])[] {
  const streams = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const key = `${row.stream.kind}/${row.stream.id}`;
    streams.set(key, [...(streams.get(key) ?? []), row]);
  }
  return [...streams.values()];
}

async function sentencesOf(reads: Reads, rows: readonly RecordRow[], people: People) {
  const versions = rows.map((row) => row.version);
  const [first] = rows;
  if (!first) return [];
  const range = { from: Math.min(...versions), to: Math.max(...versions) };
  const events = await eventsBetween(reads, first.stream, range);
  const names = await namesIn(reads, first.stream, people);
  return events.map((recorded) => [recorded.id, sayEvent(recorded, names)] as const);
}

async function eventsBetween({ store }: Reads, stream: Stream, { from, to }: { from: number; to: number }) {
  const found: Recorded<AnyEvent>[] = [];
  for await (const batch of store.read<StreamKind>(stream, from - 1)) {
    found.push(...batch.filter((recorded) => recorded.version <= to));
    if ((batch.at(-1)?.version ?? to) >= to) break;
  }
  return found;
}

async function namesIn({ store, checklists }: Reads, stream: Stream, people: People): Promise<Names> {
  const checklist = await checklistOf({ store, checklists }, stream);
  return {
    contact: people.has(stream.id) ? nameOf(people, stream.id) : 'the team channel',
    person: (id) => nameOf(people, id),
    prompt: (id) => promptWords(checklist, id),
    zone: await zoneOf(store, stream),
  };
}

async function zoneOf(store: Reads['store'], stream: Stream): Promise<string> {
  if (stream.kind !== 'program') return 'UTC';
  const current = await store.current({ kind: 'program', id: stream.id });
  return current?.state.settings.cadence.zone ?? 'UTC';
}

async function checklistOf({ store, checklists }: Reads, stream: Stream): Promise<Checklist | undefined> {
  if (stream.kind !== 'review') return undefined;
  const current = await store.current({ kind: 'review', id: stream.id });
  return current && (await checklists.byHash(current.state.checklist.hash));
}
