import { z } from '../zod.ts';

/** A field that is displayed is of the right kind or absent: one odd field does not cost the history. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const identifier = z.union([z.number(), z.string().max(100)]).transform(String);

const user = z.object({
  id: optional(z.string().max(200)),
  isBot: optional(z.boolean()),
  name: optional(z.string()),
  status: optional(z.string().max(200)),
});

/** A text of another kind than string is refused whole: it must not be left out, and not be drawn. */
const message = z.object({
  author: optional(user),
  creationTime: optional(z.string()),
  id: optional(identifier),
  message: z.string().nullish(),
});

const conversation = z.object({
  id: identifier,
  creationTime: optional(z.string()),
  fields: optional(z.array(optional(z.record(z.string(), z.unknown())))),
  initialPageUrl: optional(z.string()),
  latestPageUrl: optional(z.string()),
  feedback: optional(z.object({ isPositive: z.boolean(), text: optional(z.string()) })),
  isClosed: optional(z.boolean()),
  isTakeoverEnabled: optional(z.boolean()),
  messages: z.array(message).nullish(),
  queuePositionInfo: optional(z.object({ position: optional(z.int()), waitTime: optional(z.number().nonnegative()) })),
  totalMessagesCount: optional(z.int().nonnegative()),
});

export type WireUser = z.infer<typeof user>;
export type WireMessage = z.infer<typeof message>;
export type WireConversation = z.infer<typeof conversation>;

/** `-1` with `errorText: null` stands in every success sample; nothing tells the other codes' meaning. */
const envelope = z.object({
  data: z.unknown().optional(),
  errorCode: z.union([z.number(), z.string().max(100)]).nullish(),
  errorText: optional(z.string()),
});

/**
 * Shapes of the External Chat API (developers.socialboards.com: apis/external-chat-api/reference/objects). Unknown and extra
 * members are ignored; members that some editions of the pages leave out are optional.
 */
export const WIRE = { envelope, conversation, messages: z.array(message) };

/** `POST /token` (apis/tickets/authorization-headers/access-tokens-v2). Not wrapped in the envelope. */
export const TOKEN_ANSWER = z.object({
  access_token: z.string().min(1).max(8192),
  expires_in: optional(z.coerce.number().positive().max(31_536_000)),
  refresh_token: optional(z.string().min(1).max(8192)),
});
