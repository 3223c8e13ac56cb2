/** Holds what this Slack sends against what the real one sends. */
import { isFields } from './json.ts';

/** The fields of a payload that a real one has not. */
export function foreign(payload: unknown, shape: unknown, at = ''): string[] {
  if (Array.isArray(payload)) return payload.flatMap((item) => foreign(item, shape, at));
  if (!isFields(payload) || !isFields(shape)) return [];
  return Object.entries(payload).flatMap(([key, value]) =>
    shape[key] === undefined ? [`${at}/${key}`] : foreign(value, shape[key], `${at}/${key}`),
  );
}
