import { Power, ScanSearch } from 'lucide';
import { formatRef, type Ref } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import type { PageScan } from '../hooks/use-page-scan.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefButton } from './ref-button.tsx';
import './site-bar.css';

/** One look at the page. */
export interface SiteScan {
  readonly outcome: PageScan;
  readonly onFind: () => void;
  readonly onOpen: (ref: Ref) => void;
}

export interface SiteBarProps {
  /** The page in the active tab. */
  readonly host: string;
  /** Its address is one of a helpdesk: enabling it is the likely wish. */
  readonly isHelpdesk: boolean;
  /** Everyone on the network can read what it shows: said before it is enabled. */
  readonly isUnencrypted?: boolean;
  /** Present where it can be enabled; called in the click's own task. */
  readonly onEnable?: (() => void) | undefined;
  /** Present where a look at it can be taken. */
  readonly scan?: SiteScan | undefined;
}

/** What the look gave; nothing is added where it was one conversation, for that is on show. */
function Found({ outcome, onOpen }: Pick<SiteScan, 'outcome' | 'onOpen'>) {
  if (outcome.state === 'unreadable') return <p>{t('scanUnreadable')}</p>;
  if (outcome.state !== 'done' || outcome.refs.length === 1) return null;
  if (outcome.refs.length === 0) return <p>{t('scanFoundNone')}</p>;
  return (
    <>
      <p>{t('scanFoundSeveral')}</p>
      <ul>
        {outcome.refs.map((ref) => (
          <li key={formatRef(ref)}>
            <RefButton refToOpen={ref} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What can be done about a page on which Backscroll is not enabled. */
export function SiteBar({ host, isHelpdesk, isUnencrypted, onEnable, scan }: SiteBarProps) {
  return (
    <section class="site-bar" aria-label={host}>
      <p class="site-bar-host">{host}</p>
      {isUnencrypted && onEnable && (
        <Notice tone="warn">
          <p>{t('helpdeskUnencrypted')}</p>
        </Notice>
      )}
      <div class="site-bar-actions">
        {onEnable && (
          <Button look={isHelpdesk ? 'primary' : 'plain'} isSmall icon={Power} onClick={onEnable}>
            {t('enableOnThisSite')}
          </Button>
        )}
        {scan && (
          <Button isSmall icon={ScanSearch} isBusy={scan.outcome.state === 'busy'} onClick={scan.onFind}>
            {t('findIdsOnPage')}
          </Button>
        )}
      </div>
      <div class="site-bar-found" role="status">
        {scan && <Found {...scan} />}
      </div>
    </section>
  );
}
