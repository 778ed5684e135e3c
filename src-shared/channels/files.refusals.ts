import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber } from '../kernel/rupiah.ts'
import {
  FileContents,
  FileDamage,
  fileContentsWords,
  fileDamageWords,
  UnpackLimit,
  unpackLimitWords,
} from './file-contents.ts'

const name = z.object({ name: z.string() })

/** Whole files that are turned away. Nothing is ever written before one of these. */
export const fileRefusals = {
  FILE_EMPTY: refusal(name, {
    id: ({ name }) =>
      `Berkas ${name} kosong. Belum ada yang disimpan. Unduh ulang dari Seller Centre lalu seret lagi ke sini.`,
    en: ({ name }) =>
      `The file ${name} is empty. Nothing was stored. Download it again from Seller Centre and drop it here.`,
  }),
  FILE_TOO_LARGE: refusal(z.object({ name: z.string(), megabytes: z.number(), limit: z.number() }), {
    id: ({ name, megabytes, limit }) =>
      `Berkas ${name} berukuran ${formatNumber(megabytes)} MB, batasnya ${limit} MB. Belum ada yang disimpan. Unduh periode yang lebih pendek.`,
    en: ({ name, megabytes, limit }) =>
      `The file ${name} is ${formatNumber(megabytes)} MB, the limit is ${limit} MB. Nothing was stored. Download a shorter period.`,
  }),
  FILE_NOT_A_SPREADSHEET: refusal(z.object({ name: z.string(), looksLike: FileContents }), {
    id: ({ name, looksLike }) =>
      `${name} bukan berkas XLSX, XLS, atau CSV (isinya ${fileContentsWords.id[looksLike]}). Belum ada yang disimpan. Pilih berkas pesanan yang diunduh dari Seller Centre.`,
    en: ({ name, looksLike }) =>
      `${name} is not an XLSX, XLS or CSV file (it holds ${fileContentsWords.en[looksLike]}). Nothing was stored. Choose the order file downloaded from Seller Centre.`,
  }),
  FILE_DAMAGED: refusal(z.object({ name: z.string(), damage: FileDamage }), {
    id: ({ name, damage }) =>
      `Berkas ${name} rusak (${fileDamageWords.id[damage]}). Belum ada yang disimpan. Unduh ulang dari Seller Centre.`,
    en: ({ name, damage }) =>
      `The file ${name} is damaged (${fileDamageWords.en[damage]}). Nothing was stored. Download it again from Seller Centre.`,
  }),
  FILE_UNPACKS_TOO_LARGE: refusal(z.object({ name: z.string(), passed: UnpackLimit, part: z.string() }), {
    id: ({ name, passed, part }) =>
      `Berkas ${name} ditolak demi keamanan: ${unpackLimitWords.id[passed]}${part ? ` (${part})` : ''}. Belum ada yang disimpan. Unduh ulang dari Seller Centre, periode yang lebih pendek.`,
    en: ({ name, passed, part }) =>
      `The file ${name} was refused for safety: ${unpackLimitWords.en[passed]}${part ? ` (${part})` : ''}. Nothing was stored. Download it again from Seller Centre, for a shorter period.`,
  }),
  FILE_TOO_MANY_ROWS: refusal(z.object({ name: z.string(), limit: z.number() }), {
    id: ({ name, limit }) =>
      `Berkas ${name} berisi lebih dari ${formatNumber(limit)} baris. Belum ada yang disimpan. Unduh periode yang lebih pendek, lalu impor satu per satu.`,
    en: ({ name, limit }) =>
      `The file ${name} has more than ${formatNumber(limit)} rows. Nothing was stored. Download shorter periods and import them one by one.`,
  }),
  FILE_NOT_RECOGNISED: refusal(z.object({ name: z.string(), headers: z.array(z.string()) }), {
    id: ({ name, headers }) =>
      `Kolom di ${name} tidak dikenali${headers.length ? ` (terbaca: ${headers.slice(0, 4).join(', ')})` : ''}. Belum ada yang disimpan. Pakai unduhan Pesanan Saya dari Seller Centre tanpa mengubah baris judulnya.`,
    en: ({ name, headers }) =>
      `The columns of ${name} are not known${headers.length ? ` (found: ${headers.slice(0, 4).join(', ')})` : ''}. Nothing was stored. Use the order download from Seller Centre without changing its heading row.`,
  }),
  FILE_WITH_SEVERAL_SHEETS: refusal(z.object({ name: z.string(), sheets: z.array(z.string()) }), {
    id: ({ name, sheets }) =>
      `Berkas ${name} punya ${sheets.length} lembar pesanan (${sheets.join(', ')}). Belum ada yang disimpan. Simpan tiap lembar sebagai berkas sendiri, lalu impor satu per satu.`,
    en: ({ name, sheets }) =>
      `The file ${name} has ${sheets.length} order sheets (${sheets.join(', ')}). Nothing was stored. Save each sheet as a file of its own and import them one by one.`,
  }),
  FILE_COLUMNS_MISSING: refusal(z.object({ name: z.string(), missing: z.array(z.string()) }), {
    id: ({ name, missing }) =>
      `Di ${name} tidak ada kolom ${missing.join(', ')}. Tanpa kolom itu jumlahnya tidak bisa dipercaya, jadi belum ada yang disimpan. Unduh ulang tanpa menghapus atau mengganti nama kolom.`,
    en: ({ name, missing }) =>
      `${name} lacks the column ${missing.join(', ')}. Without it the totals cannot be trusted, so nothing was stored. Download it again without removing or renaming columns.`,
  }),
  FILE_WITHOUT_ORDERS: refusal(name, {
    id: ({ name }) =>
      `Berkas ${name} dikenali, tetapi tidak berisi pesanan. Belum ada yang disimpan. Pilih periode lain di Seller Centre.`,
    en: ({ name }) =>
      `The file ${name} was recognised but holds no orders. Nothing was stored. Choose another period in Seller Centre.`,
  }),
}
