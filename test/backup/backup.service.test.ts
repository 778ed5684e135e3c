import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBackup } from '../../src-main/core/backup/backup.service.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import type { Secrets } from '../../src-main/core/outside.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import { groupsOf } from '../../src-shared/backup/recovery-code.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aScheduler } from '../builders/a-scheduler.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A shop whose backups are made by themselves while time passes by hand. */
async function aTendedShop(given: { secrets?: Secrets } = {}) {
  const shop = await aStockedShop()
  const { scheduler, pass } = aScheduler()
  const file = shop.doors.raw.name
  const { secrets = fileSecrets(join(dirname(file), 'lumbung.key')) } = given
  const backup = createBackup({
    ...shop.doors,
    file,
    appVersion: '0.0.0',
    resourcesFolder: '',
    now: () => shop.clock.now,
    outside: { secrets, doApart: doHere, scheduler },
    isInPlaceOf: false,
    isAutomatic: true,
    isWorking: async () => false,
    reopen: null,
    requireOwner: async () => {},
    sealSecretsAgain: async () => {},
    openCore: () => Promise.reject(new Error('nothing is done again')),
  })
  const tending = backup.start()
  onTestFinished(() => tending.stop())
  return {
    ...shop,
    file,
    backup,
    tending,
    /** Minutes pass, each with its round. */
    async minutes(count: number) {
      for (let minute = 0; minute < count; minute++) {
        shop.clock.now += MINUTE
        await backup.tend()
      }
    },
    pass,
    reasons: () => backup.list().map(({ reason }) => reason),
  }
}

test('a quarter of an hour after something was recorded there is a backup of it; without a change there is none', async () => {
  const { receive, L, minutes, backup, clock } = await aTendedShop()
  await receive(L, 10, 100_000)
  expect(await backup.status()).toMatchObject({ last: null, isBehind: true })
  await minutes(1)
  expect(await backup.status()).toMatchObject({ last: { at: clock.now }, isBehind: false, problem: null })
  await minutes(20)
  expect(backup.list()).toHaveLength(1)
  await receive(L, 5, 100_000)
  await minutes(1)
  expect(backup.list()).toHaveLength(2)
  await receive(L, 1, 100_000)
  await minutes(14)
  expect(backup.list()).toHaveLength(2)
  await minutes(1)
  expect(backup.list()).toHaveLength(3)
})

test('rounds come by themselves, each minute, until the shop is closed', async () => {
  const { receive, L, backup, pass, tending, clock } = await aTendedShop()
  await receive(L, 10, 100_000)
  pass(MINUTE)
  await expect.poll(() => backup.list().length).toBe(1)
  await receive(L, 1, 100_000)
  clock.now += 15 * MINUTE
  await expect
    .poll(() => {
      pass(MINUTE)
      return backup.list().length
    })
    .toBe(2)
  tending.stop()
  await receive(L, 1, 100_000)
  clock.now += 15 * MINUTE
  pass(MINUTE)
  expect(backup.list()).toHaveLength(2)
})

test('before a file is taken in the shop is backed up as it stands, when it was not already', async () => {
  const { receive, L, backup, reasons } = await aTendedShop()
  await receive(L, 10, 100_000)
  await backup.beforeImport()
  await expect.poll(reasons).toEqual(['import'])
  await expect.poll(async () => (await backup.status()).isUnderWay).toBe(false)
  await backup.beforeImport()
  expect(reasons()).toEqual(['import'])
})

test('what was recorded late in the evening is backed up when the day is over', async () => {
  const { receive, L, minutes, reasons, clock } = await aTendedShop()
  await receive(L, 10, 100_000)
  await minutes(1)
  await receive(L, 1, 100_000)
  clock.now += DAY
  await minutes(1)
  expect(reasons()).toEqual(['day end', 'change'])
})

test('the second place gets each backup; while its disk is away that is said, and made good by itself', async () => {
  const { receive, L, minutes, backup, clock } = await aTendedShop()
  const stick = aFolder()
  await receive(L, 10, 100_000)
  await minutes(1)
  const chosen = await backup.choosePlace(stick)
  expect(chosen.second).toMatchObject({ folder: join(stick, 'Cadangan Lumbung'), lastAt: clock.now, awaySince: null })

  renameSync(join(stick, 'Cadangan Lumbung'), join(stick, 'dicabut'))
  await receive(L, 1, 100_000)
  await minutes(15)
  const away = clock.now
  expect(await backup.status()).toMatchObject({ last: { at: away }, second: { awaySince: away }, problem: null })

  renameSync(join(stick, 'dicabut'), join(stick, 'Cadangan Lumbung'))
  await minutes(1)
  expect(await backup.status()).toMatchObject({ second: { lastAt: away, awaySince: null } })
  expect(backup.list()[0]).toMatchObject({ at: away, places: ['here', 'second'] })
})

