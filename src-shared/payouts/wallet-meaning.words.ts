import { words } from '../kernel/words.ts'
import type { WalletMeaning } from './wallet-meaning.ts'

export const walletMeaningWords = words<Record<WalletMeaning, string>>(
  {
    income: 'Penghasilan pesanan',
    statement: 'Jumlah pencairan kanal',
    adjustment: 'Penyesuaian',
    withdrawal: 'Penarikan',
    'ads top-up': 'Isi saldo iklan',
    'ads used': 'Iklan terpakai',
    'ads credit': 'Saldo iklan masuk',
    loan: 'Pinjaman kanal',
    payment: 'Pembayaran dengan saldo',
    other: 'Lain-lain',
  },
  {
    income: 'Income of orders',
    statement: 'Sum of settlements',
    adjustment: 'Adjustment',
    withdrawal: 'Withdrawal',
    'ads top-up': 'Ads top-up',
    'ads used': 'Ads used',
    'ads credit': 'Ads credit',
    loan: 'Channel loan',
    payment: 'Paid with the balance',
    other: 'Other',
  },
)
