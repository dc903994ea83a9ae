import type { Message, Role } from '../../domain/message.ts';
import { boundName } from '../bound-name.ts';
import { orderByTime } from '../order-by-time.ts';
import { formatTime, parseTime } from '../parse-time.ts';
import type { WireMessage, WireUser } from './wire.ts';

/** The messages of one answer, oldest first: neither order value makes the server's order sure. */
export function readMessages(messages: readonly WireMessage[]): readonly Message[] {
  const timed = messages.map((wire) => ({ wire, time: parseTime(wire.creationTime) }));
  return orderByTime(timed, ({ time }) => time).map(({ wire, time }, position) => ({
    // 0 is legal, for the opening message; an absent id is not documented.
    id: wire.id ?? `at-${position}`,
    role: readRole(wire.author),
    ...readPerson(wire.author),
    ...(time === undefined ? {} : { time: formatTime(time) }),
    text: wire.message ?? '',
    format: 'plain',
  }));
}

/** Every status but `client` is the team's side; `team` is the only other one that a sample shows. */
function readRole(author: WireUser | null | undefined): Role {
  const status = author?.status?.trim().toLowerCase();
  if (author?.isBot === true) {
    return 'bot';
  }
  if (status === undefined || status === '') {
    return 'unknown';
  }
  return status === 'client' ? 'customer' : 'agent';
}

/** People are told apart by id: the mail address of one and the same may be null in the next message. */
function readPerson(author: WireUser | null | undefined): { readonly author?: string; readonly authorKey?: string } {
  const name = boundName(author?.name);
  const key = author?.id ?? name;
  return { ...(name === undefined ? {} : { author: name }), ...(key === undefined ? {} : { authorKey: key }) };
}
