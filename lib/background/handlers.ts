import { formatRef, PROVIDER_IDS, type Ref } from '../domain/ref.ts';
import { type Barrier, type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { DEFAULT_SIDEBAR } from '../domain/site.ts';
import type { MessageType, Protocol, SaveRefusal } from '../platform/messages.ts';
import type { Speaker } from '../platform/sender.ts';
import { readValue } from '../platform/stored-value.ts';
import { listOpenTabs, openSettings } from '../platform/tabs.ts';
import { bringSidebar } from './bring-sidebar.ts';
import { findRole } from './find-role.ts';
import { followTab, leaveTab, refreshTabs } from './follow-tab.ts';
import { findBarrier, lockNow, noteActivity, sweepIfLocked } from './lock-session.ts';
import { openConversation, readRest, refreshConversation } from './look-up.ts';
import { importRules, listSiteRules, replaceRule } from './manage-rules.ts';
import {
  disableSite,
  enableSite,
  findSite,
  forgetProvider,
  keepSidebar,
  preferProvider,
  showSidebar,
  wantSite,
} from './manage-sites.ts';
import { destroyKeys, removePassphrase, setLockAfter, setPassphrase, settleLock, unlock } from './passphrase.ts';
import { refuseId } from './refuse-id.ts';
import { scanTab } from './scan-tab.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';
import { cancelTeaching, teachRule } from './teach-rule.ts';
import { testProvider } from './test-provider.ts';
import { tryRule } from './try-rule.ts';
import { leave } from './under-way.ts';

type Handlers = {
  readonly [T in MessageType]: (input: Protocol[T]['input'], speaker: Speaker) => Promise<Protocol[T]['output']>;
};

/** The message policy lets only this kind of speaker through; another one is a bug. */
function expectKind<K extends Speaker['kind']>(speaker: Speaker, kind: K): Extract<Speaker, { kind: K }> {
  if (speaker.kind !== kind) throw new Error(`expected a ${kind}, not a ${speaker.kind}`);
  return speaker as Extract<Speaker, { kind: K }>;
}

/** The in-page frame may read what its own tab's ticket holds, nothing else. */
async function mayRead(ref: Ref, speaker: Speaker): Promise<boolean> {
  if (speaker.kind !== 'frame') return true;
  const held = await readValue('session', `tab:${speaker.tab}`);
  return [...(held?.refs ?? []), ...(held?.fallbacks ?? [])].some((other) => formatRef(other) === formatRef(ref));
}

/** Nothing is read while locked, and what was under way when the lock came is thrown away. */
async function guard<T>(ref: Ref, speaker: Speaker, read: () => Promise<Result<T, Failure | Barrier>>) {
  if (!(await mayRead(ref, speaker))) return fail<Failure>({ kind: 'not-found', provider: ref.provider });
  const before = await findBarrier();
  if (before) return fail(before);
  const answer = await read();
  const after = await sweepIfLocked();
  return after ? fail(after) : answer;
}

const refreshAll = async () => refreshTabs(await listOpenTabs());

/** What each message does. Who may send it, and its shape, was checked before. */
export const HANDLERS: Handlers = {
  seen: async (report, speaker) => {
    const site = expectKind(speaker, 'site');
    const { origin, tab, frame, document } = site;
    if ((await findRole(site)) !== 'site') {
      if (frame === 0) await leaveTab(tab);
      return null;
    }
    const { helpdesk: _, ...shown } = report;
    const { candidates } = shown;
    await followTab(tab, { frame, site: origin, ...(document === undefined ? {} : { document }), ...shown });
    const sidebar = (await findSite(origin))?.sidebar ?? DEFAULT_SIDEBAR;
    const isWanted = sidebar.open || candidates.some(({ refusal }) => refusal === undefined);
    if (frame === 0 && sidebar.shown && isWanted) await bringSidebar(tab, sidebar.open);
    return { sidebar, rules: await listSiteRules(origin) };
  },
  sidebar: async (sidebar, speaker) => {
    await keepSidebar(expectKind(speaker, 'site').origin, sidebar);
    return null;
  },
  'frame-tab': async (_, speaker) => ({ tab: expectKind(speaker, 'frame').tab }),
  'open-settings': async () => {
    await openSettings();
    return null;
  },
  // A click in the in-page frame may have been baited by its page: it asks for nothing that the page could not.
  open: ({ ref, by, question }, speaker) =>
    guard(ref, speaker, () => openConversation(ref, speaker.kind === 'frame' ? 'page' : by, question)),
  rest: ({ ref, heldAt, question }, speaker) => guard(ref, speaker, () => readRest(ref, heldAt, question)),
  refresh: ({ ref, question, ...holding }, speaker) => guard(ref, speaker, () => refreshConversation(ref, holding, question)),
  leave: async ({ question }) => {
    leave(question);
    return null;
  },
  'save-provider': async (draft) => {
    // Keys that can be neither read nor written, nor put back: whatever failed, nothing new counts.
    const saved = await saveProvider(draft).catch(() => fail<SaveRefusal>({ kind: 'not-stored' }));
    await refreshAll();
    return saved;
  },
  'test-provider': ({ draft, id }) => testProvider(draft, id),
  'remove-provider': async ({ provider }) => {
    const removed = await removeProvider(provider);
    await refreshAll();
    return removed;
  },
  unlock: ({ passphrase }) => unlock(passphrase),
  lock: async () => ((await lockNow()) ? succeed(null) : fail({ kind: 'no-passphrase' })),
  'check-lock': async ({ isActive }) => done(isActive ? noteActivity() : settleLock()),
  'set-passphrase': ({ passphrase }) => setPassphrase(passphrase),
  'remove-passphrase': () => removePassphrase(),
  'set-lock-after': ({ minutes }) => setLockAfter(minutes),
  'forget-keys': async () => {
    await destroyKeys();
    await Promise.all(PROVIDER_IDS.map(removeProvider));
    return done(refreshAll());
  },
  'site-wanted': async ({ origin, path }) => done(wantSite(origin, path)),
  'enable-site': async ({ origin, path }) => done(enableSite(origin, path)),
  'disable-site': async ({ origin, path }) => done(disableSite(origin, path)),
  'scan-page': ({ tab }) => scanTab(tab),
  'prefer-provider': async ({ tab, provider, isChosen }) => {
    await preferProvider(tab, provider, isChosen);
    return done(refreshAll());
  },
  'forget-provider': async ({ origin }) => {
    await forgetProvider(origin);
    return done(refreshAll());
  },
  'teach-rule': ({ tab, instead }) => teachRule(tab, instead),
  'refuse-id': ({ tab, candidate }) => refuseId(tab, candidate),
  'cancel-teaching': async ({ tab }) => done(cancelTeaching(tab)),
  'replace-rule': ({ rule, by }) => replaceRule(rule, by),
  'try-rule': ({ rule }) => tryRule(rule),
  'import-rules': ({ text }) => importRules(text),
  'show-sidebar': async ({ origin }) => done(showSidebar(origin)),
};

async function done(work: Promise<void>): Promise<null> {
  await work;
  return null;
}
