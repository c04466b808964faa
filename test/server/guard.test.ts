// Turn requests of all kinds of askers into whether they are answered.
import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/server/guard.ts';

const door = { port: 4321, token: 'right-token' };
const cookie = 'other=1; kessan-4321=right-token';
const own = { host: '127.0.0.1:4321', cookie };
const json = { 'content-type': 'application/json', origin: 'http://127.0.0.1:4321' };

describe('a request is answered', () => {
  it.each([
    ['with the cookie', { headers: own }],
    ['with the token in the address', { url: '/?token=right-token', headers: { host: 'localhost:4321' } }],
    ['with the token as a bearer', { headers: { host: '127.0.0.1:4321', authorization: 'Bearer right-token' } }],
    ['from the page itself', { headers: { ...own, origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' } }],
    ['typed into the address line', { headers: { ...own, 'sec-fetch-site': 'none' } }],
    ['that changes something, from the page itself', { method: 'POST', headers: { ...own, ...json } }],
    ['of HEAD', { method: 'HEAD', headers: own }],
  ])('%s', (_, asked) => {
    expect(refusal({ method: 'GET', url: '/api/hello', ...asked }, door)).toBeUndefined();
  });
});

describe('a request is refused', () => {
  it.each([
    [421, 'for another host, which leads here', { headers: { ...own, host: 'evil.example:4321' } }],
    [421, 'for another host that begins like this one', { headers: { ...own, host: '127.0.0.1:4321.evil.example' } }],
    [421, 'for another port', { headers: { ...own, host: '127.0.0.1:4322' } }],
    [421, 'for no port', { headers: { ...own, host: '127.0.0.1' } }],
    [421, 'for no host', { headers: { cookie } }],
    [421, 'for a host that is none', { headers: { ...own, host: '[::' } }],
    [403, 'of another site', { headers: { ...own, origin: 'https://evil.example' } }],
    [403, 'of another site at this name', { headers: { ...own, origin: 'http://127.0.0.1' } }],
    [403, 'of a page from nowhere', { headers: { ...own, origin: 'null' } }],
    [403, 'of another site, as the browser says', { headers: { ...own, 'sec-fetch-site': 'cross-site' } }],
    [403, 'of another port of this machine, as the browser says', { headers: { ...own, 'sec-fetch-site': 'same-site' } }],
    [403, 'without a token', { headers: { host: '127.0.0.1:4321' } }],
    [403, 'with another token', { headers: { host: '127.0.0.1:4321', cookie: 'kessan-4321=wrong-token' } }],
    [403, 'with a token that begins rightly', { headers: { host: '127.0.0.1:4321', cookie: 'kessan-4321=right' } }],
    [403, 'with the cookie of another server', { headers: { host: '127.0.0.1:4321', cookie: 'kessan-4322=right-token' } }],
    [403, 'with another token in the address', { url: '/?token=wrong', headers: { host: '127.0.0.1:4321' } }],
    [403, 'with the token in the address of something else', { url: '/api/hello?token=right-token', headers: { host: '127.0.0.1:4321' } }],
    [403, 'that changes something and does not say whence', { method: 'PUT', headers: { ...own, 'content-type': 'application/json' } }],
    [
      403,
      'that changes something with the token in the address',
      { method: 'POST', url: '/?token=right-token', headers: { host: own.host, ...json } },
    ],
    [
      415,
      'that changes something as a form',
      { method: 'POST', headers: { ...own, ...json, 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    [415, 'that changes something as text', { method: 'POST', headers: { ...own, ...json, 'content-type': 'text/plain' } }],
    [405, 'of another method', { method: 'DELETE', headers: { ...own, ...json } }],
    [405, 'that asks what is allowed', { method: 'OPTIONS', headers: { ...own, origin: 'https://evil.example' } }],
  ] as const)('%i %s', (status, _, asked) => {
    expect(refusal({ method: 'GET', url: '/api/hello', ...asked }, door)?.status).toBe(status);
  });
});
