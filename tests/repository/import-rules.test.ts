import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_RULES } from '../../.dependency-cruiser.ts';
import { checkImports, type ImportReport } from './check-imports.ts';

/** One import against each rule. */
const BREACHES: readonly (readonly [rule: string, file: string, specifier: string])[] = [
  ['lib-knows-no-views', 'lib/background/a.ts', '../../components/ui/button.tsx'],
  ['components-know-no-entrypoints', 'components/lookup/b.ts', '../../entrypoints/popup/main.tsx'],
  ['entrypoints-stand-alone', 'entrypoints/options/main.tsx', '../popup/main.tsx'],
  ['domain-imports-nothing', 'lib/domain/d.ts', '../transcript/order.ts'],
  ['detect-is-pure', 'lib/detect/e.ts', '../transcript/order.ts'],
  ['transcript-is-pure', 'lib/transcript/f.ts', '../platform/tabs.ts'],
  ['providers-know-domain-only', 'lib/providers/g.ts', '../platform/tabs.ts'],
  ['one-provider-knows-no-other', 'lib/providers/maax/h.ts', '../socialboards/client.ts'],
  ['platform-knows-domain-only', 'lib/platform/i.ts', '../transcript/order.ts'],
  ['sidebar-stays-small', 'lib/sidebar/j.ts', '../transcript/order.ts'],
  ['browser-only-in-platform', 'components/ui/k.ts', 'wxt/browser'],
  ['components-reach-platform-by-hooks', 'components/ui/l.ts', '../../lib/platform/tabs.ts'],
  ['background-is-the-background-s', 'components/hooks/m.ts', '../../lib/background/dispatch.ts'],
  ['views-take-the-catalog', 'components/setup/n.ts', '../../lib/providers/maax/client.ts'],
  ['keys-stay-in-the-background', 'components/hooks/o.ts', '../../lib/platform/keys.ts'],
  ['content-script-reaches-little', 'entrypoints/helpdesk.content.ts', '../lib/detect/by-way-of.ts'],
  ['picker-reaches-little', 'lib/picker/u.ts', '../platform/messages.ts'],
  ['content-script-carries-no-library', 'entrypoints/helpdesk.content.ts', '../lib/detect/by-way-of.ts'],
  ['no-cycles', 'lib/transcript/q.ts', './r.ts'],
  ['no-barrels', 'components/ui/s.ts', './index.ts'],
  ['imports-exist', 'lib/domain/t.ts', './nowhere.ts'],
];

const TARGETS: Readonly<Record<string, string>> = {
  'components/ui/button.tsx': 'export const value = 1;',
  'components/ui/index.ts': "export * from './button.tsx';",
  'entrypoints/popup/main.tsx': 'export const value = 1;',
  'lib/background/dispatch.ts': 'export const value = 1;',
  'lib/platform/tabs.ts': 'export const value = 1;',
  'lib/platform/messages.ts': 'export const value = 1;',
  'lib/platform/keys.ts': 'export const value = 1;',
  'lib/providers/maax/client.ts': 'export const value = 1;',
  'lib/providers/socialboards/client.ts': 'export const value = 1;',
  'lib/transcript/order.ts': 'export const value = 1;',
  'lib/transcript/r.ts': "import './q.ts';",
  // Not forbidden to the content script by itself: what lies behind it is.
  'lib/detect/by-way-of.ts':
    "import type { value } from '../providers/maax/client.ts'; import 'zod'; export type Value = typeof value;",
  'node_modules/zod/package.json': '{ "name": "zod", "version": "0.0.0", "main": "index.js" }',
  'node_modules/zod/index.js': 'export const z = 1;',
};

describe('The import rules', () => {
  let root: string;
  let report: ImportReport;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'backscroll-imports-'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    for (const [path, text] of Object.entries(TARGETS)) write(path, text);
    for (const [, path, specifier] of BREACHES) write(path, `import '${specifier}';\n`);
    report = await checkImports(root);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(BREACHES)('%s: %s importing %s is refused, with a word on what to do instead', (rule, file) => {
    const broken = report.broken.find((breach) => breach.rule === rule && breach.from === file);
    expect(broken?.comment).toMatch(/^\S.{40,}\.$/);
  });

  it('are each broken once above', () => {
    expect(IMPORT_RULES.map(({ name }) => name).sort()).toEqual(BREACHES.map(([rule]) => rule).sort());
  });

  it('hold in this repository, all of which was read', async () => {
    const { modules, broken } = await checkImports(fileURLToPath(new URL('../../', import.meta.url)));
    expect(broken).toEqual([]);
    expect(modules).toBeGreaterThan(100);
  });
});
