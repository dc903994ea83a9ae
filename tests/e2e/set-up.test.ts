import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtensionPage, type PageView } from './open-pages.ts';
import { readFacts, readFailure, waitForState } from './pages/conversation.ts';
import { chooseSignIn, fillProvider, saveProvider, testConnection } from './pages/options.ts';
import { lookUp } from './pages/popup.ts';
import { type Stage, setStage } from './stage.ts';
import { press, waitUntil } from './view.ts';

const KEY = 'demo-maax-key-1234567890';

describe('setting a provider up', () => {
  let stage: Stage;
  let options: PageView;
  let popup: PageView;
  let base: string;

  beforeAll(async () => {
    stage = await setStage('chromium');
    base = stage.emulator.url;
    popup = await openExtensionPage(stage.running, 'popup.html');
    options = await openExtensionPage(stage.running, 'options.html');
  });

  afterAll(() => stage?.close());

  /** The popup stands in a tab of its own: over a page it would close as soon as the settings come to the front. */
  const lookUpInFront = async (text: string) => {
    await popup.page.bringToFront();
    await lookUp(popup, { text, provider: 'MAAX AI' });
    await waitForState(popup, 'failed', `maax:${text}`);
    await options.page.bringToFront();
  };

  const readBox = (region: string, name: string) =>
    options.page.$eval(
      `::-p-aria([name="${region}"][role="region"]) >>>> ::-p-aria([name="${name}"][role="textbox"])`,
      (box) => (box as HTMLInputElement).value,
    );

  it('is what the popup leads to first', async () => {
    await waitUntil('the way to the settings', () =>
      popup.evaluate(() => /Connect your chat system.*Open settings/.test(document.querySelector('main')?.textContent ?? '')),
    );
    expect(await popup.evaluate(() => document.querySelector('main')?.dataset.state)).toBe('idle');
  });

  it('asks for a key where there is none', async () => {
    await lookUpInFront('48213');
    expect(await readFailure(popup)).toMatchObject({ kind: 'no-key', actions: [expect.stringMatching(/settings/i)] });
  });

  it('holds the defaults in full', async () => {
    expect(await readBox('MAAX AI', 'Base URL')).toBe('https://app.maax.ai/api/v2/');
    expect(await readBox('SocialBoards', 'Base URL')).toBe('https://api.socialboards.com/');
    await chooseSignIn(options, 'Refresh token');
    expect(await readBox('SocialBoards', 'Token URL')).toBe('https://api.socialboards.com/token');
  });

  /** What stands below a box: what is wrong with it, and where requests go. */
  const readRemark = (name: string) =>
    options.page.$eval(`::-p-aria([name="MAAX AI"][role="region"]) >>>> ::-p-aria([name="${name}"][role="textbox"])`, (box) =>
      (box.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    );

  it.each([
    ['http to another machine', 'http://192.168.1.10/api/v2/', /https only/],
    ['user info', 'https://api@evil.example/', /user name and password/],
    ['no address', 'app.maax.ai', /not a full web address/],
    ['another scheme', 'javascript:alert(1)', /not a full web address/],
    ['an address in disguise', 'https://2130706433/api/v2/', /not a full web address/],
    ['an address in another disguise', 'https://0x7f.1/api/v2/', /not a full web address/],
    ['a host that is turned round', 'https://app.maax.ai\\@evil.example/', /not a full web address/],
  ])('refuses a base URL with %s, says why and keeps what was typed', async (_, url, reason) => {
    await fillProvider(options, 'MAAX AI', { 'API key': KEY, 'Base URL': url });
    expect(await saveProvider(options, 'MAAX AI')).toBe('unreachable');
    expect([await readBox('MAAX AI', 'Base URL'), await readBox('MAAX AI', 'API key')]).toEqual([url, KEY]);
    expect(await readRemark('Base URL')).toMatch(reason);
  });

  it.each([
    ['https://app.ma\u0430x.ai/api/v2/', /xn--/],
    ['https://app.maax.ai.evil.example/api/v2/', /app\.maax\.ai\.evil\.example/],
    ['https://\u0430pp.maax.ai/api/v2/', /xn--pp-6kc\.maax\.ai/],
  ])('spells out the host of the look-alike %s before it is saved', async (url, host) => {
    await fillProvider(options, 'MAAX AI', { 'Base URL': url });
    expect(await readRemark('Base URL')).toMatch(host);
  });

  it.each(['with space', 'line\u2028break', 'smørbrød', 'ключ-1234567890', 'tab\tkey', 'key\u00a0key', 'key\u200bkey'])(
    'refuses the key %j and says why',
    async (key) => {
      await fillProvider(options, 'MAAX AI', { 'API key': key, 'Base URL': `${base}/api/v2/` });
      expect(await saveProvider(options, 'MAAX AI')).not.toBe('ok');
      expect(await readRemark('API key')).toMatch(/spaces, line breaks or signs/);
    },
  );

  it('refuses a key that was pasted with a line break in it', async () => {
    await fillProvider(options, 'MAAX AI', { 'API key': '' });
    await options.page.focus('::-p-aria([name="MAAX AI"][role="region"]) >>>> ::-p-aria([name="API key"][role="textbox"])');
    await options.page.keyboard.sendCharacter('first-line\nsecond-line');
    expect(await saveProvider(options, 'MAAX AI')).not.toBe('ok');
    expect(await readRemark('API key')).toMatch(/spaces, line breaks or signs/);
  });

  it('says that a key is wrong, in the test and in the look-up that was waiting', async () => {
    await fillProvider(options, 'MAAX AI', { 'API key': 'wrong-key', 'Base URL': `${base}/api/v2` });
    expect(await testConnection(options, 'MAAX AI', '48213')).toBe('key-rejected');
    expect(await saveProvider(options, 'MAAX AI')).toBe('ok');
    await waitUntil('the popup to ask again', async () => (await readFailure(popup))?.kind === 'key-rejected');
  });

  it('shows the conversation as soon as the right key is saved', async () => {
    await fillProvider(options, 'MAAX AI', { 'API key': KEY });
    expect(await testConnection(options, 'MAAX AI', '48213')).toBe('ok');
    expect(await saveProvider(options, 'MAAX AI')).toBe('ok');
    await waitForState(popup, 'ready', 'maax:48213');
  });

  it('never shows a stored secret again, and keeps it when its box is left empty', async () => {
    await options.page.reload();
    await waitUntil('the form', async () => (await readBox('MAAX AI', 'Base URL')) === `${base}/api/v2/`);
    expect(await readBox('MAAX AI', 'API key')).toBe('');
    expect(await options.page.content()).not.toContain(KEY);
    expect(await saveProvider(options, 'MAAX AI')).toBe('ok');
    expect(await testConnection(options, 'MAAX AI', '48213')).toBe('ok');
  });

  it('signs in to SocialBoards both ways', async () => {
    await chooseSignIn(options, 'Access token');
    await fillProvider(options, 'SocialBoards', { 'Access token': 'demo-access-token-1234567890', 'Base URL': base });
    expect(await testConnection(options, 'SocialBoards', '254626')).toBe('ok');
    await chooseSignIn(options, 'Refresh token');
    const tokens = { 'Client ID': 'demo-client', 'Refresh token': 'wrong', 'Token URL': `${base}/token/` };
    await fillProvider(options, 'SocialBoards', tokens);
    expect(await testConnection(options, 'SocialBoards', '254626')).toBe('key-rejected');
    await fillProvider(options, 'SocialBoards', { 'Refresh token': 'demo-refresh-token-1234567890' });
    expect(await testConnection(options, 'SocialBoards', '254626')).toBe('ok');
    expect(await saveProvider(options, 'SocialBoards')).toBe('ok');
  });

  it('signs in to a SocialBoards account on the older scheme, and then knows its inbox', async () => {
    await chooseSignIn(options, 'Access token');
    await fillProvider(options, 'SocialBoards', { 'Access token': 'demo-public-token-1234567890' });
    expect(await testConnection(options, 'SocialBoards', '2555100')).toBe('key-rejected');
    await fillProvider(options, 'SocialBoards', { Community: 'fjellogfjord' });
    expect(await testConnection(options, 'SocialBoards', '2555100')).toBe('ok');
    expect(await saveProvider(options, 'SocialBoards')).toBe('ok');
    await popup.page.bringToFront();
    await lookUp(popup, { text: '2555100', provider: 'SocialBoards' });
    await waitForState(popup, 'ready', 'socialboards:2555100');
    expect(await readFacts(popup)).toMatchObject({
      queue: '3',
      field: 'FF-20977',
      'first-page': 'https://www.fjellogfjord.example/orders/FF-20977',
      inbox: 'https://inbox.socialboards.com/fjellogfjord/tickets?ticketId=2555100',
    });
    await options.page.bringToFront();
  });

  it('forgets a provider on Remove', async () => {
    await press(options, 'Remove', 'MAAX AI');
    await waitUntil('the default address', async () => (await readBox('MAAX AI', 'Base URL')) === 'https://app.maax.ai/api/v2/');
    await lookUpInFront('48214');
    expect(await readFailure(popup)).toMatchObject({ kind: 'no-key' });
  });
});
