import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,world,checks,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/database-server.ts'],
    // Only against waiting for ever: no test is about how long something takes.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
