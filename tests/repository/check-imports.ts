import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { CRUISE_OPTIONS, IMPORT_RULES } from '../../.dependency-cruiser.ts';

export interface BrokenRule {
  readonly rule: string;
  /** What to do instead. */
  readonly comment: string;
  readonly from: string;
  readonly to: string;
}

export interface ImportReport {
  /** Modules of our own that were read; a handful means that the parser is missing, not that all is well. */
  readonly modules: number;
  readonly broken: readonly BrokenRule[];
}

const FOLDERS = ['entrypoints', 'components', 'lib'];

/** Holds the import rules against the tree in `root`. */
export async function checkImports(root: string): Promise<ImportReport> {
  const { output } = await cruise(FOLDERS, {
    ...CRUISE_OPTIONS,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...IMPORT_RULES] },
  });
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.filter(({ source }) => FOLDERS.includes(source.split('/')[0] ?? '')).length,
    broken: summary.violations.map(({ rule, from, to, via }) => ({
      rule: rule.name,
      comment: IMPORT_RULES.find(({ name }) => name === rule.name)?.comment ?? '',
      from,
      to: via === undefined ? to : via.map(({ name }) => name).join(' → '),
    })),
  };
}

if (import.meta.main) {
  const { modules, broken } = await checkImports(fileURLToPath(new URL('../../', import.meta.url)));
  for (const { rule, comment, from, to } of broken) console.log(`${rule}: ${from} → ${to}\n  ${comment}`);
  console.log(`${modules} modules read, ${broken.length} imports against the rules.`);
  if (broken.length > 0) process.exitCode = 1;
}
