import { useState } from 'preact/hooks';
import { KNOWN_SITES, nameSite } from '../../lib/detect/known-sites.ts';
import { parseSite, readPart } from '../../lib/domain/parse-site.ts';
import type { ProviderSettings } from '../../lib/domain/provider-settings.ts';
import { fail } from '../../lib/domain/result.ts';
import type { SiteStatus } from '../../lib/domain/site.ts';
import {
  forgetKeys,
  lockNow,
  removePassphrase,
  setLockAfter,
  setPassphrase,
  unlock,
  useActivity,
  useLock,
} from '../hooks/use-lock.ts';
import { useProviderSetup } from '../hooks/use-provider-setup.ts';
import { importRules, replaceRule, tryRule, useRules } from '../hooks/use-rules.ts';
import { useSetAside } from '../hooks/use-set-aside.ts';
import { disableSite, enableSite, forgetProvider, useSites } from '../hooks/use-sites.ts';
import { useStored } from '../hooks/use-stored.ts';
import type { AddOutcome } from './add-helpdesk.tsx';
import type { FormOutcome } from './form-outcome.ts';
import type { HelpdeskRegionProps } from './helpdesk-region.tsx';
import { LockRegion } from './lock-region.tsx';
import { RulesRegion } from './rules-region.tsx';
import { SetAsideNotice } from './set-aside-notice.tsx';
import { SetupPage } from './setup-page.tsx';
import { UnreadableKeysNotice } from './unreadable-keys-notice.tsx';
import type { ProviderFormProps } from './use-provider-form.ts';

type Form = Pick<ProviderFormProps<ProviderSettings>, 'onSave' | 'onTest' | 'onRemove'>;

const LOCKED: FormOutcome = fail({ kind: 'locked' });

type Helpdesk = HelpdeskRegionProps['helpdesks'][number];

/** Known helpdesks and the agent's own addresses, in an order that no switch changes. */
function listHelpdesks(sites: readonly SiteStatus[]): readonly Helpdesk[] {
  const own = sites
    .filter(({ origin }) => !KNOWN_SITES.some((known) => known.origin === origin))
    .flatMap(({ origin, paths = [undefined] }) => paths.map((path) => ({ name: nameSite(origin), origin, path })));
  const known = KNOWN_SITES.map((one) => ({ ...one, path: undefined }));
  return [...known, ...own].map(({ name, origin, path }) => {
    const site = sites.find((one) => one.origin === origin);
    return {
      ...{ name, origin, path, isEnabled: site !== undefined, isGranted: site?.granted ?? false },
      ...{ provider: site?.chosenProvider ?? site?.provider, isProviderChosen: site?.chosenProvider !== undefined },
    };
  });
}

/** In the click's own task: the browser asks for exactly this origin. A maker's host holds nothing but its helpdesk. */
async function add(address: string): Promise<AddOutcome> {
  const origin = parseSite(address);
  if (!origin.ok) return origin.failure;
  const path = nameSite(origin.value) === undefined ? readPart(address) : undefined;
  return (await enableSite(origin.value, path)) ? 'added' : 'declined';
}

/** What has gone wrong with what is stored. */
function Remarks() {
  const aside = useSetAside();
  const { value: isUnreadable } = useStored('session', 'unreadableKeys');
  return (
    <>
      {isUnreadable && <UnreadableKeysNotice onForget={forgetKeys} />}
      <SetAsideNotice {...aside} />
    </>
  );
}

/** The options page, fed with what is stored. */
export function OptionsView() {
  const maax = useProviderSetup('maax');
  const socialBoards = useProviderSetup('socialboards');
  const sites = useSites();
  const rules = useRules();
  const lock = useLock();
  const [asked, setAsked] = useState(0);
  useActivity(true);
  if (!maax || !socialBoards || !sites || !rules || !lock) return null;
  /** What a lock refuses leads to the box that opens it. */
  const lead = <F extends Form>(form: F): F => {
    const watch = async (act: () => Promise<FormOutcome>) => {
      const ended = lock.isLocked ? LOCKED : await act();
      if (!ended.ok && ended.failure.kind === 'locked') setAsked((before) => before + 1);
      return ended;
    };
    return {
      ...form,
      onSave: (draft) => watch(() => form.onSave(draft)),
      onTest: (draft, id) => watch(() => form.onTest(draft, id)),
      onRemove: () => watch(() => form.onRemove()),
    };
  };
  return (
    <SetupPage
      maax={lead(maax)}
      socialBoards={lead(socialBoards)}
      remark={<Remarks />}
      locked={lock.isLocked ? { asked, onUnlock: unlock, onForget: forgetKeys } : undefined}
      helpdesks={{
        helpdesks: listHelpdesks(sites),
        onToggle: ({ origin, path }, isOn) => void (isOn ? enableSite(origin, path) : disableSite(origin, path)),
        onGrant: ({ origin, path }) => void enableSite(origin, path),
        onForgetProvider: ({ origin }) => void forgetProvider(origin),
        onAdd: add,
      }}
    >
      <RulesRegion rules={rules} onReplace={replaceRule} onTry={tryRule} onImport={importRules} />
      <LockRegion
        lock={lock}
        onSetPassphrase={setPassphrase}
        onRemovePassphrase={removePassphrase}
        onSetLockAfter={setLockAfter}
        onLock={lockNow}
      />
    </SetupPage>
  );
}
