import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Kustomer. Addresses as of 2026-11; no anchors published. */
export const kustomer: Helpdesk = {
  id: 'kustomer',
  name: 'Kustomer',
  recognises: onHosts('kustomerapp.com'),
  ticketKey: keyIn(/^\/app\/customers\/([0-9a-f]{24})(?:\/event\/([0-9a-f]{24}))?/),
  isOwnWord: true,
};
