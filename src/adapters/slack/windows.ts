/** Opens windows while a trigger lives: three seconds, once. Where drawing takes long, an empty one is opened first. */
import { randomUUID } from 'node:crypto';
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

export type Opened = 'open' | 'not open' | 'nobody knows';

/** Whether there is a window now. */
export async function openWindow(kit: OpenKit, opening: Opening, draw: () => Promise<Modal>): Promise<Opened> {
  const drawn = draw();
  // Awaited below in either case; until then a rejection must not count as unhandled.
  drawn.catch(() => undefined);
  const left = patience - (performance.now() - opening.trigger.since);
  const first = left > 0 ? await Promise.race([drawn, after(left)]) : undefined;
  const window = await open(kit, opening, first ?? loadingModal());
  if (typeof window === 'string') return window;
  if (!first) await updateWindow(kit, window.id, await drawnOr(kit, drawn));
  return 'open';
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

type Window = { readonly id: string };

async function open(
  kit: OpenKit,
  { trigger, onTop }: Opening,
  modal: Modal,
): Promise<Window | Exclude<Opened, 'open'>> {
  const { views } = kit.clients.interactive;
  // A name of our own, by which it is found where Slack's answer is lost.
  const view = { ...modal, external_id: randomUUID() };
  try {
    const call = { trigger_id: trigger.id, view };
    return opened.parse(await (onTop ? views.push(call) : views.open(call))).view;
  } catch (error) {
    const { certainty, why } = failureOf(error);
    kit.log.warn({ why }, 'Slack did not open a window, or did not say so.');
    return certainty === 'uncertain' ? lookFor(kit, view) : 'not open';
  }
}

/** Drawn once more it is as it was; and Slack says whether it is there. */
async function lookFor(kit: OpenKit, view: Modal & { readonly external_id: string }): ReturnType<typeof open> {
  try {
    const again = { external_id: view.external_id, view };
    return opened.parse(await kit.clients.interactive.views.update(again)).view;
  } catch (error) {
    return failureOf(error).code === 'not_found' ? 'not open' : 'nobody knows';
  }
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds).unref();
  });
}
