/** Shows a form's page as a dialog over the conversation. Escape closes it; focus goes back; drafts are kept. */
import { forgetDraft, keepDraft, restoreDraft } from './drafts.ts';
import { fetchPage } from './fetch-page.ts';
import { sentenceOf, trouble, unreachable } from './tell.ts';

let openedFrom = '';

export function keepDialog(): void {
  const dialog = theDialog();
  dialog?.addEventListener('close', () => {
    const form = dialog.querySelector('form');
    if (form) keepDraft(form);
    dialog.replaceChildren();
    returnFocus();
  });
  dialog?.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-cancel]')) return;
    event.preventDefault();
    dialog.close();
  });
}

export async function openDialog(address: string, from: string): Promise<void> {
  try {
    const page = await fetchPage(address);
    if (page.document.getElementById('form')) showInDialog(page.document, from);
    else trouble(sentenceOf(page.document));
  } catch {
    trouble(unreachable);
  }
}

/** Also what a refused form comes back as: with its errors, and everything that was typed. */
export function showInDialog(page: Document, from: string): void {
  const dialog = theDialog();
  const form = page.getElementById('form');
  if (!dialog || !form) return;
  trouble('');
  dialog.replaceChildren(document.importNode(form, true));
  if (!dialog.open) {
    openedFrom = from;
    const shown = dialog.querySelector('form');
    if (shown) restoreDraft(shown);
    dialog.showModal();
  }
  dialog.scrollTop = 0;
  firstField(dialog)?.focus();
}

// What must be mended comes before what is merely first.
function firstField(dialog: HTMLDialogElement): HTMLElement | null {
  const wrong = dialog.querySelector<HTMLElement>('[aria-invalid]');
  const first = dialog.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select');
  const chosen = first instanceof HTMLInputElement ? chosenBeside(first) : null;
  return wrong ?? chosen ?? first ?? dialog.querySelector<HTMLElement>('[tabindex="-1"]');
}

/** Of several circles the one that is filled is where the keyboard stands. */
function chosenBeside({ name, type }: HTMLInputElement): HTMLElement | null {
  if (type !== 'radio') return null;
  return document.querySelector<HTMLElement>(`dialog input[name="${CSS.escape(name)}"]:checked`);
}

export function closeDialog(): void {
  const dialog = theDialog();
  const sent = dialog?.querySelector('form');
  if (sent) forgetDraft(sent);
  dialog?.replaceChildren();
  dialog?.close();
}

export function theDialog(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>('dialog#dialog');
}

// The browser returns focus by itself, unless what had it was redrawn meanwhile.
function returnFocus(): void {
  if (document.activeElement === document.body) document.getElementById(openedFrom)?.focus();
}
