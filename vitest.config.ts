import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/seed-properties.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
  },
})
