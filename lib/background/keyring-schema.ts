import { SECRET_NAMES } from '../domain/provider-settings.ts';
import { z } from '../providers/zod.ts';
import { settings, text } from './schemas.ts';

const kept = z.object({
  secrets: z.partialRecord(z.enum(SECRET_NAMES), text),
  settings: settings.optional().catch(undefined),
  tested: z.object({ settings, typed: text, refreshToken: text }).optional().catch(undefined),
  grant: z.object({ accessToken: z.string(), expiresAt: z.number() }).optional().catch(undefined),
});

/** The keys of all providers as they were stored. What cannot be read of one counts as not there, and costs no other. */
export const keyring = z.object({ maax: kept.optional().catch(undefined), socialboards: kept.optional().catch(undefined) });
