import type { Target } from 'puppeteer-core';
import { evaluateInFirefoxWindow } from '../../demo/browsers/firefox-window.ts';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';

/** Everything that any page, frame or background has logged, the browser's own remarks included, from now on (Firefox: ever). */
export async function recordConsoles(running: RunningBrowser): Promise<() => Promise<string>> {
  if (running.kind === 'firefox') return () => evaluateInFirefoxWindow(running.browser, FIREFOX_CONSOLE);
  const lines: string[] = [];
  const attached: Promise<void>[] = [];
  const attach = (target: Target): void => void attached.push(listen(target, lines));
  running.browser.on('targetcreated', attach);
  for (const target of running.browser.targets()) attach(target);
  return async () => {
    await Promise.all(attached);
    return lines.join('\n');
  };
}

const FIREFOX_CONSOLE = `(() => {
  const messages = Services.console.getMessageArray().map(String);
  const logged = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
    .map((event) => event.arguments.map((argument) => { try { return JSON.stringify(argument) ?? String(argument); } catch { return String(argument); } }).join(' '));
  return [...messages, ...logged].join('\\n');
})()`;

async function listen(target: Target, lines: string[]): Promise<void> {
  try {
    const session = await target.createCDPSession();
    session.on('Runtime.exceptionThrown', (event) => lines.push(JSON.stringify(event)));
    session.on('Runtime.consoleAPICalled', (event) => lines.push(JSON.stringify(event)));
    session.on('Log.entryAdded', (event) => lines.push(JSON.stringify(event)));
    await session.send('Runtime.enable');
    if (target.type() === 'page') await session.send('Log.enable');
  } catch {
    // The page closed while we were attaching.
  }
}
