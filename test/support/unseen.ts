/** What on a drawn thing moves what stands around it, or hides: whoever wrote it, no renderer lets any of it through. */

// Joiners and choices of look are left to letters and pictures, which a limit may cut.
export const unseen = /[\u061C\u115F\u1160\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/;

/** The texts under those keys, wherever they stand, that hold such a sign. */
export function unseenUnder(keys: readonly string[], value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unseenUnder(keys, each));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (typeof each !== 'string') return unseenUnder(keys, each);
    return keys.includes(key) && unseen.test(each) ? [each] : [];
  });
}
