import { useEffect, useRef, useState } from 'preact/hooks';
import { isHelpdesk } from '../../lib/detect/is-helpdesk.ts';
import { parseLookUp } from '../../lib/detect/parse-look-up.ts';
import { isUnencrypted, parseSite } from '../../lib/domain/parse-site.ts';
import { isSameRef, type ProviderId, type Ref } from '../../lib/domain/ref.ts';
import { findOrigin, findSiteOf } from '../../lib/domain/site.ts';
import { ConversationView } from '../conversation/conversation-view.tsx';
import { LockedConversation } from '../conversation/locked-conversation.tsx';
import { openPanel, openSettings, requestAccess } from '../hooks/commands.ts';
import { isProviderChoice } from '../hooks/is-provider-choice.ts';
import { useActiveTab } from '../hooks/use-active-tab.ts';
import { useAlternative } from '../hooks/use-alternative.ts';
import { useConversation } from '../hooks/use-conversation.ts';
import { useIsEnabled } from '../hooks/use-idle-reason.ts';
import { useIsSetUp } from '../hooks/use-is-set-up.ts';
import { useActivity, useLock } from '../hooks/use-lock.ts';
import { usePageScan } from '../hooks/use-page-scan.ts';
import { type PopupDraft, usePopupDraft } from '../hooks/use-popup-draft.ts';
import { enableSite, showSidebar, useSites } from '../hooks/use-sites.ts';
import { useStored } from '../hooks/use-stored.ts';
import { useTeaching } from '../hooks/use-teaching.ts';
import { useTicket } from '../hooks/use-ticket.ts';
import { LookUpPage } from './look-up-page.tsx';

/** What the agent asked for: a link or a provider named in the text decides the provider, else the combobox. */
function readRef(text: string, provider: ProviderId): Ref | undefined {
  const parsed = parseLookUp(text);
  return parsed && { provider: parsed.provider ?? provider, id: parsed.id };
}

/** The popup, which closes at every click beside it: text and result are kept outside. */
export function PopupView() {
  const lock = useLock();
  useActivity(true);
  if (!lock) return null;
  return lock.isLocked ? <LockedPopup /> : <OpenPopup />;
}

function LockedPopup() {
  return (
    <LookUpPage {...useWays()}>
      <LockedConversation surface="popup" />
    </LookUpPage>
  );
}

/** The ways into everything else, for the page in the active tab. */
function useWays() {
  const tab = useActiveTab();
  const sites = useSites();
  const origin = findOrigin(tab?.url);
  const site = sites && findSiteOf(sites, tab?.url);
  const lost = sites?.filter(({ granted }) => !granted).map((one) => one.origin) ?? [];
  const windowId = tab?.windowId;
  const isOff = origin !== undefined && sites !== undefined && !site?.granted;
  return {
    onOpenSidePanel: () => windowId !== undefined && void openPanel(windowId).then(() => close()),
    onOpenSettings: () => void openSettings(),
    // A lost site is given back, with all others, by the notice.
    onEnableSite: isOff && !site && parseSite(origin).ok ? () => void enableSite(origin) : undefined,
    onShowSidebar: site?.granted && !site.sidebar.shown ? () => void showSidebar(site.origin) : undefined,
    site: isOff
      ? { host: new URL(origin).host, isHelpdesk: isHelpdesk(tab?.url ?? origin), isUnencrypted: isUnencrypted(origin) }
      : undefined,
    lost: lost.length > 0 ? { origins: lost, onGrant: () => void requestAccess(lost) } : undefined,
  };
}

/** What was looked up before the popup was closed is there again at once; only a click in this one is a look-up by hand. */
function useLookUp() {
  const [draft, change] = usePopupDraft();
  const [by, setBy] = useState<'page' | 'hand'>('page');
  const { retry, readAgain, ...lookUp } = useConversation(draft?.ref, by);
  const show = (changed: { readonly ref: Ref } & Partial<PopupDraft>) => {
    setBy('hand');
    change(changed);
  };
  return { draft, change, lookUp, retry, readAgain, show, isByHand: by === 'hand' };
}

/** Whoever opens the popup mostly has an id at hand: pasting it replaces the last one. */
function useIdBox(isRead: boolean) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isRead) input.current?.select();
  }, [isRead]);
  return input;
}

/** The active tab, and the same where Backscroll runs on its page. */
function useTabs() {
  const tab = useActiveTab();
  return { tab: tab?.id, enabled: useIsEnabled(tab) ? tab?.id : undefined };
}

/** Leads on from a chat system that does not know the id, and keeps for the site of `tab` which one the agent found it in. */
function useCircumstance(
  { draft, lookUp, isByHand }: ReturnType<typeof useLookUp>,
  others: { readonly alternative: Ref | undefined; readonly pass: () => void },
  tab: number | undefined,
) {
  const isSetUp = useIsSetUp();
  const isChosen = isProviderChoice(useTicket(tab), draft?.ref) && isByHand;
  const isAskedEverywhere = useAlternative({ ...others, selected: draft?.ref, isChosen }, lookUp, tab);
  return isSetUp === false ? 'nothing-set-up' : isAskedEverywhere ? 'asked-everywhere' : undefined;
}

function OpenPopup() {
  const looked = useLookUp();
  const { draft, change, lookUp, retry, readAgain, show } = looked;
  const recents = useStored('session', 'recents').value ?? [];
  const ways = useWays();
  const showFound = (ref: Ref) => show({ ref, text: ref.id, provider: ref.provider });
  const { tab, enabled } = useTabs();
  const { scan, next, pass, find, forget } = usePageScan(tab, showFound);
  const teaching = useTeaching(enabled, useTicket(enabled).ticket);
  const circumstance = useCircumstance(looked, { alternative: next, pass }, enabled);
  const input = useIdBox(draft !== undefined);
  if (!draft) return null;
  const open = (ref: Ref | undefined, typed: Partial<PopupDraft> = {}) => {
    forget();
    if (!ref) return;
    if (!isSameRef(ref, draft.ref)) return show({ ref, ...typed });
    change(typed);
    // What is asked already is not asked twice.
    if (lookUp.state !== 'loading') retry();
  };
  return (
    <LookUpPage
      {...ways}
      scan={{ outcome: scan, onFind: find, onOpen: showFound }}
      form={{
        text: draft.text,
        provider: draft.provider,
        inputRef: input,
        onChange: (text, provider) => change({ text, provider }),
        onLookUp: (text, provider) => open(readRef(text, provider)),
      }}
      recent={{ refs: recents.map(({ ref }) => ref), onOpen: (ref) => open(ref, { text: ref.id, provider: ref.provider }) }}
    >
      <ConversationView
        surface="popup"
        lookUp={lookUp}
        idle={circumstance === 'nothing-set-up' ? 'not-set-up' : 'by-hand'}
        circumstance={circumstance}
        teaching={teaching}
        selected={draft.ref}
        {...{ onRetry: retry, onReadAgain: readAgain }}
        onOpenSettings={() => void openSettings()}
        onGrantAccess={(origins) => void requestAccess(origins)}
        onEditId={() => input.current?.select()}
      />
    </LookUpPage>
  );
}
