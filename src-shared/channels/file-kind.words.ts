import { words } from '../kernel/words.ts'
import type { ChannelFileKind } from './file-shown.ts'

/** What each kind of file is called inside a sentence. */
export const channelFileWords = words<Record<ChannelFileKind, string>>(
  {
    'shopee orders': 'daftar pesanan Shopee',
    'tiktok orders': 'daftar pesanan TikTok Shop/Tokopedia',
    'tokopedia sales': 'laporan penjualan Tokopedia',
    'shopee income': 'Laporan Penghasilan Shopee',
    'tiktok income': 'laporan penghasilan TikTok Shop',
    'tokopedia finance': 'laporan keuangan Tokopedia',
    'shopee balance': 'laporan saldo Shopee',
    'shopee ads bill': 'tagihan iklan Shopee',
    'tiktok withdrawals': 'daftar penarikan TikTok Shop',
    'tokopedia balance': 'mutasi saldo Tokopedia',
    'bank statement': 'mutasi rekening',
    'mapped orders': 'daftar pesanan',
    'mapped income': 'laporan penghasilan',
    'mapped bank statement': 'mutasi rekening atau dompet',
    'shopee returns': 'daftar pengembalian Shopee',
    'shopee products': 'daftar produk Shopee',
    'tiktok products': 'daftar produk TikTok Shop',
  },
  {
    'shopee orders': 'a list of Shopee orders',
    'tiktok orders': 'a list of TikTok Shop/Tokopedia orders',
    'tokopedia sales': 'a Tokopedia sales report',
    'shopee income': 'a Shopee income report',
    'tiktok income': 'a TikTok Shop income report',
    'tokopedia finance': 'a Tokopedia finance report',
    'shopee balance': 'a Shopee balance report',
    'shopee ads bill': 'a Shopee advertising bill',
    'tiktok withdrawals': 'a list of TikTok Shop withdrawals',
    'tokopedia balance': 'a Tokopedia balance report',
    'bank statement': 'a bank statement',
    'mapped orders': 'a list of orders',
    'mapped income': 'an income report',
    'mapped bank statement': 'a statement of a bank or wallet',
    'shopee returns': 'a list of Shopee returns',
    'shopee products': 'a list of Shopee products',
    'tiktok products': 'a list of TikTok Shop products',
  },
)
