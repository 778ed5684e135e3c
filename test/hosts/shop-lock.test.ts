import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { lockShop } from '../../src-main/hosting/shop-lock.ts'
import { whyClosed } from '../../src-main/hosting/why-closed.ts'

function aShopFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-kunci-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'lumbung.sqlite')
}

/** Another process that holds the lock until it is ended. */
async function anotherLumbung(shopFile: string): Promise<ChildProcess> {
  const module = new URL('../../src-main/hosting/shop-lock.ts', import.meta.url).href
  const script = `import { lockShop } from '${module}'; lockShop(${JSON.stringify(shopFile)}); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout!, 'data')
  return child
}

const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (problem) {
    return whyClosed(problem)
  }
  return 'not refused'
}

test('a second Lumbung is refused with a sentence that names the first', async () => {
  const shopFile = aShopFile()
  const first = await anotherLumbung(shopFile)
  expect(refusal(() => lockShop(shopFile))).toMatch(
    new RegExp(
      `^Toko ini sedang dibuka oleh Lumbung lain \\(proses ${first.pid}, sejak \\d{4}-\\d\\d-\\d\\d \\d\\d[.:]\\d\\d\\)\\. Tutup dulu yang itu, lalu coba lagi\\. Data tidak disentuh\\.$`,
    ),
  )
})

test('a lock whose process was killed is free at once, whatever it left behind', async () => {
  const shopFile = aShopFile()
  const first = await anotherLumbung(shopFile)
  first.kill('SIGKILL')
  await once(first, 'exit')
  expect(existsSync(`${shopFile}.holder.json`)).toBe(true)
  lockShop(shopFile).release()
})

test('a note about the holder that cannot be read does not lock anybody out, nor let anybody in', () => {
  const shopFile = aShopFile()
  writeFileSync(`${shopFile}.holder.json`, '{"process": 1, "si')
  const lock = lockShop(shopFile)
  writeFileSync(`${shopFile}.holder.json`, '')
  expect(refusal(() => lockShop(shopFile))).toMatch(/^Toko ini sedang dibuka oleh Lumbung lain\. Tutup/)
  lock.release()
})

test('letting go frees the shop for the next, and may be said twice', () => {
  const shopFile = aShopFile()
  const first = lockShop(shopFile)
  first.release()
  first.release()
  const second = lockShop(shopFile)
  first.release()
  expect(refusal(() => lockShop(shopFile))).not.toBe('not refused')
  second.release()
})

test('Toko Latihan and the real shop are two locks', () => {
  const shopFile = aShopFile()
  const real = lockShop(shopFile)
  const practice = lockShop(shopFile.replace('lumbung.sqlite', 'latihan.sqlite'))
  real.release()
  practice.release()
})

/**
 * Opens the shop of a folder as a process of its own; where the tests run as root, as a user without its powers, to whom the
 * folder then belongs.
 */
async function asAnybody(folder: string): Promise<{ status: number; said: string }> {
  const isRoot = process.getuid?.() === 0
  const nobody = isRoot ? { uid: 65534, gid: 65534 } : {}
  if (isRoot) {
    chownSync(folder, 65534, 65534)
    for (const name of readdirSync(folder)) if (!name.endsWith('.lock')) chownSync(join(folder, name), 65534, 65534)
  }
  const module = (path: string) => JSON.stringify(new URL(`../../src-main/${path}`, import.meta.url).href)
  const script = `
    import { openShop } from ${module('hosting/open-shop.ts')}
    import { whyClosed } from ${module('hosting/why-closed.ts')}
    await openShop(${JSON.stringify(aShop(folder))}).then(
      (shop) => shop.close(),
      (problem) => { console.log(whyClosed(problem)); process.exitCode = 1 })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { ...nobody, stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const [status] = await once(child, 'close')
  return { status, said }
}

const aShop = (folder: string) => ({
  folder,
  isPractice: false,
  version: '0.0.0',
  host: 'process' as const,
  resourcesFolder: join(import.meta.dirname, '../../resources'),
})

test('a shop that is open is not opened again; once closed it is', async () => {
  const folder = join(aShopFile(), '..')
  const first = await openShop(aShop(folder))
  await expect(openShop(aShop(folder))).rejects.toMatchObject({ code: 'SHOP_IS_OPEN' })
  first.close()
  const second = await openShop(aShop(folder))
  second.close()
  expect(existsSync(join(folder, 'lumbung.sqlite-wal'))).toBe(false)
})

test.each([
  ['may not be written', (file: string) => writeFileSync(file, '', { mode: 0o444 })],
  ['is a folder', (file: string) => mkdirSync(file)],
  ['holds something else', (file: string) => writeFileSync(file, 'catatan belanja '.repeat(500))],
])('a lock file that %s is no lock: the shop stays closed, with a sentence', async (_, standsThere) => {
  const file = aShopFile()
  const folder = join(file, '..')
  chmodSync(folder, 0o755)
  const shop = await openShop(aShop(folder))
  shop.close()
  rmSync(`${file}.lock`)
  standsThere(`${file}.lock`)
  const [before, beside] = [readFileSync(file), readdirSync(folder)]
  const { status, said } = await asAnybody(folder)
  expect(said).toContain('tidak pasti hanya satu Lumbung yang menulis')
  expect(status).toBe(1)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(beside)
})

test('a folder that cannot be made is said in a sentence with a way on', async () => {
  const file = aShopFile()
  writeFileSync(file, 'catatan belanja')
  await expect(openShop(aShop(join(file, 'toko')))).rejects.toSatisfy((problem) =>
    whyClosed(problem).includes('Periksa izin folder itu atau pilih folder lain.'),
  )
})
