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
      'Ini sudah tercatat tadi, dan tidak dicatat dua kali. Keterangannya sudah dihapus bersama data pembelinya. Muat ulang jendela ini untuk melihat yang tercatat.',
    en: () =>
      'This was recorded before and is not recorded twice. What was told of it was erased together with the data of its buyer. Load this window again to see what stands.',
  }),
}
