/** What is known of a channel is not older than what happened there. */
import { webApi } from '@slack/bolt';
import { expect, it } from 'vitest';
import { channels } from '../../../src/adapters/slack/channels.ts';
import { gate } from '../../support/gate.ts';

it('an answer that was on its way when the channel was shared is not believed later', async () => {
  const answering = gate();
  const asked: string[] = [];
  const lookup = new webApi.WebClient('xoxb-a-token', {
    fetch: async (url) => {
      const isFirst = asked.push(String(url)) === 1;
      if (isFirst) await answering.passed;
      const channel = { name: 'team', is_member: true, is_archived: false, is_ext_shared: !isFirst };
      return Response.json({ ok: true, channel });
    },
  });
  const known = channels({ lookup }, () => 0);
  const before = known.facts('C1');
  known.forget('C1');
  answering.open();
  expect((await before).shared).toBe(false);
  expect((await known.facts('C1')).shared).toBe(true);
  expect((await known.facts('C1')).shared).toBe(true);
  expect(asked).toHaveLength(2);
});
