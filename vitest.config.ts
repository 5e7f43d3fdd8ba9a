import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,world,checks,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/database-server.ts'],
  },
})
