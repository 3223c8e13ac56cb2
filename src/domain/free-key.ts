/** Keys that people choose and the record keeps as they are: section ids, role names, names of settings. */
import type { z } from 'zod';

/**
 * In the record an object of nothing but `seal`, or of `text` and `seal`, stands for somebody's words. A list of people
 * under such keys would be taken for words, and could not be read again. And a name that every object answers to, as
 * `constructor`, would be found in each list.
 */
const taken: ReadonlySet<string> = new Set(['seal', 'text']);

export function freeKey<S extends z.ZodType<string>>(key: S): S {
  return key.refine((name) => !taken.has(name) && !(name in {}), {
    error: 'this name means something of its own in the record, as "seal" and "text" do: choose another one',
  });
}
