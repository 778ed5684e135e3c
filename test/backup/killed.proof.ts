import { test } from 'vitest'
import { killedAtBackups } from './killed.ts'

const KILLS = Number(process.env.LUMBUNG_KILLS ?? 300)

test(`killed ${KILLS} times while it is backed up and restored, the shop is whole and so is every backup`, async () => {
  await killedAtBackups(KILLS)
})
