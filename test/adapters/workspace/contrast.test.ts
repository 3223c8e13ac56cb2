/** Reads the tokens the pages are drawn with, and computes what people with weak eyes see of them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/adapters/workspace/page/tokens.css', import.meta.url), 'utf8');
const found = [
  ...css.slice(0, css.indexOf('@media')).matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
];
const tokens = new Map(found.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));

/** WCAG 2.2, 1.4.3: text 4.5; 1.4.11: what one must see to use or understand 3. */
const texts = ['ink', 'soft', 'faint', 'accent', 'good', 'bad', 'wait', 'info'];
const grounds = ['paper', 'card', 'sunk'];
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => ({ text, ground, least: 4.5 }))),
  { text: 'on-accent', ground: 'accent', least: 4.5 },
  { text: 'on-accent', ground: 'accent-strong', least: 4.5 },
  { text: 'ink', ground: 'accent-wash', least: 4.5 },
  { text: 'accent', ground: 'accent-wash', least: 4.5 },
  { text: 'soft', ground: 'accent-wash', least: 4.5 },
  { text: 'faint', ground: 'accent-wash', least: 4.5 },
  { text: 'bad', ground: 'bad-wash', least: 4.5 },
  { text: 'wait', ground: 'wait-wash', least: 4.5 },
  { text: 'edge', ground: 'card', least: 3 },
  { text: 'edge', ground: 'paper', least: 3 },
];

describe('the tokens of the workspace', () => {
  it('are found in the style sheet', () => {
    expect(tokens.size).toBeGreaterThan(18);
  });

  it.each(['light', 'dark'] as const)('keep their contrast in %s', (theme) => {
    const weak = pairs
      .map(({ text, ground, least }) => ({
        text,
        ground,
        least,
        is: contrast(colour(text, theme), colour(ground, theme)),
      }))
      .filter(({ is, least }) => is < least);
    expect(weak).toEqual([]);
  });
});

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`There is no token ${name}.`);
  return token[theme];
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(hex.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
