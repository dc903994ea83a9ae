// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scanPage } from './scan-page.ts';

/** Each id that is seen, with why it was not taken. */
function scan(html: string, address = '/tickets/7'): readonly string[] {
  document.body.innerHTML = `<main><h1>Broken zip</h1>${html}</main>`;
  const steps = scanPage(new URL(address, 'https://desk.example'), document, { helpdesks: [] });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.findings.map(({ id, refusal }) => [id, refusal].filter(Boolean).join(' '));
}

const OWN = '<p>Conversation ID: 254626</p>';
const QUEUE = (count: number) =>
  `<ul>${Array.from({ length: count }, (_, index) => `<li><a href="/tickets/${index + 20}">Conversation ID: ${700_000 + index}</a></li>`).join('')}</ul>`;

afterEach(() => vi.restoreAllMocks());

describe('an id that stands elsewhere than in the open ticket is seen, not taken', () => {
  it.each([
    ['under a heading of other tickets', '<h2>Related tickets</h2><p>Conversation ID: 700001</p>', '700001 other-ticket'],
    ['in a row of a grid', '<div role="grid"><div role="row">Conversation ID: 700001</div></div>', '700001 in-row'],
    [
      'in a list beside the ticket',
      '<div><div class="r">Conversation ID: 700001</div><div class="r">Conversation ID: 700002</div></div>',
      '700001 in-list',
    ],
  ])('%s', (_, html, seen) => {
    expect(scan(OWN + html).filter((one) => !one.includes('700002'))).toEqual(['254626', seen]);
  });

  it.each([
    ['in a draft', '<div role="textbox" contenteditable="true">Say “Conversation ID: 700001” to her</div>', '700001 example'],
    ['of another customer', '<p>Call another customer first (Conversation ID 700001)</p>', '700001 other-ticket'],
    [
      'linked with a similar case',
      '<p>Similar case: 881, <a href="https://inbox.socialboards.com/acme/tickets?ticketId=700001">its chat</a></p>',
      '700001 other-ticket',
    ],
    [
      'under a closed conversation',
      '<details open><summary>Closed · 4 Feb · Gift</summary><p>Conversation ID 700001</p></details>',
      '700001 other-ticket',
    ],
    [
      'under a title beside a button',
      '<div><div><h3>Related tickets</h3><button>x</button></div><p>Conversation ID: 700001</p></div>',
      '700001 other-ticket',
    ],
    [
      'behind the dialog that the ticket is open in',
      '<p>Conversation ID: 700001</p><div role="dialog" aria-label="Ticket 777"><p>Hello</p></div>',
      '700001 other-ticket',
    ],
    ['of some other chat system', '<p>Zendesk Messaging conversation ID: 700001</p>', '700001 weak-label'],
    ['of another one, named after the label', '<p>ID del chat de LiveChat: 700001</p>', '700001 weak-label'],
    ['linked as the same', '<p>Same as conversation #<a href="/tickets/700001">700001</a></p>', '700001 other-ticket'],
    [
      'under a heading with three tools',
      '<section><header><h3>Related tickets</h3><button><i></i></button><button></button><button></button></header><p>Conversation ID: 700001</p></section>',
      '700001 other-ticket',
    ],
    [
      'in a box with the name of another ticket',
      '<aside><div><div class="department">#881 Zip</div><div>Conversation ID: 700001</div></div></aside>',
      '700001 other-ticket',
    ],
    [
      'in the rows of a list, alone on the page',
      '<div><div class="r">Ada<br>Conversation ID: 700001</div><div class="r">Bob</div><div class="r">Eve<br>Conversation ID: 700002</div></div>',
      '700001 in-list',
    ],
  ])('%s', (_, html, seen) => {
    expect(scan(html, '/tickets/777').filter((one) => !one.includes('700002'))).toEqual([seen]);
  });

  it.each([
    [
      'in a field that is drawn as a text box',
      '<span id="l">Conversation ID</span><div role="textbox" aria-labelledby="l">700001</div>',
    ],
    [
      'in a message with a number of its own',
      '<div id="h"><div class="transaction"><div>881 Create</div><div>Conversation ID: 700001</div></div></div>',
    ],
    [
      'made a link to a ticket by the page',
      '<article>Hi</article><article>conversation_id=<a href="/tickets/700001">700001</a>; queue=2</article>',
    ],
    [
      'in lines that stand between others',
      '<div><div class="r">Hand-over from the web – Conversation ID: 700001</div><p>Hi</p><p>Yes</p><div class="r">Hand-over from the web – Conversation ID: 700002</div><p>No</p></div>',
    ],
    ['one of two in chips', '<div>Bot conversation IDs</div><div><span>700001</span><span>700002</span></div>'],
    ['beside an icon that is named for it', '<span title="Conversation ID">@</span><span>700001</span>'],
    ['after a full stop behind another customer', '<p>Got a parcel of another customer. Conversation ID: 700001</p>'],
    ['after a length of time', '<p>Ticket waited 120 seconds, conversation ID: 700001</p>'],
    [
      'under the status of the ticket itself',
      '<div class="ticket-header">Closed · High priority</div><p>Conversation ID: 700001</p>',
    ],
    ['behind a question to the agent', '<p>Conversation ID: 700001</p><div role="dialog" aria-label="Close ticket #777?">No</div>'],
    [
      'behind the dialog that makes a ticket',
      '<p>Conversation ID: 700001</p><div role="dialog"><h1>New ticket</h1><label>Subject <input></label></div>',
    ],
    ['in a description that is always open', '<div contenteditable aria-label="Description"><p>Conversation ID: 700001</p></div>'],
    [
      'beside a comment of the page about others',
      '<p><!-- Ticket 881: --><a href="https://inbox.socialboards.com/a/tickets?ticketId=700001">Chat</a></p>',
    ],
    [
      'under a bar of ways elsewhere',
      '<section><header><a href="/a">Tickets</a> <a href="/b">Related</a> <a href="/c">Home</a></header><p>Conversation ID: 700001</p></section>',
    ],
  ])('but not %s', (_, html) => {
    expect(scan(html, '/tickets/777')[0]).toBe('700001');
  });

  it.each([
    '<button title="Filter by conversation ID"><svg></svg></button><span>700001</span>',
    '<span>254626</span><button aria-label="Copy conversation ID"><svg></svg></button><span>700001</span>',
    '<span title="Conversation ID"></span><span>700001</span>',
  ])('and a number beside a tool is none: %s', (html) => {
    expect(scan(html).filter((one) => one.startsWith('700001'))).toEqual([]);
  });

  it('shrunk to a dot', () => {
    const box = (width: number) => ({ width, height: width, left: 0, right: width }) as DOMRect;
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => box(900));
    vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(() => box(1));
    expect(scan(OWN)).toEqual(['254626 not-drawn']);
  });

  it('on a page that is a list of tickets as a whole', () => {
    expect(
      scan(
        '<p>Chat ID: 700001</p>'.replace(/.*/, (one) => [1, 2, 3, 4].map((n) => one.replace(/1(?=<)/, `${n}`)).join('')),
        '/inbox',
      ),
    ).toEqual([1, 2, 3, 4].map((n) => `70000${n} in-list`));
  });

  it('a handful of a queue, after all that the ticket itself holds', () => {
    const seen = scan(`${QUEUE(40)}${OWN}<p>Chats: 12345</p>`);
    expect(seen.slice(0, 2)).toEqual(['254626', '12345 weak-label']);
    expect(seen.slice(2)).toHaveLength(5);
    expect(seen.slice(2).every((one) => one.endsWith(' other-ticket'))).toBe(true);
  });

  it('is not told of where it is taken in the ticket, or would not be in any', () => {
    expect(scan(`${OWN}<h2>Related tickets</h2><p>Conversation ID: 254626</p><p>Chats: 99999</p>`)).toEqual(['254626']);
  });
});
