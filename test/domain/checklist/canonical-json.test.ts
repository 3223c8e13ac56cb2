import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/domain/canonical-json.ts';

const safe = fc.jsonValue({ noUnicodeString: false }).filter(isSafe);

describe('canonical JSON', () => {
  it('reads back as the value it was made from', () => {
    fc.assert(
      fc.property(safe, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(withoutNegativeZero(value));
      }),
    );
  });

  it('is the same whatever order the members were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), safe), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it('differs where the values differ', () => {
    fc.assert(
      fc.property(safe, safe, (one, other) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(canonicalJson(one) === canonicalJson(other)).toBe(same);
      }),
    );
  });

  it('has no spaces and sorts by code unit, so that capitals come first', () => {
    expect(canonicalJson({ b: [1, 'ö'], a: null, Z: 1.5 })).toBe('{"Z":1.5,"a":null,"b":[1,"ö"]}');
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('prints numbers one way', () => {
    expect(canonicalJson([1e21 / 1e21, -0, 0.1, 1e-7])).toBe('[1,0,0.1,1e-7]');
  });

  it.each([
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a whole number beyond 2^53', 2 ** 53],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a big integer', 1n],
    ['undefined in a list', [undefined]],
    ['a function', () => 1],
  ])('refuses %s, which JSON would change in silence', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow('canonical JSON');
  });
});

function isSafe(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every(isSafe);
  return typeof value !== 'object' || value === null || Object.values(value).every(isSafe);
}

function withoutNegativeZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // Marked as an object, or an empty one would look like an empty list.
  return { members: members.map(([key, inner]) => [key, sorted(inner)]) };
}
