import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../src-main/core/channels/files/read-channel-file.ts'
import { fileOf } from '../../src-main/core/channels/files/unpacked-file.ts'
import { apartInWorkers } from '../../src-main/hosting/apart-in-workers.ts'
import { aFolder } from '../builders/a-folder.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const aMonth = (orders: number) => {
  const file = anOrderFile()
  for (let index = 0; index < orders; index++) file.withOrder(`261104${String(index).padStart(8, '0')}`)
  return file.xlsx()
}
const asked = (bytes: Uint8Array) => ({ name: 'pesanan.xlsx', bytes, zone: 'WIB' as const })

/** A worker that does as its few lines say, in place of the one that reads files. */
const behaving = (script: string, limits = {}) => {
  const file = join(aFolder(), 'worker.mjs')
  writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${script}`)
  return apartInWorkers(file, limits)
}
const FOREVER = 'setInterval(() => {}, 1000)'

describe('a file read in a worker', () => {
  test('says what it says when it is read here, and how far it is', async () => {
    const steps: number[] = []
    const read = await apartInWorkers()('channel file', asked(aMonth(1200)), {
      onProgress: (done) => steps.push(done),
    })
    expect(await fileOf(read)).toEqual(await readChannelFile(asked(aMonth(1200))))
    expect(steps.length).toBeGreaterThan(1)
    expect(steps.at(-1)).toBe(1200)
  })

  test('is refused with the same facts', async () => {
    const reading = apartInWorkers()('channel file', asked(Buffer.from('<html>')))
    await expect(reading).rejects.toMatchObject({ code: 'FILE_NOT_A_SPREADSHEET', facts: { looksLike: 'html' } })
  })

  test('that takes more memory than it may is given up, and the next one is read', async () => {
    const doApart = apartInWorkers(undefined, { memoryMb: 24 })
    await expect(doApart('channel file', asked(aMonth(12_000)))).rejects.toMatchObject({
      name: 'TooHeavy',
      why: 'memory',
    })
    await expect(doApart('channel file', asked(aMonth(1)))).resolves.toMatchObject({ said: { totals: { orders: 1 } } })
  })
})

describe('a worker', () => {
  test('that never answers is given up', async () => {
    const work = behaving(FOREVER, { patienceMs: 50 })('channel file', asked(Buffer.from('')))
    await expect(work).rejects.toMatchObject({ name: 'TooHeavy', why: 'time' })
  })

  test('is ended when its work is called off', async () => {
    const stop = new AbortController()
    const work = behaving(`parentPort.postMessage({ kind: 'progress', done: 1, total: null }); ${FOREVER}`)(
      'channel file',
      asked(Buffer.from('')),
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('that ends without an answer is an error, not silence', async () => {
    await expect(behaving('process.exit(3)')('channel file', asked(Buffer.from('')))).rejects.toThrow('ended with 3')
  })
})

test('two pieces of work go on at once, a third waits and may leave', async () => {
  const doApart = behaving(FOREVER, { patienceMs: 300 })
  const stop = new AbortController()
  const first = [0, 1].map(() => doApart('channel file', asked(Buffer.from(''))).catch(({ why }) => why))
  const third = doApart('channel file', asked(Buffer.from('')), { signal: stop.signal })
  stop.abort()
  await expect(third).rejects.toMatchObject({ name: 'AbortError' })
  expect(await Promise.all(first)).toEqual(['time', 'time'])
})
