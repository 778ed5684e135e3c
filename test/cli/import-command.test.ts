import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeZip } from '../../src-main/core/spreadsheet/writing/write-zip.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { askedByScript, prepareProgram } from './lumbung-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'lumbung-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

prepareProgram()
const lumbung = (shop: string, ...args: string[]) => askedByScript(...args, '--data', join(folder, shop))
const importing = (...files: string[]) => lumbung('toko', 'import', ...files, '--start-day', '2026-11-01')

const sound = anOrderFile().withOrder('261104HN3T8WQA', { placedAt: '2026-11-04 10:00' }).xlsx()
const allHeldBack = anOrderFile()
  .withOrder('261105HN3T8WQB', { cells: { Jumlah: '-2' } })
  .xlsx()

describe('lumbung import', () => {
  test('the same file twice brings nothing new', async () => {
    const path = file('pesanan.xlsx', sound)
    expect(await importing(path)).toMatchObject({
      status: 0,
      answer: { files: [{ outcome: { added: { orders: 1 } } }] },
    })
    const again = await importing(path)
    expect(again).toMatchObject({
      status: 0,
      answer: {
        files: [{ totals: { orders: 1 }, outcome: { added: { orders: 0 }, unchanged: { orders: 1 }, entries: 0 } }],
      },
    })
  })

  test.each<[string, string, string, string]>([
    ['a file that is not there', join(folder, 'tidak-ada.xlsx'), 'FILE_NOT_OPENED', 'tidak ditemukan'],
    ['a folder without a report', mkdtempSync(join(folder, 'kosong')), 'ARCHIVE_WITHOUT_FILES', 'tidak ada berkas'],
    ['a picture', file('foto.xlsx', Buffer.from('ffd8ffe000104a464946', 'hex')), 'FILE_NOT_A_SPREADSHEET', 'gambar'],
    ['a broken download', file('putus.xlsx', sound.subarray(0, 900)), 'FILE_DAMAGED', 'rusak'],
  ])('%s is refused in one sentence', async (_, path, code, words) => {
    const { status, sentence, answer } = await importing(path)
    expect(status).toBe(1)
    expect(sentence).toContain(words)
    expect(sentence.split('\n')).toHaveLength(1)
    expect(answer).toMatchObject({ refused: { code, message: sentence } })
  })

  test('a folder with a ZIP beside it: each file is taken in or said to be skipped, with its reason', async () => {
    const month = mkdtempSync(join(folder, 'bulan'))
    writeFileSync(join(month, 'rusak.xlsx'), sound.subarray(0, 900))
    writeFileSync(join(month, 'pesanan.xlsx'), sound)
    writeFileSync(join(month, '.~lock.pesanan.xlsx#'), '')
    const zip = file('lagi.zip', writeZip([{ path: 'salinan.xlsx', bytes: sound }]))
    const { status, answer } = await lumbung('folder', 'import', month, zip, '--start-day', '2026-11-01')
    expect(status).toBe(0)
    expect(answer.files).toMatchObject([
      { file: '.~lock.pesanan.xlsx#', skipped: expect.stringContaining('sedang terbuka') },
      { file: 'rusak.xlsx', skipped: expect.stringContaining('rusak') },
      { file: 'salinan.xlsx', skipped: expect.stringContaining('sama persis') },
      { file: 'pesanan.xlsx', outcome: { added: { orders: 1 } } },
    ])
  })

  test.skipIf(process.platform === 'win32')('a device, which may never end, is not read', async () => {
    const { status, sentence, answer } = await importing('/dev/null')
    expect(status).toBe(1)
    expect(sentence).toContain('bukan berkas biasa')
    expect(answer).toMatchObject({ refused: { code: 'FILE_NOT_OPENED', message: sentence } })
  })

  test('a file in which every order is held back is refused, and its rows are named', async () => {
    const { status, answer } = await importing(file('salah.xlsx', allHeldBack))
    expect(status).toBe(1)
    expect(answer).toMatchObject({
      refused: { code: 'NOTHING_TO_IMPORT' },
      files: [{ outcome: null, problems: [{ code: 'NOT_A_QUANTITY', row: 2, columnLetter: 'T', value: '-2' }] }],
    })
  })

  test('what came in before a refused file is told beside the refusal', async () => {
    const { status, answer } = await importing(file('lagi.xlsx', sound), join(folder, 'tidak-ada.xlsx'))
    expect(status).toBe(1)
    expect(answer).toMatchObject({ refused: { code: 'FILE_NOT_OPENED' }, files: [{ file: 'lagi.xlsx' }] })
  })
})

