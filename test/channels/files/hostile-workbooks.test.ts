import { randomBytes } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { orderIn, read, refusalOf } from './reading.ts'

const SHEET = 'xl/worksheets/sheet2.xml'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const aFile = () => anOrderFile().withOrder('261104HN3T8WQA')
const MEGABYTE = 1024 * 1024

/** The sheet of a sound file, changed by hand. */
const withSheet = (change: (xml: string) => string) => {
  const sheet = new TextDecoder().decode(unzipSync(aFile().xlsx())[SHEET])
  return aFile().withPart(SHEET, change(sheet)).xlsx()
}

/** Overwrites the sizes that the archive declares for a part, in its directory and before its data. */
function declaring(archive: Uint8Array, path: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  for (let at = bytes.indexOf(path); at >= 0; at = bytes.indexOf(path, at + 1)) {
    const inDirectory = at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50
    const beforeData = at >= 30 && bytes.readUInt32LE(at - 30) === 0x04034b50
    if (inDirectory) bytes.writeUInt32LE(size, at - 46 + 24)
    else if (beforeData) bytes.writeUInt32LE(size, at - 30 + 22)
  }
  return bytes
}

describe('archives that swell', () => {
  test('a part of zeros is refused before it is unpacked', async () => {
    const bytes = aFile()
      .withPart('xl/media/nol.bin', new Uint8Array(64 * MEGABYTE))
      .xlsx()
    expect(await refusalOf(bytes)).toEqual({
      code: 'FILE_UNPACKS_TOO_LARGE',
      facts: { name: 'Order.all.xlsx', passed: 'ratio', part: 'xl/media/nol.bin' },
    })
  })

  test('one that lies about its size is caught while it is unpacked', async () => {
    const bomb = aFile()
      .withPart(SHEET, new Uint8Array(64 * MEGABYTE).fill(32))
      .xlsx()
    expect(await refusalOf(declaring(bomb, SHEET, 1_000))).toMatchObject({
      code: 'FILE_UNPACKS_TOO_LARGE',
      facts: { passed: 'ratio', part: SHEET },
    })
  })

  test('parts that are large together are refused, however they pack', async () => {
    // A megabyte of noise each, declared as ninety: no part swells beyond the ratio.
    const noise = randomBytes(MEGABYTE)
    const paths = ['xl/media/1.bin', 'xl/media/2.bin', 'xl/media/3.bin']
    const file = paths.reduce((known, path) => known.withPart(path, noise), aFile())
    const bytes = paths.reduce((known, path) => declaring(known, path, 90 * MEGABYTE), file.xlsx())
    expect(await refusalOf(bytes)).toEqual({
      code: 'FILE_UNPACKS_TOO_LARGE',
      facts: { name: 'Order.all.xlsx', passed: 'size', part: 'xl/media/3.bin' },
    })
  })

  test('so are thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}`, new Uint8Array()]))
    expect(await refusalOf(zipSync(parts))).toMatchObject({
      code: 'FILE_UNPACKS_TOO_LARGE',
      facts: { passed: 'parts' },
    })
  })

  test('a small part may pack as well as it likes', async () => {
    const bytes = aFile().withPart('xl/theme/theme1.xml', ' '.repeat(500_000)).xlsx()
    expect((await read(bytes)).totals.orders).toBe(1)
  })

  test('a file over the limit is not opened', async () => {
    const bytes = Buffer.concat([aFile().xlsx(), Buffer.alloc(21 * MEGABYTE)])
    expect(await refusalOf(bytes)).toEqual({
      code: 'FILE_TOO_LARGE',
      facts: { name: 'Order.all.xlsx', megabytes: 21.1, limit: 20 },
    })
  })
})

describe('archives that were damaged', () => {
  test('a download that broke off', async () => {
    const bytes = aFile().xlsx()
    expect(await refusalOf(bytes.subarray(0, bytes.length - 100))).toMatchObject({
      code: 'FILE_DAMAGED',
      facts: { damage: 'cut short' },
    })
    expect(await refusalOf(bytes.subarray(0, 40))).toMatchObject({ code: 'FILE_DAMAGED' })
  })

  test('a changed digit is noticed by the checksum of its part', async () => {
    // Stored without packing, so that a single character can be changed.
    const parts = unzipSync(aFile().xlsx())
    const bytes = Buffer.from(zipSync(parts, { level: 0 }))
    bytes.write('9', bytes.indexOf('100.000'))
    expect(await refusalOf(bytes)).toMatchObject({ code: 'FILE_DAMAGED', facts: { damage: 'checksum' } })
  })

  test.each<[string, Record<string, string | null>]>([
    ['its sheet is missing', { [SHEET]: null }],
    ['its sheet ends in the middle', { [SHEET]: `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1"` }],
    ['its sheet is no XML', { [SHEET]: 'No. Pesanan' }],
    [
      'a cell points to a text that is not there',
      { [SHEET]: `<worksheet><sheetData><row><c t="s"><v>9999</v></c></row></sheetData></worksheet>` },
    ],
    ['its sheet has letters that are none', { [SHEET]: '<worksheet>\uD800</worksheet>' }],
  ])('%s', async (_, changed) => {
    const parts = unzipSync(aFile().xlsx())
    for (const [path, content] of Object.entries(changed)) {
      if (content === null) delete parts[path]
      else parts[path] = content.includes('\uD800') ? Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) : strToU8(content)
    }
    expect(await refusalOf(zipSync(parts))).toMatchObject({ code: 'FILE_DAMAGED' })
  })

  test('two parts of one name are not guessed between', async () => {
    const bytes = Buffer.from(zipSync({ 'xl/a.xml': strToU8('<a/>'), 'xl/b.xml': strToU8('<a/>') }))
    for (let at = bytes.indexOf('xl/b.xml'); at >= 0; at = bytes.indexOf('xl/b.xml')) bytes.write('xl/a.xml', at)
    expect(await refusalOf(bytes)).toMatchObject({ code: 'FILE_DAMAGED', facts: { damage: 'structure' } })
  })
})

