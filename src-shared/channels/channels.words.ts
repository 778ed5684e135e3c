import type { Language } from '../kernel/business-day.ts'
import type { RowProblem, RowProblemCode } from './channel-file.ts'

type Sentence = (problem: RowProblem) => string

const at = ({ row, column, columnLetter }: RowProblem) => `Baris ${row}, kolom ${columnLetter} (${column})`
const atEn = ({ row, column, columnLetter }: RowProblem) => `Row ${row}, column ${columnLetter} (${column})`

/** Each problem of a row: where, what stands there, what to do. */
const PROBLEMS: Record<RowProblemCode, Record<Language, Sentence>> = {
  ORDER_NUMBER_MISSING: {
    id: (p) => `${at(p)} kosong. Isi nomor pesanannya atau hapus barisnya, lalu impor lagi.`,
    en: (p) => `${atEn(p)} is empty. Fill in the order number or remove the row, then import again.`,
  },
  STATUS_MISSING: {
    id: (p) => `${at(p)} kosong pada pesanan ${p.orderNumber}. Unduh ulang berkasnya; pesanan ini menunggu.`,
    en: (p) => `${atEn(p)} is empty for order ${p.orderNumber}. Download the file again; this order waits.`,
  },
  PRODUCT_NAME_MISSING: {
    id: (p) => `${at(p)} kosong pada pesanan ${p.orderNumber}. Isi nama produknya, lalu impor lagi.`,
    en: (p) => `${atEn(p)} is empty for order ${p.orderNumber}. Fill in the product name, then import again.`,
  },
  NOT_AN_AMOUNT: {
    id: (p) => `${at(p)} berisi “${p.value}”, bukan jumlah rupiah bulat. Perbaiki selnya, lalu impor lagi.`,
    en: (p) => `${atEn(p)} holds “${p.value}”, not whole rupiah. Mend the cell, then import again.`,
  },
  NOT_A_QUANTITY: {
    id: (p) =>
      `${at(p)} berisi “${p.value}”, padahal jumlah barang harus bilangan bulat di atas nol. Perbaiki selnya, lalu impor lagi.`,
    en: (p) =>
      `${atEn(p)} holds “${p.value}”, but a quantity must be a whole number above zero. Mend the cell, then import again.`,
  },
  NOT_A_DATE: {
    id: (p) =>
      `${at(p)} berisi “${p.value}”, bukan tanggal seperti 2026-08-31 14:05. Perbaiki selnya, lalu impor lagi.`,
    en: (p) => `${atEn(p)} holds “${p.value}”, not a date like 2026-08-31 14:05. Mend the cell, then import again.`,
  },
  FORMULA_CELL: {
    id: (p) => `${at(p)} berisi rumus, bukan nilai. Tempel sebagai nilai atau unduh ulang, lalu impor lagi.`,
    en: (p) => `${atEn(p)} holds a formula, not a value. Paste it as a value or download again, then import again.`,
  },
  ORDER_CONTRADICTS_ITSELF: {
    id: (p) =>
      `${at(p)}: baris-baris pesanan ${p.orderNumber} saling berbeda (“${p.value}”). Unduh ulang berkasnya; pesanan ini menunggu.`,
    en: (p) =>
      `${atEn(p)}: the rows of order ${p.orderNumber} disagree (“${p.value}”). Download the file again; this order waits.`,
  },
  DIGITS_LOST: {
    id: (p) =>
      `${at(p)} berisi “${p.value}”: Excel sudah membulatkan angkanya. Unduh ulang berkasnya tanpa menyimpannya dari Excel.`,
    en: (p) =>
      `${atEn(p)} holds “${p.value}”: Excel has rounded the digits away. Download the file again without saving it from Excel.`,
  },
  ROW_SHIFTED: {
    id: (p) =>
      `Baris ${p.row} punya lebih banyak sel daripada judulnya, jadi isinya bergeser. Unduh ulang berkasnya; pesanan ${p.orderNumber} menunggu.`,
    en: (p) =>
      `Row ${p.row} has more cells than headings, so its contents have shifted. Download the file again; order ${p.orderNumber} waits.`,
  },
  STATUS_UNKNOWN: {
    id: (p) => `${at(p)}: status “${p.value}” belum dikenal. Pesanan ${p.orderNumber} disimpan apa adanya.`,
    en: (p) => `${atEn(p)}: the status “${p.value}” is not known. Order ${p.orderNumber} is kept as it is.`,
  },
  AMOUNTS_DO_NOT_ADD_UP: {
    id: (p) =>
      `${at(p)}: jumlahnya tidak cocok (${p.value}). Pesanan ${p.orderNumber} tetap dimasukkan; periksa barisnya.`,
    en: (p) => `${atEn(p)}: the amounts do not add up (${p.value}). Order ${p.orderNumber} is taken in; check the row.`,
  },
}

export const problemSentence = (problem: RowProblem, language: Language): string =>
  PROBLEMS[problem.code][language](problem)
