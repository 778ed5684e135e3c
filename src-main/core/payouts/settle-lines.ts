import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { WalletKind } from '../../../src-shared/payouts/wallet-file.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { Effects } from '../effects.ts'
import { channelAccounts } from '../ledger/channel-accounts.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { orderIdsByNumbers } from '../orders/orders.repository.ts'
import { settleOrders } from '../orders/settle-orders.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { confirmedLines } from '../settlements/balance-releases.ts'
import { adjustmentsAlone, adjustmentsUnconfirmed } from '../settlements/settlements.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { effectsOfWalletLine, type WalletDocument } from './wallet-effects.ts'
import { adjustmentLinesAlone, type StoredWalletLine, walletLinesByIds } from './wallet-lines.repository.ts'

/** Credit for advertising is kept apart from the balance: Saldo Iklan Shopee, Saldo iklan TikTok. */
const adsAccount = (channel: Channel): AccountCode => (channel === 'shopee' ? '1401' : '1402')

/** The account of the books that is this balance. */
export const accountOfWallet = (channel: Channel, wallet: WalletKind): AccountCode =>
  wallet === 'ads' ? adsAccount(channel) : channelAccounts(channel).balance

/** A line as its effects see it. */
export const documentOf = (line: StoredWalletLine, isSettled: boolean): WalletDocument => ({
  id: line.id,
  day: line.day,
  type: line.type,
  description: line.description,
  orderNumber: line.orderNumber,
  amount: line.amount,
  isDone: line.status === 'done',
  meaning: line.meaning,
  balanceAccount: accountOfWallet(line.channel, line.wallet),
  adsAccount: adsAccount(line.channel),
  answer: line.answer,
  isDoubled: line.doubles !== null && line.answer === null,
  isSettled,
})

/** How settling finds the effects of balance lines. */
export async function effectsOfWalletLines(tx: Tx, ids: readonly string[]): Promise<Map<string, Effects>> {
  const lines = await walletLinesByIds(tx, ids)
  const settled = await settledElsewhere(tx, lines)
  const { startDay, keepsHousehold } = await settingsOf(tx)
  const accounts = new Map((await accountsIn(tx, EVERYDAY)).map((account) => [account.code, account]))
  const rules = { startDay, keepsHousehold, accounts }
  return new Map(lines.map((line) => [line.id, effectsOfWalletLine(documentOf(line, settled.has(line.id)), rules)]))
}

/** Adjustments without an order that an income file tells of too, with one or without. */
async function settledElsewhere(reader: Reader, lines: readonly StoredWalletLine[]): Promise<Set<string>> {
  const alone = lines.filter(
    ({ meaning, orderNumber, wallet }) => meaning === 'adjustment' && orderNumber === '' && wallet === 'balance',
  )
  const found = new Set<string>()
  for (const [shopId, some] of Map.groupBy(alone, (line) => line.shopId)) {
    const told = await adjustmentsAlone(reader, shopId)
    const all = await adjustmentLinesAlone(reader, shopId)
    const ofOrders = await adjustmentsUnconfirmed(
      reader,
      shopId,
      some[0]!.channel,
      all.map(({ amount }) => amount),
    )
    const confirmed = confirmedLines(told, ofOrders, all)
    for (const { id } of some) if (confirmed.has(id)) found.add(id)
  }
  return found
}

/** Settles lines, and the orders that they released money for. */
export async function settleLines(tx: Tx, settle: Settle, lines: readonly StoredWalletLine[]): Promise<void> {
  const effects = await effectsOfWalletLines(
    tx,
    lines.map(({ id }) => id),
  )
  await settle(
    tx,
    [...effects].map(([id, wanted]) => ({ ref: { kind: 'wallet-line', id }, effects: wanted })),
  )
  await settleTheirOrders(tx, settle, lines)
}

/** Orders that these lines release money for, as far as they are known. */
export async function settleTheirOrders(
  tx: Tx,
  settle: Settle,
  lines: readonly Pick<StoredWalletLine, 'shopId' | 'orderNumber' | 'wallet'>[],
): Promise<void> {
  const ofOrders = lines.filter(({ orderNumber, wallet }) => orderNumber !== '' && wallet === 'balance')
  for (const [shopId, some] of Map.groupBy(ofOrders, (line) => line.shopId)) {
    const ids = await orderIdsByNumbers(tx, shopId, [...new Set(some.map(({ orderNumber }) => orderNumber))])
    if (ids.length > 0) await settleOrders(tx, settle, ids)
  }
}
