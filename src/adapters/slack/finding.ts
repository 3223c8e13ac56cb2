/** What the doctor says of one thing, in one line each. */
import type { Finding } from '../../flow/office-rows.ts';
import type { Failure } from './failures.ts';
import type { Kit } from './kit.ts';

/** What is looked at: the records, or program files that are not on record yet. */
export type Looking = Pick<Kit, 'readings' | 'store' | 'directory'>;

export function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence };
}

export function problem(id: string, sentence: string, advice: string): Finding {
  return { id, state: 'problem', sentence, advice };
}

export function attention(id: string, sentence: string, advice: string): Finding {
  return { id, state: 'attention', sentence, advice };
}

/** Nothing of ours need be wrong where Slack itself said nothing. */
export function unheard(id: string, { why }: Failure, { apiUrl }: Pick<Kit, 'apiUrl'>): Finding {
  const host = apiUrl === undefined ? 'slack.com' : new URL(apiUrl).host;
  const advice = 'Check its network, name server and firewall. HTTPS_PROXY is not used.';
  return problem(id, `This machine cannot reach ${host}: ${why}.`, advice);
}
