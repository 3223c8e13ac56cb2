/** Tells the bot what happened in Teams, signed as the Bot Connector does, and can tell it again. */
import { type Fields, fields, parsed, text } from '../slack/json.ts';
import { type Heard, postToApp } from '../slack/post-to-app.ts';
import { invokeCard } from './checks/invoke-answer.ts';
import { authorization, type Token } from './issuer/tokens.ts';
import type { Entry } from './journal.ts';
import { serviceUrl, type World } from './world.ts';

export type How = {
  readonly token?: Token;
  /** Changes the activity on its way, for what no person could send. */
  readonly alter?: (activity: Fields) => Fields;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Told = Heard & {
  /** What was answered, where that was an object in JSON. */
  readonly body: Fields;
  /** The card an invoke was answered with. */
  readonly card: Fields | undefined;
  /** What the bot was sent. */
  readonly activity: Fields;
  /** The first entry since it was sent that fits. */
  readonly next: (fits: (entry: Entry) => boolean) => Promise<Entry>;
  /** The same activity once more, under the same id, as Teams does after fifteen seconds of silence. */
  readonly again: (how?: Omit<How, 'alter'>) => Promise<Told>;
};

export type Teller = (activity: Fields, how?: How) => Promise<Told>;
export type Address = {
  url: string;
  readonly patience: number;
  readonly signAt: () => number;
  inFlight: number;
};

export function telling(world: World, address: Address): Teller {
  async function tell(given: Fields, { alter, ...how }: How = {}): Promise<Told> {
    const activity = alter ? alter(given) : given;
    const from = world.journal.entries.length;
    address.inFlight += 1;
    const heard = await postToApp({
      url: address.url,
      patience: address.patience,
      headers: headersFor(world, address, how),
      body: JSON.stringify(activity),
    });
    address.inFlight -= 1;
    const body = fields(parsed(heard.text));
    note(world, activity, { status: heard.status, body });
    return {
      ...heard,
      body,
      card: heard.status === 200 && activity['type'] === 'invoke' ? invokeCard(world, body) : undefined,
      activity,
      next: (fits) => world.journal.next(fits, from),
      again: (more) => tell(activity, more),
    };
  }
  return tell;
}

export function headersFor(world: World, { signAt }: Address, { token = 'valid', headers }: How) {
  const about = { appId: world.bot.appId, serviceUrl: serviceUrl(world), at: signAt() };
  const signed = world.asksFor === 'nothing' ? undefined : authorization(token, about);
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
    ...(signed === undefined ? {} : { authorization: signed }),
    ...headers,
  };
}

function note(world: World, activity: Fields, { status, body }: { status: number; body: Fields }): void {
  world.journal.note({
    name: text(activity['type']),
    told: true,
    method: 'POST',
    path: '',
    conversation: text(fields(activity['conversation'])['id']),
    body: activity,
    status,
    answer: body,
    at: world.now(),
  });
}
