/** The tables of the schema `muster`. Instants are text, as in the domain, and sort as text. */
import type { Generated } from 'kysely';
import type { StreamKind } from '../../domain/event.ts';

type StreamsTable = { kind: StreamKind; id: string; version: number; hash: string; at: string };
type EventsTable = {
  /** Order of writing over all streams: for reading, never for proof. int8 comes as text. */
  position: Generated<string>;
  id: string;
  kind: StreamKind;
  stream: string;
  version: number;
  type: string;
  v: number;
  at: string;
  by: string;
  source: string;
  body: string;
  previous: string;
  hash: string;
};
type TextsTable = { seal: string; kind: StreamKind; stream: string; salt: string | null; text: string | null };
type RedactionsTable = { seal: string; kind: StreamKind; stream: string; version: number };
type OnceTable = { kind: StreamKind; stream: string; mark: string; at: Generated<Date> };
type ChecklistsTable = { hash: string; body: string };
type ClockTable = { single: Generated<boolean>; offset_ms: string };
type PeopleTable = {
  id: string;
  key: string;
  name: string;
  title: string | null;
  email: string | null;
  zone: string;
  platform: string;
  address: string | null;
};
type MessagesTable = {
  position: Generated<string>;
  platform: string;
  conversation: string;
  message: string;
  contact: string;
  view: string;
  reviews: string[];
  at: string;
  delivery: string | null;
  turn: Generated<number>;
  drawn_events: Generated<number>;
  mark: string | null;
  gone: Generated<boolean>;
  tried_at: Generated<string | null>;
  part: number | null;
  /** As it comes from jsonb. */
  unsaved: Record<string, unknown> | null;
  unsaved_at: Generated<Date | null>;
  /** The address its person was parted from. It is drawn once they have it again. */
  taken_from: string | null;
  not_before: string | null;
};
type ReviewsTable = {
  id: string;
  program: string;
  title: string;
  status: string;
  opened_at: string;
  due: string;
  deadline: string;
  asked: number;
  answered: number;
  demo: boolean;
  version: number;
};
type DutiesTable = {
  key: string;
  review: string;
  kind: string;
  contact: string;
  subject: string;
  ordinal: number;
  at: string;
  delivery: string | null;
  /** Among the duties of its delivery. */
  place: number | null;
  dropped: boolean;
};
type DeliveriesTable = {
  id: string;
  contact: string;
  status: string;
  at: string;
  settled_at: string | null;
  claimed_until: string | null;
  attempts: number;
  why: string | null;
  held_before: string | null;
};
/** Milliseconds since 1970; int8 comes as text. */
type PacesTable = { key: string; next: string; place: string };
type PlacesTable = { who: string; at: string };
type PausesTable = { platform: string; since: string; why: string };
type AccountsTable = { platform: string; mark: string; says: string };
type ConversationsTable = {
  id: string;
  tenant: string;
  service_url: string;
  type: string;
  user: string | null;
  account: string | null;
  team: string | null;
  heard: Generated<Date>;
};
/** Without a lease it is done. */
type HeardMarksTable = { mark: string; at: Generated<Date>; leased_until: Date | null };
/** Held by nobody once `until` is past; the row stays for what is drawn there, until the sweep. */
type HeldMessagesTable = {
  conversation: string;
  message: string;
  until: string;
  entered: Record<string, unknown> | null;
  drawings: Generated<number>;
  drawing_until: Generated<Date | null>;
  at: Generated<Date>;
};
type LastAnswersTable = { program: string; prompt: string; tick: string; review: string; answer: string };

export type Tables = {
  streams: StreamsTable;
  events: EventsTable;
  texts: TextsTable;
  redactions: RedactionsTable;
  once: OnceTable;
  checklists: ChecklistsTable;
  clock: ClockTable;
  people: PeopleTable;
  messages: MessagesTable;
  reviews: ReviewsTable;
  duties: DutiesTable;
  deliveries: DeliveriesTable;
  last_answers: LastAnswersTable;
  paces: PacesTable;
  pace_places: PlacesTable;
  pauses: PausesTable;
  accounts: AccountsTable;
  conversations: ConversationsTable;
  heard_marks: HeardMarksTable;
  held_messages: HeldMessagesTable;
};
