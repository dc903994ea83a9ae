import { type AnswerShape, ENTRY_KINDS } from '../domain/answer-shape.ts';
import { EVIDENCE_KINDS, REFUSALS } from '../domain/candidate.ts';
import { SECRET_NAMES, SIGN_IN_METHODS } from '../domain/provider-settings.ts';
import { isConversationId, PROVIDER_IDS } from '../domain/ref.ts';
import { DEFAULT_SIDEBAR, type SidebarState } from '../domain/site.ts';
import { LOCK_MINUTES } from '../platform/lock-state.ts';
import { z } from '../providers/zod.ts';

/** Longer than any address or key in use; what is longer is refused unread. */
const MAX_TEXT = 8192;
const MAX_CANDIDATES = 50;
const MAX_FRAMES = 50;

export const text = z.string().max(MAX_TEXT);
export const passphrase = z.string().max(1024);
export const providerId = z.enum(PROVIDER_IDS);
export const conversationId = z.string().refine(isConversationId);
export const ref = z.strictObject({ provider: providerId, id: conversationId });
export const tab = z.int().nonnegative();
/** A view's own name for what it asks. */
export const question = z.string().regex(/^[0-9a-f]{32}$/);

export const candidate = z
  .strictObject({
    // A refused candidate may be anything the page shows, within bounds.
    id: z.string().max(64),
    provider: providerId.optional(),
    kind: z.enum(EVIDENCE_KINDS),
    label: z.string().max(80),
    excerpt: z.string().max(160),
    refusal: z.enum(REFUSALS).optional(),
  })
  .refine(({ id, refusal }) => refusal !== undefined || isConversationId(id));

const frameName = z.string().regex(/^[0-9a-f]{32}$/);

export const seen = z.strictObject({
  helpdesk: z.string().max(64),
  ticket: z.string().max(2048).optional(),
  settled: z.boolean(),
  candidates: z.array(candidate).max(MAX_CANDIDATES),
  name: frameName.exactOptional(),
  frames: z.array(frameName).max(MAX_FRAMES).exactOptional(),
});

/** What a single look at a frame gives. */
export const detection = seen.omit({ settled: true, name: true, frames: true });

export const sidebar = z.strictObject({
  shown: z.boolean(),
  open: z.boolean(),
  side: z.enum(['left', 'right']),
  width: z.number().min(200).max(4000),
  top: z.number().min(0).max(100).optional(),
}) satisfies z.ZodType<SidebarState>;

const maaxSettings = z.strictObject({ provider: z.literal('maax'), baseUrl: text });
const socialBoardsSettings = z.strictObject({
  provider: z.literal('socialboards'),
  signIn: z.enum(SIGN_IN_METHODS),
  clientId: text,
  // Stored before there was such a box: none.
  community: text.default(''),
  baseUrl: text,
  tokenUrl: text,
});
export const settings = z.discriminatedUnion('provider', [maaxSettings, socialBoardsSettings]);

export const draft = z.strictObject({
  settings,
  typed: z.strictObject({ apiKey: text.optional(), refreshToken: text.optional(), accessToken: text.optional() }),
});

const kept = { stored: z.array(z.enum(SECRET_NAMES)), savedAt: z.number(), changedAt: z.number().exactOptional() };

/** The value of `local:providers`. */
export const providers = z.object({
  maax: z.object({ settings: maaxSettings, ...kept }).optional(),
  socialboards: z.object({ settings: socialBoardsSettings, ...kept }).optional(),
});

export const answerShape = z.object({ entries: z.enum(ENTRY_KINDS), place: z.string().max(100) }) satisfies z.ZodType<AnswerShape>;

/** The value of `local:shapes`. */
export const shapes = z.object({ maax: answerShape.optional(), socialboards: answerShape.optional() });

/** The value of `local:lock`. */
export const lock = z.object({ hasPassphrase: z.boolean(), afterMinutes: z.int().min(LOCK_MINUTES.min).max(LOCK_MINUTES.max) });

const part = z
  .string()
  .max(512)
  .regex(/^\/(?:[^/?#\s]+\/)+$/);

/** A part of an origin, as `/rt/`. */
export const path = part.optional();

/** The value of `local:sites`. */
export const sites = z.array(
  z.object({
    origin: z.string(),
    paths: z.array(part).min(1).exactOptional(),
    sidebar: sidebar.catch({ ...DEFAULT_SIDEBAR }),
    provider: providerId.optional(),
    chosenProvider: providerId.optional(),
  }),
);

/** Scheme, host and port of a web page, as `URL.origin` writes it. */
export const webOrigin = z
  .string()
  .max(512)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value);
