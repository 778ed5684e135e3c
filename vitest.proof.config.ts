import { defineConfig } from 'vitest/config'

/**
 * Properties that hold for any history, with as many histories as an hour allows; each takes as long as it takes. `npm test`
 * runs a few hundred of each.
 */
export default defineConfig({
  test: { include: ['test/**/*.proof.ts'], environment: 'node', fileParallelism: true, testTimeout: 0, hookTimeout: 0 },
})
