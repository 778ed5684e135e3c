import { expect, test } from 'vitest'
import { createStagedFiles, type WaitingFile } from '../../src-main/core/channels/staged-files.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aScheduler } from '../builders/a-scheduler.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const HALF_AN_HOUR = 30 * 60_000
const read = { records: [new Uint8Array(1)], problems: [] as Uint8Array[] }
const aWaitingFile = (name: string) => ({ name, bytes: new Uint8Array(1), file: read }) as WaitingFile

test('a file that nobody answers is forgotten by itself after half an hour', () => {
  const { scheduler, pass } = aScheduler()
  const staged = createStagedFiles(scheduler)
  staged.add('a', aWaitingFile('pesanan.xlsx'))
  pass(HALF_AN_HOUR - 1)
  expect(staged.get('a')?.name).toBe('pesanan.xlsx')
  pass(1)
  expect(staged.get('a')).toBeUndefined()
})

test('of five files the oldest gives way, and what was answered waits for nothing', () => {
  const { scheduler, planned } = aScheduler()
  const staged = createStagedFiles(scheduler)
  for (const id of ['a', 'b', 'c', 'd', 'e']) staged.add(id, aWaitingFile(id))
  expect(['a', 'b', 'e'].map((id) => staged.get(id)?.name)).toEqual([undefined, 'b', 'e'])
  for (const id of ['b', 'c', 'd', 'e']) staged.remove(id)
  expect(planned.size).toBe(0)
})

test('large files make room for each other, and the newest always waits', () => {
  const staged = createStagedFiles(aScheduler().scheduler)
  const large = (megabytes: number) => ({ bytes: new Uint8Array(megabytes * 1024 * 1024), file: read }) as WaitingFile
  const waiting = () => ['a', 'b', 'c'].filter((id) => staged.get(id))
  staged.add('a', large(40))
  staged.add('b', large(30))
  expect(waiting()).toEqual(['b'])
  staged.add('c', large(70))
  expect(waiting()).toEqual(['c'])
})

/** A shop that takes files in, in which time passes by hand; `planned` counts the files that wait. */
async function aFileShop() {
  const time = aScheduler()
  const { client, clock } = await aCore({ outside: { scheduler: time.scheduler } })
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const file = () => aFile('pesanan.csv', anOrderFile().withOrder('261104HN3T8WQA').csv())
  const stage = () => client.channels.files.stage({ file: file() })
  return { ...time, files: client.channels.files, shopId, file, stage }
}

test('nothing is kept of a file that was taken in, given up, or left for half an hour', async () => {
  const { stage, files, shopId, planned, pass } = await aFileShop()
  const taken = await stage()
  for await (const _ of await files.confirm({ importId: taken.importId, shopId }));
  await expect.poll(() => planned.size).toBe(0)

  const givenUp = await stage()
  await files.discard({ importId: givenUp.importId })
  expect(planned.size).toBe(0)

  const left = await stage()
  expect(planned.size).toBe(1)
  pass(HALF_AN_HOUR)
  expect(planned.size).toBe(0)
  const preview = async () => {
    for await (const _ of await files.preview({ importId: left.importId, shopId }));
  }
  await expect(preview()).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' })
})

test('a file whose reader left before it heard the end does not wait', async () => {
  const { files, file, planned } = await aFileShop()
  for await (const news of await files.read({ file: file() })) if (news.type === 'result') break
  expect(planned.size).toBe(0)
  for await (const _ of await files.read({ file: file() }));
  expect(planned.size).toBe(1)
})
