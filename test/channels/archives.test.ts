import { expect, test } from 'vitest'
import { writeZip } from '../../src-main/core/spreadsheet/writing/write-zip.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aScheduler } from '../builders/a-scheduler.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const orders = anOrderFile().withOrder('261104HN3T8WQA').xlsx()
const aZip = (...paths: string[]) => writeZip(paths.map((path) => ({ path, bytes: orders })))

async function aDoor() {
  const time = aScheduler()
  const { client } = await aCore({ outside: { scheduler: time.scheduler } })
  const open = (bytes: Uint8Array, name = 'november.zip') => client.channels.archives.open({ file: aFile(name, bytes) })
  return { client, open, ...time }
}

test('an archive is looked through: what may be a report, and what is skipped with its reason', async () => {
  const { open } = await aDoor()
  const zip = aZip(
    'bulan/pesanan.xlsx',
    'mutasi.csv',
    'lama.zip',
    'bulan/.~lock.pesanan.xlsx#',
    '~$pesanan.xlsx',
    '__MACOSX/bulan/._pesanan.xlsx',
    '.DS_Store',
    'nota.pdf',
  )
  expect(await open(zip)).toMatchObject({
    files: [
      { entry: 'bulan/pesanan.xlsx', name: 'pesanan.xlsx' },
      { entry: 'mutasi.csv', name: 'mutasi.csv' },
    ],
    skipped: [
      { name: 'lama.zip', why: 'archive' },
      { name: '.~lock.pesanan.xlsx#', why: 'lock' },
      { name: '~$pesanan.xlsx', why: 'lock' },
      { name: '._pesanan.xlsx', why: 'system' },
      { name: '.DS_Store', why: 'system' },
      { name: 'nota.pdf', why: 'other' },
    ],
  })
})

test('ZIPs inside it are looked through as well, and their files are read', async () => {
  const { client, open } = await aDoor()
  const inner = writeZip([
    { path: 'juli/pesanan.xlsx', bytes: orders },
    { path: 'catatan.docx', bytes: orders },
  ])
  const zip = writeZip([
    { path: 'shopee/juli.zip', bytes: writeZip([{ path: 'dalam.ZIP', bytes: inner }]) },
    { path: 'rusak.zip', bytes: inner.subarray(0, 90) },
    { path: 'mutasi.csv', bytes: orders },
  ])
  const { archiveId, files, skipped } = await open(zip)
  expect(files.map(({ entry, name }) => [entry, name])).toEqual([
    ['shopee/juli.zip/dalam.ZIP/juli/pesanan.xlsx', 'pesanan.xlsx'],
    ['mutasi.csv', 'mutasi.csv'],
  ])
  expect(skipped).toEqual([
    { name: 'catatan.docx', why: 'other' },
    { name: 'rusak.zip', why: 'archive' },
  ])
  expect(await client.channels.files.stage({ archiveId, entry: files[0]!.entry })).toMatchObject({
    totals: { orders: 1 },
  })
})

test('one that holds itself, or one deeper than anybody packs them, ends', async () => {
  const { open } = await aDoor()
  const deep = Array.from({ length: 6 }).reduce<Uint8Array>((bytes) => writeZip([{ path: 'lagi.zip', bytes }]), orders)
  expect(
    await open(
      writeZip([
        { path: 'a.csv', bytes: orders },
        { path: 'lagi.zip', bytes: deep },
      ]),
    ),
  ).toMatchObject({
    files: [{ name: 'a.csv' }],
    skipped: [{ name: 'lagi.zip', why: 'archive' }],
  })
})

test('a file of an archive is read and taken in like any other', async () => {
  const { client, open } = await aDoor()
  const { archiveId, files } = await open(aZip('pesanan.xlsx'))
  const staged = await client.channels.files.stage({ archiveId, entry: files[0]!.entry })
  expect(staged).toMatchObject({ fileName: 'pesanan.xlsx', totals: { orders: 1 }, records: 1 })
  const shopId = newId()
  const into = { importId: staged.importId, shopId, newShop: 'Toko' }
  for await (const _ of await client.channels.files.confirm(into));
  expect(await client.channels.shops.list()).toMatchObject([{ name: 'Toko', orders: 1 }])
})

test('more files than are taken at once are counted, and the rest is said', async () => {
  const { open } = await aDoor()
  const { files, skipped } = await open(aZip(...Array.from({ length: 103 }, (_, index) => `${index}.csv`)))
  expect([files.length, skipped.map(({ why }) => why)]).toEqual([100, ['too many', 'too many', 'too many']])
})

test('an archive without a report, a broken one and no archive at all are refused', async () => {
  const { open } = await aDoor()
  await expect(open(aZip('nota.pdf'))).rejects.toMatchObject({ code: 'ARCHIVE_WITHOUT_FILES' })
  await expect(open(aZip('a.csv').subarray(0, 60))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  await expect(open(new Uint8Array(0))).rejects.toMatchObject({ code: 'FILE_EMPTY' })
  await expect(open(Buffer.from('No. Pesanan,Status'))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
})

test('an archive is forgotten after half an hour, and when another one is opened', async () => {
  const { client, open, pass } = await aDoor()
  const first = await open(aZip('a.xlsx'))
  const second = await open(aZip('b.xlsx'))
  const stage = (archiveId: string, entry: string) => client.channels.files.stage({ archiveId, entry })
  await expect(stage(first.archiveId, 'a.xlsx')).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' })
  await expect(stage(second.archiveId, 'c.xlsx')).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  pass(30 * 60_000)
  await expect(stage(second.archiveId, 'b.xlsx')).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' })
})
