import { describe, expect, it } from 'vitest';
import { isHelpdesk } from './is-helpdesk.ts';

describe('isHelpdesk', () => {
  it.each([
    ['https://acme.zendesk.com/agent/tickets/42', true],
    ['https://rt.example.com/rt/Ticket/Display.html?id=12', true],
    ['http://otrs.lan/otrs/index.pl?Action=AgentTicketZoom;TicketID=7', true],
    ['https://www.example.com/news', false],
    ['https://evil.example/?https://acme.zendesk.com/agent/tickets/42', false],
    ['about:blank', false],
    ['no address', false],
  ])('%s: %s', (address, expected) => {
    expect(isHelpdesk(address)).toBe(expected);
  });
});
