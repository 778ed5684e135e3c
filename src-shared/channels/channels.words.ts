import type { Language } from '../kernel/business-day.ts'
import { words } from '../kernel/words.ts'
import type { RowProblem, RowProblemCode } from './channel-file.ts'

type Part = (problem: RowProblem) => string

/** What is wrong with a cell, in words that follow its place, and what to do about it. */
interface Told {
  what: Part
  todo: Part
}

const MEND = { id: () => 'Perbaiki selnya, lalu impor lagi.', en: () => 'Mend the cell, then import again.' }
const AGAIN = {
  id: (p: RowProblem) => `Unduh ulang berkasnya; pesanan ${p.orderNumber || 'di baris ini'} menunggu.`,
  en: (p: RowProblem) => `Download the file again; order ${p.orderNumber || 'of this row'} waits.`,
}

const PROBLEMS: Record<RowProblemCode, Record<Language, Told>> = {
  ORDER_NUMBER_MISSING: {
    id: {
      what: (p) => (p.value === '' ? 'kosong.' : `berisi “${p.value}”, bukan nomor pesanan.`),
      todo: () => 'Isi nomor pesanannya atau hapus barisnya, lalu impor lagi.',
    },
    en: {
      what: (p) => (p.value === '' ? 'is empty.' : `holds “${p.value}”, not an order number.`),
      todo: () => 'Fill in the order number or remove the row, then import again.',
    },
  },
  STATUS_MISSING: {
    id: { what: (p) => `kosong pada pesanan ${p.orderNumber}.`, todo: AGAIN.id },
    en: { what: (p) => `is empty for order ${p.orderNumber}.`, todo: AGAIN.en },
  },
  PRODUCT_NAME_MISSING: {
    id: {
      what: (p) => `kosong pada pesanan ${p.orderNumber}.`,
      todo: () => 'Isi nama produknya, lalu impor lagi.',
    },
    en: {
      what: (p) => `is empty for order ${p.orderNumber}.`,
      todo: () => 'Fill in the product name, then import again.',
    },
  },
  NOT_AN_AMOUNT: {
    id: {
      what: (p) =>
        p.value === ''
          ? 'kosong, padahal harus berisi jumlah rupiah.'
          : `berisi “${p.value}”, bukan jumlah rupiah bulat.`,
      todo: MEND.id,
    },
    en: {
      what: (p) => (p.value === '' ? 'is empty, but must hold rupiah.' : `holds “${p.value}”, not whole rupiah.`),
      todo: MEND.en,
    },
  },
  NOT_A_QUANTITY: {
    id: {
      what: (p) =>
        `${p.value === '' ? 'kosong' : `berisi “${p.value}”`}, padahal jumlah barang harus bilangan bulat di atas nol.`,
      todo: MEND.id,
    },
    en: {
      what: (p) =>
        `${p.value === '' ? 'is empty' : `holds “${p.value}”`}, but a quantity must be a whole number above zero.`,
      todo: MEND.en,
    },
  },
  NOT_A_DATE: {
    id: { what: (p) => `berisi “${p.value}”, bukan tanggal seperti 2026-08-31 14:05.`, todo: MEND.id },
    en: { what: (p) => `holds “${p.value}”, not a date like 2026-08-31 14:05.`, todo: MEND.en },
  },
  DAY_OR_MONTH: {
    id: {
      what: (p) => `berisi “${p.value}”; hari dan bulannya bisa tertukar, dan berkas ini tidak menunjukkan yang mana.`,
      todo: () =>
        'Unduh ulang tanpa menyimpannya dari Excel, atau tulis bulannya dengan nama (3 Apr 2026), lalu impor lagi.',
    },
    en: {
      what: (p) => `holds “${p.value}”; day and month may be swapped, and nothing in the file shows which is which.`,
      todo: () =>
        'Download it again without saving it from Excel, or write the month by its name (3 Apr 2026), then import again.',
    },
  },
  FORMULA_CELL: {
    id: {
      what: () => 'berisi rumus, bukan nilai.',
      todo: () => 'Tempel sebagai nilai atau unduh ulang, lalu impor lagi.',
    },
    en: {
      what: () => 'holds a formula, not a value.',
      todo: () => 'Paste it as a value or download again, then import again.',
    },
  },
  ORDER_CONTRADICTS_ITSELF: {
    id: {
      what: (p) => `berisi “${p.value}”, padahal baris lain pesanan ${p.orderNumber} menyebut yang berbeda.`,
      todo: AGAIN.id,
    },
    en: {
      what: (p) => `holds “${p.value}”, but another row of order ${p.orderNumber} says otherwise.`,
      todo: AGAIN.en,
    },
  },
  DIGITS_LOST: {
    id: {
      what: (p) => `berisi “${p.value}”: Excel sudah membulatkan angkanya.`,
      todo: () => 'Unduh ulang berkasnya tanpa menyimpannya dari Excel.',
    },
    en: {
      what: (p) => `holds “${p.value}”: Excel has rounded the digits away.`,
      todo: () => 'Download the file again without saving it from Excel.',
    },
  },
  THOUSANDS_LOST: {
    id: {
      what: (p) => `berisi ${p.value}; ribuannya mungkin hilang di Excel (${p.value}.000 terbaca ${p.value}).`,
      todo: (p) => `Unduh ulang tanpa menyimpannya dari Excel. Bila memang Rp${p.value}, ketik Rp${p.value}.`,
    },
    en: {
      what: (p) => `holds ${p.value}; Excel may have lost its thousands (${p.value}.000 read as ${p.value}).`,
      todo: (p) => `Download it again without saving it from Excel. If it is Rp${p.value}, type Rp${p.value}.`,
    },
  },
  SHIPPING_LEFT_OPEN: {
    id: {
      what: (p) => `berisi ${p.value}; tidak jelas apakah ongkir dari pembeli sudah termasuk.`,
      todo: () =>
        'Ganti bahasa Seller Centre ke Bahasa Indonesia, lalu unduh lagi (kolomnya bernama Total Pembayaran).',
    },
    en: {
      what: (p) => `holds ${p.value}; it is not clear whether the shipping that the buyer paid is in it.`,
      todo: () => 'Set Seller Centre to Bahasa Indonesia and download again (its column is called Total Pembayaran).',
    },
  },
  ROW_SHIFTED: {
    id: { what: () => 'punya lebih banyak sel daripada judulnya, jadi isinya bergeser.', todo: AGAIN.id },
    en: { what: () => 'has more cells than headings, so its contents have shifted.', todo: AGAIN.en },
  },
  ROW_CUT: {
    id: { what: () => 'terpotong: berkas ini berakhir di tengah baris, jadi bagian akhirnya hilang.', todo: AGAIN.id },
    en: { what: () => 'is cut: this file ends in the middle of a row, so its end is missing.', todo: AGAIN.en },
  },
  OTHER_ACCOUNT: {
    id: {
      what: (p) => `berisi rekening lain (${p.value}).`,
      todo: () => 'Unduh mutasi tiap rekening sebagai berkas sendiri.',
    },
    en: {
      what: (p) => `holds another account (${p.value}).`,
      todo: () => 'Download the statement of each account as a file of its own.',
    },
  },
  NOT_RELEASED: {
    id: {
      what: () => 'kosong: dananya belum dilepas.',
      todo: () => 'Tidak perlu diperbaiki; impor lagi laporan yang sudah memuat tanggal pelepasannya.',
    },
    en: {
      what: () => 'is empty: the money has not been released.',
      todo: () => 'Nothing to mend; import a later report once it carries the day of release.',
    },
  },
  ORDER_ROW_MISSING: {
    id: {
      what: (p) => `hanya memuat baris produk pesanan ${p.orderNumber}, tanpa baris pesanannya.`,
      todo: AGAIN.id,
    },
    en: {
      what: (p) => `has only rows of the products of order ${p.orderNumber}, not of the order itself.`,
      todo: AGAIN.en,
    },
  },
  ROW_TWICE: {
    id: {
      what: (p) =>
        p.orderNumber === ''
          ? 'sama persis dengan baris lain.'
          : `sama persis dengan baris lain pesanan ${p.orderNumber}.`,
      todo: () => 'Dihitung satu kali; tidak ada yang perlu diperbaiki.',
    },
    en: {
      what: (p) =>
        p.orderNumber === '' ? 'is the same as another row.' : `is the same as another row of order ${p.orderNumber}.`,
      todo: () => 'It counts once; nothing needs mending.',
    },
  },
  WORD_NOT_TAUGHT: {
    id: {
      what: (p) => `berisi kata “${p.value}” yang belum dikenalkan, jadi barisnya tidak dimasukkan.`,
      todo: () => 'Buka susunan berkas ini di Impor, beri arti pada kata itu, lalu seret berkasnya lagi.',
    },
    en: {
      what: (p) => `holds the word “${p.value}”, which was not taught, so its row stays out.`,
      todo: () => 'Open the layout of this file in Import, say what the word means and drop the file again.',
    },
  },
  WAY_NOT_TOLD: {
    id: {
      what: () => 'tidak menunjukkan uang masuk atau keluar: tidak ada tanda +/−, DB/CR, atau saldo yang cocok.',
      todo: () =>
        'Buka susunan berkas ini di Impor, tunjuk kolom arahnya (atau semua masuk/keluar), lalu seret berkasnya lagi.',
    },
    en: {
      what: () => 'does not tell money in from money out: no +/− sign, no DB/CR, no balance that fits.',
      todo: () =>
        'Open the layout of this file in Import, point at the column of the way (or all in/out) and drop it again.',
    },
  },
  WAY_AGAINST_BALANCE: {
    id: {
      what: (p) => `berlawanan dengan saldonya (${p.value}): uang masuk dan keluar tertukar.`,
      todo: () => 'Buka susunan berkas ini di Impor, tukar kolom masuk dan keluarnya, lalu seret berkasnya lagi.',
    },
    en: {
      what: (p) => `goes against the balance (${p.value}): in and out are the wrong way round.`,
      todo: () => 'Open the layout of this file in Import, swap the columns of in and out and drop the file again.',
    },
  },
  AMOUNT_WITHOUT_NAME: {
    id: {
      what: () => 'kosong, padahal barisnya punya jumlah uang.',
      todo: () => 'Isi nama biaya baris itu, lalu seret berkasnya lagi.',
    },
    en: {
      what: () => 'is blank although its row has an amount.',
      todo: () => 'Fill in the name of that fee and drop the file again.',
    },
  },
  STATUS_UNKNOWN: {
    id: {
      what: (p) => `berisi status “${p.value}” yang belum dikenal.`,
      todo: (p) => `Pesanan ${p.orderNumber} disimpan apa adanya; tidak ada yang perlu diperbaiki.`,
    },
    en: {
      what: (p) => `holds the status “${p.value}”, which is not known.`,
      todo: (p) => `Order ${p.orderNumber} is kept as it is; nothing needs mending.`,
    },
  },
  AMOUNTS_DO_NOT_ADD_UP: {
    id: {
      what: (p) => `tidak cocok jumlahnya (${p.value}).`,
      todo: (p) => `Pesanan ${p.orderNumber} tetap dimasukkan; periksa barisnya.`,
    },
    en: {
      what: (p) => `does not add up (${p.value}).`,
      todo: (p) => `Order ${p.orderNumber} is taken in; check the row.`,
    },
  },
  BALANCE_BREAKS: {
    id: {
      what: (p) => `tidak menyambung dengan baris sebelumnya (${p.value}).`,
      todo: () => 'Semua baris tetap dibaca; mungkin ada baris yang terhapus. Unduh ulang untuk memastikan.',
    },
    en: {
      what: (p) => `does not follow from the row before (${p.value}).`,
      todo: () => 'All rows are read all the same; one may have been removed. Download again to be sure.',
    },
  },
}

