import { ShieldCheck } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { MaaxSettings, SocialBoardsSettings } from '../../lib/domain/provider-settings.ts';
import { t } from '../hooks/translate.ts';
import { Icon } from '../ui/icon.tsx';
import { HelpdeskRegion, type HelpdeskRegionProps } from './helpdesk-region.tsx';
import { MaaxForm } from './maax-form.tsx';
import { SocialBoardsForm } from './social-boards-form.tsx';
import { UnlockRegion, type UnlockRegionProps } from './unlock-region.tsx';
import type { ProviderFormProps } from './use-provider-form.ts';
import '../ui/theme.css';
import './setup-page.css';

export interface SetupPageProps {
  readonly maax: ProviderFormProps<MaaxSettings>;
  readonly socialBoards: ProviderFormProps<SocialBoardsSettings>;
  readonly helpdesks: HelpdeskRegionProps;
  /** Present while locked. */
  readonly locked?: UnlockRegionProps | undefined;
  /** What there is to say before all regions. */
  readonly remark?: ComponentChildren;
  /** Further regions. */
  readonly children?: ComponentChildren;
}

/** The options page. */
export function SetupPage({ maax, socialBoards, helpdesks, locked, remark, children }: SetupPageProps) {
  return (
    <main class="setup" data-state={locked && 'locked'}>
      <header class="setup-head">
        <img src="/icons/icon-128.png" width={40} height={40} alt="" />
        <div>
          <h1>{t('setupTitle')}</h1>
          <p>{t('extensionDescription')}</p>
        </div>
      </header>
      <div class="setup-privacy">
        <Icon icon={ShieldCheck} size={18} />
        <p>{t('privacyNote')}</p>
      </div>
      {remark}
      {locked && <UnlockRegion {...locked} />}
      <SocialBoardsForm {...socialBoards} />
      <MaaxForm {...maax} />
      <HelpdeskRegion {...helpdesks} />
      {children}
    </main>
  );
}
