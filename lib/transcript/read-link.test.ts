import { describe, expect, it } from 'vitest';
import { doesTextTellTarget, readLink } from './read-link.ts';

describe('readLink', () => {
  it.each([
    ['https://example.com/a', 'https://example.com/a', 'example.com'],
    ['HTTP://EXAMPLE.com:8080', 'http://example.com:8080/', 'example.com:8080'],
    ['  https://example.com\t', 'https://example.com/', 'example.com'],
    ['mailto:kari@example.com?subject=x', 'mailto:kari@example.com?subject=x', 'kari@example.com'],
    ['tel:+4712345678', 'tel:+4712345678', '+4712345678'],
    ['https://xn--pple-43d.com', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
    ['https://аpple.com', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
  ])('follows %j', (address, href, target) => {
    expect(readLink(address)).toEqual({ href, target });
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.com/x',
    'filesystem:https://example.com/x',
    'file:///etc/passwd',
    'chrome-extension://abc/options.html',
    'moz-extension://abc/options.html',
    'ftp://example.com',
    '//example.com',
    '/options.html',
    'options.html',
    '#x',
    '?x',
    '',
    'https://user@example.com',
    'https://user:pass@example.com',
    'mailto:',
    'tel:',
  ])('refuses %j', (address) => {
    expect(readLink(address)).toBeUndefined();
  });
});

describe('doesTextTellTarget', () => {
  it.each([
    ['https://example.com/a', 'https://example.com/a', true],
    ['www.example.com', 'https://www.example.com/', true],
    ['kari@example.com', 'mailto:kari@example.com', true],
    ['Click here', 'https://example.com/', false],
    ['https://example.com', 'https://evil.example/', false],
    ['https://example.com.evil.example', 'https://example.com/', false],
    ['https://аpple.com', 'https://аpple.com', false],
    ['https://example.com/\u202egpj.exe', 'https://example.com/', false],
  ])('%j to %j: %s', (text, address, tells) => {
    const link = readLink(address);
    expect(link && doesTextTellTarget(text, link)).toBe(tells);
  });
});
