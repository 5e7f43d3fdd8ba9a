import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,world,checks,test}/**/*.test.{ts,tsx}'],
    // Only so that a test that hangs ends: none depends on how long something takes.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    globalSetup: ['test/support/database-server.ts'],
  },
})
