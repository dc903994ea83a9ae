import { byMark, keyIn } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Chatwoot. Addresses from its own routes, 2026-11; its class names say nothing. */
export const chatwoot: Helpdesk = {
  id: 'chatwoot',
  name: 'Chatwoot',
  recognises: byMark(/^\/app\/accounts\/\d+\//, '#app'),
  ticketKey: keyIn(
    /^\/app\/accounts\/\d+\/(?:.*\/)?conversations\/(\d+)/,
    /^\/app\/accounts\/\d+\/inbox-view\/\w+\/(\d+)/,
    /^\/app\/accounts\/\d+\/(inbox\/\d+)\/?(?:[?#]|$)/,
  ),
  exclude: '.conversations-list-wrap,.conversations-list,.conversation--previous,[class*="previous-conversation"]',
  isOwnWord: true,
};
