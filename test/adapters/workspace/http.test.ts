/** The workspace through its front door: what is carried out, once, and what is refused with a sentence. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../../src/domain/card/view.ts';
import { everyFieldForm } from '../../support/sample-cards.ts';
import { ownPage, workspaceHouse } from '../../support/workspace-house.ts';

let house: Awaited<ReturnType<typeof workspaceHouse>>;
beforeEach(async () => {
  house = await workspaceHouse();
});
afterEach(async () => {
  house.room.close();
  await house.server.close();
});

const review = 'r1';
const yes = {
  press: 'intent',
  intent: {
    does: 'answer',
    review,
    prompt: 'access-control.mfa',
    revision: 0,
    answer: { status: 'answered', response: { kind: 'verdict', verdict: 'yes' }, evidence: [] },
  },
};
const marks = { message: 'delivery-1', place: 'direct', once: 'a-random-mark' };
const pressing = (press: object, more: object = {}) => ({ ...marks, ...more, press: JSON.stringify(press) });
const ref = JSON.stringify(everyFieldForm.ref);
const showing = async () => (await house.records.messages.of(house.pia)).map(({ view }) => view.show);

describe('a page', () => {
  it('leads from the door to the first person', async () => {
    const { status, headers } = await house.get('/');
    expect([status, headers['location']]).toEqual([303, '/as/pia/']);
  });

  it('draws the messages of that person, with landmarks, a title and a way past the rails', async () => {
    const { status, text } = await house.get('/as/pia/');
    expect(status).toBe(200);
    expect(text).toContain('<title>Muster · Pia Lund</title>');
    for (const part of ['<nav ', '<main ', '<aside ', 'href="#middle"', 'aria-live="polite"', 'Europe/Stockholm'])
      expect(text).toContain(part);
    expect(text).toContain('You own 8 prompts.');
  });

  it.each(['state', 'record', 'deliveries'])('says in words that there is nothing yet on %s', async (page) => {
    const { status, text } = await house.get(`/as/pia/${page}`);
    expect(status).toBe(200);
    expect(text).toMatch(/class="empty">[A-Z][^<]+\.</);
  });

  it('carries the strictest policy and no style or script of its own', async () => {
    const { headers, text } = await house.get('/as/pia/');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect([headers['x-content-type-options'], headers['referrer-policy']]).toEqual(['nosniff', 'no-referrer']);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(text).not.toMatch(/<script>| style=|<style| on[a-z]+="/);
  });

  it('shows the others when one message cannot be drawn', async () => {
    house.desk.answers.card = () => {
      throw new Error('a bug in a card');
    };
    const { status, text } = await house.get('/as/pia/');
    expect(status).toBe(200);
    expect(text).toContain('This message cannot be shown just now');
    expect(house.logged).toHaveLength(1);
  });

  it.each([
    ['/as/nobody/', 404],
    ['/as/pia/channel/none', 404],
    ['/as/pia/nothing', 404],
    ['/page/../package.json', 404],
    ['/page/tokens.ts', 404],
    ['/as/pia/press', 405],
    ['/as/%E0%A4%A/', 400],
    ['/as/pia/form?ref=nonsense&place=direct&once=a-random-mark', 400],
  ])('answers %s with %i and a sentence', async (path, expected) => {
    const { status, text } = await house.get(path);
    expect(status).toBe(expected);
    expect(text).toMatch(/<p class="failure">[A-Z][^<]+\.<\/p>|<main>/);
    expect(text).not.toMatch(/node_modules|\.ts:/);
  });
});

describe('a press', () => {
  it('is recorded as the person of the page, and leads back to where it was pressed', async () => {
    const { status, headers } = await house.post('/as/pia/press', pressing(yes));
    expect([status, headers['location']]).toEqual([
      303,
      '/as/pia/?at=m-delivery-1-access-control.mfa#m-delivery-1-access-control.mfa',
    ]);
    expect(house.desk.recorded).toHaveLength(1);
    expect(house.desk.recorded[0]?.actor).toMatchObject({
      by: house.pia,
      source: { via: 'workspace', ref: 'delivery-1' },
    });
    expect((await house.get('/as/pia/')).text).toContain('Recorded.');
  });

  it('is recorded once, however often the same button of the same drawing is sent', async () => {
    await Promise.all([1, 2, 3].map(() => house.post('/as/pia/press', pressing(yes))));
    expect(house.desk.recorded).toHaveLength(1);
    await house.post('/as/pia/press', pressing({ ...yes, intent: { ...yes.intent, prompt: 'access-control.audit' } }));
    expect(house.desk.recorded).toHaveLength(2);
  });

  it('that is refused says so where it was pressed, and offers to confirm what wants confirming', async () => {
    house.desk.answers.record = () => ({ refused: 'needs confirmation', sentence: 'Nobody could sign then.' });
    await house.post('/as/pia/press', pressing(yes));
    const { text } = await house.get('/as/pia/');
    expect(text).toContain('Nobody could sign then.');
    expect(text).toContain('&quot;confirmed&quot;:true');
  });

  it('on an opening adds one reply below, and goes on in it', async () => {
    const section = { press: 'show', view: { show: 'section', review, section: 'logging', page: 1 } };
    await house.post('/as/pia/press', pressing(section));
    await house.post('/as/pia/press', pressing(section));
    expect(await showing()).toEqual(['opening', 'section']);
    const reply = (await house.records.messages.of(house.pia)).at(-1)?.ref.message ?? '';
    const about = { press: 'show', view: { show: 'prompt', review, prompt: 'access-control.mfa' } };
    await house.post('/as/pia/press', pressing(about, { message: reply }));
    expect(await showing()).toEqual(['opening', 'prompt']);
    await house.post('/as/pia/press', pressing({ press: 'show', view: { show: 'why', review } }, { message: reply }));
    expect(await showing()).toEqual(['opening', 'prompt', 'why']);
  });

  it('shows what an act leads to next', async () => {
    const view: View = { show: 'status', review };
    house.desk.answers.record = () => ({ done: true, sentence: 'The review is open.', view });
    await house.post('/as/pia/press', pressing(yes));
    expect(await showing()).toEqual(['opening', 'status']);
  });

  it.each([
    ['no mark', { press: JSON.stringify(yes), place: 'direct', message: 'x' }],
    ['no JSON', { ...marks, press: '{' }],
    ['an unknown intent', pressing({ press: 'intent', intent: { does: 'delete everything' } })],
    ['one field too many', pressing({ ...yes, intent: { ...yes.intent, by: 'somebody else' } })],
    ['half a character', { ...marks, press: JSON.stringify(yes).replace('r1', '\\ud800') }],
    ['a zero byte', { ...marks, press: JSON.stringify(yes).replace('r1', '\\u0000') }],
    ['a place that is none', pressing(yes, { place: '../..' })],
  ])('with %s is a 400 that changes nothing', async (_what, fields) => {
    const { status, text } = await house.post('/as/pia/press', fields);
    expect(status).toBe(400);
    expect(text).toContain('Load the page again');
    expect(house.desk.recorded).toEqual([]);
  });

  it('of another kind of content is a 415, of a megabyte a 413', async () => {
    const json = { 'content-type': 'application/json', ...ownPage };
    expect((await house.say('POST', '/as/pia/press', { headers: json, body: '{}' })).status).toBe(415);
    expect((await house.post('/as/pia/press', { press: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect((await house.get('/as/pia/')).status).toBe(200);
  });

  it('is answered plainly when the records cannot take it', async () => {
    house.desk.answers.record = () => {
      throw new Error('connection refused at 10.0.0.7');
    };
    const { status, text } = await house.post('/as/pia/press', pressing(yes));
    expect(status).toBe(500);
    expect(text).not.toContain('10.0.0.7');
  });
});

describe('who may send', () => {
  const at = () => `localhost:${house.server.port}`;

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 303],
    ['our own page of an older browser', { origin: 'own' }, 303],
    ['a foreign page', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['a foreign page of an older browser', { origin: 'https://evil.example' }, 403],
    ['a foreign frame that hides its origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:1' }, 403],
    ['who hides where it comes from', { origin: 'null' }, 403],
    ['who does not say', {}, 403],
  ])('%s', async (_who, { origin, ...rest }: Record<string, string>, expected) => {
    const own = origin === 'own' ? `http://${at()}` : origin;
    const headers = { host: at(), ...rest, ...(own && { origin: own }) };
    expect((await house.post('/as/pia/press', pressing(yes), headers)).status).toBe(expected);
    expect(house.desk.recorded).toHaveLength(expected === 303 ? 1 : 0);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', '10.0.0.7:3000'])(
    'nobody under the name %s, not even to read',
    async (host) => {
      expect((await house.get('/as/pia/', { host })).status).toBe(403);
    },
  );

  it.each(['localhost', '127.0.0.1', '[::1]'])('everybody here under the name %s', async (name) => {
    expect((await house.get('/as/pia/', { host: `${name}:${house.server.port}` })).status).toBe(200);
  });
});

describe('a form', () => {
  const sent = {
    ...marks,
    ref,
    'one:verdict': 'yes',
    'text:note': 'line one\r\nline two\0',
    'text:days': '30',
    'tick:confirmed': '',
  };

  it('is a page of its own, so that it works without any script', async () => {
    const { status, text } = await house.get(`/as/pia/form?${new URLSearchParams({ ...marks, ref })}`);
    expect(status).toBe(200);
    expect(text).toContain('Which</bdi>');
    expect(text).toContain('href="/as/pia/?at=m-delivery-1#m-delivery-1"');
  });

  it('arrives with its values by field, and is recorded once', async () => {
    const { status } = await house.post('/as/pia/form', sent);
    await house.post('/as/pia/form', sent);
    expect(status).toBe(303);
    expect(house.desk.submitted).toHaveLength(1);
    expect(house.desk.submitted[0]?.values).toEqual({
      verdict: 'yes',
      note: 'line one\nline two',
      days: '30',
      confirmed: false,
    });
  });

  it('that is refused comes back with its errors and everything typed', async () => {
    house.desk.answers.submit = () => ({
      refused: 'does not fit',
      sentence: 'One field needs another look.',
      fields: [{ field: 'days', sentence: 'Write a number.' }],
    });
    const { status, text } = await house.post('/as/pia/form', { ...sent, 'text:days': 'soon' });
    expect(status).toBe(422);
    expect(text).toContain('value="soon"');
    expect(text).toContain('line one\nline two');
    expect(text).toContain('id="field-days-error">Write a number.');
  });

  it('that is stale shows what was typed, to be copied', async () => {
    const stale = { refused: 'stale', sentence: 'Somebody answered meanwhile.' } as const;
    house.desk.answers.submit = () => stale;
    house.desk.answers.form = () => stale;
    const { status, text } = await house.post('/as/pia/form', sent);
    expect(status).toBe(409);
    expect(text).toContain('Somebody answered meanwhile.');
    expect(text).toContain('line one\nline two</textarea>');
  });

  it('keeps what was typed even when the records are gone', async () => {
    house.desk.answers.submit = () => {
      throw new Error('gone');
    };
    const { status, text } = await house.post('/as/pia/form', sent);
    expect(status).toBe(503);
    expect(text).toContain('line one\nline two</textarea>');
  });
});

describe('a typed command', () => {
  it('is answered to the one who typed it, and to nobody else', async () => {
    await house.post('/as/pia/say', { ...marks, text: '<b>help</b>' });
    expect(house.desk.typed).toEqual(['<b>help</b>']);
    expect((await house.get('/as/pia/')).text).toContain('You typed &lt;b>help&lt;/b>.');
    expect((await house.get('/as/ravi/')).text).not.toContain('You typed');
  });

  it('that is empty does nothing', async () => {
    expect((await house.post('/as/pia/say', { ...marks, text: '  ' })).status).toBe(303);
    expect(house.desk.typed).toEqual([]);
  });

  it('may lead to a form or a card', async () => {
    house.desk.answers.command = () => ({ reply: 'form', form: everyFieldForm.ref });
    expect((await house.post('/as/pia/say', { ...marks, text: 'answer' })).headers['location']).toContain(
      '/as/pia/form?',
    );
    house.desk.answers.command = () => ({ reply: 'view', view: { show: 'mine' } });
    await house.post('/as/pia/say', { ...marks, text: 'mine' });
    expect(await showing()).toEqual(['opening', 'mine']);
  });
});

describe('the clock', () => {
  it('skips forward, never back, and leads only to pages of the same person', async () => {
    const to = '2026-12-01T08:00:00.000Z';
    const { headers } = await house.post('/as/pia/clock', { to, back: '/as/pia/state' });
    const then = house.clock.now();
    expect([then >= to, then < '2026-12-01T08:00:10.000Z', headers['location']]).toEqual([true, true, '/as/pia/state']);
    const away = await house.post('/as/pia/clock', { to: '2026-11-01T08:00:00.000Z', back: '//evil.example/as/pia/' });
    expect([house.clock.now(), away.headers['location']]).toEqual([then, '/as/pia/']);
    expect((await house.post('/as/pia/clock', { to: 'tomorrow' })).status).toBe(400);
  });
});

describe('the live stream', () => {
  const listen = (asOf: number) => fetch(`http://localhost:${house.server.port}/as/pia/live?asOf=${asOf}`);

  it('tells at once what changed since the page was drawn', async () => {
    const asOf = house.pages.count();
    house.pages.changed();
    const reader = (await listen(asOf)).body?.pipeThrough(new TextDecoderStream()).getReader();
    let said = '';
    while (!said.includes('changed')) said += (await reader?.read())?.value ?? '';
    expect(said).toContain('event: changed\ndata:\n\n');
    await reader?.cancel();
  });

  it('tells when something changed, and ends when the house closes', async () => {
    const response = await listen(house.pages.count());
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toContain('retry:');
    house.pages.changed();
    house.pages.changed();
    expect(await next()).toBe('event: changed\ndata:\n\n');
    house.room.close();
    expect((await reader?.read())?.done).toBe(true);
  });

  it('is limited, with a sentence', async () => {
    const url = `http://localhost:${house.server.port}/as/pia/live`;
    const open = await Promise.all(Array.from({ length: 64 }, () => fetch(url)));
    const more = await fetch(url, { headers: { accept: 'application/json' } });
    expect([more.status, await more.json()]).toEqual([
      503,
      { error: 'Too many windows are open. Close some; this one is not updated by itself.' },
    ]);
    await Promise.all(open.map((response) => response.body?.cancel()));
  });
});
