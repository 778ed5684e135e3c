import { expect, test } from 'vitest'
import { killsOverHttp } from './kills-over-http.ts'

const KILLS = 200

test.each([31, 32])(
  `seed %i: a host killed ${KILLS} times under three clients over HTTP has all that was asked exactly once`,
  async (seed) => {
    const { acts } = await killsOverHttp(KILLS, seed)
    expect(acts).toBeGreaterThan(KILLS)
  },
)
