/** Signs that nobody sees are told from words, and are named where words are shown. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inLines, isBlank, legible } from '../../src/domain/invisible.ts';

describe('what is blank', () => {
  it.each(['', ' \n\t', '\u200B', '\u3164', '\u2800', '\u00AD\uFEFF', '\u202E\u202C', '\u{E0041}', '\u115F\uFFA0'])(
    'is %j',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['0', '.', 'ja', 'שלום', '👩🏽‍💻', '\u200Bx'])('is not %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

describe('what is shown', () => {
  it('names the signs that would turn or hide what stands around them', () => {
    expect(legible('ok \u202Egnp.exe\u202C')).toBe('ok [U+202E]gnp.exe[U+202C]');
    expect(legible('ad\u200Dmin\u200B')).toBe('ad[U+200D]min[U+200B]');
    expect(legible('co\u00ADoperate')).toBe('cooperate');
  });

  it.each(['👩🏽‍💻', '❤️‍🔥', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष', 'שלום', 'naïve — “ok”\n\ta'])(
    'keeps the writing of %s',
    (text) => {
      expect(legible(text)).toBe(text);
    },
  );

  test('holds no sign that moves others, and is the same when it is shown again', () => {
    const signs = fc.constantFrom(
      '\u202A',
      '\u202B',
      '\u202C',
      '\u202D',
      '\u202E',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
      '\u200F',
    );
    const text = fc.array(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 5 }), fc.constant('א')), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const read = legible(parts.join(''));
        expect(read).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/);
        expect(legible(read)).toBe(read);
      }),
    );
  });
});

describe('lines', () => {
  it('stay as they were written, with blank ones and indented ones', () => {
    expect(inLines('a:\r\n  - b\r\n\r\n\tc\u2028d')).toBe('a:\n  - b\n\n\tc\nd');
  });

  it('cannot be pushed out of sight by empty ones', () => {
    expect(inLines(`a${'\n \t'.repeat(2_000)}\n  b`)).toBe('a\n\n\n\n  b');
  });
});
