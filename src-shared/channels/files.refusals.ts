import { z } from 'zod'
import type { Language } from '../kernel/business-day.ts'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber } from '../kernel/rupiah.ts'
import { words } from '../kernel/words.ts'
import {
  FileContents,
  FileDamage,
  fileContentsWords,
  fileDamageWords,
  OtherReport,
  otherReportWords,
  UnpackLimit,
  unpackLimitWords,
} from './file-contents.ts'
import { channelFileWords } from './file-kind.words.ts'
import { ChannelFileKind } from './file-shown.ts'

/** What was to be read from the file; a report of a channel or a bank unless it says otherwise. */
export const FileHolds = z.enum(['report', 'products', 'opening stock'])
export type FileHolds = z.infer<typeof FileHolds>

const file = z.object({ name: z.string(), holds: FileHolds.optional() })

/** Where a better file comes from. */
const from: Record<Language, Record<FileHolds, Record<'again' | 'shorter' | 'right' | 'columns', string>>> = {
  id: {
    report: {
      again: 'Unduh ulang dari Seller Centre atau bank, lalu seret lagi ke sini.',
      shorter: 'Unduh periode yang lebih pendek, lalu impor satu per satu.',
      right: 'Pilih laporan yang diunduh dari Seller Centre atau bank.',
      columns:
        'Tanpa kolom itu jumlahnya tidak bisa dipercaya, jadi belum ada yang disimpan. Unduh ulang tanpa menghapus atau mengganti nama kolom.',
    },
    products: {
      again: 'Simpan ulang daftar produknya sebagai XLSX atau CSV, lalu pilih lagi.',
      shorter: 'Bagi daftar produknya menjadi beberapa berkas, lalu impor satu per satu.',
      right: 'Pilih daftar produk berupa XLSX atau CSV.',
      columns:
        'Belum ada yang disimpan. Ekspor daftar produk dari halaman ini untuk melihat judul kolomnya, lalu pilih berkasnya lagi.',
    },
    'opening stock': {
      again: 'Simpan ulang lembar isiannya sebagai XLSX atau CSV, lalu pilih lagi.',
      shorter: 'Bagi lembar isiannya menjadi beberapa berkas, lalu masukkan satu per satu.',
      right: 'Pilih lembar isian Stok Awal berupa XLSX atau CSV.',
      columns: 'Belum ada yang disimpan. Ambil lembar isian dari halaman ini dan isi tanpa mengganti judul kolomnya.',
    },
  },
  en: {
    report: {
      again: 'Download it again from Seller Centre or your bank and drop it here.',
      shorter: 'Download shorter periods and import them one by one.',
      right: 'Choose a report downloaded from Seller Centre or your bank.',
      columns:
        'Without it the totals cannot be trusted, so nothing was stored. Download it again without removing or renaming columns.',
    },
    products: {
      again: 'Save the product list again as XLSX or CSV and choose it once more.',
      shorter: 'Split the product list into several files and import them one by one.',
      right: 'Choose a product list as XLSX or CSV.',
      columns:
        'Nothing was stored. Export the product list from this page to see its headings, then choose the file again.',
    },
    'opening stock': {
      again: 'Save the filled sheet again as XLSX or CSV and choose it once more.',
      shorter: 'Split the sheet into several files and take them in one by one.',
      right: 'Choose the filled sheet of opening stock as XLSX or CSV.',
      columns: 'Nothing was stored. Take the sheet from this page and fill it in without renaming its columns.',
    },
  },
}
const id = (holds: FileHolds = 'report') => from.id[holds]
const en = (holds: FileHolds = 'report') => from.en[holds]

/** Why a file could not be opened at all. */
const Unopened = z.enum(['missing', 'folder', 'no file', 'forbidden', 'unreadable'])
const unopenedWords = words<Record<z.infer<typeof Unopened>, string>>(
  {
    missing: 'tidak ditemukan. Periksa nama dan foldernya, lalu pilih lagi.',
    folder: 'adalah folder. Pilih satu berkas XLSX, XLS, atau CSV di dalamnya.',
    'no file': 'bukan berkas biasa. Simpan dulu sebagai berkas XLSX, XLS, atau CSV, lalu pilih berkas itu.',
    forbidden: 'tidak boleh dibaca oleh pengguna ini. Salin ke folder Anda sendiri, lalu pilih salinannya.',
    unreadable:
      'tidak bisa dibaca: sedang dikunci program lain, dipindah, atau dihapus. Tutup di Excel, lalu pilih lagi.',
  },
  {
    missing: 'was not found. Check its name and folder, then choose it again.',
    folder: 'is a folder. Choose one XLSX, XLS or CSV file in it.',
    'no file': 'is no ordinary file. Save it as an XLSX, XLS or CSV file first and choose that one.',
    forbidden: 'may not be read by this user. Copy it to a folder of your own and choose the copy.',
    unreadable:
      'cannot be read: another program holds it, or it was moved or removed. Close it in Excel and try again.',
  },
)

