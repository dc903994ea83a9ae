import type { Conversation } from '../domain/conversation.ts';
import { ROLES } from '../domain/message.ts';
import { z } from '../providers/zod.ts';
import { answerShape, ref } from './schemas.ts';

const count = z.int().nonnegative();
const optional = <T extends z.ZodType>(schema: T) => schema.exactOptional();

/** Loose: what was read today may hold more tomorrow. */
const message = z.looseObject({
  id: z.string(),
  role: z.enum(ROLES),
  author: optional(z.string()),
  authorKey: optional(z.string()),
  time: optional(z.string()),
  text: z.string(),
  format: z.enum(['plain', 'html']),
});

const facts = z.looseObject({
  state: optional(z.enum(['open', 'closed'])),
  handledBy: optional(z.enum(['bot', 'human'])),
  queue: optional(z.object({ position: z.number(), waitMinutes: optional(z.number()) })),
  feedback: optional(z.object({ positive: z.boolean(), text: optional(z.string()) })),
  total: optional(z.number()),
  started: optional(z.string()),
  fields: optional(z.array(z.object({ name: z.string(), value: z.string() }))),
  firstPage: optional(z.string()),
  lastPage: optional(z.string()),
  inbox: optional(z.string()),
});

/** A kept conversation, or the part to start from; when it was fetched stands beside it, so that a refresh without news rewrites nothing large. */
export const copy = z.looseObject({
  ref,
  messages: z.array(message),
  gaps: z.array(z.object({ before: count, missing: count })),
  facts,
  shape: optional(answerShape),
  complete: z.boolean(),
  around: optional(z.object({ above: count, below: count })),
}) satisfies z.ZodType<Omit<Conversation, 'fetchedAt'>>;
