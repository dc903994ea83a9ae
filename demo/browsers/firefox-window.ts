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

/** Runs a function in the document that Firefox's sidebar shows. */
export async function evaluateInFirefoxSidebar<A extends unknown[], R>(
  browser: Browser,
  run: (...args: A) => R,
  ...args: A
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
      const { browsingContext } = document.getElementById('sidebar').contentDocument.querySelector('browser');
      const actor = browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
      return await actor.executeScript(${JSON.stringify(script)}, [], { async: true, timeout: 30000 });
    })()`,
  );
  const { value, error } = JSON.parse(answer) as { value: Awaited<R>; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}
