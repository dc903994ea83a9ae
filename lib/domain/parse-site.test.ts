import { describe, expect, it } from 'vitest';
import { isUnencrypted, parseSite, readPart } from './parse-site.ts';
import { fail, succeed } from './result.ts';

describe('parseSite', () => {
  it.each([
    ['https://acme.zendesk.com/agent/tickets/1', 'https://acme.zendesk.com'],
    ['acme.zendesk.com', 'https://acme.zendesk.com'],
    ['desk.example:8443/rt', 'https://desk.example:8443'],
    [' https://Desk.Example/ ', 'https://desk.example'],
    ['http://127.0.0.1:8080/rt', 'http://127.0.0.1:8080'],
    ['http://localhost', 'http://localhost'],
    ['http://rt/', 'http://rt'],
    ['http://rt.corp.internal/x', 'http://rt.corp.internal'],
    ['http://erp.intra:8069/web', 'http://erp.intra:8069'],
    ['http://desk.corp', 'http://desk.corp'],
    ['http://rt.intern.firma.no/rt', 'http://rt.intern.firma.no'],
    ['http://desk.example:8080/jira', 'http://desk.example:8080'],
    ['http://192.168.1.5:81', 'http://192.168.1.5:81'],
    ['http://[fd00::1]/', 'http://[fd00::1]'],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example'],
  ])('takes %s', (text, origin) => {
    expect(parseSite(text)).toEqual(succeed(origin));
  });

  it.each([
    '',
    ' ',
    'https://',
    'ftp://desk.example',
    'javascript:alert(1)',
    'https://user@desk.example',
    'two words',
    'chrome://extensions',
    'file:///x',
  ])('refuses %j', (text) => {
    expect(parseSite(text)).toEqual(fail('invalid'));
  });

  it.each([
    'http://desk.example',
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://10.evil.example',
    'http://corporate.example',
    'http://corp.example',
    'http://home.desk.example',
    'http://desk.example:80',
  ])('refuses plain http on %s', (text) => {
    expect(parseSite(text)).toEqual(fail('insecure'));
  });
});

describe('readPart', () => {
  it.each([
    ['https://intranet.example/rt/', '/rt/'],
    ['https://intranet.example/rt', '/rt/'],
    ['intranet.example:8443/tools/otrs/', '/tools/otrs/'],
    // Copied while a page was open.
    ['https://desk.example/', undefined],
    ['desk.example', undefined],
    ['https://desk.example/tickets/1043', undefined],
    ['https://desk.example/tickets/?view=all', undefined],
    ['https://desk.example/otrs/index.pl', undefined],
    ['https://desk.example/dashboard', undefined],
    ['https://desk.example/#ticket/zoom/1', undefined],
    ['nonsense http://', undefined],
  ])('of %s is %s', (text, part) => {
    expect(readPart(text)).toBe(part);
  });
});

describe('isUnencrypted', () => {
  it.each(['http://rt', 'http://192.168.1.5:81', 'http://rt.corp.internal', 'http://[fd00::1]'])('%s is', (origin) => {
    expect(isUnencrypted(origin)).toBe(true);
  });

  it.each(['https://rt.corp.internal', 'http://localhost:8080', 'http://127.0.0.1', 'http://[::1]', 'http://rt.localhost'])(
    '%s is not',
    (origin) => {
      expect(isUnencrypted(origin)).toBe(false);
    },
  );
});
