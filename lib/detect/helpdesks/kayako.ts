import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Kayako. Class names are prefixes of CSS modules; last known good 2026-11. */
export const kayako: Helpdesk = {
  id: 'kayako',
  name: 'Kayako',
  recognises: onHosts('kayako.com'),
  ticketKey: keyIn(/^\/agent\/conversations\/(\d+)/),
  exclude: '[class^="ko-tabs__"],[class*="ko-tabs_"],[class*="ko-timeline-recent"]',
  shownNumber: '[class^="ko-case-content__id"]',
  isOwnWord: true,
};
