import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ONE_BROWSER } from '../../depth.ts';
import { killBackground } from '../kill-background.ts';
import { openExtensionPage, openSidePanel, type PageView } from '../open-pages.ts';
import { readMain, readMessages, waitForState } from '../pages/conversation.ts';
import { setPassphrase, unlock } from '../pages/lock.ts';
import { fillProvider, saveProvider } from '../pages/options.ts';
import { draftMaax, saveDraft } from '../save-draft.ts';
import { enableSite, type Stage, setStage } from '../stage.ts';
import { press, waitUntil } from '../view.ts';
import { askByHand } from './ask-by-hand.ts';
import { breakKeys, cutVault, type KeyFault, mendKeys } from './break-keys.ts';
import { NAMES } from './run-matrix.ts';
import { emptyStorage, fillStorage, readLocal, writeStored } from './stored-values.ts';

const maax = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, stored: ['apiKey'], savedAt: 1 };
const sidebar = { shown: true, open: false, side: 'right', width: 380 };

/** Values that a damaged disk, or another version, may leave: which one, what in it, and what the agent is told is damaged. */
const DAMAGED: readonly (readonly [name: 'providers' | 'sites' | 'rules' | 'shapes' | 'lock', value: unknown, told: string])[] = [
  ['providers', 'text', 'chat systems'],
  ['providers', 5, 'chat systems'],
  ['providers', [maax], 'chat systems'],
  ['providers', { maax: 'damaged' }, 'chat systems'],
  ['providers', { maax: { ...maax, settings: { provider: 'maax' } } }, 'chat systems'],
  ['providers', { maax: { ...maax, settings: { ...maax.settings, provider: 'other' } } }, 'chat systems'],
  ['providers', { socialboards: { ...maax, settings: { ...maax.settings, provider: 'socialboards' } } }, 'chat systems'],
  ['providers', { maax: { ...maax, savedAt: 'yesterday' } }, 'chat systems'],
  ['providers', { maax: { apiKey: 'of an old schema', baseUrl: 'https://app.maax.ai/' } }, 'chat systems'],
  ['sites', 'text', 'helpdesks'],
  ['sites', { origin: 'https://desk.example' }, 'helpdesks'],
  ['sites', [5], 'helpdesks'],
  ['sites', [{ sidebar }], 'helpdesks'],
  ['sites', [{ origin: 5, sidebar }], 'helpdesks'],
  ['rules', 'text', 'taught places'],
  [
    'rules',
    [{ version: 2, site: 'https://desk.example', kind: 'label', text: 'of a future schema', enabled: true }],
    'taught places',
  ],
  ['rules', [{ version: 1 }], 'taught places'],
  ['shapes', { maax: 5 }, 'forms of answers'],
  ['lock', 'text', 'lock'],
  ['lock', { hasPassphrase: 'no' }, 'lock'],
  ['lock', { hasPassphrase: false, afterMinutes: 1e9 }, 'lock'],
  ['lock', { hasPassphrase: false, afterMinutes: null }, 'lock'],
];

