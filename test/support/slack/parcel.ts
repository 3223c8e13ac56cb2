/** What Slack sends an app: its kind says how it travels. */
import type { Fields } from './json.ts';

export type Parcel = { readonly kind: 'interactive' | 'slash_commands' | 'events_api'; readonly payload: Fields };
export type Retry = { readonly num: number; readonly reason: 'http_timeout' | 'http_error' | 'connection_failed' };

/** As it goes over HTTP. */
export function wrapped({ kind, payload }: Parcel): { readonly type: string; readonly body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const form = kind === 'interactive' ? { payload: JSON.stringify(payload) } : asStrings(payload);
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

function asStrings(payload: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}