/** Every file of a folder and what stands in it. */
const everything = (shop: string) =>
  readdirSync(join(folder, shop)).map((name) => [name, sha256(readFileSync(join(folder, shop, name)))])
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test.each([
  ['a folder', folder],
  ['a folder that is not there', join(folder, 'tidak', 'ada.csv')],
])('a journal that cannot be written to %s says so, and nothing about the shop', async (_, out) => {
  await importing(file('ekspor.xlsx', sound))
  const { status, sentence, answer } = await lumbung('toko', 'export', 'journal', '--out', out)
  expect(status).toBe(1)
  expect(sentence).toContain(`Tidak bisa menulis ke ${out}`)
  expect(answer).toMatchObject({ refused: { code: 'OUT_NOT_WRITABLE', message: sentence } })
})

describe('a command that only looks', () => {
  const looks = [
    ['verify'],
    ['report', 'neraca'],
    ['report', 'laba-rugi'],
    ['export', 'journal', '--format', 'csv'],
  ] as const
  const dryRun = ['import', file('coba.xlsx', sound), '--dry-run'] as const

  test('writes nothing at all into a shop', async () => {
    await lumbung('lihat', 'import', file('awal.xlsx', sound), '--start-day', '2026-11-01')
    const before = everything('lihat')
    for (const command of [...looks, dryRun]) expect(await lumbung('lihat', ...command)).toMatchObject({ status: 0 })
    expect(everything('lihat')).toEqual(before)
  })

  test('makes no shop where none is, and says so', async () => {
    for (const command of looks)
      expect(await lumbung('kosong', ...command)).toMatchObject({
        status: 1,
        answer: { refused: { code: 'NO_SHOP_HERE', data: null } },
      })
    expect(await lumbung('kosong', ...dryRun)).toMatchObject({
      status: 0,
      answer: { files: [{ outcome: { added: { orders: 1 } } }] },
    })
    expect(existsSync(join(folder, 'kosong'))).toBe(false)
  })
})

describe('the shop of a file', () => {
  test('is the only one of its channel; between two nobody guesses', async () => {
    const path = file('milik.xlsx', sound)
    await lumbung('dua', 'import', path, '--shop', 'Toko A')
    expect(await lumbung('dua', 'import', path)).toMatchObject({
      status: 0,
      answer: { files: [{ outcome: { unchanged: { orders: 1 } } }] },
    })
    const refused = await lumbung('dua', 'import', path, '--shop', 'Toko B')
    expect(refused).toMatchObject({ status: 1, answer: { refused: { code: 'FILE_OF_ANOTHER_SHOP' } } })
    expect(refused.sentence).toContain('Toko A')
    // the second shop was not made either
    expect(await lumbung('dua', 'import', path, '--dry-run')).toMatchObject({ status: 0 })
    expect(await lumbung('dua', 'import', path, '--shop', 'Toko B', '--despite', 'Toko A')).toMatchObject({ status: 0 })
    expect(await lumbung('dua', 'import', path)).toMatchObject({
      status: 1,
      answer: { refused: { code: 'SHOP_NOT_CHOSEN', data: { shops: ['Toko A', 'Toko B'] } } },
    })
  })
})
