import { describe, expect, it } from 'vitest';
import { namesOtherTickets } from './name-other-tickets.ts';

describe('namesOtherTickets', () => {
  it.each([
    'Related cases (2)',
    'Other tickets from this customer',
    'Linked work items',
    'Previous conversations',
    'Tidligere saker',
    'Kundens andre henvendelser',
    'Weitere Tickets',
    'Tickets liés',
    'Demandes récentes',
    'Casos relacionados',
    'Outros chamados',
    'Eerdere gesprekken',
    'Altri ticket e richieste collegate',
    'Powiązane zgłoszenia',
    '関連チケット',
    'Aiemmat pyynnöt',
    'Linked Objects',
    'Open tickets from this customer',
    'Další požadavky',
    'Önceki talepler',
    'Другие обращения',
    '其他工单',
    '관련 티켓',
  ])('%s: other tickets', (heading) => {
    expect(namesOtherTickets(heading)).toBe(true);
  });

  it.each([
    'Conversation',
    'Chat history',
    'Previous chat',
    'Related conversation ID',
    'Ticket details',
    'Richieste di assistenza',
    'Andreas tickets',
    'Open conversation',
    'I have asked about the same thing in earlier tickets, see below',
  ])('%s: this one', (heading) => {
    expect(namesOtherTickets(heading)).toBe(false);
  });
});
