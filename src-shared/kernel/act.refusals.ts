import { z } from 'zod'
import { refusal } from './refusal.ts'

/** What any procedure that writes may answer when an act is sent again, so no contract names it one by one. */
export const actRefusals = {
  ACT_ID_USED: refusal(z.object({}), {
    id: () =>
      'Perintah ini pernah dikirim dengan isi lain, jadi yang ini tidak dikerjakan. Datanya aman. Ulangi sekali lagi.',
    en: () =>
      'This act was sent before with other contents, so this one was not done. Nothing changed. Do it once more.',
  }),
  ACT_FORGOTTEN: refusal(z.object({}), {
    id: () =>
      'Perintah ini sudah dikerjakan, sekali. Jawabannya dihapus bersama data pembelinya. Muat ulang untuk melihat hasilnya.',
    en: () =>
      'This act was done already, once. Its answer was erased together with the data of its buyer. Reload to see what came of it.',
  }),
}
