import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Which files of a folder hold one of these texts, as one- or two-byte signs. A file that has just gone holds nothing. */
export function findInFiles(folder: string, texts: readonly string[]): readonly string[] {
  const needles = texts.flatMap((text) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
  const holds = (path: string): boolean => {
    try {
      if (!statSync(path).isFile()) return false;
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    } catch {
      return false;
    }
  };
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => holds(join(folder, name)));
}
