import { PanelRight, PanelRightDashed, Settings } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { LookUpForm, type LookUpFormProps } from './look-up-form.tsx';
import { LostAccess, type LostAccessProps } from './lost-access.tsx';
import { RecentList, type RecentListProps } from './recent-list.tsx';
import { SiteBar, type SiteBarProps, type SiteScan } from './site-bar.tsx';
import '../ui/theme.css';
import './look-up-page.css';

export interface LookUpPageProps {
  /** Absent while locked. */
  readonly form?: LookUpFormProps;
  /** Absent while locked. */
  readonly recent?: RecentListProps;
  /** The conversation view with the result. */
  readonly children: ComponentChildren;
  readonly onOpenSidePanel: () => void;
  readonly onOpenSettings: () => void;
  /** Present on a site not yet enabled; called in the click's own task. */
  readonly onEnableSite?: (() => void) | undefined;
  /** Present where the in-page sidebar was switched off. */
  readonly onShowSidebar?: (() => void) | undefined;
  /** The page in the active tab, where Backscroll does not run. */
  readonly site?: Pick<SiteBarProps, 'host' | 'isHelpdesk' | 'isUnencrypted'> | undefined;
  /** Present where one look at that page can be taken. */
  readonly scan?: SiteScan | undefined;
  /** Present where the browser has taken permissions back. */
  readonly lost?: LostAccessProps | undefined;
}

/** The popup: look-up by hand, and the way into everything else. */
export function LookUpPage(props: LookUpPageProps) {
  const { form, recent, children, onOpenSidePanel, onOpenSettings, onEnableSite, onShowSidebar, site, scan, lost } = props;
  return (
    <div class="look-up-page">
      {lost && <LostAccess {...lost} />}
      {site && <SiteBar {...site} onEnable={onEnableSite} scan={scan} />}
      {form && (
        <search class="look-up-top">
          <LookUpForm {...form} />
        </search>
      )}
      {children}
      {recent && <RecentList {...recent} />}
      <footer class="look-up-foot">
        <Button look="quiet" icon={PanelRight} onClick={onOpenSidePanel}>
          {t('openSidePanel')}
        </Button>
        {onShowSidebar && (
          <Button look="quiet" icon={PanelRightDashed} onClick={onShowSidebar}>
            {t('showSidebar')}
          </Button>
        )}
        <Button look="quiet" icon={Settings} onClick={onOpenSettings}>
          {t('settings')}
        </Button>
      </footer>
    </div>
  );
}