describe.each(ONE_BROWSER)('stored values that are damaged, in %s', (browser) => {
  let stage: Stage;
  let options: PageView;
  let right: Record<string, unknown>;

  beforeAll(async () => {
    stage = await setStage(browser, { isWorkerKilled: true });
    options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await enableSite(stage, stage.helpdesk.url);
    right = await readLocal(options);
  });

  afterAll(() => stage?.close());

  beforeEach(async () => {
    const now = await readLocal(options);
    await writeStored(options, 'local', { ...Object.fromEntries(Object.keys(now).map((key) => [key, null])) });
    await writeStored(options, 'local', right);
  });

  const readNotice = () => options.evaluate(() => document.querySelector('.notice [role=status]')?.textContent ?? '');
  /** As after a start of the browser: the background and the page read everything anew. */
  const startAnew = async () => {
    await killBackground(stage.running, options);
    const drawn = options.page.reload();
    if (browser === 'firefox') drawn.catch(() => undefined);
    else await drawn;
    await waitUntil('the settings to be drawn', () =>
      options.evaluate(() => document.querySelectorAll('main [role=switch]').length > 0),
    );
  };

  it.each(DAMAGED)('%s as %j: that one alone is put aside, and the agent is told', async (name, value, told) => {
    await writeStored(options, 'local', { [name]: value });
    await startAnew();
    await waitUntil('the remark', async () => (await readNotice()).includes(told));
    // The copy is made first, and told of; then the damaged value goes. A lock that was damaged is set anew after what the vault says.
    const stored = await waitUntil('the damaged value to go', async () => {
      const now = await readLocal(options);
      return JSON.stringify(now[name]) === JSON.stringify(value) ? undefined : now;
    });
    const { [name]: gone, [`broken:${name}`]: kept, ...others } = stored;
    expect(kept).toEqual(value);
    if (name !== 'lock') expect(gone).toBeUndefined();
    const { [name]: _, ...rightOthers } = right;
    expect(others).toMatchObject(rightOthers);
  });

  it('are said to be gone where they are needed, and can be entered again', async () => {
    await writeStored(options, 'local', { providers: { maax: 'damaged' } });
    await startAnew();
    const popup = await openExtensionPage(stage.running, 'popup.html');
    expect(await askByHand(popup, NAMES.maax, '48213')).toMatchObject({ failure: 'no-key', actions: ['Open settings'] });
    await saveDraft(options, draftMaax(stage.emulator.url));
    await waitForState(popup, 'ready', 'maax:48213');
    await popup.page.close();
    expect(await readLocal(options)).toMatchObject({ 'broken:providers': { maax: 'damaged' } });
    await press({ evaluate: options.evaluate }, 'Delete the damaged copy');
    await waitUntil('the remark to go', async () => (await readNotice()) === '');
    expect(await readLocal(options)).not.toHaveProperty('broken:providers');
  });

  it('of the future are read as far as they are known', async () => {
    const { providers } = right as { providers: { maax: object } };
    await writeStored(options, 'local', { providers: { ...providers, maax: { ...providers.maax, color: 'new' }, third: {} } });
    await startAnew();
    const popup = await openExtensionPage(stage.running, 'popup.html');
    expect(await askByHand(popup, NAMES.maax, '48213')).toMatchObject({ state: 'ready' });
    await popup.page.close();
  });
});

describe('a storage that takes nothing any more', () => {
  let stage: Stage;
  let options: PageView;
  let popup: PageView;

  beforeAll(async () => {
    stage = await setStage('chromium');
    options = await openExtensionPage(stage.running, 'options.html');
    popup = await openExtensionPage(stage.running, 'popup.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
  });

  afterAll(() => stage?.close());

  it('keeps the settings as they were, says that it was not saved, and what was typed', async () => {
    const address = `http://127.0.0.1:9/${'long/'.repeat(60)}`;
    await fillStorage(options, 'local');
    await options.page.bringToFront();
    await fillProvider(options, 'MAAX AI', { 'API key': 'new-key-1234567890', 'Base URL': address });
    expect(await saveProvider(options, 'MAAX AI')).toBe('not-stored');
    expect(await options.evaluate(() => document.body.textContent)).toContain('Not saved: the browser did not store it.');
    expect(await options.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value))).toContain(address);
    expect(await askByHand(popup, NAMES.maax, '48213')).toMatchObject({ state: 'ready' });
    expect(stage.emulator.requests.at(-1)?.headers['2hd-api-key']).toBe('demo-maax-key-1234567890');
    await emptyStorage(options, 'local');
    await options.page.reload();
  });

  it('leaves no conversation beside another ticket, and shows each as soon as there is room', async () => {
    await enableSite(stage, stage.helpdesk.url);
    const page = await stage.visit(stage.helpdesk.ticketUrl(1043));
    const panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', 'maax:48213');
    const old = await readMessages(panel);
    await fillStorage(options, 'session');
    await page.goto(stage.helpdesk.ticketUrl(1042));
    // Where copies that were kept by then give way, the next one's may come at once.
    await waitUntil('the conversation to go', async () => (await readMain(panel)).conversation !== 'maax:48213');
    expect((await readMessages(panel)).filter((message) => old.includes(message))).toEqual([]);
    // By hand nothing need be kept.
    expect(await askByHand(popup, NAMES.maax, '48214')).toMatchObject({ state: 'ready' });
    await emptyStorage(options, 'session');
    await page.goto(stage.helpdesk.ticketUrl(1043));
    await waitForState(panel, 'ready', 'maax:48213');
  });
});

