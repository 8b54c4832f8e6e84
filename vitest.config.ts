import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

const DATABASE_TESTS = [
  'app/**/*.server.test.ts',
  'prisma/**/*.server.test.ts',
  'seeds/**/*.server.test.ts',
  'tests/**/*.server.test.ts',
]

export default defineConfig({
  plugins: [tsconfigPaths({ projects: ['./tsconfig.json'] })],
  test: {
    // One embedded database takes about 400 MB and most of a core.
    maxWorkers: 2,
    env: { NODE_ENV: 'test' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['app/**/*.test.{ts,tsx}', 'seeds/**/*.test.ts', 'tests/*.test.ts'],
          exclude: DATABASE_TESTS,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: DATABASE_TESTS,
          globalSetup: ['tests/setup/worker-databases.ts'],
          // Loading Prisma and the rooms takes longer than most files; tests/setup/own-process.ts keeps them apart.
          isolate: false,
          setupFiles: ['tests/setup/own-process.ts'],
          // Most need milliseconds; a first database on a busy machine can need half a minute.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          // Together, since both start products of their own, from copies of one that is seeded.
          include: ['tests/faults/*.test.ts', 'tests/security/*.test.ts'],
          globalSetup: ['tests/setup/seeded-places.ts'],
          // Each starts products of its own, and what is killed or hangs must not take the time of others.
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
