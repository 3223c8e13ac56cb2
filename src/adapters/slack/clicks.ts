/** A press of a button. It is acknowledged after the commit, and shown after the acknowledgement. */
import { confirmed, type Intent } from '../../domain/card/intent.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Done } from '../../flow/desk.ts';
import { type Acknowledging, answering } from './acknowledging.ts';
import { openForm } from './forms.ts';
import { type Click, readClick } from './inbox.ts';
import type { OpenKit } from './kit.ts';
import { type Origin, refOf } from './origin.ts';
import { who } from './people.ts';
import type { Note } from './render-note.ts';
import { cardModal } from './render-view.ts';
import { say, sayIfNotOpen } from './saying.ts';
import { share } from './sharing.ts';
import { type Shown, show } from './showing.ts';
import { openWindow } from './windows.ts';

type Ack = Acknowledging<never>['ack'];
type Pressed = Click & { readonly from: Origin };
type Kind = 'intent' | 'show' | 'form' | 'share';
type Handler = (kit: OpenKit, person: Person, pressed: Pressed, ack: Ack) => Promise<void>;

const handlers: ReadonlyMap<string, Handler> = new Map<Kind, Handler>([
  ['intent', carryOut],
  ['show', look],
  ['form', fillIn],
  ['share', pass],
]);

export async function onClick(kit: OpenKit, body: unknown, acknowledge: () => Promise<void>): Promise<void> {
  const click = readClick(body);
  await answering(kit, { what: 'a click', where: click, acknowledge }, (ack) => take(kit, click, ack));
}

async function take(kit: OpenKit, click: Click, ack: Ack): Promise<void> {
  const handler = handlers.get(click.kind);
  const { from, does } = click;
  if (!handler || !from || does?.press !== click.kind) {
    await ack();
    await say(
      kit,
      click,
      `Muster does not know this button; it may be from an earlier version. Type ${kit.command} mine to see what waits for you.`,
    );
    return;
  }
  const found = await who(kit, click.by);
  if ('stranger' in found) {
    await ack();
    await say(kit, click, does.press === 'show' ? found.asking : found.stranger);
    return;
  }
  await handler(kit, found.person, { ...click, from }, ack);
}

async function carryOut(kit: OpenKit, person: Person, pressed: Pressed, ack: Ack): Promise<void> {
  if (pressed.does?.press !== 'intent') return;
  const { intent } = pressed.does;
  const source = { via: 'slack', ref: refOf(pressed.from) } as const;
  const outcome = await kit.desk.record(intent, { by: person.id, source, once: pressed.once });
  await ack();
  await show(kit, person, pressed.from, resultOf(intent, outcome));
}

function resultOf(intent: Intent, outcome: Done | Refusal): Shown {
  const refused = isRefusal(outcome);
  const again = refused && outcome.refused === 'needs confirmation' ? confirmed(intent) : undefined;
  const confirm = again && ({ press: 'intent', intent: again } as const);
  const note: Note = { sentence: outcome.sentence, refused, ...(confirm && { confirm }) };
  return { note, ...(!refused && outcome.view && { view: outcome.view }) };
}

async function look(kit: OpenKit, person: Person, pressed: Pressed, ack: Ack): Promise<void> {
  await ack();
  const { does, from, trigger } = pressed;
  if (does?.press !== 'show') return;
  const { view, part } = does;
  // Home keeps showing what waits, and a kept message its first part: both open a window for more.
  if (from.at === 'home' || (from.at === 'message' && part !== undefined)) {
    const opened = await openWindow(kit, { trigger, onTop: false }, async () => {
      return cardModal({ card: await kit.desk.card(view, person.id), view, ...(part !== undefined && { part }) });
    });
    return sayIfNotOpen(kit, pressed, opened);
  }
  await show(kit, person, from, { view, part });
}

async function fillIn(kit: OpenKit, person: Person, pressed: Pressed, ack: Ack): Promise<void> {
  await ack();
  const { does, from, trigger } = pressed;
  if (does?.press !== 'form') return;
  const opened = await openForm(kit, person, { ref: does.form, from, trigger });
  await sayIfNotOpen(kit, pressed, opened);
}

async function pass(kit: OpenKit, person: Person, pressed: Pressed, ack: Ack): Promise<void> {
  await ack();
  if (pressed.does?.press !== 'share' || pressed.from.at !== 'ephemeral') return;
  const { view } = pressed.does;
  const sentence = await share(kit, person, { view, channel: pressed.from.channel, once: pressed.once });
  if (sentence !== undefined) await say(kit, pressed, sentence);
}
