import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

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
