import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { IS_DEEP } from './tests/depth.ts';

const DEEP_ONLY = IS_DEEP ? [] : ['**/*.deep.test.{ts,tsx}'];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,demo,tests}/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...DEEP_ONLY],
          setupFiles: ['tests/unit/setup.ts'],
          // Property tests run a thousand times: on a busy machine that takes longer than the usual 5 s.
          testTimeout: IS_DEEP ? 3_600_000 : 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: DEEP_ONLY,
          // Stories wait for two thirds of their time.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          globalSetup: ['tests/e2e/global-setup.ts'],
        },
      },
    ],
  },
});