describe('XML that is up to something', () => {
  test('a document type declaration is refused, and with it every entity', async () => {
    const billionLaughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
    expect(await refusalOf(withSheet((xml) => xml.replace('<worksheet', `${billionLaughs}<worksheet`)))).toEqual({
      code: 'FILE_DAMAGED',
      facts: { name: 'Order.all.xlsx', damage: 'doctype' },
    })
  })

  test('an entity that nobody defined is no text', async () => {
    expect(await refusalOf(withSheet((xml) => xml.replace('<v>', '<v>&rahasia;')))).toMatchObject({
      facts: { damage: 'xml' },
    })
  })

  test('tags within tags without end are refused', async () => {
    expect(await refusalOf(withSheet((xml) => xml.replace('<row', `${'<a>'.repeat(10_000)}<row`)))).toMatchObject({
      code: 'FILE_DAMAGED',
    })
  })

  test('so are attributes without end', async () => {
    const attributes = Array.from({ length: 10_000 }, (_, index) => `a${index}="1"`).join(' ')
    expect(await refusalOf(withSheet((xml) => xml.replace('<row', `<row ${attributes}`)))).toMatchObject({
      code: 'FILE_DAMAGED',
    })
  })

  test('a cell longer than a spreadsheet allows', async () => {
    const file = anOrderFile().withOrder('261104HN3T8WQA', { cells: { Catatan: 'x'.repeat(32_768) } })
    for (const bytes of [file.xlsx(), file.withInlineStrings().xlsx(), file.csv()]) {
      expect(await refusalOf(bytes)).toMatchObject({ facts: { damage: 'cell too long' } })
    }
  })
})

describe('odd but honest workbooks', () => {
  test('the dimension is not believed: this one says A1, as Seller Centre does', async () => {
    expect(await orderIn(withSheet((xml) => xml))).toMatchObject({ number: '261104HN3T8WQA' })
  })

  test('rows and cells need not say where they are', async () => {
    const shared = (xml: string) => xml.replace(/ r="[A-Z]*\d+"/g, '')
    const file = anOrderFile('50 columns, August 2026')
    // Without references every cell must be there, so each column gets a text.
    const [headings = []] = file.rows()
    file.withRow({ ...Object.fromEntries(headings.map((heading) => [String(heading), '-'])), ...cellsOfOrder() })
    const sheet = new TextDecoder().decode(unzipSync(file.xlsx())[SHEET])
    expect(await orderIn(file.withPart(SHEET, shared(sheet)).xlsx())).toMatchObject({ number: '261104HN3T8WQA' })
  })

  test('namespace prefixes are the writer’s choice', async () => {
    const prefixed = (xml: string) =>
      xml.replace(/<(\/?)(worksheet|sheetData|row|c|v|dimension)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
    expect(await orderIn(withSheet(prefixed))).toMatchObject({ number: '261104HN3T8WQA' })
  })

  test('formatted but empty columns far to the right are nothing', async () => {
    const wide = (xml: string) =>
      xml
        .replace('</row>', '<c r="ALL1" s="1"/></row>')
        .replace('</row></sheetData>', '<c r="AMZ2"><v>7</v></c></row></sheetData>')
    expect(await read(withSheet(wide))).toMatchObject({ columns: 50, problems: [], totals: { orders: 1 } })
  })

  test('merged cells and parts we do not know are passed over', async () => {
    const merged = (xml: string) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')
    expect(await read(withSheet(merged))).toMatchObject({ totals: { orders: 1 } })
  })

  test('a workbook in UTF-16 is XML too', async () => {
    const parts = unzipSync(aFile().xlsx())
    const xml = new TextDecoder().decode(parts[SHEET]).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    parts[SHEET] = Buffer.from(`\uFEFF${xml}`, 'utf16le')
    expect((await read(zipSync(parts))).totals.orders).toBe(1)
  })
})

const cellsOfOrder = () => {
  const [headings = [], row = []] = aFile().rows()
  return Object.fromEntries(headings.map((heading, index) => [String(heading), row[index] || '-']))
}
