import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answeringAs, asOfNow } from '../../src-main/core/database/answering.ts'
import { breathe, openDatabase } from '../../src-main/core/database/open.ts'
import { HELD_ANSWERS } from '../../src-shared/held-answers.ts'
import { SUNDAY } from '../builders/a-core.ts'

const A_COPY_AT_ONCE = 0
const NO_COPY = Number.POSITIVE_INFINITY

function aFile(heldLogBytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  const file = join(folder, 'lumbung.sqlite')
  const doors = openDatabase(file, () => SUNDAY, { heldLogBytes })
  onTestFinished(() => {
    doors.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const put = (value: string) =>
    doors.write([], (tx) =>
      tx
        .insertInto('setting')
        .values({ name: 'word', value: JSON.stringify(value) })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(value) }))
        .execute(),
    )
  const asked = async () =>
    (
      await doors.read.selectFrom('setting').select('value').where('name', '=', 'word').executeTakeFirst()
    )?.value.replaceAll('"', '')
  const said = async () => ({
    list: await answeringAs('orders.list', asked),
    oneOrder: await answeringAs('orders.get', asked),
  })
  const copies = () => readdirSync(folder).filter((name) => name.includes('.coba-'))
  const lost: string[] = []
  const told: (readonly string[])[] = []
  doors.onCommitted(({ answers }) => void told.push(answers))
  const hold = () => doors.holdAnswers(HELD_ANSWERS, () => void lost.push('lost'))
  return { doors, folder, file, put, said, copies, lost, told, hold }
}

const turns = async () => {
  for (let turn = 0; turn < 200; turn++) await breathe()
}

/** A copy begins with a look at its folder, which no turn of this process hurries. */
const until = (isSo: () => boolean) => expect.poll(isSo).toBe(true)

test.each([
  ['in the log', NO_COPY],
  ['in a copy, once the log has grown', A_COPY_AT_ONCE],
])('while answers are held %s, lists are told what was and one order what is', async (_, heldLogBytes) => {
  const { doors, put, said, copies, hold } = aFile(heldLogBytes)
  await put('before')
  const held = hold()
  for (const value of ['one', 'two', 'three']) {
    await put(value)
    held.changed()
    expect(await said()).toEqual({ list: 'before', oneOrder: value })
    if (heldLogBytes === A_COPY_AT_ONCE) await until(() => copies().some((name) => name.endsWith('-shm')))
  }
  expect(copies().length > 0).toBe(heldLogBytes === A_COPY_AT_ONCE)
  expect(doors.heldState()).not.toBeNull()
  // what was deleted leaves the log once nobody reads it any more, and nobody waits for that
  doors.foldIn()
  held.letGo()
  expect(await said()).toEqual({ list: 'three', oneOrder: 'three' })
  expect(doors.heldState()).toBeNull()
  expect(copies()).toEqual([])
  expect(doors.raw.pragma('wal_checkpoint(PASSIVE)')).toMatchObject([{ busy: 0, log: 0 }])
})

test('a long walk over what is held ends in that state, whoever lets go of it meanwhile', async () => {
  for (const heldLogBytes of [NO_COPY, A_COPY_AT_ONCE]) {
    const { doors, put, copies, hold } = aFile(heldLogBytes)
    await put('before')
    const held = hold()
    await put('after')
    held.changed()
    const read = await answeringAs('ledger.exportJournal', () =>
      doors.snapshot(async (reader) => {
        const seen: string[] = []
        for (let round = 0; round < 4; round++) {
          const query = reader.selectFrom('setting').select('value').where('name', '=', 'word')
          seen.push((await query.executeTakeFirstOrThrow()).value.replaceAll('"', ''))
          await turns()
          if (round === 1) held.letGo()
        }
        return seen
      }),
    )
    expect(read).toEqual(['before', 'before', 'before', 'before'])
    await until(() => copies().length === 0)
  }
})

