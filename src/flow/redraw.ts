/** Redraws the messages that show a review, late and paced, until each is current: whoever draws, and after a restart. */
import { markOf } from '../domain/card/mark.ts';
import { isChannel } from '../domain/contact/manners.ts';
import type { Platform, ReviewId } from '../domain/event.ts';
import { type Instant, millisecondsOf, toInstant } from '../domain/time/instant.ts';
import type { Drawing, Message, Outdated } from './ports/messages.ts';
import { DeliveryFailed, mayStand, type Redrawing } from './ports/messenger.ts';
import type { Ports } from './ports.ts';
import { noteDrawn, noteUnreachable } from './reach.ts';
import { drawFor } from './scene.ts';
import { wake } from './soon.ts';

type Around = Omit<Ports, 'cadences'>;

/** What changes within a few seconds is redrawn together. */
export async function redrawSoon(ports: Around, review: ReviewId): Promise<void> {
  if (redrawn(ports).length > 0) await wake(ports, { look: 'cards', id: review, at: nextRound(ports) });
}

const aFew = 5_000;

/** The same for all that ask until then, so that many who wait are one alarm. */
function nextRound(ports: Pick<Ports, 'clock'>, every = aFew): Instant {
  return roundAfter(ports, 1, every);
}

/** The first that comes no earlier than that many milliseconds from now, and of a long wait not much later. */
function roundAfter(
  { clock }: Pick<Ports, 'clock'>,
  after: number,
  every = Math.min(Math.max(after, aFew), aWhile),
): Instant {
  return toInstant(Math.ceil((millisecondsOf(clock.now()) + after) / every) * every);
}

// So that a review with very many cards leaves room for those who answer.
const mostAtOnce = 50;

/** The reviews whose cards another process left behind, or a platform did not take. Those long over are let rest. */
export async function outdated(ports: Around): Promise<readonly ReviewId[]> {
  const platforms = redrawn(ports);
  if (platforms.length === 0) return [];
  const now = ports.clock.now();
  return ports.messages.reviewsOutdated(toInstant(millisecondsOf(now) - aDay), platforms, now);
}

const aWhile = 30_000;
const aDay = 24 * 60 * 60 * 1000;

export async function redrawAbout(ports: Around, review: ReviewId): Promise<void> {
  const paused = new Set((await ports.connections.paused()).map(({ platform }) => platform));
  const platforms = redrawn(ports).filter((platform) => !paused.has(platform));
  if (platforms.length === 0) return;
  const round: Round = { review, full: new Map(), closed: new Set(), again: [], left: mostAtOnce };
  const all = await ports.messages.outdated(review, platforms);
  for (const message of all) if (round.left > 0) await redrawOne(ports, round, message);
  if (round.left === 0) round.again.push(nextRound(ports));
  const [next] = round.again.toSorted();
  if (next !== undefined) await wake(ports, { look: 'cards', id: review, at: next });
}

/**
 * `full`: which paces leave no turn, until when. `closed`: conversations where nothing may be drawn now. `again`: when to
 * look again. `left`: how many more may be drawn.
 */
type Round = {
  readonly review: ReviewId;
  readonly full: Map<string, Instant>;
  readonly closed: Set<string>;
  readonly again: Instant[];
  left: number;
};

async function redrawOne(ports: Around, round: Round, { ref, notBefore }: Outdated): Promise<void> {
  const redrawing = ports.messengers.get(ref.platform)?.redrawing;
  if (!redrawing || round.closed.has(ref.conversation)) return;
  if (notBefore !== undefined && notBefore > ports.clock.now()) {
    round.again.push(notBefore);
    return;
  }
  if (redrawing.paces(ref).some(({ key }) => round.full.has(key))) return;
  if (await redrawing.isBusy?.(ref)) {
    round.again.push(nextRound(ports, aWhile));
    return;
  }
  round.left -= 1;
  const drawing = await ports.messages.begin(ref);
  // Their account may have been taken from them since this round began.
  if (!drawing || drawing.gone) return;
  try {
    if (!(await drawNow(ports, round, { redrawing, drawing }))) return;
  } catch (error) {
    return failed(ports, round, drawing, error);
  }
  if (isChannel(drawing.contact)) await noteDrawn(ports, drawing.contact);
}

type Now = { readonly redrawing: Redrawing; readonly drawing: Drawing };

/** Whether it was sent. */
async function drawNow(ports: Around, round: Round, { redrawing, drawing }: Now): Promise<boolean> {
  const { ref, view, contact } = drawing;
  const card = await drawFor(ports, view, { viewer: contact });
  const mark = markOf(card);
  if (mark === drawing.mark) {
    await ports.messages.drawn(drawing, mark);
    return false;
  }
  if (!(await mayPass(ports, round, { redrawing, ref }))) return false;
  // One that got no turn was not tried, and comes before those that were.
  await ports.messages.sending(ref);
  try {
    if ((await redrawing.redraw(ref, view, card)) === 'gone') await ports.messages.gone(ref);
    else await ports.messages.drawn(drawing, mark);
  } catch (error) {
    if (mayStand(error)) await ports.messages.drawn(drawing);
    throw error;
  }
  return true;
}

/** It stays outdated, so the next change or the next sweep draws it; the others must not wait for it. */
async function failed(ports: Around, round: Round, drawing: Drawing, error: unknown): Promise<void> {
  const { ref } = drawing;
  if (error instanceof DeliveryFailed && error.certainty === 'unreachable') {
    await ports.messages.putOff(drawing);
    return notNow(ports, round, { ...drawing, why: error.message });
  }
  const { retryAfter: after, guessed } = error instanceof DeliveryFailed ? error : nothingSaid;
  const until = roundAfter(ports, after === undefined || guessed ? Math.max(after ?? 0, aWhile) : after);
  await ports.messages.putOff(drawing, until);
  if (after !== undefined) round.again.push(until);
  else ports.log.warn({ message: ref.message, error: String(error) }, 'A card could not be redrawn.');
}

const nothingSaid = { retryAfter: undefined, guessed: false };

// A channel may be shared or archived for weeks: then its card waits, and is tried again about this often.
const aLongWhile = 10 * 60_000;

/** It stands there still, and is drawn again once it may be. Of a person's chat their next message tells more. */
async function notNow(
  ports: Around,
  round: Round,
  { ref, contact, why }: Pick<Message, 'ref' | 'contact'> & { readonly why: string },
): Promise<void> {
  round.closed.add(ref.conversation);
  if (!isChannel(contact)) return ports.log.warn({ message: ref.message, why }, 'A card could not be redrawn.');
  await noteUnreachable(ports, contact, why);
  const status = (await ports.store.current({ kind: 'review', id: round.review }))?.state.status;
  const isOver = status === 'signed off' || status === 'lapsed';
  if (!isOver) round.again.push(nextRound(ports, aLongWhile));
}

async function mayPass(
  ports: Around,
  round: Round,
  { redrawing, ref }: { readonly redrawing: Redrawing; readonly ref: Message['ref'] },
): Promise<boolean> {
  const paces = redrawing.paces(ref);
  if (paces.length === 0) return true;
  const who = `${ref.platform}/${ref.conversation}/${ref.message}`;
  const turn = await ports.pacing.take(paces, ports.clock.now(), who);
  if (turn.go) return true;
  round.again.push(turn.at);
  for (const { key } of paces) round.full.set(key, turn.at);
  return false;
}

function redrawn({ messengers }: Pick<Ports, 'messengers'>): readonly Platform[] {
  return [...messengers.values()].filter(({ redrawing }) => redrawing).map(({ platform }) => platform);
}
