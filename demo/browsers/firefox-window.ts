import type { Browser } from 'puppeteer-core';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: BidiAnswer }>;
}

interface BidiAnswer {
  readonly contexts?: readonly { readonly context: string }[];
  readonly type?: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Runs an expression (it may await) in Firefox's own window, where its toolbars and its console are. Answers with JSON's view of the value. */
export async function evaluateInFirefoxWindow<T>(browser: Browser, expression: string): Promise<T> {
  // Puppeteer has no public way to the window itself.
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
    target: { context },
    awaitPromise: true,
  });
  if (answer.result.type !== 'success') throw new Error(`Firefox's window: ${answer.result.exceptionDetails?.text}`);
  return (JSON.parse(answer.result.result?.value ?? '{}') as { value: T }).value;
}

const SIDEBAR = 'backscroll_backscroll_app-sidebar-action';

export async function showFirefoxSidebar(browser: Browser): Promise<void> {
  await evaluateInFirefoxWindow(browser, `SidebarController.show('${SIDEBAR}').then(() => true)`);
}

/** Opens the popup as a click on the toolbar's button does: it is told which tab it was opened over. */
export async function showFirefoxPopup(browser: Browser): Promise<void> {
  await evaluateInFirefoxWindow(
    browser,
    `(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('backscroll@backscroll.app');
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      return true;
    })()`,
  );
}

/** Runs a function in the document that Firefox's sidebar shows. */
export function evaluateInFirefoxSidebar<A extends unknown[], R>(browser: Browser, run: (...args: A) => R, ...args: A) {
  return evaluateIn(browser, `document.getElementById('sidebar').contentDocument.querySelector('browser')`, run, args);
}

/** The same in the popup that is open. */
export function evaluateInFirefoxPopup<A extends unknown[], R>(browser: Browser, run: (...args: A) => R, ...args: A) {
  return evaluateIn(browser, `document.querySelector('.webextension-popup-browser')`, run, args);
}

/** Runs a function in the document of an element of the window that shows one. */
async function evaluateIn<A extends unknown[], R>(
  browser: Browser,
  element: string,
  run: (...args: A) => R,
  args: A,
): Promise<Awaited<R>> {
  const script = `const done = arguments[arguments.length - 1];
    Promise.resolve().then(() => (${run})(...${JSON.stringify(args)}))
      .then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
  const answer = await evaluateInFirefoxWindow<string>(
    browser,
    `(async () => {
      const { registerCommandsActor } = ChromeUtils.importESModule('chrome://remote/content/marionette/actors/MarionetteCommandsParent.sys.mjs');
      const { RemoteAgent } = ChromeUtils.importESModule('chrome://remote/content/components/RemoteAgent.sys.mjs');
      registerCommandsActor(RemoteAgent.webDriverBiDi.session.id);
      const { browsingContext } = ${element};
      const actor = browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
      return await actor.executeScript(${JSON.stringify(script)}, [], { async: true, timeout: 30000 });
    })()`,
  );
  const { value, error } = JSON.parse(answer) as { value: Awaited<R>; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}
