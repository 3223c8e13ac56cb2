/** What a client sent: JSON as the SDK sends it, or a form as for a token. */
import type { IncomingMessage } from 'node:http';
import { type Fields, fields, isFields, parsed } from '../slack/json.ts';

export async function readBody(request: IncomingMessage): Promise<{ readonly body: Fields; readonly broken: boolean }> {
  let raw = '';
  request.setEncoding('utf8');
  for await (const chunk of request) raw += chunk;
  if (raw === '') return { body: {}, broken: false };
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return { body: Object.fromEntries(new URLSearchParams(raw)), broken: false };
  const value = parsed(raw);
  return { body: fields(value), broken: !isFields(value) };
}
