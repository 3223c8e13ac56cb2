/** Draws cards in Chromium with Microsoft's own renderer, as Teams is set up, and says what a person could not read or use. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Cards from 'adaptivecards';
import type { Browser, Page } from 'playwright-core';
import { hostConfig, hostStyle, type Theme } from './host-config.ts';

export type Screen = { readonly theme: Theme; readonly width: number };

export async function drawingOn(browser: Browser, { theme, width }: Screen) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.setContent(`<style>${hostStyle(theme)}</style><main></main>`);
  const bundle = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js');
  await page.addScriptTag({ content: await readFile(bundle, 'utf8') });
  return {
    page,
    /** What is wrong with it, in words; nothing when all is well. */
    async faultsOf(card: unknown): Promise<readonly string[]> {
      const warnings = await page.evaluate(draw, { card, config: hostConfig(theme) });
      return [...broken.splice(0), ...warnings, ...(await page.evaluate(unusable))];
    },
    /** What of the card drawn last a keyboard presses: every button, and everything in the menus behind them. */
    async pressedByKeyboard(): Promise<readonly string[]> {
      const buttons = page.locator('.ac-adaptiveCard button');
      const items = page.getByRole('menuitem');
      for (const button of await buttons.all()) {
        const open = () => button.press('Enter');
        await open();
        const many = await items.count();
        for (let at = 0; at < many; at += 1) {
          if (at > 0) await open();
          for (let down = 0; down < at; down += 1) await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
        }
      }
      return page.evaluate(() => (globalThis as unknown as Pressed).pressed.splice(0));
    },
    shot: (path: string) => page.screenshot({ path, fullPage: true }),
    close: () => page.close(),
  };
}

export type DrawingPage = Awaited<ReturnType<typeof drawingOn>> & { readonly page: Page };

type Pressed = { pressed: string[] };

/** Runs in the page. */
function draw({ card, config }: { card: unknown; config: object }): string[] {
  const cards = (globalThis as unknown as { AdaptiveCards: typeof Cards }).AdaptiveCards;
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  const drawn = new cards.AdaptiveCard();
  drawn.hostConfig = new cards.HostConfig(config);
  drawn.parse(card, context);
  const pressed: string[] = [];
  Object.assign(globalThis, { pressed });
  drawn.onExecuteAction = ({ title = '' }) => void pressed.push(title);
  const main = document.querySelector('main');
  main?.replaceChildren(drawn.render() ?? 'It was not drawn.');
  const warnings = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const invalid = drawn.validateProperties().validationEvents.map(({ message }) => message);
  return [...warnings, ...invalid].map((says) => `the parser: ${says}`);
}

/** Runs in the page: words cut off at the side, fields without a label, buttons without a name. */
function unusable(): string[] {
  const faults: string[] = [];
  const card = document.querySelector('.ac-adaptiveCard');
  if (!card) return ['no card is drawn'];
  const words = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, width } of range.getClientRects()) {
      if (width === 0) continue;
      for (let around = node.parentElement; around; around = around.parentElement) {
        const clips = around === card || getComputedStyle(around).overflowX !== 'visible';
        const box = around.getBoundingClientRect();
        const cut = clips && (left < box.left - 1 || right > box.right + 1);
        if (cut) faults.push(`“${(node.textContent ?? '').slice(0, 60)}” goes over the side`);
        if (cut || around === card) break;
      }
    }
  }
  const nameOf = (element: Element): string => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id));
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const named = [element.getAttribute('aria-label'), ...[...by, ...labels].map((one) => one?.textContent)];
    return named.filter(Boolean).join(' ').trim();
  };
  for (const field of card.querySelectorAll('input, select, textarea')) {
    // The one that says which others stand there.
    if (!field.checkVisibility()) continue;
    const { left, right } = field.getBoundingClientRect();
    const box = card.getBoundingClientRect();
    if (nameOf(field) === '') faults.push(`a field has no label: ${field.outerHTML.slice(0, 100)}`);
    if (left < box.left || right > box.right) faults.push(`${nameOf(field)} goes over the side`);
  }
  for (const button of card.querySelectorAll('button, a, [role=button]')) {
    const { left, right } = button.getBoundingClientRect();
    const box = card.getBoundingClientRect();
    const name = `${button.textContent ?? ''}${nameOf(button)}`.trim();
    if (name === '') faults.push('a button has no name');
    if (left < box.left || right > box.right) faults.push(`the button ${name} goes over the side`);
  }
  return [...new Set(faults)];
}
