import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** One project a kind of proof: `unit` needs nothing but Node; `oracle` and `lab` run the real daemons. */
export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/{rules,incidents,structure}/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
      { extends: true, test: { name: 'oracle', include: ['tests/oracle/**/*.test.ts'], testTimeout: 240_000 } },
      {
        extends: true,
        test: { name: 'lab', include: ['tests/lab/**/*.test.ts'], testTimeout: 240_000, fileParallelism: false },
      },
    ],
  },
});
