/** The workspace in a real browser: keyboard, dialogs, live updates, small screens, and its own policy. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumPath, hasChromium, launchChromium, whyNoChromium } from '../../support/chromium.ts';
import { gate } from '../../support/gate.ts';
import { playHouse } from '../../support/play-house.ts';
import { service } from '../../support/require-services.ts';

const run = promisify(execFile);
const inChromium = service('Chromium', hasChromium, whyNoChromium);

inChromium('the workspace in a browser', () => {
  let browser: Browser;
  let house: Awaited<ReturnType<typeof playHouse>>;
  /** What browsers complained about: a breach of the policy, a failed request, an uncaught error. */
  const complaints: string[] = [];

  beforeAll(async () => {
    // Writes nothing where nothing changed: other tests serve the same files.
    await run('node', ['infra/scripts/build-if-stale.mjs']);
    browser = await launchChromium();
    house = await playHouse();
    await house.desk.record({ does: 'open', program: house.program.id }, house.as('security'));
    // Three in the afternoon in Stockholm: everybody's morning has come, so everybody was asked.
    await house.until('2026-11-23T14:05:00.000Z');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => void complaints.push(error.message));
    await page.goto(`${house.url}${path}`);
    if (options.javaScriptEnabled !== false) await page.locator('html[data-listening]').waitFor({ state: 'attached' });
    return page;
  }

  async function pressTabUntil(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 200; presses += 1) {
      const focused = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (name.test(focused)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${name}.`);
  }

  const recordedIn = (page: Page) => page.locator('.prompt .recorded');

  it('lets one answer from the keyboard alone, and keeps the focus in the prompt', async () => {
    const page = await visit('/as/platform/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to the main part');
    await page.keyboard.press('Enter');
    await pressTabUntil(page, /^(Start|Go on)/);
    await page.keyboard.press('Enter');
    await page.locator('.prompt').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await pressTabUntil(page, /^Yes: /);
    const prompt = await page.evaluate(() => document.activeElement?.closest('.prompt')?.id);
    await page.keyboard.press('Space');
    await recordedIn(page).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('.prompt')?.id)).toBe(prompt);
    expect(await page.locator('#announcer').textContent()).toMatch(/\S/);
    await page.context().close();
  });

  it('opens a form as a dialog, closes it on Escape, returns the focus and keeps the draft', async () => {
    const page = await visit('/as/sre/');
    await page.getByRole('button', { name: /^(Start|Go on)/ }).click();
    const opener = page.locator('.prompt button[formmethod="get"]').first();
    await opener.focus();
    const id = await opener.getAttribute('id');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await dialog.locator('textarea').last().fill('half a thought');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await dialog.locator('textarea').last().inputValue()).toBe('half a thought');
    await page.context().close();
  });

  it('shows in one window what was answered in another, without taking focus, scroll or what is being typed', async () => {
    const one = await visit('/as/platform/');
    const other = await visit('/as/platform/');
    const before = await recordedIn(other).count();
    await other.locator('#composer-text').fill('not yet sent');
    await other.locator('#stream').evaluate((stream) => stream.scrollTo(0, 40));
    await one
      .getByRole('button', { name: /^Partly: / })
      .first()
      .click();
    await expect.poll(() => recordedIn(other).count()).toBe(before + 1);
    expect(await other.locator('#composer-text').inputValue()).toBe('not yet sent');
    expect(await other.evaluate(() => document.activeElement?.id)).toBe('composer-text');
    expect(await other.locator('#stream').evaluate((stream) => stream.scrollTop)).toBe(40);
    await one.context().close();
    await other.context().close();
  });

  it('records once what was clicked twice, and presses nothing that took its place', async () => {
    const page = await visit('/as/compliance/');
    await page.getByRole('button', { name: /^(Start|Go on)/ }).click();
    const yes = page.getByRole('button', { name: /^Yes: / }).first();
    await yes.dispatchEvent('click', { detail: 1 });
    await recordedIn(page).first().waitFor();
    const form = page.locator('.prompt:has(.recorded) button[formmethod="get"]').first();
    await form.dispatchEvent('click', { detail: 2 });
    // Acts happen one after another, so whatever the second click did has been done once this one was.
    await page.locator('#command-help').click();
    await page.getByRole('heading', { name: 'What you can ask Muster' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await recordedIn(page).count()).toBe(1);
    await page.context().close();
  });

  it('says in the dialog why a form was refused, with everything typed still there', async () => {
    const page = await visit('/as/security/');
    await page.getByRole('button', { name: /^(Start|Go on)/ }).click();
    await page.getByRole('button', { name: 'Not applicable or unsure' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button').first().click();
    await dialog.locator('#form-refusal').waitFor();
    expect(await dialog.locator('.error').first().textContent()).toMatch(/\S/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await page.context().close();
  });

  it('begins a dialog at its first field, or where there is none at what it is about, not at its title again', async () => {
    const page = await visit('/as/security/');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.id);
    await page.getByRole('button', { name: /^(Start|Go on)/ }).click();
    await page.getByRole('button', { name: 'Not applicable or unsure' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await focused()).toBe('one:status');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'status' }).click();
    await page.getByRole('button', { name: 'Close the review' }).click();
    await page.getByRole('dialog', { name: 'Close the review' }).waitFor();
    expect(await focused()).toBe('form-about');
    await page.context().close();
  });

  it('works without any script', async () => {
    const page = await visit('/as/approver/', { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'status' }).click();
    await page.locator('.message .card').first().waitFor();
    expect(await page.locator('.message .card').last().textContent()).toContain('answered');
    await page.context().close();
  });

  it.each([
    ['light', 'rgb(251, 250, 248)'],
    ['dark', 'rgb(20, 22, 26)'],
  ] as const)('is %s where the person wants it so', async (colorScheme, paper) => {
    const page = await visit('/as/platform/', { colorScheme });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
    await page.context().close();
  });

  it.each([
    '/as/platform/',
    '/as/platform/channel/kubernetes-security',
    '/as/platform/state',
    '/as/platform/record',
    '/as/platform/deliveries',
  ])('never scrolls sideways on a phone: %s', async (path) => {
    const page = await visit(path, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const sticksOut = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > 361)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(sticksOut).toEqual([]);
    await page.context().close();
  });

  it('keeps its rails within reach on a phone', async () => {
    const page = await visit('/as/platform/', { viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: /SRE lead/ }).click();
    await page.waitForURL('**/as/sre/');
    await page.getByRole('button', { name: 'Clock' }).click();
    await page.getByRole('button', { name: 'Skip a day' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Skip a day' }).waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('moves the clock, and tells everybody', async () => {
    const page = await visit('/as/platform/');
    const other = await visit('/as/platform/state');
    const before = await page.locator('.clock .now time').textContent();
    await page.getByRole('button', { name: 'Skip a day' }).click();
    await expect.poll(() => page.locator('.clock .now time').textContent()).not.toBe(before);
    await expect
      .poll(() => other.locator('.clock .now time').textContent())
      .toBe(await page.locator('.clock .now time').textContent());
    await page.context().close();
    await other.context().close();
  });

  /** Lets a request of the page through when it is said. `seen` resolves when it was made, or answered. */
  async function hold(page: Page, address: string | RegExp, what: 'requests' | 'answers') {
    const seen = gate();
    const released = gate();
    await page.route(
      address,
      async (route) => {
        const response = what === 'answers' ? await route.fetch() : undefined;
        seen.open();
        await released.passed;
        await (response ? route.fulfill({ response }) : route.continue());
      },
      { times: 1 },
    );
    return { seen: seen.passed, release: released.open };
  }

  const timeOn = (page: Page) => page.locator('.clock .now time').getAttribute('datetime');

  it('shows what changed before it listened', async () => {
    const page = await browser.newPage();
    const listening = await hold(page, /\/live\?/, 'requests');
    await page.goto(`${house.url}/as/platform/`);
    await listening.seen;
    await house.settle();
    const now = house.clock.now();
    expect(await timeOn(page)).not.toBe(now);
    listening.release();
    await expect.poll(() => timeOn(page)).toBe(now);
    await page.close();
  });

  it('shows what changed while it looked', async () => {
    const page = await visit('/as/platform/');
    // It hears what the page hears.
    await page.evaluate(() => {
      const { dataset } = document.documentElement;
      new EventSource(document.body.dataset['live'] ?? '').addEventListener('changed', () => {
        dataset['told'] = String(Number(dataset['told'] ?? 0) + 1);
      });
    });
    const told = () => page.evaluate(() => Number(document.documentElement.dataset['told'] ?? 0));
    const look = await hold(page, '**/as/platform/', 'answers');
    await house.settle();
    await look.seen;
    const before = await told();
    await house.settle();
    await expect.poll(told).toBeGreaterThan(before);
    look.release();
    await expect.poll(() => timeOn(page)).toBe(house.clock.now());
    await page.context().close();
  });

  it('never broke its own policy, and nothing failed on the way', () => {
    expect(complaints.filter((complaint) => !/status of 422/.test(complaint))).toEqual([]);
    expect(house.log.said.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(chromiumPath).not.toBe('');
  });
});
