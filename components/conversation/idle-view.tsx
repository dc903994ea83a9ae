import { type IconNode, KeyRound, Power, ScanSearch, Search, SearchX, Settings, TextSearch, Ticket } from 'lucide';
import { type MessageKey, t } from '../hooks/translate.ts';
import type { Teaching } from '../hooks/use-teaching.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { IdleReason, Surface } from './conversation-props.ts';
import { EmptyView } from './empty-view.tsx';
import { TeachOffer } from './teach-offer.tsx';

interface IdleText {
  readonly icon: IconNode;
  readonly title: MessageKey;
  readonly text: MessageKey;
  /** Where the offer cannot be made. */
  readonly textAlone?: MessageKey;
  readonly offer?: {
    readonly label: MessageKey;
    readonly handler: 'onOpenSettings' | 'onEnableSite' | 'onLookUp';
    readonly icon?: IconNode;
  };
}

const LOOK_UP = { label: 'lookUpAnId', handler: 'onLookUp', icon: Search } as const;

const TEXTS: { readonly [reason in IdleReason]: IdleText } = {
  scanning: { icon: ScanSearch, title: 'idleScanningTitle', text: 'idleScanningText' },
  'no-ticket': { icon: Ticket, title: 'idleNoTicketTitle', text: 'idleNoTicketText', offer: LOOK_UP },
  'no-id': {
    icon: SearchX,
    title: 'idleNoIdTitle',
    text: 'idleNoIdText',
    textAlone: 'idleNoIdFrameText',
    offer: LOOK_UP,
  },
  'site-off': {
    icon: Power,
    title: 'idleSiteOffTitle',
    text: 'idleSiteOffText',
    offer: { label: 'enableOnThisSite', handler: 'onEnableSite' },
  },
  'access-lost': {
    icon: KeyRound,
    title: 'noAccessTitle',
    text: 'idleAccessLostText',
    offer: { label: 'giveAccessBack', handler: 'onEnableSite' },
  },
  'not-set-up': {
    icon: Settings,
    title: 'idleNotSetUpTitle',
    text: 'idleNotSetUpText',
    offer: { label: 'openSettings', handler: 'onOpenSettings' },
  },
  'by-hand': { icon: TextSearch, title: 'idleByHandTitle', text: 'idleByHandText' },
};

export interface IdleViewProps {
  readonly reason: IdleReason;
  readonly surface: Surface;
  readonly onOpenSettings?: (() => void) | undefined;
  readonly onEnableSite?: (() => void) | undefined;
  /** Everyone on the network can read what the site shows: said before it is enabled. */
  readonly isUnencrypted?: boolean | undefined;
  readonly onLookUp?: (() => void) | undefined;
  readonly teaching?: Teaching | undefined;
}

/** Where an id may stand on the page all the same. */
const TEACHABLE: ReadonlySet<IdleReason> = new Set(['no-id', 'by-hand']);

/** Nothing is looked up: says why. While the page is still being read it stays calm. */
export function IdleView({ reason, surface, teaching, isUnencrypted, ...handlers }: IdleViewProps) {
  const { icon, title, text, textAlone = text, offer } = TEXTS[reason];
  const onClick = offer && surface !== 'frame' ? handlers[offer.handler] : undefined;
  return (
    <EmptyView icon={icon} isCalm={reason === 'scanning'} title={t(title)} text={t(onClick ? text : textAlone)}>
      {isUnencrypted && onClick && offer?.handler === 'onEnableSite' && (
        <Notice tone="warn">
          <p>{t('helpdeskUnencrypted')}</p>
        </Notice>
      )}
      {offer && onClick && (
        <Button look="primary" onClick={onClick} {...(offer.icon ? { icon: offer.icon } : {})}>
          {t(offer.label)}
        </Button>
      )}
      {teaching && TEACHABLE.has(reason) && <TeachOffer teaching={teaching} />}
    </EmptyView>
  );
}
