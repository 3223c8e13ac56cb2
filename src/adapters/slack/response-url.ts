/** Answers a click or a command through its own address: five times within half an hour, and not under chat.update's limit. */
import type { Block } from './block-kit.ts';

export type Answer = {
  readonly text: string;
  readonly blocks?: readonly Block[];
  /** Instead of the message that was clicked, or as one of its own that only this person sees. */
  readonly place: 'instead' | 'beside';
};

/** What is said in a text alone is not read for marks. */
export const noMarks = { mrkdwn: false } as const;

// Somebody is looking at the card.
const patience = 2_000;

/** Whether Slack took it; it does not once the address is used up. */
export async function answerThrough(url: string, { text, blocks, place }: Answer): Promise<boolean> {
  const body = {
    text,
    ...(blocks ? { blocks } : noMarks),
    ...(place === 'instead' ? { replace_original: true } : { replace_original: false, response_type: 'ephemeral' }),
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    return response.ok && isTaken(await response.text());
  } catch {
    return false;
  }
}

// Slack says "ok", or `{"ok":false,"error":"used_url"}` with status 200 too.
function isTaken(answer: string): boolean {
  return !/"ok"\s*:\s*false/.test(answer);
}
