const AGENT = 'Maja Berg';

const find = (selector, root = document) => root.querySelector(selector);

export function drawQueue(tickets, current) {
  find('.count').textContent = tickets.length;
  find('.queue-list').replaceChildren(...tickets.map((ticket) => createQueueItem(ticket, current)));
}

function createQueueItem(ticket, current) {
  const item = copyTemplate('queue-item');
  const link = find('a', item);
  link.href = `/tickets/${ticket.number}`;
  if (ticket.number === current) link.setAttribute('aria-current', 'true');
  find('.name', item).textContent = ticket.requester.name;
  find('.queue-subject', item).textContent = ticket.subject;
  find('.number', item).textContent = `#${ticket.number}`;
  fillTime(find('time', item), ticket.minutesAgo);
  fillStatus(find('.status', item), ticket.status);
  return item;
}

export function drawTicket(ticket) {
  find('.ticket').hidden = false;
  find('.ticket-number').textContent = `Ticket #${ticket.number}`;
  find('.subject').textContent = ticket.subject;
  find('.ticket-line .channel').textContent = `via ${ticket.channel}`;
  find('.reply-to strong').textContent = ticket.requester.name;
  fillStatus(find('.ticket-line .status'), ticket.status);
  find('.reply').reset();
}

export function showLoading() {
  find('.thread').replaceChildren(copyTemplate('loading'));
}

export function drawMails(mails, ticket) {
  find('.thread').replaceChildren(...mails.map((mail) => createMail(mail, ticket)));
}

function createMail(mail, ticket) {
  const article = copyTemplate('mail');
  article.dataset.kind = mail.kind;
  fillAvatar(find('.avatar', article), mail.from);
  find('.from', article).textContent = mail.from;
  find('.kind', article).textContent =
    mail.kind === 'note' ? 'Internal note' : `to ${mail.kind === 'mail' ? 'support' : ticket.requester.name}`;
  fillTime(find('time', article), mail.minutesAgo);
  const body = find('.mail-body', article);
  for (const pieces of mail.paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.append(...pieces.map(createPiece));
    body.append(paragraph);
  }
  return article;
}

function createPiece(piece) {
  if (typeof piece === 'string') return piece;
  return Object.assign(document.createElement('a'), { href: piece.href, textContent: piece.text, rel: 'noreferrer' });
}

export function drawProperties(ticket) {
  find('.properties').hidden = false;
  fillAvatar(find('.properties .avatar'), ticket.requester.name);
  find('.requester-name').textContent = ticket.requester.name;
  find('.requester-mail').textContent = ticket.requester.mail;
  find('.fields').replaceChildren(
    ...(ticket.conversationId === undefined ? [] : [createField('Conversation ID', createInput(ticket.conversationId))]),
    createField('Status', createSelect(['New', 'Open', 'Waiting', 'Solved'], ticket.status)),
    createField('Priority', createSelect(['Low', 'Normal', 'High'], ticket.priority)),
    createField('Assignee', createSelect([AGENT, 'Erik Dahl', 'Unassigned'], AGENT)),
    createField('Tags', createInput(ticket.tags.join(', '))),
  );
}

function createField(label, control) {
  const field = document.createElement('div');
  field.className = 'field';
  control.id = `field-${label.toLowerCase().replaceAll(' ', '-')}`;
  const caption = Object.assign(document.createElement('label'), { htmlFor: control.id, textContent: label });
  field.append(caption, control);
  return field;
}

function createInput(value) {
  return Object.assign(document.createElement('input'), { value, autocomplete: 'off', spellcheck: false });
}

function createSelect(values, chosen) {
  const select = document.createElement('select');
  select.append(...values.map((value) => new Option(value, value, value === chosen, value === chosen)));
  return select;
}

function fillStatus(pill, status) {
  pill.textContent = status;
  pill.dataset.status = status.toLowerCase();
}

function fillAvatar(avatar, name) {
  const words = name.split(' ');
  avatar.textContent = words
    .slice(0, 2)
    .map((word) => word[0])
    .join('')
    .toUpperCase();
  avatar.style.setProperty('--hue', String((name.length * 47 + name.charCodeAt(0) * 13) % 360));
}

function fillTime(element, minutesAgo) {
  const time = new Date(Date.now() - minutesAgo * 60_000);
  element.dateTime = time.toISOString();
  element.title = time.toLocaleString('en', { dateStyle: 'full', timeStyle: 'short' });
  element.textContent = minutesAgo < 60 ? `${minutesAgo} min ago` : `${Math.floor(minutesAgo / 60)} h ago`;
}

function copyTemplate(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}
