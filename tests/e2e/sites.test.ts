import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isChromium, openAnyPopup, openExtensionPage, openSidePanel, type PageView } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { addHelpdesk, switchHelpdesk } from './pages/options.ts';
import { type Stage, setStage, setUpProviders } from './stage.ts';
import { press, type View, waitUntil } from './view.ts';

/** The helpdesk is reached as `localhost`, the chat system as `127.0.0.1`: of these two hosts, only the second is granted. */
const PROVIDER = 'http://127.0.0.1/*';
const DESK = 'http://localhost/*';

interface ExtensionGlobals {
  readonly chrome: {
    readonly developerPrivate: Record<string, (...args: string[]) => Promise<void>>;
    readonly permissions: {
      remove: (wanted: object) => Promise<boolean>;
      getAll: () => Promise<{ origins: readonly string[] }>;
    };
    readonly scripting: { getRegisteredContentScripts: () => Promise<readonly unknown[]> };
    readonly action: { getBadgeText: (of: object) => Promise<string>; getTitle: (of: object) => Promise<string> };
  };
}

/** A host that was granted once is granted again without a question, which headless Chromium cannot answer; Firefox has none here. */
async function grantOnce(stage: Stage) {
  if (!isChromium(stage.running)) return;
  const extensions = await stage.visit('chrome://extensions');
  await extensions.evaluate(
    (id, host) => (globalThis as unknown as ExtensionGlobals).chrome.developerPrivate.addHostPermission?.(id, host),
    stage.running.extension.id,
    DESK,
  );
  await extensions.close();
}

/** Takes the permission away, as an agent can in the browser. */
function takeAway(options: PageView): Promise<boolean> {
  return options.evaluate((origin) => {
    const { chrome } = globalThis as unknown as ExtensionGlobals;
    return chrome.permissions.remove({ origins: [origin] });
  }, DESK);
}

function listGranted(options: PageView): Promise<readonly string[]> {
  return options.evaluate(async () => (await (globalThis as unknown as ExtensionGlobals).chrome.permissions.getAll()).origins);
}

function hasButton(name: string): boolean {
  return [...document.querySelectorAll('button')].some((button) => button.textContent === name);
}

function readIcon(options: PageView) {
  return options.evaluate(async () => {
    const { action } = (globalThis as unknown as ExtensionGlobals).chrome;
    return { badge: await action.getBadgeText({}), title: await action.getTitle({}) };
  });
}

async function closePopup(popup: View): Promise<void> {
  if (popup.page) await popup.page.close();
  // It may be gone already: Firefox closes it when the page takes the focus.
  else await popup.evaluate(() => close()).catch(() => undefined);
}

