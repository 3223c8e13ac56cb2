/** The story through a real browser against `npm start`: the door every newcomer comes in by. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasChromium, launchChromium, whyNoChromium } from '../support/chromium.ts';
import { type MusterProcess, startMuster } from '../support/muster-process.ts';
import { service } from '../support/require-services.ts';

service(
  'Chromium',
  hasChromium,
  whyNoChromium,
)('in the browser', () => {
  let folder: string;
  let muster: MusterProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-story-'));
    [muster, browser] = await Promise.all([startMuster(folder), launchChromium()]);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await muster?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const as = (person: string) => page.goto(`${muster.url}/as/${person}/`);
  const main = () => page.getByRole('main');

  /** Skips the clock ahead, step by step, until the person's conversation says it. */
  async function skipUntil(said: RegExp): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      if (said.test(await main().innerText())) return;
      const clock = page.getByRole('complementary').getByRole('time').first();
      const before = await clock.innerText();
      await page.getByRole('button', { name: 'Skip to it' }).click();
      await expect.poll(() => clock.innerText(), { timeout: 20_000 }).not.toBe(before);
    }
    throw new Error(`Sixty steps later nobody has said ${said}.`);
  }

  it('carries a review from opening to sign-off', async () => {
    await as('anna');
    await expect.poll(() => main().innerText()).toContain('0 of 38 answered');
    await page.getByRole('button', { name: /^Start/ }).click();
    await page.getByRole('button', { name: /^Yes/ }).first().click();
    await expect.poll(() => main().innerText()).toContain('Yes · meets');

    await skipUntil(/37 prompts of .* are still open, due/);
    await skipUntil(/still open and were due/);
    await as('ingrid');
    await skipUntil(/Anna Lindqvist owns \d+ open prompts/);
    await skipUntil(/closed/i);
    await as('dana');
    await skipUntil(/sign/i);
    await page.getByRole('button', { name: /^Sign/ }).first().click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'I sign this statement' }).check();
    await page.getByRole('dialog').getByRole('button', { name: /^Sign/ }).click();
    await expect.poll(() => main().innerText()).toMatch(/signed off by you on/);
  });
});
