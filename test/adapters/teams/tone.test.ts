/** A sign is read on a card's ground in both themes; of ✓ the shape says enough, and its green is Teams' own. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { signOf } from '../../../src/adapters/teams/tone.ts';
import { hostConfig, type Theme } from '../../support/teams/host-config.ts';

const configured = z.object({
  containerStyles: z.object({
    default: z.object({
      backgroundColor: z.string(),
      foregroundColors: z.record(z.string(), z.object({ default: z.string() })),
    }),
  }),
});

/** As WCAG 2 counts it, of `#rrggbb` or `#aarrggbb`. */
function luminance(colour: string): number {
  const channels = [0, 2, 4].map((at) => Number.parseInt(colour.slice(-6).slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.040_45 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, colour: string): number {
  const { default: style } = configured.parse(hostConfig(theme)).containerStyles;
  const ink = style.foregroundColors[colour.toLowerCase()]?.default ?? expect.fail(`Teams knows no ${colour}.`);
  const [dark = 0, light = 0] = [luminance(ink), luminance(style.backgroundColor)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it.each(['to be judged', 'falls short', 'informational', 'unanswered'] as const)('%s', (tone) => {
  const [sign] = signOf(tone);
  for (const theme of ['light', 'dark'] as const)
    expect(contrast(theme, sign?.color ?? 'Default'), theme).toBeGreaterThanOrEqual(3);
});
