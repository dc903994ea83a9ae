import { pathOf, within } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

function findKey(url: URL): string | undefined {
  const path = pathOf(url);
  if (/[#?&]model=helpdesk\.ticket(?:&|$)/.test(path)) return /[#?&]id=(\d+)/.exec(path)?.[1];
  // Another record may be open on top of the ticket: then its number is the last one of the path.
  return /^\/odoo\/(?:.*\/)?(?:[\w-]*tickets?|helpdesk(?:\.ticket)?|action-\d+)\/(\d+)\/?(?:[?#]|$)/.exec(path)?.[1];
}

const ADDRESS = /^\/odoo(?:\/|$)|[#?&]model=helpdesk\.ticket(?:&|$)/;
const MARK = '.o_web_client,.o_main_navbar,.o_form_view,.o_kanban_view,.o_list_view';

/** Odoo Helpdesk 16 to 19, any host. Anchors last known good 2026-11. */
export const odoo: Helpdesk = {
  id: 'odoo',
  name: 'Odoo Helpdesk',
  recognises: (url, document) =>
    url.hostname.endsWith('.odoo.com') ||
    (ADDRESS.test(pathOf(url)) && (document === undefined || document.querySelector(MARK) !== null)),
  ticketKey: findKey,
  scope: within('.o_action_manager'),
  exclude: '.o_list_view,.o_kanban_view,.o_dialog .o_list_renderer',
  fieldName: 'name',
};