describe.each(ONE_BROWSER)('keys that are damaged behind a passphrase, in %s', (browser) => {
  let stage: Stage;
  let options: PageView;

  beforeAll(async () => {
    stage = await setStage(browser);
    options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await setPassphrase(options, 'correct horse battery');
  });

  afterAll(() => stage?.close());

  it('are said to be, stay as they are, and can be removed to start anew', async () => {
    await cutVault(options);
    await press(options, 'Lock now', 'Lock');
    await waitUntil('the lock', () => options.evaluate(() => document.querySelector('main[data-state=locked]') !== null));
    await unlock(options, 'correct horse battery');
    const refusal = await waitUntil('the refusal', () =>
      options.evaluate(() => document.querySelector('.field-error')?.textContent || undefined),
    );
    expect(refusal).toMatch(/wrong|damaged/);
    expect(await options.evaluate(() => document.querySelector('main')?.dataset.state)).toBe('locked');
  });
});

describe.each(['chromium', 'firefox'] as const)('keys that the browser cannot read, in %s', (browser) => {
  let stage: Stage;
  let options: PageView;
  let popup: PageView;

  beforeAll(async () => {
    stage = await setStage(browser, { isWorkerKilled: true });
    options = await openExtensionPage(stage.running, 'options.html');
    popup = await openExtensionPage(stage.running, 'popup.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
  });

  afterAll(() => stage?.close());

  const readRemark = () => options.evaluate(() => document.querySelector('.notice.bad [role=status]')?.textContent ?? '');
  const breakNow = async (fault: KeyFault) => {
    await killBackground(stage.running, options);
    await breakKeys(options, fault);
  };
  const lookUp = () => askByHand(popup, NAMES.maax, '48213');

  it.each<KeyFault>(['never opens', 'cannot be read'])(
    'are said to be, and neither used nor changed, until it can: a database that %s',
    async (fault) => {
      await breakNow(fault);
      const { took, sentence, ...told } = await lookUp();
      expect(told).toMatchObject({ failure: 'no-key', actions: ['Open settings'] });
      expect(sentence).toContain('cannot read the stored key for MAAX AI');
      expect(took).toBeLessThan(12_000);
      expect(await waitUntil('the remark', readRemark)).toContain('cannot read the stored keys');
      await options.page.bringToFront();
      await fillProvider(options, 'MAAX AI', { 'API key': 'other-key-1234567890' });
      expect(await saveProvider(options, 'MAAX AI')).toBe('no-key');
      await mendKeys(options);
      expect(await lookUp()).toMatchObject({ state: 'ready' });
      expect(stage.emulator.requests.at(-1)?.headers['2hd-api-key']).toBe('demo-maax-key-1234567890');
      await waitUntil('the remark to go', async () => (await readRemark()) === '');
    },
  );

  it('can be thrown away and entered again, where it never can again', async () => {
    await breakNow('cannot be read');
    expect(await lookUp()).toMatchObject({ failure: 'no-key' });
    await options.page.bringToFront();
    await press(options, 'Remove the keys that cannot be read');
    await press(options, 'Remove all keys');
    await waitUntil('the remark to go', async () => (await readRemark()) === '');
    await saveDraft(options, draftMaax(stage.emulator.url));
    // With the keys went the permission; the tests' Chromium has it for good.
    await waitForState(popup, browser === 'chromium' ? 'ready' : 'no-access');
  });
});
