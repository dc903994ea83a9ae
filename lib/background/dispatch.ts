import type { MessageType, Protocol } from '../platform/messages.ts';
import { classifySender, type Sender, type Speaker } from '../platform/sender.ts';
import { findRole } from './find-role.ts';
import { createFloodGuard } from './flood-guard.ts';
import { leaveTab } from './follow-tab.ts';
import { HANDLERS } from './handlers.ts';
import { enforceDeadline } from './lock-session.ts';
import { MESSAGE_POLICY, type Role } from './message-policy.ts';

type Handler = (input: unknown, speaker: Speaker) => Promise<unknown>;

function isMessageType(type: unknown): type is MessageType {
  return typeof type === 'string' && Object.hasOwn(MESSAGE_POLICY, type);
}

async function answer<T extends MessageType>(
  type: T,
  input: unknown,
  speaker: Speaker,
): Promise<Protocol[T]['output'] | undefined> {
  const policy = MESSAGE_POLICY[type];
  const [role] = await Promise.all([findRole(speaker), enforceDeadline()]);
  if (!role || !(policy.from as readonly Role[]).includes(role)) return undefined;
  const parsed = policy.input.safeParse(input);
  if (!parsed.success) return undefined;
  return (HANDLERS[type] as Handler)(parsed.data, speaker) as Promise<Protocol[T]['output']>;
}

const judgeFlood = createFloodGuard();

/** Whether a page talks so much that it is not heard any more. What it last said is taken back: nobody knows what it shows now. */
function isFlooding(speaker: Speaker): boolean {
  if (speaker.kind !== 'site') return false;
  const verdict = judgeFlood(speaker.tab, performance.now());
  if (verdict === 'mute') void leaveTab(speaker.tab);
  return verdict !== 'hear';
}

/**
 * The one listener. Synchronous: it returns a promise for the product's own message types and nothing for any other, so that
 * other listeners may answer theirs. Every refusal looks the same. Nothing is written before `ready`.
 */
export function dispatch(message: unknown, sender: Sender, ready: Promise<void>): Promise<unknown> | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message) || !isMessageType(message.type)) return undefined;
  const { type } = message;
  const input = 'input' in message ? message.input : undefined;
  const speaker = classifySender(sender);
  // Before anything is read or parsed, and without an answer: it must cost next to nothing.
  if (isFlooding(speaker)) return undefined;
  return ready.then(() => answer(type, input, speaker));
}
