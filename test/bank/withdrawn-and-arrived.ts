import { aBalanceReport } from '../builders/a-balance-report.ts'
import { aShopWithBalances } from '../builders/a-shop-with-balances.ts'

const day = (each: number) => String(each).padStart(2, '0')

/** Lines of a bank in November, as KlikBCA Bisnis writes them. */
const statement = (lines: readonly { on: number; said: string; amount: number }[]) =>
  [
    'Informasi Rekening - Mutasi Rekening',
    'No. rekening : 0123456789',
    'Periode : 01/11/2026 - 20/11/2026',
    'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
    ...lines.map(({ on, said, amount }, index) => {
      const balance = lines.slice(0, index + 1).reduce((sum, line) => sum + line.amount, 0)
      return `'${day(on)}/11,${said},'0000,"${amount.toLocaleString('en')}.00",CR,"${balance.toLocaleString('en')}.00"`
    }),
  ].join('\r\n')
export const withdrawn = (each: readonly { on: number; amount: number }[]) =>
  aBalanceReport(
    each.map(({ on, amount }) => ({ at: `2026-11-${day(on)} 09:00`, amount: -amount })),
    { opening: 2_000_000 },
  ).xlsx()

export const SHOPEE = 'BI-FAST CR PT SHOPEE INTERNATIONAL INDONESIA'

export async function aShopWithABank() {
  const shop = await aShopWithBalances()
  return {
    ...shop,
    takeBank: (lines: Parameters<typeof statement>[0]) =>
      shop.take(statement(lines), 'mutasi.csv', { account: '1110' }),
    waiting: async () => (await shop.client.bank.lines({ state: 'waiting' })).rows,
  }
}
