import { buildExtension } from '../../demo/browsers/build-extension.ts';
import { copyBuild } from '../../demo/browsers/copy-build.ts';
import { launchChromium } from '../../demo/browsers/launch.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { measureFirstScan } from './measure-first-scan.ts';
import { measureMutations } from './measure-mutations.ts';
import { measureOpening } from './measure-opening.ts';
import { measureSizes } from './measure-sizes.ts';
import { printTable } from './print-table.ts';

/** `npm run bench`: figures to compare side by side, measured in one run; none of them fails anything. */
const folder = makeTemporaryFolder('bench');
const build = await buildExtension('chrome', folder);
printTable(measureSizes(build));
const copy = copyBuild(build);
const running = await launchChromium({ extensionDir: copy });
try {
  printTable(await measureOpening(running));
  printTable(await measureFirstScan(running));
  printTable(await measureMutations(running));
} finally {
  await running.close();
  for (const path of [folder, copy]) removeTemporaryFolder(path);
}
