import { randomBytes } from 'node:crypto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Conversation } from '../../lib/domain/conversation.ts';

export const MB = 1024 * 1024;

export function converse(id: string, text = 'Hi', fetchedAt = 5): Conversation {
  const messages = [{ id: '0', role: 'customer', author: 'Kari', text, format: 'plain' }] as const;
  return { ref: { provider: 'maax', id }, messages, gaps: [], facts: { total: 1 }, complete: true, fetchedAt };
}

/** What cannot be compressed. */
export const noise = (size: number) => randomBytes((size * 3) / 4).toString('base64');

export const refOf = (id: number) => ({ provider: 'maax', id: String(id) }) as const;

export async function listKept(): Promise<readonly string[]> {
  const stored = Object.keys(await fakeBrowser.storage.session.get(null));
  return stored.filter((key) => /^(copy|whole):/.test(key)).sort();
}
