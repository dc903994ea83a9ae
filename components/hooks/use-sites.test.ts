import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { enableSite } from './use-sites.ts';

const origin = 'https://desk.example';

let asked: unknown[];
let said: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  [asked, said] = [[], []];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => void said.push(message));
});

function answer(isGranted: boolean): void {
  const request = async (wanted: unknown) => {
    asked.push(wanted);
    return isGranted;
  };
  Object.assign(fakeBrowser.permissions, { request });
}

describe('a site that is enabled', () => {
  it.each([undefined, '/rt/'])('asks for exactly its origin (%s), and tells what it is for', async (path) => {
    answer(true);
    expect(await enableSite(origin, path)).toBe(true);
    expect(asked).toEqual([{ origins: ['https://desk.example/*'] }]);
    expect(said).toEqual([
      { type: 'site-wanted', input: { origin, path } },
      { type: 'enable-site', input: { origin, path } },
    ]);
  });

  it('is wanted no more where the agent declines', async () => {
    answer(false);
    expect(await enableSite(origin)).toBe(false);
    expect(said).toEqual([
      { type: 'site-wanted', input: { origin, path: undefined } },
      { type: 'site-wanted', input: { origin: null } },
    ]);
  });
});
