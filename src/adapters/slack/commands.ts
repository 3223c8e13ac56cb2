/** The slash command. What it says is for who typed it, until they share it. */
import type { FormRef } from '../../domain/card/form.ts';
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { type Acknowledging, answering } from './acknowledging.ts';
import type { Block } from './block-kit.ts';
import { openForm } from './forms.ts';
import { readTyped, type Typed } from './inbox.ts';
import type { OpenKit } from './kit.ts';
import { type Who, who } from './people.ts';
import { answerThrough, noMarks } from './response-url.ts';
import { sayIfNotOpen } from './saying.ts';
import { drawn, type Shown, type Words } from './showing.ts';
import { escaped } from './text.ts';

type Answer = {
  readonly response_type: 'ephemeral';
  readonly text: string;
  readonly blocks?: Block[];
  readonly mrkdwn?: false;
};
export type AckCommand = (answer?: Answer) => Promise<void>;

export async function onCommand(kit: OpenKit, body: unknown, acknowledge: AckCommand): Promise<void> {
  const typed = readTyped(body);
  const where = { ...typed, from: fromOf(typed) };
  await answering(kit, { what: 'a command', where, acknowledge }, (ack) => take(kit, typed, ack));
}

async function take(kit: OpenKit, typed: Typed, ack: Acknowledging<Answer>['ack']): Promise<void> {
  const said = await answerTo(kit, typed);
  if ('form' in said) {
    await ack();
    await fillIn(kit, said.person, typed, said.form);
  } else if (!(await ack(said))) {
    // It took longer than Slack waits, and what was done stands.
    await answerThrough(typed.url, { ...said, place: 'beside' });
  }
}

type Filling = { readonly form: FormRef; readonly person: Person };

async function answerTo(kit: OpenKit, typed: Typed): Promise<Answer | Filling> {
  const found = await who(kit, typed.by);
  const there = await seen(kit, typed, found);
  if (there) return there;
  if ('stranger' in found) return sentence(found.asking);
  const { person } = found;
  const source = { via: 'slack', ref: typed.channel } as const;
  const reply = await kit.desk.command(typed.text, { by: person.id, source, once: typed.once });
  if (isRefusal(reply)) return sentence(reply.sentence);
  switch (reply.reply) {
    case 'sentence':
      return sentence(reply.sentence);
    case 'view':
      return answer(kit, person, typed, { view: reply.view });
    case 'done':
      return answer(kit, person, typed, {
        view: reply.done.view,
        note: { sentence: reply.done.sentence, refused: false },
      });
    case 'form':
      return { form: reply.form, person };
    default:
      return reply satisfies never;
  }
}

/** Whoever types it in a program's team channel, whether or not anybody knows them. */
async function seen(kit: OpenKit, { text, channel }: Typed, found: Who): Promise<Answer | undefined> {
  if ('stranger' in found && !found.ours) return undefined;
  const by = 'person' in found ? { by: found.person.id } : {};
  const there = await kit.desk.seenInChannel({ text, place: { platform: 'slack', id: channel }, ...by });
  return there && shownTo(await drawn(kit, there.as, { view: there.view }, channel));
}

async function fillIn(kit: OpenKit, person: Person, typed: Typed, ref: FormRef): Promise<void> {
  const from = fromOf(typed);
  const opened = await openForm(kit, person, { ref, from, trigger: typed.trigger });
  await sayIfNotOpen(kit, { ...typed, from }, opened);
}

function fromOf({ url, channel }: Typed) {
  return { at: 'command', url, channel } as const;
}

async function answer(kit: OpenKit, person: Person, { channel }: Typed, shown: Shown): Promise<Answer> {
  return shownTo(await drawn(kit, person.id, shown, channel));
}

function shownTo(said: Words): Answer {
  return { response_type: 'ephemeral', text: said.text, ...(said.blocks ? { blocks: [...said.blocks] } : noMarks) };
}

function sentence(text: string): Answer {
  return { response_type: 'ephemeral', text: escaped(text), ...noMarks };
}
