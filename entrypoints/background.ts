import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { dispatch } from '../lib/background/dispatch.ts';
import { forgetTab } from '../lib/background/follow-tab.ts';
import { enforceDeadline, lockNow } from '../lib/background/lock-session.ts';
import { admitWanted, leaveUnlessSite } from '../lib/background/manage-sites.ts';
import { settleLock } from '../lib/background/passphrase.ts';
import { checkStored } from '../lib/background/read-stored.ts';
import { reconcileSites, restartSites } from '../lib/background/reconcile-sites.ts';
import { serveSession } from '../lib/background/serve-session.ts';
import { watchLockSignals } from '../lib/platform/lock-signals.ts';
import type { Sender } from '../lib/platform/sender.ts';
import { closeStorage } from '../lib/platform/storage-access.ts';
import { mirrorStorage } from '../lib/platform/stored-value.ts';

export default defineBackground({
  type: 'module',
  main() {
    mirrorStorage();
    const closed = closeStorage();
    void closed.then(checkStored);
    // Types are the polyfill's: a promise answers, nothing lets other listeners answer.
    const listener = (message: unknown, sender: Sender) => dispatch(message, sender, closed);
    browser.runtime.onMessage.addListener(listener as unknown as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
    browser.runtime.onConnect.addListener((port) => void serveSession(port, closed));
    browser.runtime.onInstalled.addListener(() => void closed.then(() => Promise.all([restartSites(), settleLock()])));
    browser.runtime.onStartup.addListener(() => void closed.then(() => Promise.all([reconcileSites(), settleLock()])));
    watchLockSignals({
      onComputerLocked: () => void closed.then(lockNow),
      onTime: () => void closed.then(() => enforceDeadline()),
    });
    browser.permissions.onAdded.addListener(() => void closed.then(admitWanted));
    browser.permissions.onRemoved.addListener(() => void closed.then(reconcileSites));
    browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
    browser.tabs.onUpdated.addListener((id, change, tab) => {
      if (change.status !== undefined) void leaveUnlessSite(id, change.url ?? tab.url);
    });
  },
});
