import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpackBackup } from '../../src-main/core/backup/backup-file.ts'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { aBackedUpShop } from '../builders/a-backed-up-shop.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { flippedBits, type When } from './flipped-bits.ts'

const FLIPS = Number(process.env.LUMBUNG_FLIPS ?? 300)

test.each<When>(['at once', 'while served', 'at the end'])(
  `${FLIPS} single bits that flip in a shop's file while it is closed are noticed, each: pages compared %s`,
  async (when) => {
    const { doors } = await aBackedUpShop()
    doors.raw.pragma('wal_checkpoint(TRUNCATE)')
    const file = join(aFolder(), 'lumbung.sqlite')
    copyFileSync(doors.raw.name, file)
    const closed = openDatabase(file, () => SUNDAY)
    closed.keepPageSums()
    closed.close()
    expect(await flippedBits(file, when, FLIPS, 7)).toEqual([])
  },
)

test(`${FLIPS} single bits that flip in a backup are noticed, each`, async () => {
  const { make, keeper } = await aBackedUpShop()
  const { file } = await make()
  const { key } = await keeper.keys.current()
  const sound = readFileSync(file)
  const die = dice(8)
  const silent: string[] = []
  for (let flip = 0; flip < FLIPS; flip++) {
    const folder = aFolder()
    const bytes = Buffer.from(sound)
    const [at, bit] = [die.between(0, bytes.length - 1), die.between(0, 7)]
    bytes[at]! ^= 1 << bit
    const copy = join(folder, 'rusak.cadangan')
    writeFileSync(copy, bytes)
    await unpackBackup({ file: copy, key, target: join(folder, 'toko.sqlite') }).then(
      () => silent.push(`bit ${bit} of byte ${at}`),
      (problem: { code?: string }) => expect(problem.code).toMatch(/^BACKUP_/),
    )
  }
  expect(silent).toEqual([])
})
