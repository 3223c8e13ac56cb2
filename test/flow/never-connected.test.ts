/** Whether a request that failed was perhaps carried out, by what Node says of it. */
import { expect, it } from 'vitest';
import { neverConnected } from '../../src/flow/ports/never-connected.ts';

const failed = (facts: object, cause?: Error) => Object.assign(new Error('It failed.', { cause }), facts);

it.each([
  ['nobody listens', failed({ code: 'ECONNREFUSED', syscall: 'connect' }), 'ECONNREFUSED'],
  ['nobody answers', failed({ code: 'ETIMEDOUT', syscall: 'connect' }), 'ETIMEDOUT'],
  ['its certificate has expired', failed({ code: 'CERT_HAS_EXPIRED' }), 'CERT_HAS_EXPIRED'],
  ['a proxy has its own', failed({ code: 'SELF_SIGNED_CERT_IN_CHAIN' }), 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['nobody vouches for it', failed({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['it is another’s', failed({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['an SDK says so', failed({ code: 'REQUEST_SEND_ERROR' }, failed({ code: 'ENOTFOUND' })), 'ENOTFOUND'],
  [
    'an SDK keeps only the words',
    Object.assign(new Error('connect ETIMEDOUT 10.0.0.1:443'), { code: 'ETIMEDOUT' }),
    'ETIMEDOUT',
  ],
  ['neither address answers', new AggregateError([failed({ code: 'EHOSTUNREACH' })], 'Both failed.'), 'EHOSTUNREACH'],
])('nothing was sent where %s', (_, error, code) => {
  expect(neverConnected(error)).toBe(code);
});

it.each([
  ['it was reset', failed({ code: 'ECONNRESET', syscall: 'read' })],
  ['it fell silent', failed({ code: 'ETIMEDOUT', syscall: 'read' })],
  ['the way to its host was lost as we read', failed({ code: 'EHOSTUNREACH', syscall: 'read' })],
  ['the network was lost as we wrote', failed({ code: 'ENETUNREACH', syscall: 'write' })],
  ['an SDK kept only the words', Object.assign(new Error('read ENETUNREACH'), { code: 'ENETUNREACH' })],
  ['it was closed as we wrote', failed({ code: 'EPIPE', syscall: 'write' })],
  ['nothing is said', failed({})],
  ['it is no error at all', 'ECONNREFUSED'],
])('nobody knows where %s', (_, error) => {
  expect(neverConnected(error)).toBeUndefined();
});
