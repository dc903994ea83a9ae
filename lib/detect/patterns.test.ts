import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const FILES = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/** Those that stand in the sources. */
function listWritten(file: string): readonly RegExp[] {
  const written: RegExp[] = [];
  const program = parseAst(readFileSync(join(import.meta.dirname, file), 'utf8'), { lang: 'ts' });
  JSON.stringify(program, (key, value: { readonly pattern: string; readonly flags: string }) => {
    if (key === 'regex' && value) written.push(new RegExp(value.pattern, value.flags));
    return typeof value === 'bigint' ? undefined : value;
  });
  return written;
}

/** Those that are put together when the files are loaded. */
async function listBuilt(): Promise<readonly RegExp[]> {
  const built: RegExp[] = [];
  const Native = RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args: [string, string?]) {
      const pattern = new target(...args);
      built.push(pattern);
      return pattern;
    },
  });
  try {
    for (const file of FILES) await import(join(import.meta.dirname, file));
  } finally {
    globalThis.RegExp = Native;
  }
  return built;
}

/** What most classes of a pattern take, or end at. */
const SAMPLES = [' ', '\n', '\u00a0', '\ue001', '1', 'a', 'é', '.', '-', ':', '(', '"', '/', '=', '>', ',', '&'];
const MAX_WORDS = 12;
/** Longer at each step, so that what grows without bound is noticed before it takes for ever. */
const LENGTHS = [12, 16, 20, 24, 28, 32, 48, 96, 300, 1200];
/** Twice as slow as the square of the length at its worst. */
const LIMIT_MS = 60;

/** Words and signs of a pattern itself: what it can match is made of them. */
function listPieces({ source }: RegExp): readonly string[] {
  const words = source.replace(/\\[a-zA-Z]|\(\?<\w+>/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set([...words.map((word) => word.slice(0, 12)).slice(0, MAX_WORDS), ...SAMPLES])];
}

/** Each piece again and again, alone and with another, after what the pattern may begin with, before what it cannot end with. */
function* listAttacks(pattern: RegExp): Generator<(length: number) => string> {
  const pieces = listPieces(pattern);
  const leads = ['', ...pieces.filter((piece) => piece.length > 1).slice(0, 4)];
  for (const one of pieces) {
    for (const other of ['', ...SAMPLES.slice(0, 8)]) {
      const part = one + other;
      for (const lead of leads) yield (length) => `${lead}${part.repeat(Math.ceil(length / part.length))}\u0000`;
    }
  }
}

function measure(pattern: RegExp, text: string): number {
  const start = performance.now();
  pattern.lastIndex = 0;
  pattern.test(text);
  return performance.now() - start;
}

/** A text on which a pattern takes long; a pause of the machine is no sign of it, so it must take long three times. */
function findSlowText(pattern: RegExp): string | undefined {
  for (const attack of listAttacks(pattern)) {
    for (const length of LENGTHS) {
      const text = attack(length);
      const isSlow = [1, 2, 3].every(() => measure(pattern, text) > LIMIT_MS);
      if (isSlow) return text;
    }
  }
  return undefined;
}

describe('the patterns of the detection', () => {
  it.each([/^(?:a+)+$/, /^(?:\w|\d)+:$/, /^(?:[a-z]+\s?)*!$/, /\s*a?\s*b?\s*c?\s*$/])(
    'would be noticed if one were %s',
    (pattern) => {
      expect(findSlowText(pattern)).toBeDefined();
    },
  );

  it('take no text for ever, not one made of their own words', async () => {
    const all = [...FILES.flatMap(listWritten), ...(await listBuilt())];
    const patterns = [...new Map(all.map((pattern) => [String(pattern), pattern])).values()];
    expect(patterns.length).toBeGreaterThan(150);
    expect(patterns.filter((pattern) => findSlowText(pattern) !== undefined).map(String)).toEqual([]);
  });
});
