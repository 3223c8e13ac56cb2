/** The slash command. What it says is for who typed it, until they share it. */
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Block } from './block-kit.ts';
import { tooSlow } from './clicks.ts';
import { openForm } from './forms.ts';
import { readTyped, type Typed } from './inbox.ts';
import type { OpenKit } from './kit.ts';
import { who } from './people.ts';
import { answerThrough } from './response-url.ts';
import { drawn, type Shown } from './showing.ts';
import { escaped } from './text.ts';

type Answer = { readonly response_type: 'ephemeral'; readonly text: string; readonly blocks?: Block[] };
export type AckCommand = (answer?: Answer) => Promise<void>;

export async function onCommand(kit: OpenKit, body: unknown, ack: AckCommand): Promise<void> {
  const typed = readTyped(body);
  const found = await who(kit, typed.by);
  if ('stranger' in found) return ack(sentence(found.stranger));
  const { person } = found;
  const source = { via: 'slack', ref: typed.channel } as const;
  const reply = await kit.desk.command(typed.text, { by: person.id, source, once: typed.once });
  if (isRefusal(reply)) return ack(sentence(reply.sentence));
  switch (reply.reply) {
    case 'sentence':
      return ack(sentence(reply.sentence));
    case 'view':
      return ack(await answer(kit, person, typed, { view: reply.view }));
    case 'done': {
      const note = { sentence: reply.done.sentence, refused: false };
      return ack(await answer(kit, person, typed, { view: reply.done.view, note }));
    }
    case 'form': {
      await ack();
      const from = { at: 'command', url: typed.url, channel: typed.channel } as const;
      const opened = await openForm(kit, person, { ref: reply.form, from, trigger: typed.trigger });
      if (!opened) await answerThrough(typed.url, { text: escaped(tooSlow), place: 'beside' });
      return;
    }
    default:
      return reply satisfies never;
  }
}

async function answer(kit: OpenKit, person: Person, { channel }: Typed, shown: Shown): Promise<Answer> {
  const said = await drawn(kit, person, shown, channel);
  return { response_type: 'ephemeral', text: said.text, ...(said.blocks && { blocks: [...said.blocks] }) };
}

function sentence(text: string): Answer {
  return { response_type: 'ephemeral', text: escaped(text) };
}
