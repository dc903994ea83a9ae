import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';

interface StoredMessage {
  readonly message: string;
  readonly placeholders?: { readonly [name: string]: { readonly content: string } };
}

const STORED = Object.entries(messages as { readonly [key: string]: StoredMessage });
const SOURCES = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '../../lib/**/*.ts', '../../entrypoints/**/*.{ts,tsx,html}', '../../wxt.config.ts', '!../**/*.test.*'],
  { query: '?raw', import: 'default', eager: true },
);

describe('the English sentences', () => {
  it.each(STORED)('%s names its placeholders', (_key, { message, placeholders = {} }) => {
    const used = [...message.matchAll(/\$([A-Z]+)\$/g)].map(([, name]) => name?.toLowerCase() ?? '');
    expect(new Set(used)).toEqual(new Set(Object.keys(placeholders)));
    const places = Object.values(placeholders).map(({ content }) => content);
    expect(places).toEqual(places.map((_, index) => `$${index + 1}`));
    expect(message.trim()).toBe(message);
  });

  it('are all used', () => {
    const code = Object.values(SOURCES).join('\n');
    expect(STORED.map(([key]) => key).filter((key) => !code.includes(`'${key}'`) && !code.includes(`__MSG_${key}__`))).toEqual([]);
  });
});
