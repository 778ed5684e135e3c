import { expect, test } from 'vitest'
import { checkpointsKilled } from './checkpoints-killed.ts'

const KILLS = Number(process.env.LUMBUNG_KILLS ?? 150)

test.each([51, 52])(
  `seed %i: a shop killed ${KILLS} times while its log is folded into its file loses nothing it acknowledged`,
  async (seed) => {
    const { inside, acknowledged } = await checkpointsKilled(KILLS, seed)
    // most kills must fall on a checkpoint, or this proves nothing of them
    expect(inside).toBeGreaterThan(KILLS / 2)
    expect(acknowledged).toBeGreaterThan(KILLS)
  },
)
