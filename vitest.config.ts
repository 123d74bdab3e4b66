import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/seed-properties.ts'],
    // No test measures time. What must not grow with the square of a study is tried at a size at which it would run past this.
    testTimeout: 60_000,
    maxWorkers: '100%',
  },
})
