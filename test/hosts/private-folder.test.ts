import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { defectLog } from '../../src-main/hosting/defect-log.ts'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { noteAddress } from '../../src-main/web/address-file.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { ANSWERS } from '../builders/a-core.ts'

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
const modes = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, mode(join(folder, name))]))

/** Somebody whose files everybody may read, as most systems have it. */
function aFolder(): string {
  const mask = process.umask(0o022)
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-hak-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => {
    process.umask(mask)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

async function opened(folder: string) {
  const resourcesFolder = join(import.meta.dirname, '../../resources')
  const shop = await openShop({ folder, isPractice: false, version: '0', host: 'process', resourcesFolder })
  onTestFinished(() => shop.close())
  return shop
}

describe.skipIf(process.platform === 'win32')('on systems with permission bits', () => {
  test('a new folder and everything a running shop puts in it is for its owner alone', async () => {
    const folder = join(aFolder(), 'a', 'toko')
    const shop = await opened(folder)
    await createRouterClient(shop.core.router).settings.setUp(ANSWERS)
    doorKeys(join(folder, 'lumbung.sqlite'))
    noteAddress(join(folder, 'lumbung.sqlite'), { url: '', run: '' })
    defectLog(folder)({ code: 'LB-0000', details: 'x' })
    expect(mode(folder)).toBe('700')
    const found = modes(folder)
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['lumbung.sqlite', 'lumbung.sqlite-wal', 'lumbung.sqlite-shm', 'lumbung.log']),
    )
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['lumbung.sqlite.lock', 'lumbung.sqlite.holder.json', 'lumbung.sqlite.address.json']),
    )
    expect(new Set(Object.values(found))).toEqual(new Set(['600']))
  })

  test('a folder and files that stood open before are tightened when the shop is opened', async () => {
    const folder = aFolder()
    ;(await opened(folder)).close()
    for (const name of ['lumbung.v1.2026-11-22T02-14-00.sqlite', 'lumbung.log', 'lumbung.key', 'latihan.sqlite'])
      writeFileSync(join(folder, name), '')
    mkdirSync(join(folder, 'window'))
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), name === 'window' ? 0o755 : 0o644)
    chmodSync(folder, 0o755)
    await opened(folder)
    expect(mode(folder)).toBe('700')
    const { window, ...files } = modes(folder)
    expect(window).toBe('700')
    expect(new Set(Object.values(files))).toEqual(new Set(['600']))
  })

  test('in a folder that holds other things as well only our files are tightened', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'skripsi.docx'), '')
    const target = join(aFolder(), 'elsewhere')
    writeFileSync(target, '')
    symlinkSync(target, join(folder, 'lumbung.link'))
    await opened(folder)
    expect(mode(folder)).toBe('755')
    expect(modes(folder)).toMatchObject({ 'skripsi.docx': '644', 'lumbung.sqlite': '600' })
    expect(mode(target), 'links are not followed').toBe('644')
  })

  test('a folder of everybody, as /tmp is, keeps its rights', async () => {
    const folder = aFolder()
    chmodSync(folder, 0o1777)
    await opened(folder)
    expect(statSync(folder).mode & 0o7777).toBe(0o1777)
  })
})
