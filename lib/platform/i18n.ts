import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** The sentence for `key` in the browser's language, with `$1`, `$2`… replaced by `substitutions`. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  const getMessage = browser.i18n.getMessage as (key: string, substitutions?: string[]) => string;
  return getMessage(key, substitutions);
}

/** The language the interface is shown in, as a BCP 47 tag. */
export function getLanguage(): string {
  return browser.i18n.getUILanguage();
}
