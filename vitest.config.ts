import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './test/browser/chromium.ts';

const source = '@plimsoll/source';
const resolve = { conditions: [source, ...defaultClientConditions] };
const node = {
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  // graphql 16 has two builds, and a schema cannot mix them: take the one that Node gives our dependencies.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
};
// Made anew for each project: Vitest takes a shared one for a project within a project.
const browser = () => ({
  enabled: true,
  headless: true,
  provider: playwright({ launchOptions: chromiumLaunchOptions() }),
  instances: [{ browser: 'chromium' as const }],
});

export default defineConfig({
  test: {
    reporters: ['default', './test/tally-reporter.ts'],
    projects: [
      {
        ...node,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/{src,site}/**/*.test.ts', 'test/house/**/*.test.ts'],
          exclude: ['packages/react/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        plugins: [react()],
        test: { name: 'components', include: ['packages/react/src/**/*.test.{ts,tsx}'], browser: browser() },
      },
      {
        resolve,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'stories', browser: browser() },
      },
      {
        ...node,
        test: {
          name: 'contracts',
          include: ['test/{contracts,journeys,real-data}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
