import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const path = new URL('../../public/_locales/en/messages.json', import.meta.url);

/** The fake browser has no i18n: answer from the shipped English sentences, as a browser does. */
function getMessage(key: string, substitutions: string[] = []): string {
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
  return (messages[key]?.message ?? '').replace(/\$([1-9])/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
}

Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en-GB' });
