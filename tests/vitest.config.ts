import {defineConfig} from 'vitest/config';

/** Everything that needs npm alone. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    exclude: ['tests/system/**'],
    testTimeout: 60_000,
  },
});
