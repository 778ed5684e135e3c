import type { WalletFile } from '../../../../../src-shared/payouts/wallet-file.ts'
import type { FileKind } from '../file-kind.ts'
import { walletKind } from '../reading/wallet-sheets.ts'
import { readShopeeAdsBill, recogniseShopeeAdsBill } from './read-shopee-ads-bill.ts'

/** The bill for Iklan Shopee. */
export const shopeeAdsBill: FileKind<WalletFile> = walletKind(
  'shopee ads bill',
  recogniseShopeeAdsBill,
  readShopeeAdsBill,
)
