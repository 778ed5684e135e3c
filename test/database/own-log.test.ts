import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { saveSettings } from '../../src-main/core/settings/settings.repository.ts'
import { aFolder } from '../builders/a-folder.ts'

const nameIn = (file: string) => {
  const raw = new Sqlite(file, { readonly: true })
  try {
    return raw.prepare("SELECT value FROM setting WHERE name = 'city'").pluck().get()
  } finally {
    raw.close()
  }
}

const call = (doors: ReturnType<typeof openDatabase>, city: string) =>
  doors.write(['settings'], (tx) => saveSettings(tx, { city }))

/** Copies a shop as it lies on the disk while it is open, as a kill leaves it. */
function asKilled(file: string): string {
  const there = join(aFolder(), 'lumbung.sqlite')
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith('lumbung.sqlite') && !name.endsWith('-shm'))
      copyFileSync(join(dirname(file), name), join(dirname(there), name))
  return there
}

/** A shop that was closed well on Monday and copied then; on Tuesday it was opened, changed, and killed. */
async function aShopKilledOnTuesday(changes = 1) {
  const file = join(aFolder(), 'lumbung.sqlite')
  const monday = openDatabase(file)
  await call(monday, 'Senin')
  monday.close()
  const copy = join(aFolder(), 'salinan.sqlite')
  copyFileSync(file, copy)
  const tuesday = openDatabase(file)
  for (let change = 0; change < changes; change++) await call(tuesday, `Selasa ${change}`)
  const killed = asKilled(file)
  tuesday.close()
  return { killed, copy }
}

test('a shop that was killed opens with all that its log holds', async () => {
  const { killed } = await aShopKilledOnTuesday()
  const doors = openDatabase(killed)
  expect(doors.strangeLog).toBeNull()
  doors.close()
  expect(nameIn(killed)).toBe('"Selasa 0"')
})

test.each([1, 400])(
  'a copy put back beside the log of the one before stays as it was copied (%i changes in the log)',
  async (changes) => {
    const { killed, copy } = await aShopKilledOnTuesday(changes)
    copyFileSync(copy, killed)
    const doors = openDatabase(killed)
    expect(doors.strangeLog).toMatch(/lumbung\.sqlite-wal\.asing\./)
    expect(existsSync(doors.strangeLog!)).toBe(true)
    expect(doors.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    doors.close()
    expect(nameIn(killed)).toBe('"Senin"')
  },
)

test('killed again and again before it is closed well, nothing is lost', async () => {
  let { killed } = await aShopKilledOnTuesday()
  for (let life = 0; life < 5; life++) {
    const doors = openDatabase(killed)
    expect(doors.strangeLog).toBeNull()
    await call(doors, `hidup ${life}`)
    const next = asKilled(killed)
    doors.close()
    killed = next
  }
  const doors = openDatabase(killed)
  doors.close()
  expect(nameIn(killed)).toBe('"hidup 4"')
})

test("while somebody still reads an older state, the mark waits, and the log stays the file's own", async () => {
  const { killed } = await aShopKilledOnTuesday()
  const reader = new Sqlite(killed)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM setting').get()
  const doors = openDatabase(killed)
  await call(doors, 'Rabu')
  const next = asKilled(killed)
  reader.exec('COMMIT')
  reader.close()
  doors.close()
  const again = openDatabase(next)
  expect(again.strangeLog).toBeNull()
  again.close()
  expect(nameIn(next)).toBe('"Rabu"')
})

test('a file and its log moved to another folder without the note go on as they are', async () => {
  const { killed } = await aShopKilledOnTuesday()
  rmSync(`${killed}.tanda.json`)
  const doors = openDatabase(killed)
  expect(doors.strangeLog).toBeNull()
  doors.close()
  expect(nameIn(killed)).toBe('"Selasa 0"')
})
