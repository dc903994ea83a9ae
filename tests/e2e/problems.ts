import type { CDPSession, Target } from 'puppeteer-core';
import { evaluateInFirefoxWindow } from '../../demo/browsers/firefox-window.ts';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';

/**
 * Collects what goes wrong in the extension's own pages and background: errors, console.error, CSP violations.
 * Chromium does not start a worker anew while its dead predecessor is watched: a story that ends it leaves it unwatched.
 */
export async function watchProblems(running: RunningBrowser, isWorkerWatched = true): Promise<() => Promise<readonly string[]>> {
  if (running.kind === 'firefox') return () => readFirefoxProblems(running);
  const problems: string[] = [];
  const attached: Promise<void>[] = [];
  const attach = (target: Target): void => {
    if (!isWorkerWatched && target.type() === 'service_worker') return;
    if (target.url().startsWith(running.extensionUrl)) attached.push(listen(target, problems));
  };
  running.browser.on('targetcreated', attach);
  running.browser.on('targetchanged', attach);
  for (const target of running.browser.targets()) attach(target);
  return async () => {
    await Promise.all(attached);
    return [...new Set(problems)];
  };
}

/** Both domains replay what happened before they were enabled, so nothing is missed by attaching late. */
async function listen(target: Target, problems: string[]): Promise<void> {
  try {
    const session = await target.createCDPSession();
    const note = (text: string): number => problems.push(`${new URL(target.url()).pathname}: ${text}`);
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => note(exception?.description ?? text));
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error' || type === 'assert') note(args.map((arg) => arg.description ?? String(arg.value)).join(' '));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      // A provider's refusal is logged by the browser itself; it is an expected answer.
      if (entry.level === 'error' && entry.source !== 'network') note(entry.text);
    });
    await enable(session, target);
  } catch {
    // The page closed while we were attaching.
  }
}

async function enable(session: CDPSession, target: Target): Promise<void> {
  await session.send('Runtime.enable');
  if (target.type() === 'page') await session.send('Log.enable');
}

/** Firefox keeps everything in the window's console, from before we ask. */
function readFirefoxProblems(running: RunningBrowser): Promise<readonly string[]> {
  return evaluateInFirefoxWindow(
    running.browser,
    `(() => {
      const ours = (url) => String(url).startsWith(${JSON.stringify(running.extensionUrl)});
      const errors = Services.console.getMessageArray().flatMap((message) => {
        if (!(message instanceof Ci.nsIScriptError) || !ours(message.sourceName)) return [];
        // Firefox's own remark on a page that was closed, or left, before its message was answered.
        if (/^Promise (?:rejected|resolved) (?:after context unloaded|while context is inactive)/.test(message.errorMessage)) return [];
        const isViolation = message.category.startsWith('CSP');
        return isViolation || !(message.flags & Ci.nsIScriptError.warningFlag) ? [message.sourceName + ': ' + message.errorMessage] : [];
      });
      const logged = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
        .filter((event) => ours(event.filename) && (event.level === 'error' || event.level === 'assert'))
        .map((event) => event.filename + ': ' + event.arguments.map(String).join(' '));
      return [...new Set([...errors, ...logged])];
    })()`,
  );
}
