/** `npm run test:deep` says so by this variable: same tests, heavier counts, and the files named `*.deep.test.ts`. */
export const DEEP_VARIABLE = 'BACKSCROLL_TEST_DEEP';

export const IS_DEEP = process.env[DEEP_VARIABLE] === '1';

/** How often each property is tried. */
export const PROPERTY_RUNS = IS_DEEP ? 100_000 : 1_000;

/** For a property whose single run takes milliseconds (a view drawn, a key derived). */
export const SLOW_PROPERTY_RUNS = IS_DEEP ? 10_000 : 1_000;

/** For stories that are the same in every browser: in Firefox, too, only when everything runs. */
export const ONE_BROWSER: readonly ('chromium' | 'firefox')[] = IS_DEEP ? ['chromium', 'firefox'] : ['chromium'];
