/** Every address of the workspace, built in one place so that links and routes cannot drift apart. */
import type { FormRef } from '../../domain/card/form.ts';

export const direct = 'direct';

/** `at` says twice where to look: as a fragment for the browser, and as a query for the client, which sees no fragment. */
export function conversationAt(as: string, place: string, at?: string): string {
  const path = place === direct ? `/as/${as}/` : `/as/${as}/channel/${place}`;
  return at ? `${path}?${new URLSearchParams({ at })}#${at}` : path;
}

export function pageAt(as: string, page: 'state' | 'record' | 'deliveries', review?: string): string {
  return `/as/${as}/${page}${review ? `?${new URLSearchParams({ review })}` : ''}`;
}

export function formAt(as: string, from: { ref: FormRef; message: string; place: string; once: string }): string {
  return `/as/${as}/form?${new URLSearchParams({ ...from, ref: JSON.stringify(from.ref) })}`;
}

/** Only a page of the same person is a way back; anything else leads to their messages. */
export function wayBack(as: string, wanted: unknown): string {
  const home = `/as/${as}/`;
  if (typeof wanted !== 'string' || !/^\/as\/[^/\\]+\/[A-Za-z0-9/?=&%._:-]*$/.test(wanted)) return home;
  return wanted.startsWith(home) && !wanted.includes('..') ? wanted : home;
}
