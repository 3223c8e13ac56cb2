/** /actions/<team>/<id>: how an app answers an act without a token, five times in half an hour. */
import { type Answer, no, yes } from './answer.ts';
import { contentOf, isRefusal } from './content.ts';
import { type Asked, exchange, type Reply, type Slack } from './exchange.ts';
import { type Fields, text } from './json.ts';
import { limits } from './limits.ts';
import { edit, post, remove } from './posting.ts';
import { readBody } from './read-body.ts';
import type { ResponseUrl, World } from './world.ts';

export async function respond(slack: Slack, asked: Pick<Asked, 'request' | 'response'>, id: string): Promise<void> {
  const { args, error } = await readBody(asked.request);
  const known = slack.world.responseUrls.get(id);
  await exchange(slack, { ...asked, name: 'response_url', args, url: id }, () => {
    const closed = known ? shut(known, slack.world.now()) : 'invalid_url';
    if (closed || !known) return refuse(slack.world, 404, no(closed ?? 'invalid_url'));
    if (error) return refuse(slack.world, 400, no(error));
    const answer = answered(slack.world, known, args);
    if (answer.ok) known.used += 1;
    return { status: answer.ok ? 200 : 400, answer };
  });
}

function shut({ used, until }: ResponseUrl, now: number): string | undefined {
  if (used >= limits.responseUrl.uses) return 'used_url';
  return now > until ? 'expired_url' : undefined;
}

function refuse(world: World, status: number, answer: Answer): Reply {
  world.violations.push({ in: 'response_url', says: text(answer['error']) });
  return { status, answer };
}

function answered(world: World, url: ResponseUrl, args: Fields): Answer {
  const original = world.messages.find(({ ts, channel }) => ts === url.original && channel === url.channel);
  if (isTrue(args['delete_original'])) {
    if (!original) return no('message_not_found');
    remove(world, original);
    return yes();
  }
  const place = { in: 'response_url', channel: url.channel, maxText: limits.message.postText, maxAll: false };
  const content = contentOf(world, args, place);
  if (isRefusal(content)) return content;
  const shown = { ...content, blocks: content.blocks ?? [] };
  if (isTrue(args['replace_original']) && url.original) {
    if (!original) return no('message_not_found');
    edit(world, original, shown);
    return yes();
  }
  const onlyFor = args['response_type'] === 'in_channel' ? {} : { onlyFor: url.user };
  post(world, { channel: url.channel, ...shown, ...onlyFor });
  return yes();
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
