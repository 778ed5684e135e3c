import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  const practice = lockShop(shopFile.replace('lumbung', 'latihan'))
  real.release()
  practice.release()
})

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

test('a file that is no shop is left as it is, said in a sentence, and does not keep the lock', async () => {
  const file = aShopFile()
  const folder = join(file, '..')
  writeFileSync(file, 'catatan belanja '.repeat(500))
  for (const _attempt of [1, 2])
    await expect(openShop(aShop(folder))).rejects.toSatisfy((problem) =>
      whyClosed(problem).includes('tidak terbaca sebagai data toko'),
    )
})

test('a folder that cannot be made is said in a sentence with a way on', async () => {
  const file = aShopFile()
  writeFileSync(file, 'catatan belanja')
  await expect(openShop(aShop(join(file, 'toko')))).rejects.toSatisfy((problem) =>
    whyClosed(problem).includes('Periksa izin folder itu atau pilih folder lain.'),
  )
})
