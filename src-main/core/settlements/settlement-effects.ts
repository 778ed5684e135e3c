import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Tx } from '../database/open.ts'
import { type Effects, NO_EFFECTS } from '../effects.ts'
import { channelAccounts } from '../ledger/channel-accounts.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import type { Release } from './release.ts'
import { releasesOf, settlementsByIds } from './settlements.repository.ts'

/**
 * What a channel set right without naming an order is a document of its own: into the balance what it brought, each amount to
 * the account of its name. What came before the books began is in the balance that the owner typed.
 */
export function effectsOfSettlement(release: Release, channel: Channel, startDay: BusinessDay): Effects {
  if (release.releasedOn < startDay) return NO_EFFECTS
  const byAccount = new Map<AccountCode, number>([[channelAccounts(channel).balance, release.released]])
  for (const { account, amount } of release.lines) byAccount.set(account, (byAccount.get(account) ?? 0) - amount)
  return {
    ...NO_EFFECTS,
    entries: [
      {
        effect: `settlement/${release.key}`,
        book: 'usaha',
        day: release.releasedOn,
        memo: memo('channel adjustment', { order: release.description }),
        lines: [...byAccount].map(([account, amount]) => ({ account, amount })),
      },
    ],
  }
}

/** How settling finds the effects of settlements that belong to no order. */
export async function effectsOfSettlements(tx: Tx, ids: readonly string[]): Promise<Map<string, Effects>> {
  const rows = await settlementsByIds(tx, ids)
  const releases = await releasesOf(tx, rows)
  const { startDay } = await settingsOf(tx)
  return new Map(
    rows.map((row) => [
      row.id,
      row.withdrawnAt !== null || row.orderNumber !== ''
        ? NO_EFFECTS
        : effectsOfSettlement(releases.get(row.seq)!, row.channel, startDay),
    ]),
  )
}

/** Books settlements that belong to no order; those of an order are effects of the order. */
export async function settleAlone(tx: Tx, settle: Settle, ids: readonly string[]): Promise<void> {
  await settle(
    tx,
    [...(await effectsOfSettlements(tx, ids))].map(([id, effects]) => ({ ref: { kind: 'settlement', id }, effects })),
  )
}
