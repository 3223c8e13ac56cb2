/**
 * The one way a value is written where its bytes are hashed: keys sorted by UTF-16 code unit, no spaces, numbers as
 * ECMAScript prints them (as in RFC 8785). Members that are `undefined` are left out, as JSON does.
 *
 * Whatever JSON would silently change is refused instead, since a hash over a changed value proves nothing.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlain(value)) return canonicalObject(value);
  throw new Error(`Cannot write ${describe(value)} as canonical JSON.`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`Cannot write ${value} as canonical JSON.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Error(`Cannot write ${value} as canonical JSON: beyond 2^53 neighbours look alike. Write it as text.`);
  }
  return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Dates, maps and instances of classes have no JSON of their own. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? `a ${value.constructor.name}` : typeof value;
}
