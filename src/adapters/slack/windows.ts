/** Opens windows while a trigger lives: three seconds, once. Where drawing takes long, an empty one is opened first. */
import { z } from 'zod';
import type { Modal } from './block-kit.ts';
import { failureOf } from './failures.ts';
import type { OpenKit } from './kit.ts';
import { loadingModal, sayingModal } from './render-view.ts';

// Of a trigger's three seconds, with what the way there and back takes.
const patience = 800;

/** `since`: when it came, in milliseconds of `performance.now()`. Whatever is done before a window opens is of its time. */
export type Trigger = { readonly id: string; readonly since: number };

export type Opening = {
  readonly trigger: Trigger;
  /** On top of the window it was pressed in. */
  readonly onTop: boolean;
};

/** Whether there is a window now. */
export async function openWindow(kit: OpenKit, opening: Opening, draw: () => Promise<Modal>): Promise<boolean> {
  const drawn = draw();
  // Awaited below in either case; until then a rejection must not count as unhandled.
  drawn.catch(() => undefined);
  const left = patience - (performance.now() - opening.trigger.since);
  const first = left > 0 ? await Promise.race([drawn, after(left)]) : undefined;
  const id = await open(kit, opening, first ?? loadingModal());
  if (id === undefined) return false;
  if (!first) await updateWindow(kit, id, await drawnOr(kit, drawn));
  return true;
}

/** The window is there already and says to wait a moment: it is not to say so for ever. */
async function drawnOr({ log }: OpenKit, drawn: Promise<Modal>): Promise<Modal> {
  try {
    return await drawn;
  } catch (error) {
    log.error({ err: error }, 'A window could not be drawn.');
    return sayingModal('Muster could not draw this just now. Nothing was lost; close this and press once more.');
  }
}

export async function updateWindow(kit: OpenKit, id: string, view: Modal): Promise<void> {
  try {
    await kit.clients.interactive.views.update({ view_id: id, view });
  } catch (error) {
    // Whoever closed the window meanwhile has seen what they wanted to see.
    const { code, why } = failureOf(error);
    if (code !== 'not_found') kit.log.warn({ why }, 'A window in Slack could not be drawn again.');
  }
}

const opened = z.object({ view: z.object({ id: z.string() }) });

async function open(kit: OpenKit, { trigger, onTop }: Opening, view: Modal): Promise<string | undefined> {
  const { views } = kit.clients.interactive;
  try {
    const call = { trigger_id: trigger.id, view };
    return opened.parse(await (onTop ? views.push(call) : views.open(call))).view.id;
  } catch (error) {
    kit.log.warn({ why: failureOf(error).why }, 'Slack did not open a window.');
    return undefined;
  }
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds).unref();
  });
}
