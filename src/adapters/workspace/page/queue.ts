/** One thing after another: a press while an earlier one is under way waits its turn and is never lost. */
let last: Promise<void> = Promise.resolve();
const pressed = new Set<string>();

export function inTurn(act: () => Promise<void>): Promise<void> {
  last = last.then(act).catch(() => undefined);
  return last;
}

/** The same key twice is one, as long as the first has not been done. */
export function onceInTurn(key: string, act: () => Promise<void>): Promise<void> {
  if (pressed.has(key)) return last;
  pressed.add(key);
  return inTurn(() => act().finally(() => pressed.delete(key)));
}
