import type { ChannelFile, ContentOf } from '../../../../src-shared/channels/channel-file.ts'
import { bankStatements } from './bank-statements/bank-statements.ts'
import type { FileKind } from './file-kind.ts'
import { mappedIncome, mappedOrders, mappedStatement } from './mapped/mapped-kinds.ts'
import { orderKind } from './orders/order-kind.ts'
import { shopeeProducts, tiktokProducts } from './product-lists/product-lists.ts'
import { shopeeAdsBill } from './shopee-ads-bill/shopee-ads-bill.ts'
import { shopeeBalance } from './shopee-balance/shopee-balance.ts'
import { shopeeIncome } from './shopee-income/shopee-income.ts'
import { SHOPEE_ORDERS } from './shopee-orders/shopee-order-list.ts'
import { shopeeReturns } from './shopee-returns/shopee-returns.ts'
import { tiktokIncome } from './tiktok-income/tiktok-income.ts'
import { TIKTOK_ORDERS } from './tiktok-orders/tiktok-order-list.ts'
import { tokopediaBalance } from './tokopedia-balance/tokopedia-balance.ts'
import { tokopediaFinance } from './tokopedia-finance/tokopedia-finance.ts'
import { TOKOPEDIA_SALES } from './tokopedia-sales/tokopedia-order-list.ts'

type FileKinds = { [Kind in ChannelFile['kind']]?: FileKind<Extract<ContentOf<Kind>, ChannelFile>> }

/**
 * Every kind of file we can read, by name. Another one is its import and one line, `'shopee income': shopeeIncome,`; whether it
 * may be taken in depends on `contents.ts` alone. Reports that have no line here are known by a heading (`other-reports.ts`),
 * so that their refusal says what they are.
 */
const FILE_KINDS: FileKinds = {
  'shopee orders': orderKind(SHOPEE_ORDERS),
  'shopee income': shopeeIncome,
  'shopee balance': shopeeBalance,
  'shopee ads bill': shopeeAdsBill,
  'tokopedia balance': tokopediaBalance,
  'shopee returns': shopeeReturns,
  'shopee products': shopeeProducts,
  'tiktok products': tiktokProducts,
  'tiktok orders': orderKind(TIKTOK_ORDERS),
  'tokopedia sales': orderKind(TOKOPEDIA_SALES),
  'tiktok income': tiktokIncome,
  'tokopedia finance': tokopediaFinance,
  'bank statement': bankStatements,
  'mapped orders': mappedOrders,
  'mapped income': mappedIncome,
  'mapped bank statement': mappedStatement,
}

export const fileKinds = Object.values(FILE_KINDS) as FileKind<ChannelFile>[]

export function kindOf({ kind }: Pick<ChannelFile, 'kind'>): FileKind<ChannelFile> {
  const known = FILE_KINDS[kind] as FileKind<ChannelFile> | undefined
  if (!known) throw new Error(`nothing reads ${kind}`)
  return known
}
