import { byMark, keyIn, within } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Zammad, classic and new desktop. Anchors from its own source, 2026-11. */
export const zammad: Helpdesk = {
  id: 'zammad',
  name: 'Zammad',
  recognises: byMark(
    /#(?:ticket|dashboard|search|user|organization)\b|^\/desktop\//,
    '.ticketZoom,#content_permanent,[id^="content_permanent_"],#app[data-app="zammad"]',
  ),
  ticketKey: keyIn(/#ticket\/zoom\/(\d+)/, /^\/desktop\/tickets\/(\d+)/),
  // Every open task stays mounted; its container carries the ticket's number.
  keyedScope: (document, key) =>
    [...document.querySelectorAll('[id^="content_permanent_"]')].filter(({ id }) => new RegExp(`(?:^|\\D)${key}$`).test(id)),
  scope: within('[id^="content_permanent_"].active'),
  exclude: '.task,.tasks,[data-tab="customer"] .tickets,.sidebar-block .list',
  shownNumber: '.ticket-number',
  fieldName: 'name',
};
