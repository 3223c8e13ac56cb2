/** Packs what stays together into pages that each fit a message. */
import { bytesOf } from './limits.ts';

/** A thing larger than a page has one to itself. */
export function pagesOf<T>(groups: readonly (readonly T[])[], most: number): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let left = 0;
  for (const group of groups) {
    const bytes = bytesOf(group);
    if (bytes > left || pages.length === 0) {
      pages.push([]);
      left = most;
    }
    pages.at(-1)?.push(...group);
    left -= bytes;
  }
  return pages;
}
