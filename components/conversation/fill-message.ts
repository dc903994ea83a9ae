import { render } from 'preact';
import type { Message } from '../../lib/domain/message.ts';
import type { Entry } from '../../lib/transcript/arrange-messages.ts';
import type { Clock } from '../../lib/transcript/clock.ts';
import { readSign } from './draw-avatar.tsx';
import { drawMessageParts, nameRole } from './draw-message-parts.tsx';

/** Drawn once for each kind of message, and copied for every other of its kind. They outlive a lock: nothing of a message is in them. */
const moulds = new Map<string, DocumentFragment>();

/** What makes one message's elements others than another's; the rest is text. */
function nameKind({ message, continues }: Entry): string {
  const { role, author, time } = message;
  return [role, continues, author === undefined, time === undefined, readSign(message).initials === ''].join();
}

function findMould(entry: Entry, clock: Clock): DocumentFragment {
  const kind = nameKind(entry);
  const known = moulds.get(kind);
  if (known) return known;
  const place = document.createElement('div');
  render(drawMessageParts(entry, clock), place);
  for (const part of place.querySelectorAll('[data-part=author], [data-part=text], time')) part.textContent = '';
  place.querySelector('time')?.removeAttribute('datetime');
  const avatar = place.querySelector('.avatar');
  if (avatar?.childElementCount === 0) avatar.textContent = '';
  const mould = document.createDocumentFragment();
  mould.append(...place.childNodes);
  moulds.set(kind, mould);
  return mould;
}

function write(parts: DocumentFragment, { message, continues }: Entry, clock: Clock): void {
  const { role, author, time, text } = message;
  const find = (selector: string) => parts.querySelector(selector) as HTMLElement;
  if (!continues && role !== 'system') {
    const { classes, initials } = readSign(message);
    const avatar = parts.firstElementChild as HTMLElement;
    avatar.className = classes;
    if (initials !== '') avatar.textContent = initials;
  }
  find('[data-part=author]').textContent = author ?? nameRole(role);
  find('[data-part=text]').textContent = text;
  if (time === undefined) return;
  const moment = find('time') as HTMLTimeElement;
  moment.dateTime = time;
  moment.textContent = clock.formatTime(time);
}

const filled = new WeakMap<Element, Entry>();
const SHOWN = ['role', 'author', 'authorKey', 'time', 'text'] as const satisfies readonly (keyof Message)[];

function isShownAlike(a: Entry | undefined, b: Entry): boolean {
  return a !== undefined && a.continues === b.continues && SHOWN.every((name) => a.message[name] === b.message[name]);
}

/**
 * Puts a plain message into its article, as `drawMessageParts` draws it. What is in it already stays, so that a word that the
 * agent has marked stays marked.
 */
export function fillMessage(article: Element, entry: Entry, clock: Clock): void {
  if (isShownAlike(filled.get(article), entry)) return;
  const parts = findMould(entry, clock).cloneNode(true) as DocumentFragment;
  write(parts, entry, clock);
  article.replaceChildren(parts);
  filled.set(article, entry);
}
