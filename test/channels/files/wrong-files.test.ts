import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fileRefusals } from '../../../src-shared/channels/files.refusals.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { refusalOf } from './reading.ts'

const zipOf = (paths: string[]) => zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('<x/>')])))

describe('a file that is no spreadsheet is named for what it is', () => {
  test.each<[string, Uint8Array, string]>([
    ['a web page saved as XLSX', Buffer.from('<!DOCTYPE html>\n<html><title>Masuk Shopee</title>'), 'html'],
    ['a web page table saved as XLS', Buffer.from('\uFEFF  <table border=1><tr><td>No. Pesanan'), 'html'],
    ['an XML sheet of Excel 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'xml'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image'],
    ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image'],
    ['a letter', Buffer.from('Halo Kak\nPesanan saya sudah sampai mana ya\n'), 'text'],
    ['a ZIP of several downloads', zipOf(['Order.all.1.xlsx', 'Order.all.2.xlsx']), 'zip'],
    ['a Word document', zipOf(['[Content_Types].xml', 'word/document.xml']), 'document'],
    ['a presentation', zipOf(['ppt/presentation.xml']), 'presentation'],
    ['an OpenDocument sheet', zipOf(['mimetype', 'content.xml']), 'open document'],
    ['a binary workbook', zipOf(['xl/workbook.bin']), 'binary workbook'],
    ['a RAR archive', Buffer.from('526172211a0700cf9073', 'hex'), 'archive'],
    ['a lock file', Buffer.from([7, ...Buffer.from('Bu Ratna'), 0, 0, 0, 32, 0]), 'unknown'],
  ])('%s', async (_, bytes, looksLike) => {
    expect(await refusalOf(bytes)).toEqual({
      code: 'FILE_NOT_A_SPREADSHEET',
      facts: { name: 'Order.all.xlsx', looksLike },
    })
  })

  test('the sentence says so in both languages', () => {
    const { sentence } = fileRefusals.FILE_NOT_A_SPREADSHEET
    const facts = { name: 'Order.all.xlsx', looksLike: 'html' as const }
    expect(sentence.id(facts)).toContain('halaman web')
    expect(sentence.en(facts)).toContain('a web page')
  })

  test('the name of a file decides nothing', async () => {
    const bytes = anOrderFile().xlsx()
    for (const name of ['Order.return.xls', 'Order.csv', 'foto.png']) {
      expect(await refusalOf(bytes, name)).toMatchObject({ code: 'FILE_WITHOUT_CONTENTS', facts: { name } })
    }
  })
})

describe('a file with nothing in it is empty', () => {
  test.each<[string, Uint8Array]>([
    ['no bytes', new Uint8Array()],
    ['blank lines', Buffer.from('\r\n\r\n  \n')],
    ['a mark and nothing behind it', Buffer.from('\uFEFF')],
    [
      'a workbook whose sheet is empty',
      anOrderFile()
        .without(...anOrderFile().rows()[0]!.map(String))
        .xlsx(),
    ],
  ])('%s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'FILE_EMPTY', facts: { name: 'Order.all.xlsx' } })
  })
})

describe('a spreadsheet of something else is not recognised', () => {
  test('its headings are told', async () => {
    expect(await refusalOf(Buffer.from('Tanggal;Keterangan;Nominal\n1/8;Lakban;12000\n'))).toEqual({
      code: 'FILE_NOT_RECOGNISED',
      facts: { name: 'Order.all.xlsx', headers: ['Tanggal', 'Keterangan', 'Nominal'] },
    })
  })

  test('its headings are told, and not the titles above them', async () => {
    const statement = 'PT BANK CONTOH TBK\nNomor Rekening;0036\n\nTanggal;Keterangan;Nominal\n1/8;Lakban;12000\n'
    expect(await refusalOf(Buffer.from(statement))).toMatchObject({
      facts: { headers: ['Tanggal', 'Keterangan', 'Nominal'] },
    })
  })

  test('orders of TikTok Shop share headings with English Shopee ones and are not mixed up', async () => {
    const headings = ['Order ID', 'Order Status', 'Order Substatus', 'SKU ID', 'Product Name', 'Quantity']
    expect(await refusalOf(Buffer.from(`${headings.join(',')}\n1,2,3,4,5,6\n`))).toMatchObject({
      code: 'FILE_COLUMNS_MISSING',
      facts: {
        missing: ['SKU Unit Original Price', 'SKU Platform Discount', 'SKU Seller Discount', 'Order Amount'],
      },
    })
  })
})
