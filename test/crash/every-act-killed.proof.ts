import { expect, test } from 'vitest'
import { everyActKilled } from './every-act-killed.ts'

const ROUNDS = Number(process.env.LUMBUNG_ROUNDS ?? 11)

test(`every act killed in the middle, ${ROUNDS} times, and asked again is done once`, async () => {
  expect(await everyActKilled(ROUNDS, 81)).toBeGreaterThan(ROUNDS * 90)
})
