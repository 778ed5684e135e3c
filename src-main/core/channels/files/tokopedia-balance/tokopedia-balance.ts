import type { WalletFile } from '../../../../../src-shared/payouts/wallet-file.ts'
import type { FileKind } from '../file-kind.ts'
import { walletKind } from '../reading/wallet-sheets.ts'
import { readTokopediaBalance, recogniseTokopediaBalance } from './read-tokopedia-balance.ts'

/** Saldo Tokopedia before it joined TikTok Shop. */
export const tokopediaBalance: FileKind<WalletFile> = walletKind(
  'tokopedia balance',
  recogniseTokopediaBalance,
  readTokopediaBalance,
)
