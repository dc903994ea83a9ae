import { byMark, keyIn } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Znuny and OTRS. Anchors from their own templates, 2026-11. */
export const znuny: Helpdesk = {
  id: 'znuny',
  name: 'Znuny / OTRS',
  recognises: byMark(/\/(?:index|customer)\.pl\?.*Action=Agent/, '.TicketZoom,#ticketDetails,body.AgentTicketZoom,#AppWrapper'),
  // Parameters are parted by semicolons.
  ticketKey: keyIn(/[?;&]TicketID=(\d+)/, /[?;&]TicketNumber=(\d+)/),
  exclude: '.LinkObjectTable,#Attribute_LinkedObjects',
  shownNumber: '.TicketZoom h1,#ticketDetails h1',
};
