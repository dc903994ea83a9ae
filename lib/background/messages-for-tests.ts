import type { MessageType } from '../platform/messages.ts';

const ref = { provider: 'maax', id: '48213' };
const draft = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: { apiKey: 'k' } };
const question = '3f2a8f0e6f1b4c599b570d6a7f0c2b11';
const origin = 'https://desk.example';
const rule = { version: 1, site: origin, kind: 'label', text: 'Case ref', enabled: true };

/** A message of each type that is right in shape. */
export const VALID_MESSAGES: Readonly<Record<MessageType, unknown>> = {
  seen: { helpdesk: 'generic', ticket: 't', settled: true, candidates: [{ id: '48213', kind: 'field', label: 'ID', excerpt: '' }] },
  sidebar: { shown: true, open: true, side: 'left', width: 380 },
  'frame-tab': null,
  'open-settings': null,
  open: { ref, by: 'page', question },
  rest: { ref, heldAt: 5, question },
  refresh: { ref, heldAt: 5, maxAge: 5000, question },
  leave: { question },
  'save-provider': draft,
  'test-provider': { draft, id: '48213' },
  'remove-provider': { provider: 'maax' },
  unlock: { passphrase: 'correct horse' },
  lock: null,
  'check-lock': { isActive: true },
  'set-passphrase': { passphrase: 'correct horse' },
  'remove-passphrase': null,
  'set-lock-after': { minutes: 15 },
  'forget-keys': null,
  'site-wanted': { origin },
  'enable-site': { origin },
  'disable-site': { origin },
  'scan-page': { tab: 7 },
  'prefer-provider': { tab: 7, provider: 'maax', isChosen: true },
  'forget-provider': { origin },
  'teach-rule': { tab: 7 },
  'refuse-id': { tab: 7, candidate: { id: '48213', kind: 'field', label: 'ID', excerpt: '' } },
  'cancel-teaching': { tab: 7 },
  'replace-rule': { rule, by: { ...rule, enabled: false } },
  'try-rule': { rule },
  'import-rules': { text: '{}' },
  'show-sidebar': { origin },
};
