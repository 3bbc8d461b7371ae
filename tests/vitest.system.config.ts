import {defineConfig, type ViteUserConfig} from 'vitest/config';

/** What needs Debian packages or a validator's binary: poppler, qpdf, LibreOffice, the Open XML SDK. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/system/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});

export default config;
