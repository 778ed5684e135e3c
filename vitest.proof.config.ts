import { defineConfig } from 'vitest/config'

/** Properties that hold for any history, with as many histories as an hour allows. `npm test` runs a few hundred of each. */
export default defineConfig({
  test: { include: ['test/**/*.proof.ts'], environment: 'node', fileParallelism: true, hookTimeout: 60_000 },
})
