import { defineConfig } from 'vitest/config';

/** The lab for somebody who may not write into the project: everything that is kept goes to LAB_ROWS. */
export default defineConfig({
  cacheDir: process.env['LAB_ROWS'] ?? '.cache',
  test: { include: ['tests/lab/lab.test.ts'], testTimeout: 240_000, fileParallelism: false },
});