const PLACE: Record<Language, Part> = {
  id: ({ code, row, column, columnLetter }) =>
    code === 'ROW_SHIFTED' || code === 'ROW_CUT' ? `Baris ${row}` : `Baris ${row}, kolom ${columnLetter} (${column})`,
  en: ({ code, row, column, columnLetter }) =>
    code === 'ROW_SHIFTED' || code === 'ROW_CUT' ? `Row ${row}` : `Row ${row}, column ${columnLetter} (${column})`,
}

/** Remarks whose own words say already what becomes of the order. */
const SAYS_OUTCOME: ReadonlySet<RowProblemCode> = new Set([
  'STATUS_UNKNOWN',
  'AMOUNTS_DO_NOT_ADD_UP',
  'DIGITS_LOST',
  'ROW_TWICE',
  'BALANCE_BREAKS',
])

const TAKEN_IN: Record<Language, Part> = {
  id: ({ orderNumber }) => `Pesanan ${orderNumber} tetap masuk; pembukuan tidak memerlukan sel ini.`,
  en: ({ orderNumber }) => `Order ${orderNumber} comes in; the books do without this cell.`,
}

function todoOf(problem: RowProblem, language: Language): string {
  if (!problem.blocks && !SAYS_OUTCOME.has(problem.code)) return TAKEN_IN[language](problem)
  return PROBLEMS[problem.code][language].todo(problem)
}

