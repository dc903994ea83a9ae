import { describe, expect, it } from 'vitest';
import { findTicket } from './find-ticket.ts';

describe('findTicket', () => {
  it.each([
    ['https://harbor.zendesk.com/agent/tickets/4411', 'zendesk', '4411'],
    ['https://harbor.zendesk.com/agent/tickets/4411/events', 'zendesk', '4411'],
    ['https://harbor.zendesk.com/agent/tickets/new/1', 'zendesk', undefined],
    ['https://harbor.zendesk.com/agent/filters/36', 'zendesk', undefined],
    ['https://zendesk.com.evil.example/agent/tickets/4411', 'generic', 'tickets/4411'],
    ['https://evilzendesk.com/agent/tickets/4411', 'generic', 'tickets/4411'],
    ['https://rt.example.org/Ticket/Display.html?id=12', 'request-tracker', '12'],
    ['https://rt.example.org/rt/Ticket/Update.html?Action=Respond;id=12', 'request-tracker', '12'],
    ['https://rt.example.org/m/ticket/show?id=12', 'request-tracker', '12'],
    ['https://inbox.socialboards.com/harbor/tickets?foo=1&ticketId=2555100', 'socialboards-inbox', '2555100'],
    ['https://inbox.socialboards.com/harbor/tickets?ticketId=abc', 'socialboards-inbox', undefined],
    ['https://harbor.freshdesk.com/a/tickets/5120', 'freshdesk', '5120'],
    ['https://app.intercom.com/a/inbox/x1/inbox/admin/5/conversation/215468790012345', 'intercom', '215468790012345'],
    ['https://app.intercom.io/a/apps/x1/inbox/all/conversations/21546879001', 'intercom', '21546879001'],
    ['https://app.hubspot.com/contacts/7654321/ticket/12345678901', 'hubspot', '12345678901'],
    ['https://app-eu1.hubspot.com/live-messages/7654321/inbox/5544332211', 'hubspot', '5544332211'],
    ['https://secure.helpscout.net/mailbox/abc/123', 'help-scout', undefined],
    ['https://app.frontapp.com/inboxes/shared/views/11/open/987654321', 'front', '987654321'],
    ['https://harbor.gorgias.com/app/tickets/12/99887766', 'gorgias', '99887766'],
    ['https://desk.zoho.com.au/agent/h/d/tickets/details/123456000000789012', 'zoho-desk', '123456000000789012'],
    ['https://harbor.my.salesforce.com/5003z00002abcdE', 'salesforce', '5003z00002abcdE'],
    ['https://harbor.atlassian.net/jira/servicedesk/projects/SUP/queues/custom/5/SUP-123', 'jira', 'SUP-123'],
    ['https://jira.example.org/servicedesk/customer/portal/3/SUP-9', 'jira', 'SUP-9'],
    [
      'https://h.service-now.com/nav_to.do?uri=incident.do%3Fsys_id%3D9d385017c611228701d22104cc95c371',
      'servicenow',
      '9d385017c611228701d22104cc95c371',
    ],
    [
      'https://h.service-now.com/now/nav/ui/classic/params/target/incident.do%253Fsys_id%253D9d385017c611228701d22104cc95c371',
      'servicenow',
      '9d385017c611228701d22104cc95c371',
    ],
    [
      'https://mail.missiveapp.com/#search/refund/conversations/11111111-2222-3333-4444-555555555555',
      'missive',
      '11111111-2222-3333-4444-555555555555',
    ],
    ['https://app.helpdesk.com/tickets/my-open', 'helpdesk-livechat', undefined],
    ['https://erp.example.org/odoo/all-tickets/33', 'odoo', '33'],
    ['https://help.example.org/#ticket/zoom/17/42', 'zammad', '17'],
    ['https://chat.example.org/app/accounts/1/unattended/conversations/99', 'chatwoot', '99'],
    ['https://otrs.example.org/index.pl?Action=AgentTicketZoom;TicketID=512;ArticleID=3', 'znuny', '512'],
    ['https://glpi.example.org/front/ticket.form.php?id=88', 'glpi', '88'],
    ['https://desk.example.com/tickets/77?page=2&tab=5', 'generic', 'tickets/77'],
    ['https://desk.example.com/inbox', 'generic', '/inbox'],
    ['https://desk.example.com/#/case/PROJ-12', 'generic', 'case/PROJ-12'],
  ])('%s', (address, helpdesk, ticket) => {
    expect(findTicket(new URL(address))).toEqual(ticket === undefined ? { helpdesk } : { helpdesk, ticket });
  });
});
