// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { listTaken } from '../../tests/corpus/list-taken.ts';
import { findConversations } from './find-conversations.ts';

/** Addresses of chat systems, as mails and their scanners wrap them. */
const SENTENCES: readonly (readonly [html: string, ids: string])[] = [
  [
    '<p>Takeover requested: <a href="https://u7710.ct.sendgrid.net/ls/click?upn=abc">https://inbox.socialboards.com/nordisk/tickets?ticketId=640113</a></p>',
    'socialboards:640113',
  ],
  ['<p>Takeover requested: https://inbox.socialboards.com/nordisk/tickets?ticketId=640113</p>', 'socialboards:640113'],
  ['<p>Requested: https://inbox.socialboards.com/nordisk/tickets?ticketId=640113</p>', 'socialboards:640113'],
  ['<p>https://inbox.socialboards.com/acme/tickets?ticketId=640113</p>', 'socialboards:640113'],
  [
    '<p>See <a href="https://x.net/ls/click?upn=abc">https://inbox.socialboards.com/acme/tickets?ticketId=640113</a></p>',
    'socialboards:640113',
  ],
  [
    '<p><a href="https://linkprotect.cudasvc.com/url?a=https%3a%2f%2finbox.socialboards.com%2facme%2ftickets%3fticketId%3d254626&c=E,1,abc">chat</a></p>',
    'socialboards:254626',
  ],
  [
    '<p><a href="https://secure-web.cisco.com/1abc/https%3A%2F%2Finbox.socialboards.com%2Facme%2Ftickets%3FticketId%3D254626">chat</a></p>',
    'socialboards:254626',
  ],
  [
    '<p><a href="https://slack-redir.net/link?url=https%3A%2F%2Finbox.socialboards.com%2Facme%2Ftickets%3FticketId%3D254626">chat</a></p>',
    'socialboards:254626',
  ],
  [
    '<p><a href="https://eur05.safelinks.protection.outlook.com/GetUrlReputation?url=https%253A%252F%252Finbox.socialboards.com%252Facme%252Ftickets%253FticketId%253D254626">chat</a></p>',
    'socialboards:254626',
  ],
  ['<p>https://app.maax.ai/conversation/254626</p>', 'maax:254626'],
  ['<p><a href="//inbox.socialboards.com/acme/tickets?ticketId=254626">chat</a></p>', 'socialboards:254626'],
  ['<p><a href="https://inbox.socialboards.com/acme/tickets/?ticketId=254626&amp;x=1">Åpne</a></p>', 'socialboards:254626'],
  ['<p><a href="https://inbox.socialboards.com/acme/tickets?TicketId=254626">Åpne</a></p>', 'socialboards:254626'],
  ['<p><a href="https://inbox.socialboards.com/acme/tickets?ticketid=254626">Åpne</a></p>', 'socialboards:254626'],
  ['<p><a href="https://inbox.socialboards.com/acme/#/tickets?ticketId=254626">Åpne</a></p>', 'socialboards:254626'],
  [
    '<p><a href="https://inbox.socialboards.com/acme/tickets?ticketId=254626">https://inbox.socialboards.com/acme/tickets?ticketId=254…</a></p>',
    'socialboards:254626',
  ],
  [
    '<p><a href="https://inbox.socialboards.com/acme/tickets?ticketId=254626"><span>https://inbox.socialboards.com</span><span>/acme/tickets?ticketId=254626</span></a></p>',
    'socialboards:254626',
  ],
  ['<p>[chat](https://inbox.socialboards.com/acme/tickets?ticketId=254626)</p>', 'socialboards:254626'],
  ['<p>&lt;https://inbox.socialboards.com/acme/tickets?ticketId=254626|Åpne chat&gt;</p>', 'socialboards:254626'],
  ['<p>link: inbox.socialboards.com/acme/tickets?ticketId=254626, takk</p>', 'socialboards:254626'],
  ['<p><b>https://inbox.socialboards.com/acme/tickets?ticketId=254626</b> se her</p>', 'socialboards:254626'],
  ['<p><span>https://inbox.socialboards.com/acme/tickets?ticketId=254626</span> 5 meldinger</p>', 'socialboards:254626'],
  ['<p>https://inbox.socialboards.com/acme/tickets?ticketId=254626<br>12345</p>', 'socialboards:254626'],
  ['<p>https://inbox.socialboards.com/acme/tickets?ticketId=254626 12345</p>', 'socialboards:254626'],
  ['<input aria-label="Chat link" value="https://inbox.socialboards.com/acme/tickets?ticketId=254626">', 'socialboards:254626'],
  ['<textarea>https://inbox.socialboards.com/acme/tickets?ticketId=254626</textarea>', 'socialboards:254626'],
  ['<a href="https://app.maax.ai/dashboard/conversations/254626/">MAAX</a>', 'maax:254626'],
  ['<a href="https://app.maax.ai/dashboard/conversations/?conversation_id=254626">MAAX</a>', 'maax:254626'],
  ['<a href="https://app.maax.ai/dashboard/api-keys/254626">MAAX</a>', ''],
  ['<a href="https://faq.socialboards.com/socialboards/254626">FAQ</a>', ''],
  ['<a href="https://notsocialboards.com/acme/tickets?ticketId=254626">x</a>', ''],
  ['<a href="https://inbox.socialboards.com.evil.no/acme/tickets?ticketId=254626">x</a>', ''],
  ['<a href="https://evil.no/?q=socialboards.com&ticketId=254626">x</a>', ''],
  ['<a href="https://inbox.socialboards.com@evil.no/acme/tickets?ticketId=254626">x</a>', ''],
  ['<a href="mailto:x@socialboards.com?subject=ticketId=254626">x</a>', ''],
];

describe('findConversations', () => {
  it.each(SENTENCES)('%s → %s', (html, ids) => {
    document.body.innerHTML = `<main>${html}</main>`;
    const { candidates } = findConversations(new URL('https://crm.example.com/cases/77'), document);
    expect(listTaken(candidates).join(', ')).toBe(ids);
  });
});
