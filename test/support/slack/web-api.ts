/** /api/<method>: who calls, whether they may, whether too often; then the method itself. */
import { no } from './answer.ts';
import { type Asked, exchange, type Reply, type Slack, tooMany } from './exchange.ts';
import { text } from './json.ts';
import { methodFacts } from './limits.ts';
import { methods } from './methods/methods.ts';
import { dmWith } from './people.ts';
import { readBody } from './read-body.ts';
import type { tokenBuckets } from './token-buckets.ts';
import type { World } from './world.ts';

export type WebApi = Slack & { readonly take: ReturnType<typeof tokenBuckets> | undefined };

export async function callMethod(api: WebApi, asked: Pick<Asked, 'request' | 'response' | 'name'>): Promise<void> {
  const { args, token, error } = await readBody(asked.request);
  await exchange(api, { ...asked, args }, () => {
    if (error) return { status: 200, answer: no(error) };
    const refusal = refusedCaller(api.world, asked.name, token);
    if (refusal) return { status: 200, answer: refusal };
    return run(api, { ...asked, args });
  });
}

function run({ world, take }: WebApi, { name, args }: Pick<Asked, 'name' | 'args'>): Reply {
  const facts = methodFacts[name];
  const method = methods[name];
  if (!facts || !method) return { status: 200, answer: no('unknown_method') };
  // A person's id and their direct message are one place.
  const place = text(args['channel']);
  const wait = take?.(name, facts, world.users.has(place) ? dmWith(world, place).id : place);
  if (wait !== undefined) return tooMany(wait);
  const headers = { 'x-oauth-scopes': [...world.scopes].join(','), 'x-accepted-oauth-scopes': facts.scopes.join(',') };
  return { status: 200, headers, answer: method(world, args) };
}

function refusedCaller({ tokens, revoked, scopes }: World, name: string, token: string | undefined) {
  const facts = methodFacts[name];
  if (!facts) return no('unknown_method');
  if (!token) return no('not_authed');
  if (token !== tokens.bot && token !== tokens.app) return no('invalid_auth');
  if (token === tokens.bot && revoked) return no(revoked);
  if ((token === tokens.app) !== (facts.token === 'app')) return no('not_allowed_token_type');
  const enough = facts.token === 'app' || !facts.scopes.length || facts.scopes.some((scope) => scopes.has(scope));
  return enough ? undefined : no('missing_scope', { needed: facts.scopes.join(','), provided: [...scopes].join(',') });
}
