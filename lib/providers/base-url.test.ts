import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopback, parseBaseUrl, parseEndpointUrl } from './base-url.ts';

describe('parseBaseUrl', () => {
  it.each([
    ['https://api.socialboards.com', 'https://api.socialboards.com/'],
    ['https://api.socialboards.com/', 'https://api.socialboards.com/'],
    ['https://api.socialboards.com///', 'https://api.socialboards.com/'],
    ['  https://app.maax.ai/api/v2  ', 'https://app.maax.ai/api/v2/'],
    ['https://app.maax.ai/api/v2/', 'https://app.maax.ai/api/v2/'],
    ['HTTPS://APP.maax.ai/api/v2/', 'https://app.maax.ai/api/v2/'],
    ['https://app.maax.ai:443/api/', 'https://app.maax.ai/api/'],
    ['https://app.maax.ai:8443/api/', 'https://app.maax.ai:8443/api/'],
    ['https://192.0.2.7/', 'https://192.0.2.7/'],
    ['http://localhost:4010', 'http://localhost:4010/'],
    ['http://127.0.0.1:4010/api/v2/', 'http://127.0.0.1:4010/api/v2/'],
    // A look-alike is spelled out.
    ['https://аpi.socialboards.com/', 'https://xn--pi-6kc.socialboards.com/'],
    ['https://h.example/a/../b/', 'https://h.example/b/'],
    ['https://h.example/%2e%2e/b/', 'https://h.example/b/'],
    // What looks like ours and is not is another host, and shown as it is called.
    ['https://api.socialboards.com.evil.example/', 'https://api.socialboards.com.evil.example/'],
    ['https://api.socialboards.com./', 'https://api.socialboards.com./'],
    ['https://api。socialboards。com/', 'https://api.socialboards.com/'],
    ['https://ａpi.socialboards.com/', 'https://api.socialboards.com/'],
    ['https://api.sοcialboards.com/', 'https://api.xn--scialboards-7ei.com/'],
  ])('takes %j as %j', (text, url) => {
    expect(parseBaseUrl(text)).toEqual({ ok: true, value: url });
  });

  it.each([
    '',
    'api.socialboards.com',
    'localhost:4010',
    '//api.socialboards.com/',
    'https:api.socialboards.com',
    'https:/api.socialboards.com',
    'https:///api.socialboards.com',
    'https://',
    'ftp://api.socialboards.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://api.socialboards.com/?x=1',
    'https://api.socialboards.com/?',
    'https://api.socialboards.com/#x',
    'https://api.socialboards.com\\@evil.example/',
    'https://api.socialboards.com/a b',
    'https://api.social\tboards.com/',
    'https://api.social\nboards.com/',
    'https://api.socialboards.com:99999/',
    'https://api.socialboards.com:port/',
    'https://[::1',
    'https://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'https://１２７.0.0.1/',
    'https://0xc0.0x00.0x02.0x07/',
    'https://192.0.519/',
    'https://300.1/',
    'https://0300.0.2.7/',
    'https://192.0.2.7./',
    'https://①②⑦.0.0.1/',
    'http://localhost\\@evil.example/',
    'https://api.socialboards.com\u3000evil.example/',
    'https://api.socialboards.com\u0000.evil.example/',
    'https://api.socialboards.com%2f%40evil.example/',
    'https://api.socialboards.com%00.evil.example/',
    'https://%61pi.socialboards.com%2fevil/',
    'blob:https://api.socialboards.com/x',
    'ws://api.socialboards.com/',
    'view-source:https://api.socialboards.com/',
    `https://h.example/${'x'.repeat(2048)}`,
  ])('refuses %j', (text) => {
    expect(parseBaseUrl(text)).toEqual({ ok: false, failure: 'url-invalid' });
  });

  it.each([
    'http://api.socialboards.com/',
    'http://192.168.0.1/',
    'http://10.0.0.1:4010/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
    'http://localhost./',
    'http://app.localhost/',
    'http://127.0.0.2/',
    'http://[::1]/',
    'http://169.254.169.254/latest/meta-data/',
  ])('refuses %j as insecure', (text) => {
    expect(parseBaseUrl(text)).toEqual({ ok: false, failure: 'url-insecure' });
  });

  it.each(['https://me:secret@api.socialboards.com/', 'https://api.socialboards.com@evil.example/', 'https://@h.example/'])(
    'refuses %j for its user info',
    (text) => {
      expect(parseBaseUrl(text)).toEqual({ ok: false, failure: 'url-credentials' });
    },
  );

  it('gives, whatever is typed, a URL that means the same with and without its slash, or a problem', () => {
    const text = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.webUrl(),
      fc.webAuthority(),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseBaseUrl(typed);
        if (!parsed.ok) {
          return;
        }
        const url = new URL(parsed.value);
        expect(url.href).toBe(parsed.value);
        expect(parsed.value).toMatch(/[^/]\/$/);
        expect(url.protocol === 'https:' || isLoopback(url.hostname)).toBe(true);
        expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
        expect(parseBaseUrl(parsed.value)).toEqual(parsed);
        expect(parseBaseUrl(parsed.value.slice(0, -1))).toEqual(parsed);
      }),
    );
  });
});

describe('parseEndpointUrl', () => {
  it.each([
    ['https://api.socialboards.com/token', 'https://api.socialboards.com/token'],
    ['https://api.socialboards.com/token/', 'https://api.socialboards.com/token'],
    ['http://127.0.0.1:4010/token', 'http://127.0.0.1:4010/token'],
  ])('takes %j as %j', (text, url) => {
    expect(parseEndpointUrl(text)).toEqual({ ok: true, value: url });
  });

  it('refuses what a base URL is refused for', () => {
    expect(parseEndpointUrl('http://api.socialboards.com/token')).toEqual({ ok: false, failure: 'url-insecure' });
  });
});
