/** What was typed into a form that was closed without sending, until the window is closed. */
const drafts = new Map<string, readonly (readonly [string, string])[]>();

export function keepDraft(form: HTMLFormElement): void {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && isField(name) ? [[name, value] as const] : [],
  );
  drafts.set(keyOf(form), entries);
}

/** It was sent, so it is no draft any more. */
export function forgetDraft(form: HTMLFormElement): void {
  drafts.delete(keyOf(form));
}

export function restoreDraft(form: HTMLFormElement): void {
  const draft = drafts.get(keyOf(form));
  if (!draft) return;
  const has = (name: string, value: string) => draft.some((entry) => entry[0] === name && entry[1] === value);
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) {
      control.checked = has(control.name, control.value);
    } else if (isWritten(control) && isField(control.name)) {
      control.value = draft.find(([name]) => name === control.name)?.[1] ?? control.value;
    }
  }
}

function isWritten(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (control instanceof HTMLInputElement) return control.type !== 'hidden';
  return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement;
}

// Fields are named by kind and id; the marks of the page are not drafts.
function isField(name: string): boolean {
  return /^(text|one|many|tick):/.test(name);
}

function keyOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="ref"]')?.value ?? '';
}
