import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { MappingFlaw } from './file-mapping.ts'
import { mappedFieldWords } from './teach.words.ts'

const NO_MAPPING = {
  id: {
    size: 'terlalu besar untuk susunan berkas (paling besar 200 kB).',
    text: 'bukan susunan berkas Lumbung.',
    contents: 'rusak atau diubah: isinya tidak sesuai susunan berkas Lumbung.',
  },
  en: {
    size: 'is too large for a file layout (200 kB at most).',
    text: 'is no file layout of Lumbung.',
    contents: 'is damaged or was changed: it does not hold a sound file layout.',
  },
}

/** A field by its name on screen; a word of the file, or a field that is none, as it was given. */
const named = (language: 'id' | 'en', field: string): string =>
  Object.hasOwn(mappedFieldWords[language], field)
    ? mappedFieldWords[language][field as keyof (typeof mappedFieldWords)['id']]
    : field

const FLAW: Record<'id' | 'en', Record<MappingFlaw['what'], (name: string) => string>> = {
  id: {
    'no such field': (name) => `“${name}” tidak dikenal untuk berkas jenis ini`,
    'no such column': (name) => `kolom untuk “${name}” tidak ada di antara judulnya`,
    'column used twice': (name) => `kolom untuk “${name}” sudah dipakai untuk isi lain`,
    'field given twice': (name) => `“${name}” ditunjuk di dua kolom`,
    'field missing': (name) => `kolom untuk “${name}” belum ditunjuk`,
    'word given twice': (name) => `kata “${name}” diberi arti dua kali`,
    channel: () => 'salurannya tidak sesuai dengan jenis berkasnya',
  },
  en: {
    'no such field': (name) => `“${name}” is not known of this kind of file`,
    'no such column': (name) => `the column for “${name}” is not among its headings`,
    'column used twice': (name) => `the column for “${name}” serves as something else already`,
    'field given twice': (name) => `“${name}” is given by two columns`,
    'field missing': (name) => `no column is given for “${name}”`,
    'word given twice': (name) => `the word “${name}” is given two meanings`,
    channel: () => 'its channel does not go with its kind of file',
  },
}

export const fileMappingRefusals = {
  UNKNOWN_FILE_GONE: refusal(z.object({ fileId: z.string() }), {
    id: () => 'Berkas ini sudah tidak menunggu (lewat 30 menit). Belum ada yang berubah. Seret berkasnya sekali lagi.',
    en: () => 'This file is no longer waiting (after 30 minutes). Nothing changed. Drop the file once more.',
  }),
  NO_HEADING_ROW: refusal(z.object({ name: z.string() }), {
    id: ({ name }) =>
      `Di ${name} tidak ada baris dengan judul kolom. Belum ada yang disimpan. Unduh lagi berkasnya sebagai tabel XLSX atau CSV.`,
    en: ({ name }) =>
      `${name} has no row with column headings. Nothing was stored. Download it again as an XLSX or CSV table.`,
  }),
  MAPPING_DOES_NOT_FIT: refusal(z.object({ name: z.string() }), {
    id: ({ name }) =>
      `Kolom yang dipilih tidak ada di baris judul itu di ${name}. Belum ada yang disimpan. Pilih baris judul yang benar.`,
    en: ({ name }) =>
      `The columns chosen do not stand in that heading row of ${name}. Nothing was stored. Choose the right heading row.`,
  }),
  MAPPING_UNSOUND: refusal(MappingFlaw, {
    id: ({ what, field }) =>
      `Susunan berkas ini belum bisa dipakai: ${FLAW.id[what](named('id', field))}. Belum ada yang disimpan. Perbaiki, lalu coba lagi.`,
    en: ({ what, field }) =>
      `This file layout cannot be used yet: ${FLAW.en[what](named('en', field))}. Nothing was stored. Mend it, then try again.`,
  }),
  MAPPING_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Susunan berkas ini sudah dihapus atau diganti. Muat ulang daftarnya.',
    en: () => 'This file layout was removed or replaced. Reload the list.',
  }),
  NOT_A_SHARED_MAPPING: refusal(z.object({ name: z.string(), why: z.enum(['size', 'text', 'contents']) }), {
    id: ({ name, why }) =>
      `Berkas ${name} ${NO_MAPPING.id[why]} Belum ada yang disimpan. Minta lagi dari toko yang membagikan.`,
    en: ({ name, why }) =>
      `${name} ${NO_MAPPING.en[why]} Nothing was stored. Ask the shop that shared it for it again.`,
  }),
}
