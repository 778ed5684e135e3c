import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

async function aFileThatWaits(orders: number) {
  const { client, doors, clock } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const file = anOrderFile()
  for (let index = 0; index < orders; index++) file.withOrder(`261104${String(index).padStart(8, '0')}`)
  const { importId } = await client.channels.files.stage({ file: aFile('a.csv', file.csv()) })
  const into = { importId, shopId }
  const outcomeOf = async (act: 'preview' | 'confirm') => {
    for await (const news of await client.channels.files[act](into)) if (news.type === 'result') return news.outcome
    throw new Error('the stream ended without a result')
  }
  return { client, doors, into, outcomeOf, file: doors.raw.name }
}

test('a preview writes nothing at all, leaves nothing beside the shop, and foretells the import to the last number', async () => {
  const { doors, outcomeOf, file } = await aFileThatWaits(300)
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const [bytes, changes] = [readFileSync(file), doors.raw.prepare('SELECT total_changes()').pluck().get()]
  const foretold = await outcomeOf('preview')
  expect(doors.raw.prepare('SELECT total_changes()').pluck().get()).toBe(changes)
  expect(readFileSync(file).equals(bytes)).toBe(true)
  expect(readFileSync(`${file}-wal`)).toHaveLength(0)
  expect(readdirSync(dirname(file)).filter((name) => name.includes('coba'))).toEqual([])
  expect(foretold).toMatchObject({ added: { orders: 300 } })
  expect(await outcomeOf('confirm')).toEqual(foretold)
})

test('while a preview counts, others write', async () => {
  const { client, into } = await aFileThatWaits(300)
  const preview = await client.channels.files.preview(into)
  const first = await preview.next()
  expect(first.value).toMatchObject({ type: 'progress' })
  await client.channels.shops.save({ id: newId(), channel: 'tiktok', name: 'Ratna Live' })
  const next = await preview.next()
  expect(next.value).toMatchObject({ type: 'progress' })
  await preview.return(undefined)
})

test('what a preview left behind when the power went is gone at the next opening', async () => {
  const { doors, file } = await aFileThatWaits(1)
  const left = ['', '-wal'].map((part) => `${basename(file)}.coba-4711-1${part}`)
  for (const name of left) doors.raw.prepare('VACUUM INTO ?').run(join(dirname(file), name))
  openDatabase(file).close()
  expect(readdirSync(dirname(file)).filter((name) => left.includes(name))).toEqual([])
})
