import type { WalletFile } from '../../../../../src-shared/payouts/wallet-file.ts'
import type { FileKind } from '../file-kind.ts'
import { walletKind } from '../reading/wallet-sheets.ts'
import { readShopeeBalance, recogniseShopeeBalance } from './read-shopee-balance.ts'

/** Shopee's balance reports, layouts of 2023 to 2026. */
export const shopeeBalance: FileKind<WalletFile> = walletKind(
  'shopee balance',
  recogniseShopeeBalance,
  readShopeeBalance,
)
