/** The icons are what Teams demands, and what their source draws. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, whyNoChromium } from '../../support/chromium.ts';
import { readPng } from '../../support/png.ts';
import { service } from '../../support/require-services.ts';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url));

describe('the icons', () => {
  it('has a colour icon of 192 pixels that fills its square, with the mark inside the middle 120', () => {
    const { width, height, pixels } = readPng(read('infra/teams/color.png'));
    expect([width, height]).toEqual([192, 192]);
    const ground = pixels[0];
    expect(ground).toEqual([0x2f, 0x5d, 0x50, 255]);
    const drawn = pixels.flatMap((pixel, at) =>
      String(pixel) === String(ground) ? [] : [[at % width, Math.floor(at / width)]],
    );
    expect(drawn.length).toBeGreaterThan(1_000);
    expect(drawn.flat().every((at) => at >= 36 && at < 156)).toBe(true);
    expect(pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  });

  it('has an outline icon of 32 pixels, white on nothing', () => {
    const { width, height, pixels } = readPng(read('infra/teams/outline.png'));
    expect([width, height]).toEqual([32, 32]);
    const seen = pixels.filter(([, , , opacity]) => opacity > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(pixels.length / 2);
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  });
});

service(
  'Chromium',
  hasChromium,
  whyNoChromium,
)('the icons’ source', () => {
  it.each(['color', 'outline'])('still draws %s', async (name) => {
    const kept = readPng(read(`infra/teams/${name}.png`));
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: kept.width, height: kept.height } });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block }</style>${read(`infra/teams/${name}.svg`)}`,
      );
      const now = readPng(await page.screenshot({ omitBackground: true }));
      // Another Chromium may soften an edge in another way, and draws the same shape.
      const far = now.pixels.filter((pixel, at) =>
        pixel.some((value, part) => Math.abs(value - (kept.pixels[at]?.[part] ?? 0)) > 64),
      );
      expect(far.length).toBeLessThan(now.pixels.length / 100);
    } finally {
      await browser.close();
    }
  });
});