/** What to do in the layout itself, where that is open beside the problem and nothing need be dropped again. */
const IN_OPEN_LAYOUT: Partial<Record<RowProblemCode, Record<Language, string>>> = {
  WORD_NOT_TAUGHT: { id: 'Beri arti pada kata itu di sini.', en: 'Say here what the word means.' },
  WAY_NOT_TOLD: {
    id: 'Tunjuk kolom arahnya di sini, atau pilih semua masuk atau semua keluar.',
    en: 'Point here at the column of the way, or choose all in or all out.',
  },
  WAY_AGAINST_BALANCE: {
    id: 'Tukar kolom masuk dan keluarnya di sini.',
    en: 'Swap the columns of in and out here.',
  },
}

/** The problem in one line: where, what stands there, what to do; `isLayoutOpen` where the layout of the file is being taught. */
export const problemSentence = (
  problem: RowProblem,
  language: Language,
  { isLayoutOpen = false }: { isLayoutOpen?: boolean } = {},
): string => {
  const { what } = PROBLEMS[problem.code][language]
  const here = isLayoutOpen ? IN_OPEN_LAYOUT[problem.code]?.[language] : undefined
  return `${PLACE[language](problem)} ${what(problem)} ${here ?? todoOf(problem, language)}`
}

/** The same in parts, for a table: what is wrong, and what to do. */
export const problemParts = (problem: RowProblem, language: Language): { what: string; todo: string } => {
  const text = PROBLEMS[problem.code][language].what(problem)
  return { what: text[0]!.toUpperCase() + text.slice(1), todo: todoOf(problem, language) }
}

/** Headings and words of the list of problems as a file. */
export const problemsFileWords = words(
  {
    name: 'masalah',
    row: 'Baris',
    letter: 'Kolom',
    column: 'Judul kolom',
    order: 'No. Pesanan',
    value: 'Isi sel',
    what: 'Masalah',
    todo: 'Yang perlu dilakukan',
    outcome: 'Akibat',
    blocks: 'Pesanan tertahan',
    remark: 'Pesanan tetap masuk',
    more: (count: string) => `Masih ada ${count} masalah lagi. Perbaiki dulu yang terdaftar, lalu impor lagi.`,
  },
  {
    name: 'problems',
    row: 'Row',
    letter: 'Column',
    column: 'Heading',
    order: 'Order no.',
    value: 'Cell content',
    what: 'Problem',
    todo: 'What to do',
    outcome: 'Outcome',
    blocks: 'Order kept out',
    remark: 'Order comes in',
    more: (count) => `${count} more problems. Mend the listed ones first, then import again.`,
  },
)