/** Whole files that are turned away. Nothing is ever written before one of these. */
export const fileRefusals = {
  FILE_NOT_OPENED: refusal(z.object({ name: z.string(), why: Unopened }), {
    id: ({ name, why }) => `${name} ${unopenedWords.id[why]} Belum ada yang disimpan.`,
    en: ({ name, why }) => `${name} ${unopenedWords.en[why]} Nothing was stored.`,
  }),
  FILE_EMPTY: refusal(file, {
    id: ({ name, holds }) => `Berkas ${name} kosong. Belum ada yang disimpan. ${id(holds).again}`,
    en: ({ name, holds }) => `The file ${name} is empty. Nothing was stored. ${en(holds).again}`,
  }),
  FILE_TOO_LARGE: refusal(file.extend({ megabytes: z.number(), limit: z.number() }), {
    id: ({ name, megabytes, limit, holds }) =>
      `Berkas ${name} berukuran ${formatNumber(megabytes)} MB, batasnya ${limit} MB. Belum ada yang disimpan. ${id(holds).shorter}`,
    en: ({ name, megabytes, limit, holds }) =>
      `The file ${name} is ${formatNumber(megabytes)} MB, the limit is ${limit} MB. Nothing was stored. ${en(holds).shorter}`,
  }),
  BODY_TOO_LARGE: refusal(
    z.object({ megabytes: z.number(), limit: z.number() }),
    {
      id: ({ megabytes, limit }) =>
        `Kiriman ini ${formatNumber(megabytes)} MB, batasnya ${limit} MB. Belum ada yang disimpan. Bagi berkasnya menjadi periode yang lebih pendek, lalu kirim satu per satu.`,
      en: ({ megabytes, limit }) =>
        `This is ${formatNumber(megabytes)} MB, the limit is ${limit} MB. Nothing was stored. Split the file into shorter periods and send them one by one.`,
    },
    413,
  ),
  UPLOADS_BUSY: refusal(
    z.object({}),
    {
      id: () =>
        'Beberapa berkas besar sedang dibaca, jadi yang ini belum diterima. Belum ada yang disimpan. Tunggu sebentar, lalu coba lagi.',
      en: () =>
        'Several large files are being read, so this one was not taken in. Nothing was stored. Wait a moment and try again.',
    },
    503,
  ),
  FILE_NOT_A_SPREADSHEET: refusal(file.extend({ looksLike: FileContents }), {
    id: ({ name, looksLike, holds }) =>
      `${name} bukan berkas XLSX, XLS, atau CSV (isinya ${fileContentsWords.id[looksLike]}). Belum ada yang disimpan. ${id(holds).right}`,
    en: ({ name, looksLike, holds }) =>
      `${name} is not an XLSX, XLS or CSV file (it holds ${fileContentsWords.en[looksLike]}). Nothing was stored. ${en(holds).right}`,
  }),
  FILE_DAMAGED: refusal(file.extend({ damage: FileDamage }), {
    id: ({ name, damage, holds }) =>
      `Berkas ${name} rusak (${fileDamageWords.id[damage]}). Belum ada yang disimpan. ${id(holds).again}`,
    en: ({ name, damage, holds }) =>
      `The file ${name} is damaged (${fileDamageWords.en[damage]}). Nothing was stored. ${en(holds).again}`,
  }),
  FILE_UNPACKS_TOO_LARGE: refusal(file.extend({ passed: UnpackLimit, part: z.string() }), {
    id: ({ name, passed, part, holds }) =>
      `Berkas ${name} ditolak demi keamanan: ${unpackLimitWords.id[passed]}${part ? ` (${part})` : ''}. Belum ada yang disimpan. ${id(holds).shorter}`,
    en: ({ name, passed, part, holds }) =>
      `The file ${name} was refused for safety: ${unpackLimitWords.en[passed]}${part ? ` (${part})` : ''}. Nothing was stored. ${en(holds).shorter}`,
  }),
  FILE_TOO_COMPLEX: refusal(file.extend({ why: z.enum(['memory', 'time']) }), {
    id: ({ name, why, holds }) =>
      `Membaca ${name} dihentikan karena ${why === 'memory' ? 'memakan memori terlalu banyak' : 'memakan waktu terlalu lama'}. Belum ada yang disimpan, toko tetap bisa dipakai. ${id(holds).shorter}`,
    en: ({ name, why, holds }) =>
      `Reading ${name} was ended because it took too much ${why}. Nothing was stored and the shop goes on. ${en(holds).shorter}`,
  }),
  FILE_TOO_MANY_ROWS: refusal(file.extend({ limit: z.number() }), {
    id: ({ name, limit, holds }) =>
      `Berkas ${name} berisi lebih dari ${formatNumber(limit)} baris. Belum ada yang disimpan. ${id(holds).shorter}`,
    en: ({ name, limit, holds }) =>
      `The file ${name} has more than ${formatNumber(limit)} rows. Nothing was stored. ${en(holds).shorter}`,
  }),
  FILE_NOT_RECOGNISED: refusal(
    z.object({ name: z.string(), headers: z.array(z.string()), report: OtherReport.optional() }),
    {
      id: ({ name, headers, report }) =>
        `${report ? `${name} berisi ${otherReportWords.id[report]}` : `Kolom di ${name} tidak dikenali${headers.length ? ` (terbaca: ${headers.slice(0, 4).join(', ')})` : ''}`}. Belum ada yang disimpan. Pakai laporan seperti diunduh dari Seller Centre atau bank, tanpa mengubah baris judulnya.`,
      en: ({ name, headers, report }) =>
        `${report ? `${name} holds ${otherReportWords.en[report]}` : `The columns of ${name} are not known${headers.length ? ` (found: ${headers.slice(0, 4).join(', ')})` : ''}`}. Nothing was stored. Use the report as it was downloaded from Seller Centre or your bank, without changing its heading row.`,
    },
  ),
  FILE_OF_ANOTHER_CURRENCY: refusal(z.object({ name: z.string(), currency: z.string() }), {
    id: ({ name, currency }) =>
      `Jumlah di ${name} dalam ${currency}, sedangkan pembukuan di sini dalam rupiah. Belum ada yang disimpan. Unduh laporan toko Anda di Indonesia.`,
    en: ({ name, currency }) =>
      `The amounts in ${name} are in ${currency}, while the books here are in rupiah. Nothing was stored. Download the report of your shop in Indonesia.`,
  }),
  FILE_OF_SEVERAL_KINDS: refusal(z.object({ name: z.string(), kinds: z.array(ChannelFileKind) }), {
    id: ({ name, kinds }) =>
      `Berkas ${name} bisa dibaca sebagai ${anyOf(
        kinds.map((kind) => channelFileWords.id[kind]),
        'atau',
      )}. Belum ada yang disimpan. Simpan tiap lembarnya sebagai berkas sendiri, lalu impor satu per satu.`,
    en: ({ name, kinds }) =>
      `The file ${name} can be read as ${anyOf(
        kinds.map((kind) => channelFileWords.en[kind]),
        'or',
      )}. Nothing was stored. Save each sheet as a file of its own and import them one by one.`,
  }),
  FILE_WITH_SEVERAL_SHEETS: refusal(
    z.object({ name: z.string(), kind: ChannelFileKind, sheets: z.array(z.string()) }),
    {
      id: ({ name, kind, sheets }) =>
        `Berkas ${name} punya ${sheets.length} lembar yang masing-masing ${channelFileWords.id[kind]} (${sheets.join(', ')}). Belum ada yang disimpan. Simpan tiap lembar sebagai berkas sendiri, lalu impor satu per satu.`,
      en: ({ name, kind, sheets }) =>
        `The file ${name} has ${sheets.length} sheets, each of them ${channelFileWords.en[kind]} (${sheets.join(', ')}). Nothing was stored. Save each sheet as a file of its own and import them one by one.`,
    },
  ),
  FILE_COLUMNS_MISSING: refusal(file.extend({ missing: z.array(z.string()) }), {
    id: ({ name, missing, holds }) => `Di ${name} tidak ada kolom ${missing.join(', ')}. ${id(holds).columns}`,
    en: ({ name, missing, holds }) => `${name} lacks the column ${missing.join(', ')}. ${en(holds).columns}`,
  }),
  FILE_WITHOUT_CONTENTS: refusal(z.object({ name: z.string(), kind: ChannelFileKind }), {
    id: ({ name, kind }) =>
      `Berkas ${name} dikenali sebagai ${channelFileWords.id[kind]}, tetapi tidak ada isinya. Belum ada yang disimpan. Unduh periode lain.`,
    en: ({ name, kind }) =>
      `The file ${name} is ${channelFileWords.en[kind]}, but holds nothing. Nothing was stored. Download another period.`,
  }),
}

const anyOf = (names: readonly string[], or: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`
