import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifierWords } from '../../src-shared/ledger/verifier.words.ts'
import { aKeeper } from '../builders/a-backed-up-shop.ts'
import { aFolder } from '../builders/a-folder.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { askedByScript, prepareProgram } from './lumbung-program.ts'

prepareProgram()
const lumbung = (folder: string, ...args: string[]) => askedByScript(...args, '--data', folder)

test('a shop is backed up to a second place, lost, and restored on another laptop with the code from paper', async () => {
  const laptop = aFolder()
  const stick = aFolder()
  const orders = join(aFolder(), 'pesanan.xlsx')
  writeFileSync(orders, anOrderFile().withOrder('261104HN3T8WQA', { placedAt: '2026-11-04 10:00' }).xlsx())
  await lumbung(laptop, 'import', orders, '--start-day', '2026-11-01')
  const { digest, findings } = (await lumbung(laptop, 'verify')).answer
  // the command looks at a copy, with the keys that lie beside the shop
  expect(findings.find(({ check }: { check: string }) => check === verifierWords.id.sealed)).toEqual({
    check: verifierWords.id.sealed,
    ok: true,
    counted: expect.toSatisfy((count: number) => count > 3),
    detail: '',
  })

  const made = await lumbung(laptop, 'backup', '--place', stick)
  expect(made).toMatchObject({ status: 0, answer: { manifest: { digest, counts: { orders: 1 }, faults: [] } } })
  const [backup] = readdirSync(stick)
  expect((await lumbung(laptop, 'backups', stick)).answer.backups).toHaveLength(1)

  const other = aFolder()
  const file = join(stick, backup!)
  expect(await lumbung(other, 'restore', file)).toMatchObject({
    status: 1,
    sentence: expect.stringContaining('kode pemulihan'),
    answer: { refused: { code: 'RECOVERY_CODE_NEEDED' } },
  })
  expect(readdirSync(other)).toEqual([])
  const { code } = await aKeeper(join(laptop, 'lumbung.sqlite'), { now: 0 }, laptop).keys.current()
  expect(await lumbung(other, 'restore', file, '--code', code)).toMatchObject({ status: 0, answer: { keptFile: null } })
  expect((await lumbung(other, 'verify')).answer).toMatchObject({ ok: true, digest })

  // on the first laptop again: what stood there is kept
  const again = await lumbung(laptop, 'restore', file)
  expect(again.status).toBe(0)
  expect(existsSync(again.answer.keptFile)).toBe(true)
})

test('a file that is no backup, and one that was changed, are refused in one sentence', async () => {
  const folder = aFolder()
  const stranger = join(folder, 'stranger.cadangan')
  writeFileSync(stranger, 'SQLite format 3')
  expect((await lumbung(folder, 'restore', stranger)).answer.refused.code).toBe('BACKUP_NOT_OURS')
  expect((await lumbung(folder, 'restore', join(folder, 'tidak-ada.cadangan'))).answer.refused.code).toBe(
    'BACKUP_NOT_FOUND',
  )
  expect(readFileSync(stranger, 'utf8')).toBe('SQLite format 3')
})
