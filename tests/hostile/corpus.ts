import { DECEPTIVE_TEXT } from './deceptive-text.ts';
import { EMBEDDED_CONTENT } from './embedded-content.ts';
import { EVENT_HANDLERS } from './event-handlers.ts';
import { FILTER_EVASION } from './filter-evasion.ts';
import { LINK_TARGETS } from './link-targets.ts';
import { MARKDOWN } from './markdown.ts';
import { NAMES_AND_STYLES } from './names-and-styles.ts';
import { NESTED_MARKUP } from './nested-markup.ts';
import { PROTOTYPE_KEYS } from './prototype-keys.ts';
import { SIZES } from './sizes.ts';
import type { TextVector, ValueVector } from './vector.ts';
import { WRONG_TYPES } from './wrong-types.ts';

/** Texts that somebody may write into a transcript, or a provider send as one. */
export const TEXTS: readonly TextVector[] = [
  ...EVENT_HANDLERS,
  ...EMBEDDED_CONTENT,
  ...NESTED_MARKUP,
  ...FILTER_EVASION,
  ...LINK_TARGETS,
  ...MARKDOWN,
  ...DECEPTIVE_TEXT,
  ...NAMES_AND_STYLES,
  ...SIZES,
];

/** What a provider may send where a text belongs. */
export const VALUES: readonly ValueVector[] = [...WRONG_TYPES, ...PROTOTYPE_KEYS];
