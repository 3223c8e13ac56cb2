/** Pages short enough to read at a glance, and for every platform's limits. */

/** Prompts a page. Slack takes fifty blocks a message, and a prompt needs four or five. */
export const promptsPerPage = 8;

export type Page<T> = { readonly entries: readonly T[]; readonly page: number; readonly pages: number };

/** A page beyond the last is the last one: what a message shows may have got shorter since. */
export function pageOf<T>(all: readonly T[], wanted: number, size = promptsPerPage): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { entries: all.slice((page - 1) * size, page * size), page, pages };
}
