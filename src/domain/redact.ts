/** Takes the words of one seal out of a state, wherever they stand in it. The seal itself stays. */
export function redactWords<T>(state: T, seal: string): T {
  return strip(state, seal) as T;
}

function strip(value: unknown, seal: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => strip(entry, seal));
  if (value instanceof Map) return new Map([...value].map(([key, entry]) => [key, strip(entry, seal)]));
  if (value === null || typeof value !== 'object' || value instanceof Set) return value;
  if ('seal' in value && value.seal === seal && 'text' in value) return { ...value, text: null };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, strip(entry, seal)]));
}

/** Whether those words are in the state and still readable. */
export function holdsSeal(state: unknown, seal: string): boolean {
  if (Array.isArray(state)) return state.some((entry) => holdsSeal(entry, seal));
  if (state instanceof Map) return [...state.values()].some((entry) => holdsSeal(entry, seal));
  if (state === null || typeof state !== 'object' || state instanceof Set) return false;
  if ('seal' in state && state.seal === seal) return 'text' in state && state.text !== null;
  return Object.values(state).some((entry) => holdsSeal(entry, seal));
}
