import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Help Scout, both generations of its inbox. Addresses as of 2026-11. */
export const helpScout: Helpdesk = {
  id: 'help-scout',
  name: 'Help Scout',
  recognises: onHosts('secure.helpscout.net', 'app.helpscout.com'),
  ticketKey: keyIn(/^\/conversations?\/(\d+)/),
  exclude: '[class*="previous-conversations"],[data-testid*="previous-conversation"],#folders',
  isOwnWord: true,
};
