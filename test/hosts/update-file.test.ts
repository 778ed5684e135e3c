import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copyForOlder, makeCopyReady } from '../../src-main/core/database/going-back.ts'
import { keepCopy } from '../../src-main/core/database/kept-copy.ts'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { isShopReady, putReadyInPlace } from '../../src-main/core/database/put-in-place.ts'
import { desktopUpdates } from '../../src-main/electron/desktop-updates.ts'
import { installerBefore, installerFrom, keepInstaller } from '../../src-main/hosting/update-file.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'

/** The desktop app as it runs where it is installed. */
const packaged = vi.hoisted(() => ({ opened: [] as string[], quits: 0 }))
vi.mock('electron', () => ({
  app: { isPackaged: true, getVersion: () => '1.9.3', quit: () => packaged.quits++ },
  net: {},
  shell: {
    openPath: async (path: string) => {
      packaged.opened.push(path)
      return ''
    },
  },
}))

const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64')
const ours = generateKeyPairSync('ed25519')
const theirs = generateKeyPairSync('ed25519')
const keys = [spki(ours.publicKey)]
const asked = { keys, version: '1.9.3', schema: latestVersion, now: Date.now() }
const DAY = 86_400_000

interface Published {
  version?: string
  schema?: number
  expires?: number
  by?: typeof ours
}

/** A stick with an installer and its signed list. */
function aStick({
  version = '1.10.0',
  schema = latestVersion,
  expires = Date.now() + 5 * DAY,
  by = ours,
}: Published = {}) {
  const folder = aFolder()
  const installer = join(folder, `Lumbung Setup ${version}.exe`)
  const bytes = Buffer.from(`installer of ${version}`)
  writeFileSync(installer, bytes)
  const list = Buffer.from(
    JSON.stringify({
      version,
      minSchema: 1,
      schema,
      expires: new Date(expires).toISOString(),
      files: [
        {
          name: `Lumbung Setup ${version}.exe`,
          bytes: bytes.length,
          sha512: createHash('sha512').update(bytes).digest('base64'),
        },
      ],
    }),
  )
  const signature = sign(null, list, by.privateKey).toString('base64')
  const listFile = join(folder, 'lumbung-update.json')
  writeFileSync(listFile, JSON.stringify({ list: list.toString('base64'), signature }))
  return { folder, installer, listFile }
}

test('an installer from a stick is taken with the list beside it, whichever of the two is pointed at', async () => {
  const { installer, listFile } = aStick()
  const taken = { version: '1.10.0', file: installer, schema: latestVersion }
  expect(await installerFrom(installer, asked)).toEqual(taken)
  expect(await installerFrom(listFile, asked)).toEqual(taken)
})

test.each([
  ['signed by somebody else', () => aStick({ by: theirs }).installer, 'not signed by us'],
  ['an older version', () => aStick({ version: '1.9.2' }).installer, 'not newer'],
  ['this very version', () => aStick({ version: '1.9.3' }).installer, 'not newer'],
  ['a list whose time is over', () => aStick({ expires: Date.now() - DAY }).installer, 'expired'],
  [
    'another file under the same name',
    () => {
      const { installer } = aStick()
      writeFileSync(installer, 'installer of 1.10.1')
      return installer
    },
    'other bytes',
  ],
  [
    'a file that the list does not name',
    () => {
      const { folder, installer } = aStick()
      copyFileSync(installer, join(folder, 'Lumbung.exe'))
      return join(folder, 'Lumbung.exe')
    },
    'other bytes',
  ],
  [
    'no list beside it',
    () => {
      const alone = join(aFolder(), 'Lumbung Setup 1.10.0.exe')
      writeFileSync(alone, 'x')
      return alone
    },
    'no list beside it',
  ],
] as const)('not taken from a stick: %s', async (_, made, why) => {
  expect(await installerFrom(made(), asked)).toBe(why)
})

test('the newest two that were installed are kept, and the one before is known for what it is, though its time is over', async () => {
  const kept = aFolder()
  for (const version of ['1.7.0', '1.9.3', '1.8.0']) {
    const { installer } = aStick({ version, expires: Date.now() - 400 * DAY })
    keepInstaller({ version, file: installer }, kept)
  }
  expect(readdirSync(kept).sort()).toEqual(['1.8.0', '1.9.3'])
  expect(await installerBefore(kept, asked)).toMatchObject({ version: '1.8.0' })
  writeFileSync(join(kept, '1.8.0', 'Lumbung Setup 1.8.0.exe'), 'changed')
  expect(await installerBefore(kept, asked)).toBeNull()
})

