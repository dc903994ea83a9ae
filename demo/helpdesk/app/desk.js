import { drawMails, drawProperties, drawQueue, drawTicket, showLoading } from '/app/draw.js';

const tickets = await (await fetch('/api/tickets')).json();

/** Ends the fetch of a ticket that has been left. */
let leave = new AbortController();

function showTicket() {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const number = Number(location.pathname.split('/').pop());
  const ticket = tickets.find((candidate) => candidate.number === number);
  if (!ticket) return;
  document.title = `#${number} ${ticket.subject} · Harbor Desk`;
  drawQueue(tickets, number);
  drawTicket(ticket);
  drawProperties(ticket);
  showLoading();
  fetch(`/api/tickets/${number}/mails`, { signal })
    .then((answer) => answer.json())
    .then((mails) => drawMails(mails, ticket))
    .catch((error) => {
      if (!signal.aborted) reportError(error);
    });
}

document.querySelector('.queue-list').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  history.pushState(undefined, '', link.href);
  showTicket();
});

document.querySelector('.reply').addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', showTicket);

showTicket();
