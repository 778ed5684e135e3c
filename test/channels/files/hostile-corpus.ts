import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SOUND_FILES } from '../../builders/a-file-of-each-kind.ts'
import { workbookBytes } from '../../builders/workbook-bytes.ts'

export interface HostileFile {
  what: string
  name: string
  bytes: Uint8Array
}

const MEGABYTE = 1024 * 1024
const DOCTYPE = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
const sheetOf = (parts: Record<string, Uint8Array>) =>
  Object.keys(parts).find((path) => path.startsWith('xl/worksheets/'))!

/** The sheet of a sound workbook, changed by hand. */
function withSheet(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const path = sheetOf(parts)
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) })
}

const flipped = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  const at = Math.floor(copy.length / 3)
  for (let index = at; index < at + 12; index++) copy[index] = copy[index]! ^ 0x5a
  return copy
}

/** What is done to a sound workbook so that it must be refused. */
const TO_A_WORKBOOK: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'its download broke off': (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.6)),
  'bytes on its way were changed': flipped,
  'its sheet declares entities that swell': (bytes) =>
    withSheet(bytes, (xml) => xml.replace(/^<\?xml[^>]*>/, (at) => at + DOCTYPE)),
  'the XML of its sheet breaks off': (bytes) => withSheet(bytes, (xml) => xml.slice(0, Math.floor(xml.length / 2))),
  'a part swells like a bomb': (bytes) =>
    zipSync({ ...unzipSync(bytes), 'xl/media/nol.bin': new Uint8Array(64 * MEGABYTE) }),
  'it has thousands of parts': (bytes) =>
    zipSync({
      ...unzipSync(bytes),
      ...Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`x/${n}`, new Uint8Array()])),
    }),
  'its sheet is missing': (bytes) => {
    const { [sheetOf(unzipSync(bytes))]: _, ...others } = unzipSync(bytes)
    return zipSync(others)
  },
  'it is larger than any report': (bytes) => Buffer.concat([bytes, Buffer.alloc(21 * MEGABYTE)]),
}

/** What is done to a sound text file so that it must be refused. */
const TO_A_TEXT: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'its quotation marks do not pair up': (bytes) => Buffer.concat([bytes, Buffer.from('"tanpa tutup,1,2\n'.repeat(3))]),
  'its letters are of no writing': (bytes) => Buffer.concat([bytes, Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0])]),
  'a line is longer than any report has': (bytes) => Buffer.concat([bytes, Buffer.alloc(3 * MEGABYTE, 'a')]),
  'its headings were cleared': (bytes) =>
    Buffer.from(
      Buffer.from(bytes)
        .toString('utf8')
        .replaceAll(/[A-Za-z]+/g, 'x'),
    ),
}

const ofEachKind = SOUND_FILES.flatMap(({ kind, name, bytes }): HostileFile[] =>
  Object.entries(isWorkbook(bytes) ? TO_A_WORKBOOK : TO_A_TEXT).map(([what, harm]) => ({
    what: `${kind} (${name}): ${what}`,
    name,
    bytes: harm(bytes),
  })),
)

const zipOf = (...paths: string[]) => zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('<x/>')])))

const NO_REPORT: [string, string, Uint8Array][] = [
  ['no bytes', 'kosong.xlsx', new Uint8Array()],
  ['blank lines', 'kosong.csv', Buffer.from('\r\n\r\n  \n')],
  ['a mark and nothing behind it', 'kosong.csv', Buffer.from('\uFEFF')],
  ['a web page saved as XLSX', 'Income.xlsx', Buffer.from('<!DOCTYPE html>\n<html><title>Masuk</title>')],
  ['a table of a web page saved as XLS', 'mutasi.xls', Buffer.from('<table border=1><tr><td>Tanggal')],
  ['an XML sheet of Excel 2003', 'mutasi.xls', Buffer.from('<?xml version="1.0"?><Workbook/>')],
  ['a PDF statement', 'mutasi.pdf', Buffer.from('%PDF-1.7\n1 0 obj')],
  ['a screenshot', 'saldo.png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
  ['a photo', 'saldo.jpg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['a letter', 'catatan.txt', Buffer.from('Halo Kak\nPesanan saya sudah sampai mana ya\n')],
  ['a ZIP under another name', 'Income.xlsx', zipOf('a.xlsx', 'b.xlsx')],
  ['a Word document', 'mutasi.docx', zipOf('[Content_Types].xml', 'word/document.xml')],
  ['a presentation', 'laporan.pptx', zipOf('ppt/presentation.xml')],
  ['an OpenDocument sheet', 'mutasi.ods', zipOf('mimetype', 'content.xml')],
  ['a binary workbook', 'Income.xlsb', zipOf('xl/workbook.bin')],
  ['a RAR archive', 'Income.rar', Buffer.from('526172211a0700cf9073', 'hex')],
  ['a gzip', 'Income.csv.gz', Buffer.from('1f8b0800000000000003', 'hex')],
  ['a lock file', '.~lock.Income.xlsx#', Buffer.from([7, ...Buffer.from('Bu Ratna'), 0, 0, 0, 32, 0])],
  ['Excel 95', 'lama.xls', Buffer.from('0908080000050500', 'hex')],
  ['a compound file that breaks off', 'lama.xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
  ['a table of something else', 'belanja.csv', Buffer.from('Tanggal;Barang;Harga\n1/8;Lakban;12000\n')],
  ['a workbook without a sheet', 'kosong.xlsx', workbookBytes([], 'inline', {})],
  [
    'a workbook whose only sheet is hidden',
    'sembunyi.xlsx',
    workbookBytes([{ name: 'a', hidden: true, rows: [['No. Pesanan']] }], 'inline', {}),
  ],
  ['a macro in the file name of a part', 'Income.xlsx', zipOf('../../etc/passwd', 'xl/workbook.xml')],
]

/** Damaged and hostile files over all kinds: each must be refused in one sentence, with nothing changed. */
export const HOSTILE_FILES: HostileFile[] = [
  ...ofEachKind,
  ...NO_REPORT.map(([what, name, bytes]) => ({ what, name, bytes })),
]
