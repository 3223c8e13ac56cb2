/** Data small enough for a button or a view's metadata: JSON, packed where it would be too long. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Undefined when even packed it is too long. */
export function compact(value: unknown, most: number): string | undefined {
  const json = JSON.stringify(value);
  if (json.length <= most) return json;
  const packed = `z${deflateRawSync(json, { level: 9 }).toString('base64url')}`;
  return packed.length <= most ? packed : undefined;
}

const mostUnpacked = 100_000;

/** Throws on anything `compact` did not write. */
export function uncompact(text: string): unknown {
  if (!text.startsWith('z')) return JSON.parse(text);
  const json = inflateRawSync(Buffer.from(text.slice(1), 'base64url'), { maxOutputLength: mostUnpacked });
  return JSON.parse(json.toString('utf8'));
}
