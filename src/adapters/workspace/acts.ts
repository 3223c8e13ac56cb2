/** What a person's press, form, command or skip does. Each resolves to the address to go on at. */
import { randomUUID } from 'node:crypto';
import type { Press } from '../../domain/card/card.ts';
import { confirmed, type Intent } from '../../domain/card/intent.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Actor, Done, Reply } from '../../flow/desk.ts';
import type { SeenInChannel } from '../../flow/in-channel.ts';
import { conversationAt, direct, formAt } from './addresses.ts';
import type { Marks } from './inbox.ts';
import type { Kit } from './kit.ts';
import { showAt } from './placing.ts';
import { fragmentOf, type Note } from './standing.ts';

export async function press(kit: Kit, viewer: Person, pressed: Marks & { readonly press: Press }): Promise<string> {
  switch (pressed.press.press) {
    case 'form':
      return formAt(viewer.key, { ...pressed, ref: pressed.press.form, once: newOnce() });
    case 'show': {
      kit.asides.setNote(viewer.id, undefined);
      const shown = await showAt(kit, { ...pressed, viewer }, pressed.press.view);
      kit.notifier.changed();
      return conversationAt(viewer.key, pressed.place, fragmentOf(shown));
    }
    case 'intent':
      return carryOut(kit, viewer, pressed, pressed.press.intent);
    default:
      return pressed.press satisfies never;
  }
}

async function carryOut(kit: Kit, viewer: Person, from: Marks, intent: Intent): Promise<string> {
  const outcome = await kit.desk.record(intent, actorOf(viewer, from));
  const prompt = 'prompt' in intent ? intent.prompt : onlyPrompt(intent);
  return tell(kit, viewer, from, { outcome, prompt, confirm: confirming(intent, outcome) });
}

type Told = {
  readonly outcome: Done | Refusal;
  readonly prompt?: string | undefined;
  readonly confirm?: string | undefined;
};

/** Says what came of it where it was pressed, and shows what the message shows from now on. */
export async function tell(kit: Kit, viewer: Person, from: Marks, told: Told): Promise<string> {
  const { outcome, prompt, confirm } = told;
  const view = isRefusal(outcome) ? undefined : outcome.view;
  const shown = view ? await showAt(kit, { ...from, viewer }, view) : from.message;
  const said = { sentence: outcome.sentence, refused: isRefusal(outcome) };
  const note: Note = { message: shown, ...said, ...(prompt && { prompt }), ...(confirm && { confirm }) };
  kit.asides.setNote(viewer.id, shown ? note : undefined);
  if (!shown) aside(kit, viewer, from.place, said);
  kit.notifier.changed();
  const fragment = shown ? `${fragmentOf(shown)}${prompt ? `-${prompt}` : ''}` : undefined;
  return conversationAt(viewer.key, from.place, fragment);
}

export async function say(
  kit: Kit,
  viewer: Person,
  said: Omit<Marks, 'message'> & { readonly text: string },
): Promise<string> {
  const { place, text, once } = said;
  if (text === '') return conversationAt(viewer.key, place);
  const from = { place, once, message: '' };
  kit.asides.add(viewer.id, { id: `said-${once}`, place, at: kit.clock.now(), aside: 'said', text });
  const there = await seenThere(kit, viewer, { text, place });
  if (there) {
    const id = `aside-${once}`;
    kit.asides.add(viewer.id, { id, place, at: kit.clock.now(), aside: 'view', ...there });
    kit.notifier.changed();
    return conversationAt(viewer.key, place, fragmentOf(id));
  }
  const reply = await kit.desk.command(text, actorOf(viewer, from));
  const next = await answerTo(kit, viewer, from, reply);
  kit.notifier.changed();
  return next;
}

type Said = { readonly text: string; readonly place: string };

/** What anybody may ask for in a program's channel, whether or not they have a part in its review. */
async function seenThere(kit: Kit, viewer: Person, { text, place }: Said): Promise<SeenInChannel | undefined> {
  const program = place === direct ? undefined : await kit.store.current({ kind: 'program', id: place });
  const channel = program?.state.settings.channel;
  if (channel?.platform !== 'workspace') return undefined;
  return kit.desk.seenInChannel({ text, place: { platform: 'workspace', id: channel.id }, by: viewer.id });
}

async function answerTo(kit: Kit, viewer: Person, from: Marks, reply: Reply | Refusal): Promise<string> {
  const here = conversationAt(viewer.key, from.place, 'latest');
  if (isRefusal(reply)) {
    aside(kit, viewer, from.place, { sentence: reply.sentence, refused: true });
    return here;
  }
  switch (reply.reply) {
    case 'view':
      return conversationAt(viewer.key, from.place, fragmentOf(await showAt(kit, { ...from, viewer }, reply.view)));
    case 'form':
      return formAt(viewer.key, { ...from, ref: reply.form, once: newOnce() });
    case 'sentence':
      aside(kit, viewer, from.place, { sentence: reply.sentence, refused: false });
      return here;
    case 'done':
      aside(kit, viewer, from.place, { sentence: reply.done.sentence, refused: false });
      if (reply.done.view) await showAt(kit, { ...from, viewer }, reply.done.view);
      return here;
    default:
      return reply satisfies never;
  }
}

export function actorOf(viewer: Person, { once, message, place }: Marks): Actor {
  return { by: viewer.id, source: { via: 'workspace', ref: message || place }, once };
}

export function newOnce(): string {
  return randomUUID();
}

function aside(kit: Kit, viewer: Person, place: string, said: { sentence: string; refused: boolean }): void {
  kit.asides.add(viewer.id, { id: `told-${newOnce()}`, place, at: kit.clock.now(), aside: 'told', ...said });
}

function onlyPrompt(intent: Intent): string | undefined {
  if (intent.does !== 'answer as last time' || intent.prompts.length !== 1) return undefined;
  return intent.prompts[0]?.prompt;
}

// Offered only where the intent knows a confirmation at all.
function confirming(intent: Intent, outcome: Done | Refusal): string | undefined {
  if (!isRefusal(outcome) || outcome.refused !== 'needs confirmation') return undefined;
  const again = confirmed(intent);
  return again && JSON.stringify({ press: 'intent', intent: again } satisfies Press);
}
