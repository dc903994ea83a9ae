import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PROPERTY_RUNS } from '../depth.ts';

fc.configureGlobal({ numRuns: PROPERTY_RUNS });

const path = new URL('../../public/_locales/en/messages.json', import.meta.url);

interface Sentence {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The fake browser has no i18n: answer from the shipped English sentences, as a browser does. */
function getMessage(key: string, substitutions: string[] = []): string {
  const sentence = (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Sentence>)[key];
  const named = (sentence?.message ?? '').replace(
    /\$(\w+)\$/g,
    (_, name: string) => sentence?.placeholders?.[name.toLowerCase()]?.content ?? '',
  );
  return named.replace(/\$([1-9])/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
}

Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en-GB' });
