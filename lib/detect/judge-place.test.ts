// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { listTaken } from '../../tests/corpus/list-taken.ts';
import { findConversations } from './find-conversations.ts';

const OLD = '<span>Conversation ID: 255001</span>';
const OLDER = '<span>Conversation ID: 255002</span>';

function read(html: string): string {
  document.title = 'Recent issues with delivery';
  document.body.innerHTML = html;
  return listTaken(findConversations(new URL('https://desk.example.com/agent/tickets/77'), document).candidates).join(', ');
}

describe('ids of tickets beside the open one', () => {
  it.each([
    ['a row of a grid', `<div role="grid"><div role="row">Eli ${OLD}</div></div>`],
    [
      'a table of linked tickets',
      '<table><tr><th>No.</th><th>Conversation ID</th></tr><tr><td><a href="/agent/tickets/80">80</a></td><td>255001</td></tr></table>',
    ],
    ['a glimpse under a title', `<div><h5><a href="/agent/tickets/80">Old chat</a></h5><p>${OLD}</p></div>`],
    [
      'a card that is a link',
      `<div><a class="card" href="#"><b>Eli</b> <time>8:00</time> ${OLD}</a><a class="card" href="#">Jo</a></div>`,
    ],
    [
      'a list before the heading',
      '<div class="list"><div><b>Eli</b><small>Conversation ID: 255001</small></div><div><b>Jo</b></div></div><h1>A</h1>',
    ],
    [
      'a list of one before the heading',
      '<div class="list"><div><b>Eli</b><small>Conversation ID: 255001</small></div></div><h1>A</h1>',
    ],
    ['a ticket that was merged', '<p>Merged into #80? Its conversation ID is 255001.</p>'],
    ['a ticket in the same line', '<p>Annan kund med samma fel: ärende #60511 (deras konversations-ID 255001).</p>'],
    ['a ticket called similar', '<p>Ticket simili: #398 (ID conversazione 255001)</p>'],
    ['an item under "linked"', '<div><h2>Verknüpft: Ticket</h2><p>T:2026112610086769 (Konversations-ID: 255001)</p></div>'],
    ['a ready-made answer', '<aside><h3>Svarsmallar</h3><p>Konversations-ID: 255001</p></aside>'],
    ['a card', `<div><a href="/agent/tickets/80">Old chat</a><p>${OLD}</p></div>`],
    ['an item that is a link', `<div role="list"><a role="listitem" href="#"><b>Eli</b> ${OLD}</a></div>`],
    ['an item that is a button', `<ul><li><button><b>Eli</b> ${OLD}</button></li></ul>`],
    ['items that are alike', `<div><div class="row"><b>Eli</b> ${OLD}</div><div class="row"><b>Jo</b> ${OLDER}</div></div>`],
    ['a list by its name', `<div role="list" aria-label="Tickets"><div role="listitem">Eli ${OLD}</div></div>`],
    ['a list by its mark', `<div class="inbox-list"><div>Eli ${OLD}</div></div>`],
    ['a related case by its mark', `<div data-testid="related-cases"><p>${OLD}</p></div>`],
    ['what floats over the page', `<div class="ui popover"><p>${OLD}</p></div>`],
    ['a region named by a title elsewhere', `<section aria-labelledby="a"><p id="a">Earlier tickets</p><p>${OLD}</p></section>`],
    ['a line that is no heading', `<div><div>Other tickets (1)</div><div>${OLD}</div></div>`],
    ['a panel of the customer', `<aside><h3>Tickets from this customer</h3><p>${OLD}</p></aside>`],
  ])('leaves out %s', (_, html) => {
    expect(read(html)).toBe('');
    expect(read(`${html}<div><p>Conversation ID: 254626</p></div>`)).toBe('254626');
  });

  it.each([
    ['a heading that says "this ticket"', '<h3>Chats linked to this ticket</h3><p>Conversation ID: 255001</p>'],
    ['a place on the page itself', '<p>Conversation ID: <a href="#tickets/77/field/4">255001</a></p>'],
    ['fields before the heading', '<div><div>Order 80</div><div>Conversation ID: 255001</div></div><h1>Delivery</h1>'],
    ['a bar that names the knowledge base', '<header>Support Knowledge base</header><div>Conversation ID: 255001</div>'],
    ['an order in the same line', '<p>Order #80, conversation ID: 255001</p>'],
    ['another ticket in the sentence before', '<p>See #80. Conversation ID: 255001</p>'],
    ['a customer in the same line', '<p>Kundnr. 80 - Konversations-ID: 255001</p>'],
    [
      'a link of its own among links',
      '<div><a class="card" href="#">Conversation ID: 255001</a><a class="card" href="#">Order 80</a></div>',
    ],
    [
      '"My tickets" over it all',
      '<div><h2>My tickets</h2><section><h1>Recent issues with delivery</h1><p>Conversation ID: 255001</p></section></div>',
    ],
    ['two messages', `<div class="message"><b>Bot</b> ${OLD}</div><div class="message"><b>Bot</b> ${OLDER}</div>`],
    ['an item that links to another site', `<ul><li><a href="https://chat.example.org/1">Old chat ${OLD}</a></li></ul>`],
    ['a number that is a link', '<dl><dt>Conversation ID</dt><dd><a href="/find?q=255001">255001</a></dd></dl>'],
    [
      'details with a mail address',
      `<main>Hi</main><aside><ul><li><a href="mailto:a@b.example">A</a></li><li>${OLD}</li></ul></aside>`,
    ],
    ['a mention of another ticket', `<p>Same as <a href="/agent/tickets/80">#80</a></p><p>${OLD}</p>`],
    ['a bar that leads to the next', `<div class="header"><a href="/agent/tickets/78">Next</a></div><div>${OLD}</div>`],
    ['a subject that speaks of tickets', `<h2>Recent issues with delivery</h2><p>${OLD}</p>`],
    ['a field of that name', `<div class="related-conversation-id"><p>${OLD}</p></div>`],
    ['a sentence of that beginning', `<p>Previous tickets were closed by mistake</p><p>${OLD}</p>`],
    ['a box named after the list in it', `<div class="with-ticket-list"><h1>Delivery</h1><p>${OLD}</p></div>`],
  ])('reads %s', (_, html) => {
    expect(read(html)).toContain('255001');
  });
});
