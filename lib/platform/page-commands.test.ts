import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TaughtRule } from '../domain/taught-rule.ts';
import { setRulesInTabs, tryRulesInTab } from './page-commands.ts';

const desk = 'https://desk.example';
const mail = 'https://mail.example';
const rule: TaughtRule = { version: 1, site: mail, kind: 'label', text: 'Case ref', enabled: true };

interface Injection {
  readonly target: { readonly tabId: number };
  readonly func: (...args: readonly unknown[]) => unknown;
  readonly args: readonly unknown[];
}

/** The frames of each tab, by origin; what runs in them is run as if there. */
function stubFrames(frames: Readonly<Record<number, readonly string[]>>): readonly string[] {
  const reached: string[] = [];
  const executeScript = async ({ target: { tabId }, func, args }: Injection) => {
    const all = frames[tabId];
    if (!all) throw new Error('Cannot access contents of the page');
    const results = [];
    for (const [frameId, origin] of all.entries()) {
      const hooks = { setRules: () => void reached.push(`${tabId} ${origin}`), tryRules: async () => [{ id: `${frameId}` }] };
      vi.stubGlobal('self', { origin });
      vi.stubGlobal('backscrollRules', hooks);
      results.push({ frameId, result: await func(...(JSON.parse(JSON.stringify(args)) as unknown[])) });
    }
    return results;
  };
  Object.assign(fakeBrowser.scripting, { executeScript });
  return reached;
}

const open = async (url: string) => (await fakeBrowser.tabs.create({ url })).id as number;

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.unstubAllGlobals());

describe('the rules of a site', () => {
  it('reach its pages and its frames in any tab, and no page of another site', async () => {
    const [own, other] = [await open(`${mail}/1`), await open(`${desk}/1`)];
    // A tab that refuses is passed over.
    await open(`${mail}/error`);
    const reached = stubFrames({ [own]: [mail, desk, 'null'], [other]: [desk, mail, 'null'] });
    await setRulesInTabs(mail, [rule]);
    // A sandboxed frame is its tab's.
    expect([...reached].sort()).toEqual([`${own} ${mail}`, `${own} null`, `${other} ${mail}`].sort());
  });

  it('hold up nobody where a page is held up', async () => {
    const [held, other] = [await open(`${mail}/1`), await open(`${mail}/2`)];
    const asked: unknown[] = [];
    const executeScript = ({ target, injectImmediately }: Injection & { readonly injectImmediately?: boolean }) => {
      asked.push([target.tabId, injectImmediately]);
      return target.tabId === held ? new Promise(() => undefined) : Promise.resolve([]);
    };
    Object.assign(fakeBrowser.scripting, { executeScript });
    await setRulesInTabs(mail, [rule]);
    // Without waiting for the page to be whole.
    expect(asked).toEqual([held, other].map((tab) => [tab, true]));
    vi.useFakeTimers();
    const tried = tryRulesInTab(held, rule.site, [rule]);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await tried).toEqual([]);
  });

  it('are tried in the same frames', async () => {
    const [own, other] = [await open(`${mail}/1`), await open(`${desk}/1`)];
    stubFrames({ [own]: [mail, desk, 'null'], [other]: [desk, mail, 'null'] });
    expect(await tryRulesInTab(own, rule.site, [rule])).toEqual([{ id: '0' }, { id: '2' }]);
    expect(await tryRulesInTab(other, rule.site, [rule])).toEqual([{ id: '1' }]);
  });
});
