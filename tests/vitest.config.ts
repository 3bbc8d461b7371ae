import {defineConfig, type ViteUserConfig} from 'vitest/config';

/** Everything that needs npm alone. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    exclude: ['tests/system/**'],
    testTimeout: 60_000,
  },
});

export default config;
