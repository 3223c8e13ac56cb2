/** Tells the app what a person did, over HTTP or Socket Mode, and can tell it again. */
import type { Entry } from './journal.ts';
import { type Fields, fields, parsed, text } from './json.ts';
import { type Parcel, type Retry, wrapped } from './parcel.ts';
import { type Heard, postToApp } from './post-to-app.ts';
import { type Signing, signed } from './sign.ts';
import type { SocketMode } from './socket-mode.ts';
import type { World } from './world.ts';

export type How = {
  readonly sign?: Signing;
  readonly retry?: Retry;
  /** Changes the payload on its way, for what no person could send. */
  readonly alter?: (payload: Fields) => Fields;
};

export type Told = Heard & {
  /** What was answered, where that was JSON. */
  readonly body: Fields;
  /** What the app was sent. */
  readonly payload: Fields;
  /** The first entry since it was sent that fits. */
  readonly next: (fits: (entry: Entry) => boolean) => Promise<Entry>;
  /** The n-th answer that came to this act's response_url. */
  readonly answered: (nth?: number) => Promise<Entry>;
  /** The same once more: signed anew as Slack does, or with `exact` word for word as a thief would. */
  readonly again: (how?: Omit<How, 'alter'> & { readonly exact?: boolean }) => Promise<Told>;
};

export type Teller = (parcel: Parcel, how?: How) => Promise<Told>;
export type Address = {
  url: string;
  readonly secret: string;
  readonly patience: number;
  readonly signAt: () => number;
  /** When there, Slack speaks over it and never over HTTP. */
  readonly socket: SocketMode | undefined;
  inFlight: number;
};

export function telling(world: World, address: Address): Teller {
  async function tell(parcel: Parcel, how: How = {}, exact?: Record<string, string>): Promise<Told> {
    const payload = how.alter ? how.alter(parcel.payload) : parcel.payload;
    const sent: Parcel = { ...parcel, payload };
    const headers = exact ?? headersFor(sent, address, how);
    const from = world.journal.entries.length;
    address.inFlight += 1;
    const heard = await (address.socket
      ? address.socket.deliver(sent, how.retry)
      : postToApp({ ...address, headers, body: wrapped(sent).body }));
    address.inFlight -= 1;
    const body = fields(parsed(heard.text));
    world.journal.note({ name: nameOf(payload), args: payload, status: heard.status, answer: body, at: world.now() });
    const next = (fits: (entry: Entry) => boolean) => world.journal.next(fits, from);
    return {
      ...heard,
      body,
      payload,
      next,
      answered: (nth = 1) => nthAnswer(world, payload, nth),
      again: ({ exact: same, ...more } = {}) => tell(sent, more, same ? headers : undefined),
    };
  }
  return (parcel, how) => tell(parcel, how);
}

function headersFor(parcel: Parcel, { secret, signAt }: Address, { sign, retry }: How): Record<string, string> {
  const { type, body } = wrapped(parcel);
  return {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    accept: '*/*',
    ...signed(body, secret, { at: signAt(), ...sign }),
    ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
  };
}

/** As the journal calls it: `block_actions`, `app_home_opened`, `/review`. */
function nameOf(payload: Fields): string {
  return text(fields(payload['event'])['type']) || text(payload['command']) || text(payload['type']);
}

async function nthAnswer({ journal }: World, payload: Fields, nth: number): Promise<Entry> {
  const id = text(payload['response_url']).split('/').at(-1);
  const answers = () => journal.entries.filter(({ name, url }) => name === 'response_url' && url === id);
  await journal.until(`answer ${nth} at the response_url of a ${nameOf(payload)}`, () => answers().length >= nth);
  const answer = answers()[nth - 1];
  if (!answer) throw new Error('An answer went away.');
  return answer;
}
