/** Somebody who presses Yes very fast, without a browser: the requests their page would send. */
import { checklist } from './a-review.ts';

/** Whose prompts are who's in the demo program, as far as a plain yes answers them. */
const roleOf: Readonly<Record<string, string>> = { anna: 'platform', ravi: 'sre', tomasz: 'dev-lead' };

export type Clicker = {
  /** Prompts a single click answers. */
  readonly prompts: readonly string[];
  /** True once the server answered: the answer is acknowledged. Rejects when the connection broke first. */
  answerYes(prompt: string): Promise<true>;
};

export async function clicker(url: string, person: string): Promise<Clicker> {
  const review = await openReview(url, person);
  return {
    prompts: checklist.prompts
      .filter(({ owner, section }) => owner === roleOf[person] && section !== 'backups')
      .filter(({ answer, askedIf, outcome }) => answer.kind === 'verdict' && !askedIf && outcome.by === 'verdict')
      .map(({ id }) => id),
    async answerYes(prompt) {
      const answer = { status: 'answered', response: { kind: 'verdict', verdict: 'yes' }, evidence: [] };
      const intent = { does: 'answer', review, prompt, revision: 0, answer };
      const body = new URLSearchParams({
        press: JSON.stringify({ press: 'intent', intent }),
        place: 'direct',
        once: crypto.randomUUID(),
      });
      const headers = { origin: url };
      const response = await fetch(`${url}/as/${person}/press`, { method: 'POST', body, headers, redirect: 'manual' });
      if (response.status !== 303) throw new Error(`Pressing Yes was answered with ${response.status}.`);
      return true;
    },
  };
}

async function openReview(url: string, person: string): Promise<string> {
  const page = await (await fetch(`${url}/as/${person}/`)).text();
  const id = /kubernetes-security-\d{4}-\d{2}-\d{2}/.exec(page)?.[0];
  if (!id) throw new Error('The page names no review.');
  return id;
}
