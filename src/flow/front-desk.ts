/** The front desk at work: draws, takes forms and commands, and passes intents on to be recorded. */

import { canonicalJson } from '../domain/canonical-json.ts';
import type { FormRef, FormValues } from '../domain/card/form.ts';
import { formOf } from '../domain/card/form-of.ts';
import { refusedInForm } from '../domain/card/forms/refused-in-form.ts';
import type { Intent } from '../domain/card/intent.ts';
import { intentsOf } from '../domain/card/intents-of.ts';
import { readCommand } from '../domain/card/read-command.ts';
import type { Scene } from '../domain/card/scene.ts';
import { isRefusal, type Refusal } from '../domain/event.ts';
import type { Actor, Desk, Done, Reply } from './desk.ts';
import { seenInChannel } from './in-channel.ts';
import type { Ports } from './ports.ts';
import { programsOf, withReach } from './program-scenes.ts';
import { noteReachable, noteUnreachable } from './reach.ts';
import { record } from './record.ts';
import { drawFor, reviewsAtHand, sceneFor } from './scene.ts';
import { sharedAs } from './shared-as.ts';
import { upcoming } from './upcoming.ts';

export function frontDesk(ports: Ports): Desk {
  return {
    card: (view, viewer, asOf) => drawFor(ports, view, { viewer, asOf }),
    form: async (ref, viewer) => formOf(ref, await reached(ports, ref, await sceneOf(ports, ref, viewer))),
    record: (intent, actor) => record(ports, intent, actor),
    submit: (ref, values, actor) => submit(ports, ref, values, actor),
    command: (text, actor) => command(ports, text, actor),
    seenInChannel: (asked) => seenInChannel(ports, asked),
    sharedAs: (view, place) => sharedAs(ports, view, place),
    noteReachable: (contact) => noteReachable(ports, contact),
    noteUnreachable: (contact, why) => noteUnreachable(ports, contact, why),
    upcoming: (limit) => upcoming(ports, limit),
  };
}

/** What was valid is recorded, each by itself; what was not comes back as fields. Nothing entered is lost. */
async function submit(ports: Ports, ref: FormRef, values: FormValues, actor: Actor): Promise<Done | Refusal> {
  const { intents, fields, then } = intentsOf(ref, values, await sceneOf(ports, ref, actor.by));
  const misfits = [...fields];
  const refused: { readonly refusal: Refusal; readonly prompt: string | undefined }[] = [];
  const saved: string[] = [];
  let last: Done | undefined;
  for (const intent of intents) {
    const once = actor.once && { once: markOf(actor.once, intent) };
    const answer = await record(ports, intent, { ...actor, ...once });
    const prompt = 'prompt' in intent ? intent.prompt : undefined;
    if (!isRefusal(answer)) {
      last = answer;
      if (prompt !== undefined) saved.push(prompt);
      continue;
    }
    refused.push({ refusal: answer, prompt });
    // A whole section's form names its fields by prompt; that of one prompt has only its own.
    const prefix = ref.form === 'section' && prompt !== undefined ? `${prompt}/` : '';
    misfits.push(...(answer.fields ?? []).map(({ field, sentence }) => ({ field: `${prefix}${field}`, sentence })));
  }
  if (refused.length === 0 && misfits.length === 0) {
    return last
      ? { ...last, ...(then && { view: then }) }
      : { done: true, sentence: 'Nothing was entered, so nothing was recorded.' };
  }
  // What no field can mend comes first: it is said above them all.
  const why = refused.find(({ refusal }) => refusal.refused !== 'does not fit')?.refusal ?? refused[0]?.refusal;
  const tried = {
    saved: intents.length - refused.length,
    left: new Set([...fields.map(({ field }) => field.split('/')[0]), ...refused.map(({ prompt }) => prompt)]).size,
    ...(why && { why }),
    stale: refused.flatMap(({ refusal, prompt }) => (refusal.refused === 'stale' && prompt ? [prompt] : [])),
  };
  const sentence = refusedInForm(ref, tried, await sceneOf(ports, ref, actor.by));
  return { refused: why?.refused ?? 'does not fit', sentence, fields: misfits, saved };
}

/**
 * By what it asks for, never by its place: sent again, a form asks for less, since what was recorded already is left out,
 * and a place would then mark another answer as taken.
 */
function markOf(once: string, intent: Intent): string {
  return `${once}/${canonicalJson(intent)}`;
}

async function command(ports: Ports, text: string, actor: Actor): Promise<Reply | Refusal> {
  const scene = await sceneFor(ports, actor.by, await reviewsAtHand(ports));
  const read = readCommand(text, { ...scene, programs: await programsOf(ports, actor.by) });
  if ('view' in read) return { reply: 'view', view: read.view };
  if ('form' in read) return { reply: 'form', form: read.form };
  if ('sentence' in read) return { reply: 'sentence', sentence: read.sentence };
  const done = await record(ports, read.intent, actor);
  return isRefusal(done) ? done : { reply: 'done', done };
}

async function sceneOf(ports: Ports, ref: FormRef, viewer: string): Promise<Scene> {
  if ('review' in ref) return sceneFor(ports, viewer, [ref.review]);
  const scene = await sceneFor(ports, viewer, await reviewsAtHand(ports));
  return { ...scene, programs: await programsOf(ports, viewer) };
}

/** Who would hear of it, looked at once somebody is about to decide; what they then send need not wait for it again. */
async function reached(ports: Ports, ref: FormRef, scene: Scene): Promise<Scene> {
  const program = ref.form === 'open' ? scene.programs?.get(ref.program) : undefined;
  if (!program) return scene;
  const paused = await ports.connections.paused();
  return { ...scene, paused, programs: new Map([[program.id, await withReach(ports, program)]]) };
}