test('whoever was told what was is asked to ask again, whatever else was committed last', async () => {
  for (const heldLogBytes of [NO_COPY, A_COPY_AT_ONCE]) {
    const { put, said, told, hold } = aFile(heldLogBytes)
    await put('before')
    const held = hold()
    await put('after')
    await said()
    told.length = 0
    held.letGo()
    expect(told).toEqual([['orders.list', 'orders.get']])
  }
})

test('nobody waits for a walk over an older state: the log is brought in once it has ended', async () => {
  const { doors, file, put, hold } = aFile(NO_COPY)
  await put('before')
  const logBytes = () => statSync(`${file}-wal`).size
  for (const name of ['ledger.exportJournal', 'ledger.verify']) {
    const [reading, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const held = hold()
    await put('after')
    const walk = answeringAs(name, () =>
      doors.snapshot(async (reader) => {
        await reader.selectFrom('setting').select('value').execute()
        reading.resolve()
        await seen.promise
      }),
    )
    await reading.promise
    const begun = performance.now()
    doors.foldIn()
    held.letGo()
    await put('while it is read')
    // who waits, does so for ten seconds
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(logBytes()).toBeGreaterThan(0)
    seen.resolve()
    await walk
    await put('once nobody reads it')
    expect(logBytes()).toBe(0)
  }
})

test('a shop is closed while somebody still reads what was held', async () => {
  const { doors, put, copies, hold } = aFile(NO_COPY)
  await put('before')
  hold()
  await put('after')
  const isClosed = Promise.withResolvers<void>()
  const walk = answeringAs('ledger.exportJournal', () => doors.snapshot(() => isClosed.promise))
  const begun = performance.now()
  doors.close()
  expect(performance.now() - begun).toBeLessThan(5_000)
  isClosed.resolve()
  await walk
  expect(copies()).toEqual([])
})

test('what earlier work left in the log is no reason to copy the shop for the next', async () => {
  const { file, put, hold } = aFile(NO_COPY)
  const held = hold()
  await put('long '.repeat(50_000))
  held.letGo()
  // by its size the next hold is measured
  expect(statSync(`${file}-wal`).size).toBe(0)
})

test('a part of an answer that is held may be of now', async () => {
  const { doors, put, hold } = aFile(NO_COPY)
  await put('before')
  const held = hold()
  await put('after')
  const word = async () =>
    (await doors.read.selectFrom('setting').select('value').where('name', '=', 'word').executeTakeFirstOrThrow()).value
  const both = await answeringAs('orders.list', async () => [await word(), await asOfNow(word), await word()])
  expect(both).toEqual(['"before"', '"after"', '"before"'])
  held.letGo()
})

test('let go of, or closed, in the middle of copying leaves nothing behind', async () => {
  for (const end of ['let go', 'close'] as const) {
    const { doors, put, said, copies, lost, hold } = aFile(A_COPY_AT_ONCE)
    await put('before')
    const held = hold()
    await put('after')
    held.changed()
    if (end === 'close') doors.close()
    else {
      held.letGo()
      expect(await said()).toEqual({ list: 'after', oneOrder: 'after' })
    }
    await until(() => copies().length === 0)
    await turns()
    expect([copies(), lost]).toEqual([[], []])
  }
})

test('where a copy has no place answers are of now again, and whoever held them hears of it', async () => {
  const { doors, file, put, said, lost, hold } = aFile(A_COPY_AT_ONCE)
  await put('before')
  const held = hold()
  // the next names of copies are taken
  for (let number = 0; number < 2_000; number++) {
    const name = `${file}.coba-${process.pid}-${number}`
    if (!existsSync(name)) mkdirSync(name)
  }
  await put('after')
  held.changed()
  await until(() => lost.length > 0)
  expect(lost).toEqual(['lost'])
  expect(await said()).toEqual({ list: 'after', oneOrder: 'after' })
  expect(doors.heldState()).toBeNull()
  held.letGo()
  const again = hold()
  expect(await said()).toEqual({ list: 'after', oneOrder: 'after' })
  again.letGo()
})
