import { buildExtension } from '../../demo/browsers/build-extension.ts';
import { copyBuild } from '../../demo/browsers/copy-build.ts';
import { launchChromium, type RunningChromium } from '../../demo/browsers/launch.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { measureFirstScan } from './measure-first-scan.ts';
import { measureHeap } from './measure-heap.ts';
import { measureLong } from './measure-long.ts';
import { measureMutations } from './measure-mutations.ts';
import { measureOpening } from './measure-opening.ts';
import { measureSizes } from './measure-sizes.ts';
import { printTable, type Table } from './print-table.ts';

const MEASURES: Readonly<Record<string, (running: RunningChromium) => Promise<Table | readonly Table[]>>> = {
  opening: measureOpening,
  long: measureLong,
  'first-scan': measureFirstScan,
  mutations: measureMutations,
  heap: measureHeap,
};

/**
 * `npm run bench`: figures to compare side by side, measured in one run; none of them fails anything. `npm run bench -- NAME...`
 * measures only these. Each has a browser of its own: what one leaves behind would be in the next one's figures.
 */
async function measure(name: string, build: string): Promise<void> {
  const copy = copyBuild(build);
  const running = await launchChromium({ extensionDir: copy });
  try {
    for (const table of [await MEASURES[name]?.(running)].flat()) if (table) printTable(table);
  } finally {
    await running.close();
    removeTemporaryFolder(copy);
  }
}

const folder = makeTemporaryFolder('bench');
const build = await buildExtension('chrome', folder);
const asked = process.argv.slice(2);
if (asked.length === 0) printTable(measureSizes(build));
for (const name of asked.length > 0 ? asked : Object.keys(MEASURES)) await measure(name, build);
removeTemporaryFolder(folder);
