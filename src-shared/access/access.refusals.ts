import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { roleWords } from './access.words.ts'
import { Role } from './roles.ts'

export const accessRefusals = {
  NOT_SIGNED_IN: refusal(
    z.object({}),
    {
      id: () => 'Layar terkunci. Belum ada yang berubah. Masuk dulu dengan PIN atau kata sandi.',
      en: () => 'The screen is locked. Nothing was changed. Sign in with a PIN or password first.',
    },
    401,
  ),
  NOT_FOR_THIS_ROLE: refusal(
    z.object({ role: Role }),
    {
      id: ({ role }) =>
        `Ini tidak untuk peran ${roleWords.id[role]}. Belum ada yang berubah. Minta pemilik toko membukanya.`,
      en: ({ role }) => `This is not for the role ${roleWords.en[role]}. Nothing was changed. Ask the owner.`,
    },
    403,
  ),
  WRONG_SECRET: refusal(
    z.object({}),
    {
      id: () => 'PIN atau kata sandi tidak cocok. Coba lagi.',
      en: () => 'The PIN or password does not match. Try again.',
    },
    401,
  ),
  OWNERS_CODE_DIFFERS: refusal(
    z.object({}),
    {
      id: () =>
        'Kode pemulihan ini tidak cocok. Kata sandi pemilik belum berubah. Periksa lagi dengan kertasnya; O dan 0 sama, I dan 1 sama.',
      en: () =>
        'This is not the recovery code. The owner’s password was not changed. Compare it with the paper; O is 0 and I is 1.',
    },
    401,
  ),
  BADGE_UNKNOWN: refusal(
    z.object({}),
    {
      id: () =>
        'Kartu nama ini tidak berlaku lagi, dan siapa yang masuk tidak berubah. Minta pemilik mencetak yang baru di Pengaturan, Orang.',
      en: () =>
        'This badge is not valid any more, and nobody else was signed in. Ask the owner to print another in Settings, People.',
    },
    401,
  ),
  SIGN_IN_WAITS: refusal(
    z.object({ minutes: z.number() }),
    {
      id: ({ minutes }) => `Terlalu sering salah. Coba lagi ${minutes} menit lagi.`,
      en: ({ minutes }) =>
        minutes === 1
          ? 'Too many wrong tries. Try again in a minute.'
          : `Too many wrong tries. Try again in ${minutes} minutes.`,
    },
    429,
  ),
  SIGN_IN_LOCKED: refusal(
    z.object({}),
    {
      id: () => 'Nama ini dikunci setelah 20 kali salah. Minta pemilik membukanya di Pengaturan, Orang.',
      en: () => 'This name is locked after 20 wrong tries. Ask the owner to unlock it in Settings, People.',
    },
    423,
  ),
  PIN_GUESSABLE: refusal(z.object({}), {
    id: () =>
      'PIN ini mudah ditebak. Belum ada yang disimpan. Pilih enam angka yang tidak berurutan dan tidak berulang.',
    en: () => 'This PIN is easy to guess. Nothing was stored. Choose six digits that do not run or repeat.',
  }),
  SECRET_TOO_SHORT: refusal(z.object({}), {
    id: () => 'PIN terdiri dari enam angka, kata sandi pemilik paling sedikit 10 huruf. Belum ada yang disimpan.',
    en: () => 'A PIN has six digits, the owner’s password at least 10 letters. Nothing was stored.',
  }),
  PERSON_NOT_FOUND: refusal(
    z.object({}),
    {
      id: () => 'Orang ini tidak ada di daftar. Muat ulang halamannya.',
      en: () => 'This person is not on the list. Reload the page.',
    },
    404,
  ),
  NAME_TAKEN: refusal(z.object({ name: z.string() }), {
    id: ({ name }) => `Sudah ada orang bernama ${name}. Belum ada yang disimpan. Beri nama yang membedakan.`,
    en: ({ name }) =>
      `There is already somebody called ${name}. Nothing was stored. Give a name that tells them apart.`,
  }),
  RECOVERY_CODE_FIRST: refusal(z.object({}), {
    id: () =>
      'Kata sandi belum disimpan. Cetak dulu kode pemulihan di Pengaturan, Cadangan: tanpa kode itu kata sandi yang terlupa tidak bisa diganti.',
    en: () =>
      'The password was not stored. First print the recovery code in Settings, Backup: without it a forgotten password cannot be replaced.',
  }),
}