/** A shop whose data was brought along last Sunday. */
function aBroughtAlongShop() {
  const file = join(aFolder(), 'lumbung.sqlite')
  const doors = openDatabase(file, () => SUNDAY)
  doors.raw.prepare("INSERT INTO supplier (id, name, created_at) VALUES ('a', 'Bu Tini', 0)").run()
  doors.raw.pragma(`user_version = ${latestVersion - 1}`)
  const copy = keepCopy(doors.raw, SUNDAY)
  doors.raw.pragma(`user_version = ${latestVersion}`)
  doors.close()
  return { file, copy }
}

function aDesktop(chosen: string | null, file = join(aFolder(), 'lumbung.sqlite')) {
  Object.assign(packaged, { opened: [], quits: 0 })
  const keptFolder = join(aFolder(), 'pembaruan')
  onTestFinished(() => void Object.assign(packaged, { opened: [], quits: 0 }))
  return {
    keptFolder,
    updates: desktopUpdates({ dialogs: { chooseFile: async () => chosen }, keptFolder, file, keys }),
  }
}

test('the desktop app runs what it took and keeps it; what it refuses it does not even open', async () => {
  const { installer } = aStick()
  const { updates, keptFolder } = aDesktop(installer)
  expect(await updates.fromFile()).toEqual({ state: 'installing' })
  expect(packaged.opened).toEqual([installer])
  await vi.waitFor(() => expect(packaged.quits).toBe(1))
  expect(existsSync(join(keptFolder, '1.10.0', 'lumbung-update.json'))).toBe(true)

  const refusing = aDesktop(aStick({ version: '1.0.0' }).installer)
  expect(await refusing.updates.fromFile()).toEqual({ state: 'refused', why: 'not newer' })
  expect(packaged.opened).toEqual([])
  expect(await aDesktop(null).updates.fromFile()).toEqual({ state: 'cancelled' })
})

test('without a key by which a forgery is told nothing is looked for, taken or gone back to, and it says so', async () => {
  const { installer } = aStick()
  const without = desktopUpdates({
    dialogs: { chooseFile: async () => installer },
    keptFolder: aFolder(),
    file: join(aFolder(), 'lumbung.sqlite'),
    keys: [],
  })
  Object.assign(packaged, { opened: [], quits: 0 })
  expect(without.canVerify).toBe(false)
  expect(await Promise.all([without.check(), without.install(), without.fromFile(), without.goBack()])).toEqual(
    Array(4).fill({ state: 'unavailable' }),
  )
  expect(packaged).toEqual({ opened: [], quits: 0 })
  expect(aDesktop(installer).updates.canVerify).toBe(true)
})

test('one click leads back to the version before, with the copy that it can open; nothing is lost, and staying here undoes it', async () => {
  const { file, copy } = aBroughtAlongShop()
  const { updates, keptFolder } = aDesktop(null, file)
  expect(await updates.before()).toBeNull()
  mkdirSync(keptFolder, { recursive: true })
  const { installer } = aStick({ version: '1.8.0', schema: latestVersion - 1 })
  keepInstaller({ version: '1.8.0', file: installer }, keptFolder)
  expect(await updates.before()).toEqual({ version: '1.8.0', dataAt: SUNDAY })
  expect(copyForOlder(file, latestVersion - 1)?.copy).toBe(copy)
  expect(await updates.goBack()).toEqual({ state: 'installing' })
  expect(packaged.opened).toEqual([join(keptFolder, '1.8.0', 'Lumbung Setup 1.8.0.exe')])
  expect(isShopReady(file)).toBe(true)
  // this version opens the shop again after all
  putReadyInPlace(file)
  expect(isShopReady(file)).toBe(false)
  const doors = openDatabase(file, () => SUNDAY)
  expect(doors.raw.pragma('user_version', { simple: true })).toBe(latestVersion)
  doors.close()
  makeCopyReady(file, copy, SUNDAY)
  expect(readdirSync(join(file, '..')).some((name) => name.includes('pulih-siap'))).toBe(true)
})
