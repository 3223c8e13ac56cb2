import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineSpans, marksIn, plainText } from '../../../src/domain/checklist/inline.ts';

describe('a verbatim text in pieces', () => {
  it('has links', () => {
    expect(inlineSpans('Do you use [semantic versioning](https://semver.org/) for tags?')).toEqual([
      { kind: 'text', text: 'Do you use ' },
      { kind: 'link', text: 'semantic versioning', url: 'https://semver.org/' },
      { kind: 'text', text: ' for tags?' },
    ]);
  });
  it('has marks of definitions', () => {
    expect(inlineSpans('Do you use HSTS[^2]?')).toEqual([
      { kind: 'text', text: 'Do you use HSTS' },
      { kind: 'mark', mark: '2' },
      { kind: 'text', text: '?' },
    ]);
    expect(marksIn('a[^1] b[^note]')).toEqual(['1', 'note']);
  });
  it('keeps addresses with parentheses whole', () => {
    expect(inlineSpans('[x](https://e.org/a_(b))')).toEqual([{ kind: 'link', text: 'x', url: 'https://e.org/a_(b)' }]);
  });
  it('makes no link of anything but a web address', () => {
    expect(inlineSpans('[x](javascript:alert(1))')).toEqual([{ kind: 'text', text: '[x](javascript:alert(1))' }]);
  });
  it('reads as plain words', () => expect(plainText('A [b](https://c.d) e[^1].')).toBe('A b e.'));

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '^', 'a', ' ', 'https://x') }), (text) => {
        const again = inlineSpans(text).map((span) =>
          span.kind === 'link' ? `[${span.text}](${span.url})` : span.kind === 'mark' ? `[^${span.mark}]` : span.text,
        );
        expect(again.join('')).toBe(text);
      }),
    );
  });
});