test('an empty folder where the disk would be mounted is not the place', async () => {
  const { receive, L, minutes, backup } = await aTendedShop()
  const stick = aFolder()
  await receive(L, 10, 100_000)
  await backup.choosePlace(stick)
  const place = join(stick, 'Cadangan Lumbung')
  rmSync(place, { recursive: true })
  renameSync(aFolder(), place)
  await minutes(1)
  expect((await backup.status()).second).toMatchObject({ awaySince: expect.any(Number) })
  expect(readdirSync(place)).toEqual([])
})

test('a place that is none is refused, and the one before stays', async () => {
  const { backup } = await aTendedShop()
  const stick = aFolder()
  await backup.choosePlace(stick)
  for (const wrong of ['Documents', join(stick, 'tidak-ada')])
    await expect(backup.choosePlace(wrong)).rejects.toMatchObject({ code: 'BACKUP_PLACE_NOT_USABLE' })
  expect((await backup.status()).second?.folder).toBe(join(stick, 'Cadangan Lumbung'))
})

test('the newest backup is tested by itself each month, and the owner sees when', async () => {
  const { receive, L, minutes, backup, clock } = await aTendedShop()
  await receive(L, 10, 100_000)
  await minutes(1)
  const of = clock.now
  clock.now += 30 * DAY
  await minutes(1)
  expect((await backup.status()).tested).toEqual({ at: clock.now, ok: true, of })
})

test('the code counts as printed once two groups of it were typed back', async () => {
  const { backup, clock } = await aTendedShop()
  const { code, asked } = await backup.showCode()
  const groups = groupsOf(code)
  const typed = asked.map((group) => ({ group, typed: groups[group - 1]!.toLowerCase() }))
  await expect(backup.confirmCode([{ ...typed[0]!, typed: 'AAAA' }, typed[1]!])).rejects.toMatchObject({
    code: 'CODE_GROUPS_DIFFER',
    facts: { groups: [asked[0]] },
  })
  expect((await backup.status()).codeConfirmedAt).toBeNull()
  await backup.confirmCode(typed)
  expect((await backup.status()).codeConfirmedAt).toBe(clock.now)
  expect((await backup.showCode()).code).toBe(code)
})

test('a laptop that forgot the key says so, keeps all backups, and goes on once the code is typed', async () => {
  let keyFile = ''
  const secrets: Secrets = {
    protection: () => fileSecrets(keyFile).protection(),
    seal: (text) => fileSecrets(keyFile).seal(text),
    open: (text) => fileSecrets(keyFile).open(text),
  }
  const first = await aTendedShop({ secrets })
  keyFile = join(dirname(first.file), 'lumbung.key')
  await first.receive(first.L, 10, 100_000)
  await first.minutes(1)
  const { code } = await first.backup.showCode()
  first.tending.stop()

  keyFile = join(aFolder(), 'another')
  const again = createBackup({
    ...first.doors,
    file: first.file,
    appVersion: '0.0.0',
    resourcesFolder: '',
    now: () => first.clock.now,
    outside: { secrets, doApart: doHere, scheduler: aScheduler().scheduler },
    isInPlaceOf: false,
    isAutomatic: true,
    isWorking: async () => false,
    reopen: null,
    requireOwner: async () => {},
    sealSecretsAgain: async () => {},
    openCore: () => Promise.reject(new Error('nothing is done again')),
  })
  await expect(again.make()).rejects.toMatchObject({ code: 'BACKUP_KEY_LOCKED' })
  expect((await again.status()).problem?.sentence).toContain('kode pemulihan')
  expect(again.list()).toHaveLength(1)
  await again.unlock(code)
  expect((await again.status()).problem).toBeNull()
  first.clock.now += MINUTE
  await again.make()
  expect(again.list()).toHaveLength(2)
  expect((await again.showCode()).code).toBe(code)
})

test('work that is under way is not cut off by a restore', async () => {
  const { doors, clock, receive, L } = await aStockedShop()
  const file = doors.raw.name
  await receive(L, 10, 100_000)
  let isWorking = false
  const backup = createBackup({
    ...doors,
    file,
    appVersion: '0.0.0',
    resourcesFolder: '',
    now: () => clock.now,
    outside: {
      secrets: fileSecrets(join(dirname(file), 'lumbung.key')),
      doApart: doHere,
      scheduler: aScheduler().scheduler,
    },
    isInPlaceOf: false,
    isAutomatic: false,
    isWorking: async () => isWorking,
    reopen: null,
    requireOwner: async () => {},
    sealSecretsAgain: async () => {},
    openCore: () => Promise.reject(new Error('nothing is done again')),
  })
  await backup.make()
  isWorking = true
  const restoring = backup.restore({ file: backup.list()[0]!.name, again: true })
  await expect(restoring.next()).rejects.toMatchObject({ code: 'WORK_UNDER_WAY' })
  expect(existsSync(file)).toBe(true)
})