describe.each(['chromium', 'firefox'] as const)('a helpdesk in %s', (browser) => {
  let stage: Stage;
  let page: Page;
  let panel: View;
  let options: PageView;
  let origin: string;

  const hasSidebar = () => page.evaluate(() => document.querySelector('backscroll-sidebar') !== null);
  /** The page has been the same since the beginning: nobody had to load it again. */
  const isUntouched = () => page.evaluate(() => document.documentElement.dataset.untouched === 'yes');

  beforeAll(async () => {
    stage = await setStage(browser, { hosts: [PROVIDER] });
    await setUpProviders(stage);
    origin = stage.helpdesk.url.replace('127.0.0.1', 'localhost');
    page = await stage.visit(`${origin}/tickets/1043`);
    await page.evaluate(() => {
      document.documentElement.dataset.untouched = 'yes';
    });
    panel = await openSidePanel(stage.running, page);
    options = await openExtensionPage(stage.running, 'options.html');
  });

  afterAll(() => stage?.close());

  /** The panel follows the tab that is in front. */
  const expectWorking = async () => {
    await page.bringToFront();
    await waitForState(panel, 'ready', 'maax:48213');
    await waitUntil('the launcher', hasSidebar);
    expect(await isUntouched()).toBe(true);
  };

  const expectStopped = async () => {
    await waitUntil('the launcher to go', async () => !(await hasSidebar()));
    await page.bringToFront();
    await waitForState(panel, 'idle');
    expect(await isUntouched()).toBe(true);
  };

  it('works in the tab that is open already, as soon as it is enabled', async () => {
    expect(await hasSidebar()).toBe(false);
    await grantOnce(stage);
    if (browser === 'chromium') await takeAway(options);
    expect(await listGranted(options)).toEqual([PROVIDER]);
    await options.page.bringToFront();
    // As an agent pastes it, from somewhere in the helpdesk.
    await addHelpdesk(options, `${origin}/tickets/1043?view=all#reply`);
    await expectWorking();
    expect(await readIcon(options)).toEqual({ badge: '', title: 'Backscroll' });
    // Asked for by the page itself: this origin, and nothing more. Firefox's patterns have no port.
    const pattern = browser === 'chromium' ? `${origin}/*` : DESK;
    expect([...(await listGranted(options))].sort()).toEqual([PROVIDER, pattern].sort());
  });

  it('that loses its permission stops, and says so on the icon and in the settings', async () => {
    await takeAway(options);
    await expectStopped();
    await waitUntil('the warning on the icon', async () => (await readIcon(options)).badge === '!');
    expect((await readIcon(options)).title).toContain(new URL(origin).host);
    const isSaid = () =>
      options.evaluate(() => document.body.textContent.includes('taken back the permission for http://localhost'));
    await waitUntil('the settings to say so', isSaid);
    const popup = await openAnyPopup(stage.running, page);
    await waitUntil('the popup to say so', () => popup.evaluate(hasButton, 'Give access back'));
    expect(await popup.evaluate(hasButton, 'Enable on this site')).toBe(false);
    await closePopup(popup);
  });

  it('works again in the same tab when the permission is given back', async () => {
    await options.page.bringToFront();
    await press(options, 'Give access back', 'Helpdesks');
    await expectWorking();
    await waitUntil('the warning to go', async () => (await readIcon(options)).badge === '');
  });

  it('stops at once when it is switched off, and leaves nothing on the page', async () => {
    await options.page.bringToFront();
    await switchHelpdesk(options, origin);
    await expectStopped();
    expect(await readIcon(options)).toEqual({ badge: '', title: 'Backscroll' });
  });

  it('can be enabled again, from the panel or the settings, still without loading the page again', async () => {
    expect(await listGranted(options)).toEqual([PROVIDER]);
    if (browser === 'chromium') {
      await page.bringToFront();
      await press(panel, 'Enable on this site');
    } else {
      // A click by script, which is all that can be had in its sidebar and popup, asks for nothing in Firefox.
      await options.page.bringToFront();
      await addHelpdesk(options, origin);
    }
    await expectWorking();
  });

  // Firefox: see above.
  if (browser === 'firefox') return;

  it('can be enabled from the popup, which asks for this origin and nothing more', async () => {
    await options.page.bringToFront();
    await switchHelpdesk(options, origin);
    await expectStopped();
    expect(await listGranted(options)).toEqual([PROVIDER]);
    const popup = await openAnyPopup(stage.running, page);
    await press(popup, 'Enable on this site');
    await waitUntil('the permission', async () => (await listGranted(options)).length > 1);
    expect([...(await listGranted(options))].sort()).toEqual([PROVIDER, `${origin}/*`].sort());
    await closePopup(popup).catch(() => undefined);
    await expectWorking();
  });
});

describe.each(['chromium', 'firefox'] as const)('one look at a page where Backscroll is off, in %s', (browser) => {
  let stage: Stage;
  let page: Page;
  let popup: View;

  beforeAll(async () => {
    stage = await setStage(browser, { hosts: [PROVIDER] });
    await setUpProviders(stage);
    page = await stage.visit('about:blank');
  });

  afterAll(() => stage?.close());

  const look = async (ticket: number) => {
    if (popup) await closePopup(popup);
    await page.goto(stage.helpdesk.ticketUrl(ticket).replace('127.0.0.1', 'localhost'));
    await page.waitForSelector('.thread article[data-kind]');
    popup = await openAnyPopup(stage.running, page);
    await press(popup, 'Find ids on this page');
  };
  const readStatus = () => popup.evaluate(() => document.querySelector('.site-bar [role=status]')?.textContent ?? '');

  it('shows the conversation where there is one', async () => {
    await look(1043);
    await waitForState(popup, 'ready', 'maax:48213');
  });

  it('asks the other chat system where the first does not know the id', async () => {
    await look(1042);
    await waitForState(popup, 'ready', 'socialboards:255762');
  });

  it('lets the agent choose where there are several', async () => {
    await look(1044);
    await waitUntil('the choice', async () => /2555100.*48214/.test(await readStatus()));
    await popup.evaluate(() => {
      [...document.querySelectorAll<HTMLElement>('.site-bar button')]
        .find((button) => button.textContent?.includes('48214'))
        ?.click();
    });
    await waitForState(popup, 'ready', 'maax:48214');
  });

  it('says so where there is none', async () => {
    await look(1045);
    await waitUntil('the answer', async () => (await readStatus()).startsWith('There is no conversation id'));
  });

  it('asks for no permission and leaves nothing in the page', async () => {
    const held = await popup.evaluate(async () => {
      const { permissions, scripting } = (globalThis as unknown as ExtensionGlobals).chrome;
      return { hosts: (await permissions.getAll()).origins, scripts: await scripting.getRegisteredContentScripts() };
    });
    expect(held).toEqual({ hosts: [PROVIDER], scripts: [] });
    expect(await page.evaluate(() => document.querySelector('backscroll-sidebar'))).toBeNull();
  });
});
