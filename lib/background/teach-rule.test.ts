import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, succeed } from '../domain/result.ts';
import { DEFAULT_SIDEBAR } from '../domain/site.ts';
import type { Pick, PickerFrame } from '../domain/taught-rule.ts';
import * as commands from '../platform/page-commands.ts';
import { listSiteRules } from './manage-rules.ts';
import { teachRule } from './teach-rule.ts';

vi.mock('../platform/page-commands.ts', { spy: true });

const desk = 'https://desk.example';
const mail = 'https://mail.example';
const pick: Pick = { number: '254 626', before: 'Case ref: ', after: '', labels: [] };
const never = new Promise<never>(() => undefined);

/** What each frame says that it is, and what is clicked in it. */
interface FrameScene {
  readonly frame: PickerFrame;
  readonly picked?: Promise<unknown>;
}

const PAGE: FrameScene = { frame: { origin: desk, url: `${desk}/tickets/1`, isRead: false } };

/** A tab with these frames, the page's own first; `finds` is what each rule finds there. */
function setScene(frames: readonly FrameScene[], finds: (text: string) => readonly string[] = () => ['254626']): void {
  vi.mocked(commands.readTabUrl).mockResolvedValue(PAGE.frame.url);
  vi.mocked(commands.bringPicker).mockResolvedValue(frames.map(({ frame }, index) => ({ frame: index * 2, answer: frame })));
  vi.mocked(commands.pickInFrame).mockImplementation(async (_, frame) => frames[frame / 2]?.picked ?? never);
  vi.mocked(commands.cancelPickInTab).mockResolvedValue();
  vi.mocked(commands.setRulesInTabs).mockResolvedValue();
  vi.mocked(commands.tryRulesInTab).mockImplementation(async (_, _site, [rule]) =>
    finds(rule?.text ?? '').map((id) => ({ id, kind: 'taught', label: rule?.text, excerpt: '' })),
  );
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  await fakeBrowser.storage.local.set({ sites: [desk, mail].map((origin) => ({ origin, sidebar: DEFAULT_SIDEBAR })) });
});

describe('teaching a rule', () => {
  it('keeps the first that finds exactly the number that was clicked', async () => {
    setScene([{ ...PAGE, picked: Promise.resolve(pick) }]);
    const rule = { version: 1, site: desk, kind: 'label', text: 'Case ref', enabled: true };
    expect(await teachRule(7)).toEqual(succeed(rule));
    expect(await listSiteRules(desk)).toEqual([rule]);
  });

  it('refuses what was shown instead, where another number was clicked', async () => {
    const shown = { id: '11111', kind: 'field', label: 'Conversation ID', excerpt: 'Conversation ID: 11111' } as const;
    const reports = [{ frame: 0, site: desk, settled: true, candidates: [shown] }];
    await fakeBrowser.storage.session.set({ 'reports:7': reports });
    setScene([{ ...PAGE, picked: Promise.resolve(pick) }]);
    const tried = vi.mocked(commands.tryRulesInTab);
    const isLeftOut = (rules: readonly { refuses?: string }[]) => rules.some(({ refuses }) => refuses === 'field');
    const taught = { id: '254626', kind: 'taught', label: 'Case ref', excerpt: '' };
    tried.mockImplementation(async (_, _site, rules) => (isLeftOut(rules) ? [taught] : [taught, shown]));
    expect(await teachRule(7, shown)).toMatchObject({ ok: true, value: { text: 'Case ref' } });
    expect(await listSiteRules(desk)).toMatchObject([{ text: 'Case ref' }, { text: 'Conversation ID', refuses: 'field' }]);
  });

  it.each<[string, PickerFrame, string]>([
    ['of another site that is enabled: its rule', { origin: mail, url: `${mail}/m`, isRead: false }, mail],
    ['that is sandboxed: the page’s rule', { origin: 'null', url: 'about:srcdoc', isRead: false }, desk],
  ])('takes a click in a frame %s', async (_, frame, site) => {
    setScene([PAGE, { frame, picked: Promise.resolve(pick) }]);
    expect(await teachRule(7)).toMatchObject({ ok: true, value: { site } });
    // The other frames' pickers go with it.
    expect(commands.cancelPickInTab).toHaveBeenCalledWith(7, expect.stringMatching(/^[\da-f-]{36}$/));
  });

  it.each<[string, unknown]>([
    ['of a site that nobody enabled', { origin: 'https://foreign.example', url: 'https://foreign.example/', isRead: false }],
    ['that its page reads', { origin: desk, url: `${desk}/part`, isRead: true }],
    ['that is sandboxed and has an address', { origin: 'null', url: `${desk}/part`, isRead: false }],
    ['that says more than it may', { origin: mail, url: `${mail}/`, isRead: false, extra: 1 }],
    ['that says nothing', null],
  ])('asks for no click in a frame %s', async (_, frame) => {
    setScene([
      { ...PAGE, picked: Promise.resolve(null) },
      { frame: frame as PickerFrame, picked: Promise.resolve(pick) },
    ]);
    expect(await teachRule(7)).toEqual(fail({ kind: 'cancelled' }));
    expect(vi.mocked(commands.pickInFrame).mock.calls.map(([, asked]) => asked)).toEqual([0]);
  });

  it('goes on where a frame goes away meanwhile', async () => {
    const frame = { origin: mail, url: `${mail}/`, isRead: false };
    const later = new Promise<Pick>((resolve) => setTimeout(() => resolve(pick), 10));
    setScene([
      { ...PAGE, picked: later },
      { frame, picked: Promise.reject(new Error('Frame was removed')) },
    ]);
    expect(await teachRule(7)).toMatchObject({ ok: true });
  });

  it.each<[string, unknown, (text: string) => readonly string[], string]>([
    ['the number cannot be an id', { ...pick, number: '0042' }, () => [], 'no-id'],
    ['every rule finds others, too', pick, () => ['254626', '1'], 'finds-several'],
    ['no rule finds it', pick, () => [], 'nothing-derived'],
    ['the page made something up', { ...pick, extra: 1 }, () => ['254626'], 'page-gone'],
    ['the agent cancelled', null, () => ['254626'], 'cancelled'],
  ])('keeps nothing and says why: %s', async (_, picked, finds, kind) => {
    setScene([{ ...PAGE, picked: Promise.resolve(picked) }], finds);
    expect(await teachRule(7)).toEqual(fail({ kind }));
    expect(await listSiteRules(desk)).toEqual([]);
  });

  it.each<[string, () => void, string]>([
    ['is not of an enabled site', () => vi.mocked(commands.readTabUrl).mockResolvedValue('https://foreign.example/'), 'site-off'],
    [
      'went to another site meanwhile',
      () => vi.mocked(commands.readTabUrl).mockResolvedValueOnce(PAGE.frame.url).mockResolvedValue('https://foreign.example/'),
      'page-gone',
    ],
    ['was closed', () => vi.mocked(commands.pickInFrame).mockRejectedValue(new Error('No tab')), 'page-gone'],
  ])('keeps nothing where the page %s', async (_, change, kind) => {
    setScene([{ ...PAGE, picked: Promise.resolve(pick) }]);
    change();
    expect(await teachRule(7)).toEqual(fail({ kind }));
    expect(await listSiteRules(desk)).toEqual([]);
  });
});
