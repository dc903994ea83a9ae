import type { ProviderId } from '../domain/ref.ts';
import { FOREIGN, ID_WORDS, LINK_WORDS, NOUNS, STEMS } from './label-words.ts';
import { nameProvider, PROVIDER_NAMES } from './name-provider.ts';

/**
 * `strong`: says both conversation and id. `hash`: "Conversation #", which helpdesks also write for their own.
 * `weak`: names a conversation or a chat system only. `foreign`: the id of some other chat system.
 */
export type LabelStrength = 'strong' | 'hash' | 'weak' | 'foreign';

/** A place in a text that announces a conversation id. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly strength: LabelStrength;
  /** Named by the label itself or the words right before it. */
  readonly provider?: ProviderId;
  /** "Conversation IDs": several may follow. */
  readonly isPlural: boolean;
}

const NOUN = NOUNS.join('|');
const ID_WORD = ID_WORDS.join('|');
const JOIN = '[\\s\\ue001_.‑–-]{0,3}';
const WITH = '\\s(?:with|med|mit|avec|con|com|met)\\s(?:the\\s)?|\\s?[(\\[]\\s?';
const LINK = `[\\s\\ue001_-]{1,2}(?:(?:${LINK_WORDS})[\\s\\ue001_-]{1,2}){0,2}(?:d?e?ll?['’]|d['’])?`;
const WORD_END = '(?![\\p{L}\\p{N}])';
const PATTERN = new RegExp(
  [
    `(?<forward>(?:${NOUN})s?(?:${JOIN}|${WITH})(?<word>${ID_WORD})(?:\\(s\\))?)(?!\\p{L})`,
    `(?<reverse>(?<!\\p{L})(?:${ID_WORD})${LINK}(?:${NOUN}))${WORD_END}`,
    '(?<glued>(?:รหัส|หมายเลข|معرف|رقم|מזהה|מספר)\\s?(?:การสนทนา|แชท|المحادثة|محادثة|הדردشة|השיחה|שיחה))',
    `(?<named>(?:${PROVIDER_NAMES})(?:[\\s_-]?(?:conversation|chat|ticket|case|thread|sak|ärende|sag))?${JOIN}(?:${ID_WORD}))(?!\\p{L})`,
    `(?<ticket>(?:${PROVIDER_NAMES})[\\s_-]?(?:conversation|chat|ticket|case|thread|sak|ärende|sag))${WORD_END}`,
    `(?<noun>(?:${NOUN}))${WORD_END}`,
  ].join('|'),
  'giu',
);
/** MAAX's own number of the bot, in its API called ai_id. */
const BOT_ID = /^maax[\s_-]?ai[\s_-]?id/i;
const MAX_LABELS = 200;
const CONTEXT = 40;

function judge(match: RegExpExecArray, before: string, provider: ProviderId | undefined): LabelStrength {
  const { forward, reverse, glued, named, ticket, word } = match.groups ?? {};
  if (FOREIGN.test(before)) return 'foreign';
  if (named && BOT_ID.test(named)) return 'weak';
  if (named || ticket) return 'strong';
  if (forward && word === '#') return provider ? 'strong' : 'hash';
  return forward || reverse || glued ? 'strong' : 'weak';
}

/** Whether a text can hold a label at all: cheap, and false for nearly every block of a page. */
export function mayHoldLabel(text: string): boolean {
  return STEMS.test(text);
}

/** All labels of `text`, in order. */
export function findLabels(text: string): readonly Label[] {
  if (!mayHoldLabel(text)) return [];
  const labels: Label[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const start = match.index;
    const before = lastWords(text.slice(Math.max(0, start - CONTEXT), start));
    const provider = nameProvider(before + match[0]);
    const label = { start, end: start + match[0].length, strength: judge(match, before, provider) };
    labels.push({ ...label, isPlural: /ids$|s\)$/i.test(match[0]), ...(provider ? { provider } : {}) });
    if (labels.length === MAX_LABELS) break;
  }
  return labels;
}

/** What stands before a label in the same sentence. */
function lastWords(text: string): string {
  return /[^.!?\n\r|;,{}()[\]"<>]*$/.exec(text)?.[0] ?? '';
}
