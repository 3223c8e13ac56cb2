/** What lies between us and Teams forgets connections that were idle, so none of ours is posted on after that. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { transport } from '../../../src/adapters/teams/transport.ts';
import { keptLog } from '../../support/kept-log.ts';

let server: Server;
afterEach(() => void server.closeAllConnections());

it('an idle connection is given up within seconds, and those under way are not', async () => {
  const open = new Set<Socket>();
  // It would keep them for ever, and says so.
  server = createServer({ keepAliveTimeout: 0 }, (_, response) => void response.end('{"id":"1"}'));
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { connector } = transport({
    appId: '1b2c3d4e-0000-4000-8000-000000000001',
    tenantId: '1b2c3d4e-0000-4000-8000-000000000002',
    appType: 'SingleTenant',
    access: { door: 'test issuer', openIdMetadata: `${url}/openid` },
    log: keptLog(),
  });
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: 'A card',
    body: [],
    msteams: { width: 'Full' },
  } as const;
  const post = () => connector.post({ serviceUrl: `${url}/`, conversation: 'a:chat' }, card, 'A card');
  expect([await post(), await post()]).toEqual(['1', '1']);
  expect(open.size).toBe(1);
  await expect.poll(() => open.size).toBe(0);
  expect(await post()).toBe('1');
});
