import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { everyAct } from '../builders/every-act.ts'
import { aNamedCaller } from '../hosts/a-named-caller.ts'

/*
 * Whoever closes a handle on a file cancels all locks that their process holds on it, those of SQLite, too; another program that closes the file
 * (seen with SQLite 3.40) then takes itself for the last one and removes the log, into which Lumbung goes on writing.
 * https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 */
const isLinux = process.platform === 'linux'

/** Whether this process still holds the lock by which SQLite says that a file is open: https://man7.org/linux/man-pages/man5/proc_locks.5.html */
function isHeld(file: string): boolean {
  const { ino } = statSync(file)
  return readFileSync('/proc/locks', 'utf8')
    .split('\n')
    .some((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `))
}

test.runIf(isLinux)('a shop that is made, and one that is opened again, holds its file', async () => {
  const file = `${aFolder()}/lumbung.sqlite`
  for (const opening of ['made', 'opened again', 'once more']) {
    const doors = openDatabase(file, () => SUNDAY, { comparedAtOnce: 0 })
    doors.keepPageSums()
    expect(isHeld(file), opening).toBe(true)
    await doors.comparePages()
    expect(isHeld(file), `${opening}, its pages compared`).toBe(true)
    doors.close()
    expect(isHeld(file), `${opening}, then closed`).toBe(false)
  }
})

test.runIf(isLinux)('nothing that is done in a shop lets go of its file', async () => {
  const shop = await everyAct()
  const { client, doors } = shop
  const file = doors.raw.name
  const letGo: string[] = []
  const look = (after: string) => {
    if (!isHeld(file)) letGo.push(after)
  }
  expect(isHeld(file), 'opening it').toBe(true)
  const send = await aNamedCaller(shop)
  for (const [procedure, asked] of Object.entries(shop.acts)) {
    const { input } = await asked()
    await send(procedure, input, newId())
    look(procedure)
  }
  for (const [name, call] of Object.entries({
    verify: () => client.ledger.verify(),
    backup: () => client.backup.make(),
    backups: () => client.backup.list(),
    test: () => client.backup.test(),
    places: () => client.backup.place.likely(),
    find: () => client.backup.find({}),
    'find beside the shop': () => client.backup.find({ folder: dirname(file) }),
    tidy: () => shop.core.privacy.forgetDue(),
  })) {
    await call()
    look(name)
  }
  expect(letGo).toEqual([])
})
