/** What a client sent to the Web API, from a form as the SDK sends it or from JSON. */
import type { IncomingMessage } from 'node:http';
import { type Fields, fields, parsed } from './json.ts';

export type Body = { readonly args: Fields; readonly token: string | undefined; readonly error?: string };

/** In a form these hold JSON. */
const nested = new Set(['blocks', 'attachments', 'view', 'metadata']);

export async function readBody(request: IncomingMessage): Promise<Body> {
  let raw = '';
  request.setEncoding('utf8');
  for await (const chunk of request) raw += chunk;
  const type = request.headers['content-type'] ?? '';
  const header = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (type.startsWith('application/json')) {
    const value = parsed(raw || '{}');
    return value === undefined ? { args: {}, token: header, error: 'invalid_json' } : split(fields(value), header);
  }
  if (raw === '' || type.startsWith('application/x-www-form-urlencoded')) {
    const form = [...new URLSearchParams(raw)].map(([key, value]) => [
      key,
      nested.has(key) ? nestedValue(value) : value,
    ]);
    return split(Object.fromEntries(form), header);
  }
  return { args: {}, token: header, error: 'invalid_post_type' };
}

function split({ token, ...args }: Fields, header: string | undefined): Body {
  return { args, token: header ?? (typeof token === 'string' ? token : undefined) };
}

/** What is no JSON stays as it is, and is refused where it is used. */
function nestedValue(value: string): unknown {
  return parsed(value) ?? value;
}
