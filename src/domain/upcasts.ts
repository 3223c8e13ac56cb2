/** Brings the body of an old event to today's form. Stored bytes never change; only their reading does. */

/** One step, from a version of the type's schema to the next. Words are still seals here. */
export type Upcast = (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Per event type: the first step leads from `v` 1 to 2, the next from 2 to 3, and so on. */
export type Upcasts = Readonly<Record<string, readonly Upcast[]>>;

/**
 * Every change to an event's schema that old bodies do not fit adds a step here, and a fixture of the old body to the
 * tests. A step is never changed after it was released.
 */
export const upcasts: Upcasts = {};

/** The `v` new events of that type are written with. */
export function versionOf(type: string, known: Upcasts = upcasts): number {
  return (known[type]?.length ?? 0) + 1;
}

export function upcastBody(event: { type: string; v: number; body: string }, known: Upcasts = upcasts): unknown {
  const newest = versionOf(event.type, known);
  if (event.v > newest) {
    throw new Error(`${event.type} has version ${event.v}, and this Muster reads up to ${newest}: run a newer one.`);
  }
  const steps = known[event.type]?.slice(event.v - 1) ?? [];
  return steps.reduce<Readonly<Record<string, unknown>>>((body, step) => step(body), JSON.parse(event.body));
}
