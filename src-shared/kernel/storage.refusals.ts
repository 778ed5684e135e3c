import { z } from 'zod'
import { refusal } from './refusal.ts'

/**
 * What the disk may refuse under any procedure that writes, so no contract names them one by one. Each is thrown after the
 * transaction was rolled back: what was acknowledged before stands, the last act does not.
 */
export const storageRefusals = {
  STORAGE_FULL: refusal(
    z.object({}),
    {
      id: () =>
        'Penyimpanan laptop penuh. Yang barusan belum disimpan; semua yang tersimpan sebelumnya aman. Kosongkan ruang, lalu coba lagi.',
      en: () =>
        'The disk of this laptop is full. What you just did was not saved; everything saved before is safe. Free some space, then try again.',
    },
    507,
  ),
  STORAGE_FAILED: refusal(
    z.object({ code: z.string() }),
    {
      id: ({ code }) =>
        `Laptop gagal menulis ke penyimpanannya (${code}). Yang barusan belum disimpan; yang tersimpan sebelumnya aman. Tutup Lumbung, periksa penyimpanan, lalu buka lagi.`,
      en: ({ code }) =>
        `The laptop failed to write to its disk (${code}). What you just did was not saved; what was saved before is safe. Close Lumbung, check the disk, then open it again.`,
    },
    507,
  ),
  STORAGE_DAMAGED: refusal(
    z.object({ code: z.string() }),
    {
      id: ({ code }) =>
        `Sebagian berkas data tidak terbaca (${code}). Yang barusan belum disimpan dan berkasnya tidak diubah. Tutup Lumbung, salin folder datanya, lalu pulihkan dari cadangan terakhir.`,
      en: ({ code }) =>
        `Part of the data file cannot be read (${code}). What you just did was not saved and the file was left as it is. Close Lumbung, copy its data folder, then restore the latest backup.`,
    },
    507,
  ),
}

/** The refusal behind an error of SQLite; null when the disk is not to blame. https://www.sqlite.org/rescode.html */
export function storageRefusalOf(code: string): { code: keyof typeof storageRefusals; facts: { code: string } } | null {
  if (code === 'SQLITE_FULL') return { code: 'STORAGE_FULL', facts: { code } }
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/.test(code)) return { code: 'STORAGE_FAILED', facts: { code } }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return { code: 'STORAGE_DAMAGED', facts: { code } }
  return null
}
