import type { Message } from '../domain/message.ts';

/**
 * Where reading starts: the customer's last message before a human first answered, which is what the hand-over was about.
 * No human has answered yet, or the customer said nothing before: the end. Empty: -1.
 */
export function findLandingPlace(messages: readonly Message[]): number {
  const end = messages.length - 1;
  const firstAgent = messages.findIndex((message) => message.role === 'agent');
  for (let index = firstAgent - 1; index >= 0; index--) {
    if (messages[index]?.role === 'customer') {
      return index;
    }
  }
  return end;
}
