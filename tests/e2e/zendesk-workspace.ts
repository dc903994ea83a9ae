interface ZendeskTicket {
  readonly number: number;
  /** Text of the first mail. */
  readonly mail: string;
  /** Value of the custom field "Chat conversation ID". */
  readonly field?: string;
}

/** All tickets stay mounted; only one is on show. */
export const ZENDESK_TICKETS: readonly ZendeskTicket[] = [
  { number: 101, mail: 'My jacket has a broken zip. Order 90210, phone +47 22 33 44 55.', field: '255762' },
  { number: 102, mail: 'The bot said you would call. MAAX AI conversation_id: 48213' },
  { number: 103, mail: 'Invoice 2026-4417 of 12.11.2026 was paid twice, 4 490 each.' },
];

function drawPane({ number, mail, field }: ZendeskTicket): string {
  const box = `<div data-test-id="ticket-form-field-text-field-360012345678"><label>Chat conversation ID</label><input value="${field ?? ''}"></div>`;
  return `<section class="ticket-panes-grid-layout" data-ticket-id="${number}" hidden>
    <aside>${box}</aside>
    <input data-test-id="omni-header-subject" value="Ticket ${number}">
    <div data-test-id="omni-log-container"><article data-test-id="omni-log-comment-item">
      <div data-test-id="omni-log-item-message"><div class="zd-comment"><p>${mail}</p></div></div>
    </article></div>
    <aside data-test-id="customer-context-events">Earlier: Conversation ID 2555100</aside>
  </section>`;
}

/**
 * A page built as Zendesk's Agent Workspace is known to be: the address changes first, the pane a moment later
 * (anchors: see the adapter). `LATE_MS` keeps the old ticket on screen beside the new address.
 */
export function drawZendesk(): string {
  return `<!doctype html><title>Zendesk</title>
  <nav>${ZENDESK_TICKETS.map(({ number }) => `<a href="/agent/tickets/${number}" data-test-id="header-tab">#${number}</a>`).join(' ')}</nav>
  <main id="main_panes">${ZENDESK_TICKETS.map(drawPane).join('')}</main>
  <script>
    const LATE_MS = 400;
    const show = () => {
      const number = location.pathname.split('/').pop();
      for (const pane of document.querySelectorAll('.ticket-panes-grid-layout')) {
        pane.hidden = pane.dataset.ticketId !== number;
        pane.dataset.isActive = String(!pane.hidden);
      }
    };
    document.addEventListener('click', (event) => {
      const link = event.target.closest('nav a');
      if (!link) return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      setTimeout(show, LATE_MS);
    });
    show();
  </script>`;
}
