/** The one server: what it says about its health, and that nothing sent to it ends it. */
import { connect } from 'node:net';
import express, { Router } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import type { Readiness } from '../../../src/adapters/web/health.ts';
import { type WebServer, webServer } from '../../../src/adapters/web/web-server.ts';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';
import { RequestRefused } from '../../../src/flow/ports/request-refused.ts';

const open: WebServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const logged: unknown[] = [];
const log = { error: (facts: object) => void logged.push(facts) };

async function serve(router = Router(), ready: () => Promise<Readiness> = async () => ({ ready: true })) {
  const server = await webServer({ port: 0, host: '127.0.0.1', routers: [router], ready, log });
  open.push(server);
  return server.url;
}

const asJson = { headers: { accept: 'application/json' } };

describe('the web server', () => {
  it('says that it lives', async () => {
    const answer = await fetch(`${await serve()}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  });

  it('turns red with a sentence when it cannot take answers, and green again by itself', async () => {
    let readiness: Readiness = { ready: false, sentence: 'The database does not answer.' };
    const url = await serve(Router(), async () => readiness);
    const red = await fetch(`${url}/readyz`);
    expect([red.status, await red.json()]).toEqual([503, { ready: false, sentence: 'The database does not answer.' }]);
    readiness = { ready: true };
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('is not ready when it cannot find out', async () => {
    const url = await serve(Router(), async () => Promise.reject(new Error('gone')));
    const red = await fetch(`${url}/readyz`);
    expect(red.status).toBe(503);
    expect(await red.text()).not.toContain('gone');
  });

  it('answers what does not exist with a sentence, as page or as JSON', async () => {
    const url = await serve();
    const browsers = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
    const page = await fetch(`${url}/nothing`, { headers: { accept: browsers } });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('<p>There is nothing at this address.</p>');
    for (const accept of ['application/json', '*/*']) {
      const json = await fetch(`${url}/nothing`, { headers: { accept } });
      expect([json.status, await json.json()]).toEqual([404, { error: 'There is nothing at this address.' }]);
    }
  });

  it('refuses other methods on its health', async () => {
    const answer = await fetch(`${await serve()}/healthz`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('refuses more than a megabyte, announced or not, and stays up', async () => {
    const router = Router();
    router.post(
      '/read',
      express.text({ type: '*/*', limit: '1mb' }),
      (_request, response) => void response.send('read'),
    );
    const url = await serve(router);
    const announced = await fetch(`${url}/read`, { method: 'POST', body: 'x'.repeat(1_048_577) });
    expect(announced.status).toBe(413);
    const unread = await fetch(`${url}/nothing`, { method: 'POST', body: 'x'.repeat(1_048_577) });
    expect(unread.status).toBe(413);
    const stream = new Blob(['x'.repeat(1_048_577)]).stream();
    const inPieces = await fetch(`${url}/read`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(inPieces.status).toBe(413);
    expect((await fetch(`${url}/read`, { method: 'POST', body: 'x'.repeat(1_048_576) })).status).toBe(200);
  });

  it('survives addresses and bytes that are no request', async () => {
    const url = await serve();
    expect((await fetch(`${url}/%E0%A4%A`, asJson)).status).toBeLessThan(500);
    expect(await rawAnswer(url, 'NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('never shows a stack, and logs what failed', async () => {
    const router = Router();
    router.get('/bug', () => {
      throw new Error('secret of the house');
    });
    const answer = await fetch(`${await serve(router)}/bug`, asJson);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/secret|at .*\.ts/);
    expect(logged.at(-1)).toMatchObject({ method: 'GET', route: '/bug' });
  });

  it('logs which route failed, and nobody’s key', async () => {
    const router = Router();
    router.get('/as/:as/state', () => {
      throw new Error('a bug');
    });
    await fetch(`${await serve(Router().use(router))}/as/anna/state?review=of-anna`, asJson);
    const { err: _, ...told } = logged.at(-1) as { err: Error };
    expect(told).toEqual({ method: 'GET', route: '/as/:as/state' });
  });

  it('tells a refused request by what it is, not by its name', async () => {
    const router = Router();
    router.get('/refused', () => {
      throw new RequestRefused('Nobody of that name is here.', 404);
    });
    router.get('/alike', () => {
      throw Object.assign(new Error('secret of the house'), { name: 'RequestRefused', status: 599 });
    });
    const url = await serve(router);
    const refused = await fetch(`${url}/refused`, asJson);
    expect([refused.status, await refused.json()]).toEqual([404, { error: 'Nobody of that name is here.' }]);
    const alike = await fetch(`${url}/alike`, asJson);
    expect([alike.status, await alike.text()]).toEqual([500, expect.not.stringContaining('secret')]);
  });

  it('says with 503 what to do when the records cannot be reached', async () => {
    const router = Router();
    router.all('/records', () => {
      throw new StoreUnavailable('The <database> does not answer. Nothing was recorded; try again.');
    });
    const url = await serve(router);
    const ask = (method: string) => fetch(`${url}/records`, { method, headers: { accept: 'text/html' } });
    const acted = await ask('POST');
    expect(acted.status).toBe(503);
    expect(await acted.text()).toContain('The &lt;database> does not answer. Nothing was recorded');
    const looked = await ask('GET');
    expect(looked.status).toBe(503);
    const page = await looked.text();
    expect(page).toContain('Nothing in them is lost; load the page again');
    expect(page).not.toContain('recorded;');
  });

  it('says which port is taken and what to do', async () => {
    const url = await serve();
    const again = webServer({
      port: Number(new URL(url).port),
      host: '127.0.0.1',
      routers: [],
      ready: async () => ({ ready: true }),
      log,
    });
    await expect(again).rejects.toThrow(/is taken by another process. Set PORT/);
  });
});

function rawAnswer(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}
