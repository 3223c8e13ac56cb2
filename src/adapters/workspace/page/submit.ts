/** Takes every form of the workspace from the browser and sends it without leaving the page. */
import { arrive } from './arrive.ts';
import { closeDialog, openDialog, showInDialog, theDialog } from './dialog.ts';
import { fetchPage, type Page } from './fetch-page.ts';
import { onceInTurn } from './queue.ts';
import { sentenceOf, trouble, unreachable } from './tell.ts';

export function takeSubmissions(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches(ours)) return;
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
    event.preventDefault();
    take(form, button);
  });
  document.addEventListener('click', ignoreDoubleClicks, { capture: true });
}

const ours = '[data-card], [data-composer], [data-clock], [data-form]';

function take(form: HTMLFormElement, button: HTMLButtonElement | undefined): void {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') sent.append(name, value);
  if (button?.getAttribute('formmethod') === 'get') {
    const address = `${button.getAttribute('formaction')}?${sent}`;
    void onceInTurn(address, () => openDialog(address, button.id));
    return;
  }
  const address = form.getAttribute('action') ?? '';
  void onceInTurn(`${address} ${sent}`, () => send(form, address, sent));
}

async function send(form: HTMLFormElement, address: string, sent: URLSearchParams): Promise<void> {
  form.setAttribute('aria-busy', 'true');
  try {
    received(form, await fetchPage(address, sent), sent);
  } catch {
    trouble(unreachable);
    if (form.closest('dialog')) sayInDialog(unreachable);
  } finally {
    form.removeAttribute('aria-busy');
  }
}

function received(form: HTMLFormElement, page: Page, sent: URLSearchParams): void {
  if (form.matches('[data-composer]') && page.ok) form.reset();
  const asked = page.document.querySelector('#form[data-form]');
  if (asked) showInDialog(page.document, 'composer-text');
  else if (form.closest('dialog') && !page.ok) sayInDialog(sentenceOf(page.document));
  else {
    if (form.closest('dialog')) closeDialog();
    arrive(page, isShow(sent));
  }
}

// The form stays as it is, with everything typed.
function sayInDialog(words: string): void {
  const form = theDialog()?.querySelector('form');
  const old = form?.querySelector('.note');
  const note = old ?? document.createElement('div');
  note.className = 'note refused';
  note.setAttribute('role', 'alert');
  note.textContent = words;
  if (!old) form?.querySelector('h1')?.after(note);
  note.scrollIntoView({ block: 'nearest' });
}

function isShow(sent: URLSearchParams): boolean {
  return sent.get('press')?.startsWith('{"press":"show"') ?? false;
}

// The second click of a double click would hit whatever the first one put there.
function ignoreDoubleClicks(event: MouseEvent): void {
  if (event.detail > 1 && event.target instanceof Element && event.target.closest('[data-card] button')) {
    event.preventDefault();
  }
}
