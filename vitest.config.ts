import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { writeIntoMemory } from './test/where-tests-write.ts'

writeIntoMemory()

/** What a page or a process will show in a moment; on a busy machine a second is not enough. */
const PATIENT = { poll: { timeout: 15_000 } }

/** Programs that tests start (the command line, hosts, shops to be killed) compile their sources once, not at every birth. */
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') }

/**
 * One more than two cores: a test often waits for a browser, a disk or another process. By default one core would be left to an editor,
 * and of two only one would work.
 */
const maxWorkers = Math.max(3, availableParallelism() - 1)

/** Journeys drive real browsers and wait much; they come first, so that the many short files fill what is left of the time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/journeys/**'],
          // a file cleans up after itself (`onTestFinished`); reading the whole core anew for each would cost half the time
          isolate: false,
          maxWorkers,
          environment: 'node',
          env,
          // hundreds of histories of a property take a minute on a slow machine that does much else
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/set-up.ts'],
          environment: 'node',
          env,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: PATIENT,
          // a browser on a starved machine may miss its moment once; what fails twice is broken
          retry: 1,
          maxWorkers,
        },
      },
    ],
  },
})
