/** Forms: shown as a page of their own (a dialog where scripts run), and sent back. Nothing typed is ever lost. */

import express, { type Response, Router } from 'express';
import type { FormValues } from '../../domain/card/form.ts';
import { isRefusal, type Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { RequestRefused } from '../../flow/ports/request-refused.ts';
import { actorOf, newOnce, tell } from './acts.ts';
import { conversationAt } from './addresses.ts';
import { houseOf } from './house.ts';
import { type Marks, readFormRequest, readSubmission } from './inbox.ts';
import { type Kit, residentOf } from './kit.ts';
import { FormPage } from './pages/form-page.tsx';
import { LostForm } from './pages/lost-form.tsx';
import { FormView } from './render-form.tsx';
import { goOn, sendPage } from './respond.ts';
import { fragmentOf } from './standing.ts';

type Sent = ReturnType<typeof readSubmission>;

export function formRoutes(kit: Kit, checks: readonly express.RequestHandler[]): Router {
  const router = Router();
  router.get('/as/:as/form', async (request, response) => {
    const viewer = await residentOf(kit, request.params.as);
    await showForm(kit, response, viewer, { ...readFormRequest(request.query), values: {} });
  });
  router.post('/as/:as/form', ...checks, async (request, response) => {
    const viewer = await residentOf(kit, request.params['as']);
    await submit(kit, response, viewer, readSubmission(request.body));
  });
  return router;
}

async function submit(kit: Kit, response: Response, viewer: Person, sent: Sent): Promise<void> {
  const outcome = await tried(kit, viewer, sent);
  if (outcome instanceof Error) {
    kit.log.error({ err: outcome, form: sent.ref.form }, 'A form could not be recorded');
    const sentence = 'Muster could not confirm this. What you typed is below; try again in a moment.';
    await showLost(kit, response, viewer, { sent, sentence, status: 503 });
  } else if (isRefusal(outcome)) {
    await showForm(kit, response, viewer, sent, outcome);
  } else {
    const prompt = 'prompt' in sent.ref ? sent.ref.prompt : undefined;
    goOn(response, await tell(kit, viewer, sent, { outcome, prompt }));
  }
}

async function tried(kit: Kit, viewer: Person, sent: Sent) {
  try {
    return await kit.desk.submit(sent.ref, sent.values, actorOf(viewer, sent));
  } catch (error) {
    return error instanceof Error ? error : new Error('A form could not be recorded', { cause: error });
  }
}

async function showForm(kit: Kit, response: Response, viewer: Person, sent: Sent, refusal?: Refusal): Promise<void> {
  const form = await kit.desk.form(sent.ref, viewer.id);
  if (isRefusal(form)) {
    const { sentence } = refusal ?? form;
    await showLost(kit, response, viewer, { sent, sentence, status: 409 });
    return;
  }
  const at = {
    as: viewer.key,
    place: sent.place,
    message: sent.message,
    once: newOnce(),
    back: backFrom(viewer, sent),
  };
  const view = <FormView form={form} at={at} sent={sent.values} {...(refusal && { refusal })} />;
  const house = await houseIn(kit, viewer);
  const page = (
    <FormPage house={house} title={form.title} place={sent.place}>
      {view}
    </FormPage>
  );
  sendPage(response, page, refusal ? 422 : 200);
}

type Lost = {
  readonly sent: { readonly values: FormValues } & Marks;
  readonly sentence: string;
  readonly status: number;
};

async function showLost(kit: Kit, response: Response, viewer: Person, { sent, sentence, status }: Lost): Promise<void> {
  const house = await houseIn(kit, viewer);
  const page = (
    <FormPage house={house} title="Not recorded" place={sent.place}>
      <LostForm sentence={sentence} values={sent.values} back={backFrom(viewer, sent)} />
    </FormPage>
  );
  sendPage(response, page, status);
}

async function houseIn(kit: Kit, viewer: Person) {
  const house = await houseOf(kit, { as: viewer.key });
  if (!house) throw new RequestRefused('Nobody of that name is here.', 404);
  return house;
}

function backFrom(viewer: Person, { place, message }: Marks): string {
  return conversationAt(viewer.key, place, message ? fragmentOf(message) : undefined);
}
