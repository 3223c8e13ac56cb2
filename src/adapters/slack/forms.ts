/** Opens forms, and takes them back when they are sent. What was entered is never lost. */
import type { FormRef } from '../../domain/card/form.ts';
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Modal } from './block-kit.ts';
import type { OpenKit } from './kit.ts';
import { metadata } from './metadata.ts';
import type { Origin } from './origin.ts';
import { formModal } from './render-form.ts';
import { sayingModal } from './render-view.ts';
import { type Opened, openWindow, type Trigger } from './windows.ts';

export type FormOpening = { readonly ref: FormRef; readonly from: Origin; readonly trigger: Trigger };

/** Whether there is a window now. */
export function openForm(kit: OpenKit, person: Person, { ref, from, trigger }: FormOpening): Promise<Opened> {
  return openWindow(kit, { trigger, onTop: from.at === 'modal' }, () => formWindow(kit, person, { ref, from }));
}

async function formWindow(kit: OpenKit, person: Person, { ref, from }: Omit<FormOpening, 'trigger'>): Promise<Modal> {
  const form = await kit.desk.form(ref, person.id);
  if (isRefusal(form)) return sayingModal(form.sentence);
  const kept = metadata({ is: 'form', ref: form.ref, from });
  if (kept === undefined) return sayingModal('This form is too large for Slack. Answer its prompts one at a time.');
  return formModal(form, kept);
}
