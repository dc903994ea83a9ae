import { describe, expect, it } from 'vitest';
import { findSiteOf } from './site.ts';

const whole = { origin: 'https://desk.example' };
const part = { origin: 'https://intranet.example', paths: ['/rt/', '/a/b/'] };

describe('findSiteOf', () => {
  it.each([
    ['https://desk.example/any', whole],
    ['https://intranet.example/rt/Ticket/1', part],
    ['https://intranet.example/rt', part],
    ['https://intranet.example/a/b/?c', part],
    ['https://intranet.example/', undefined],
    ['https://intranet.example/rtx/1', undefined],
    ['https://intranet.example/wiki/rt/', undefined],
    ['https://intranet.example/rt/../wiki/', undefined],
    ['http://desk.example/', undefined],
    ['chrome://extensions', undefined],
    ['nonsense', undefined],
    [undefined, undefined],
  ])('knows %s', (url, site) => {
    expect(findSiteOf([whole, part], url)).toBe(site);
  });
});
