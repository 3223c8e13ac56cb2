/** Asks the server for a page, as the browser itself would, and reads it without showing it. */
export type Page = {
  readonly document: Document;
  /** Where redirects ended. */
  readonly url: URL;
  readonly ok: boolean;
};

export async function fetchPage(address: string, body?: URLSearchParams): Promise<Page> {
  const response = await fetch(address, {
    headers: { Accept: 'text/html' },
    credentials: 'same-origin',
    ...(body && { method: 'POST', body }),
  });
  const text = await response.text();
  const html = new DOMParser().parseFromString(trusted(text), 'text/html');
  return { document: html, url: new URL(response.url), ok: response.ok };
}

type Policy = { createHTML(text: string): string };
type Factory = { createPolicy(name: string, rules: Policy): Policy };

const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
// The only text ever parsed here is a page this same server escaped.
const policy = factory?.createPolicy('muster', { createHTML: (text) => text });

function trusted(text: string): string {
  return policy ? policy.createHTML(text) : text;
}
