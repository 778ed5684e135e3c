import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

export const payoutsRefusals = {
  BALANCE_LINE_NOT_FOUND: refusal(z.object({}), {
    id: () =>
      'Baris saldo ini sudah tidak ada: laporannya mungkin dikeluarkan. Belum ada yang disimpan. Muat ulang halamannya.',
    en: () => 'This balance line is gone: its report may have been taken back. Nothing was stored. Reload the page.',
  }),
  LINE_NEEDS_NO_ANSWER: refusal(z.object({ type: z.string() }), {
    id: ({ type }) =>
      `${type} dibukukan bersama pesanannya, jadi tidak perlu dijawab. Belum ada yang disimpan. Buka pesanannya untuk melihat jurnalnya.`,
    en: ({ type }) =>
      `${type} is booked with its order and needs no answer. Nothing was stored. Open the order to see its entries.`,
  }),
}
