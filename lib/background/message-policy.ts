import { LOCK_MINUTES } from '../platform/lock-state.ts';
import type { MessageType } from '../platform/messages.ts';
import type { OwnPage } from '../platform/sender.ts';
import { z } from '../providers/zod.ts';
import { rule } from './rule-schemas.ts';
import { candidate, draft, passphrase, path, providerId, question, ref, seen, sidebar, tab, webOrigin } from './schemas.ts';

/** Who may send a message. `site`: the content script of an enabled site; `outside`: the same in another part of its origin; `frame`: the in-page sidebar's document. */
export type Role = OwnPage | 'site' | 'outside' | 'frame';

interface Policy {
  readonly from: readonly Role[];
  readonly input: z.ZodType;
}

const VIEWS = ['sidepanel', 'popup', 'options'] as const;

/** Message → who may send it → its shape. What is not here is refused. */
export const MESSAGE_POLICY = {
  seen: { from: ['site', 'outside'], input: seen },
  sidebar: { from: ['site'], input: sidebar },
  'frame-tab': { from: ['frame'], input: z.null() },
  'open-settings': { from: ['frame'], input: z.null() },
  open: { from: [...VIEWS, 'frame'], input: z.strictObject({ ref, by: z.enum(['page', 'hand']), question: question.optional() }) },
  rest: {
    from: [...VIEWS, 'frame'],
    input: z.strictObject({ ref, heldAt: z.number().nonnegative(), question: question.optional() }),
  },
  refresh: {
    from: [...VIEWS, 'frame'],
    input: z.strictObject({ ref, heldAt: z.number().nonnegative(), maxAge: z.number().min(1000), question: question.optional() }),
  },
  leave: { from: [...VIEWS, 'frame'], input: z.strictObject({ question }) },
  'save-provider': { from: ['options'], input: draft },
  'test-provider': { from: ['options'], input: z.strictObject({ draft, id: z.string().max(64) }) },
  'remove-provider': { from: ['options'], input: z.strictObject({ provider: providerId }) },
  unlock: { from: VIEWS, input: z.strictObject({ passphrase }) },
  lock: { from: VIEWS, input: z.null() },
  'check-lock': { from: VIEWS, input: z.strictObject({ isActive: z.boolean() }) },
  'set-passphrase': { from: ['options'], input: z.strictObject({ passphrase }) },
  'remove-passphrase': { from: ['options'], input: z.null() },
  'set-lock-after': { from: ['options'], input: z.strictObject({ minutes: z.int().min(LOCK_MINUTES.min).max(LOCK_MINUTES.max) }) },
  'forget-keys': { from: ['options'], input: z.null() },
  'site-wanted': { from: VIEWS, input: z.strictObject({ origin: webOrigin.nullable(), path }) },
  'enable-site': { from: VIEWS, input: z.strictObject({ origin: webOrigin, path }) },
  'disable-site': { from: ['popup', 'options'], input: z.strictObject({ origin: webOrigin, path }) },
  'scan-page': { from: ['popup'], input: z.strictObject({ tab }) },
  'prefer-provider': { from: ['sidepanel', 'popup'], input: z.strictObject({ tab, provider: providerId, isChosen: z.boolean() }) },
  'forget-provider': { from: ['options'], input: z.strictObject({ origin: webOrigin }) },
  'teach-rule': { from: ['sidepanel', 'popup'], input: z.strictObject({ tab, instead: candidate.optional() }) },
  'refuse-id': { from: ['sidepanel'], input: z.strictObject({ tab, candidate }) },
  'cancel-teaching': { from: ['sidepanel', 'popup'], input: z.strictObject({ tab }) },
  'replace-rule': { from: ['options'], input: z.strictObject({ rule, by: rule.nullable() }) },
  'try-rule': { from: ['options'], input: z.strictObject({ rule }) },
  'import-rules': { from: ['options'], input: z.strictObject({ text: z.string().max(128 * 1024) }) },
  'show-sidebar': { from: ['popup', 'options'], input: z.strictObject({ origin: webOrigin }) },
} as const satisfies { readonly [T in MessageType]: Policy };
