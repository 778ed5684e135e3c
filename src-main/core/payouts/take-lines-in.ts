import type { Channel } from '../../../src-shared/orders/order.ts'
import type { WalletKind, WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { WalletMeaning } from '../../../src-shared/payouts/wallet-meaning.ts'
import type { Tx } from '../database/open.ts'
import { NO_EFFECTS } from '../effects.ts'
import type { Settle } from '../settling/settle.ts'
import { doublesOf } from './doubles.ts'
import { accountOfWallet, settleLines, settleTheirOrders } from './settle-lines.ts'
import { joined, type ToldLine } from './told-lines.ts'
import {
  forgetTellings,
  type LineToSave,
  removeWalletLines,
  saveWalletLines,
  tellingsOf,
  walletLinesByIds,
} from './wallet-lines.repository.ts'
import { meaningOf } from './wallet-rules.ts'

interface Balance {
  shopId: string
  channel: Channel
  wallet: WalletKind
}

/** What became of one line of a file. */
export interface LineTaken {
  what: 'added' | 'changed' | 'unchanged'
  line: WalletLine
  meaning: WalletMeaning
  isDoubled: boolean
}

/**
 * Takes lines of a balance in: each is what all files, and the channel itself, together say of it. Telling it again changes nothing.
 * @param note keeps who told of them.
 */
export async function takeLinesIn(
  tx: Tx,
  balance: Balance,
  note: () => Promise<unknown>,
  lines: readonly (ToldLine & { place: number })[],
  settle: Settle,
): Promise<LineTaken[]> {
  const ids = lines.map(({ id }) => id)
  const before = new Map((await walletLinesByIds(tx, ids)).map((line) => [line.id, line]))
  const tellings = await tellingsOf(tx, ids)
  const fresh = lines.filter(({ id }) => !before.has(id))
  const doubles = await doublesOf(tx, accountOfWallet(balance.channel, balance.wallet), fresh)
  const saved = lines.map(({ id, line, place }): LineToSave => {
    const now = joined([...tellings.get(id)!, line])
    return {
      id,
      place,
      line: now,
      meaning: meaningOf(balance.wallet, now),
      doubles: before.get(id)?.doubles ?? doubles.get(id) ?? null,
    }
  })
  const taken = saved.map(({ id, line, meaning, doubles }): LineTaken => {
    const known = before.get(id)
    const what = known === undefined ? 'added' : isSame(known, line) ? 'unchanged' : 'changed'
    return { what, line, meaning, isDoubled: doubles !== null && (known?.answer ?? null) === null }
  })
  await saveWalletLines(
    tx,
    balance.shopId,
    balance.wallet,
    saved.filter((_, index) => taken[index]!.what !== 'unchanged'),
  )
  await note()
  await settleLines(tx, settle, await walletLinesByIds(tx, ids))
  return taken
}

const isSame = (known: WalletLine, now: WalletLine): boolean =>
  known.at === now.at &&
  known.day === now.day &&
  known.type === now.type &&
  known.description === now.description &&
  known.balance === now.balance &&
  known.status === now.status

/** What became of lines whose file was taken back. */
export interface LineGone {
  what: 'gone' | 'changed' | 'kept'
  line: WalletLine
  before: WalletLine & { meaning: WalletMeaning }
}

/** Forgets what a run told of these lines: what nobody else tells goes with its entries, the rest is what others say. */
export async function takeLinesBack(
  tx: Tx,
  balance: Balance,
  runSeq: number,
  ids: readonly string[],
  settle: Settle,
): Promise<LineGone[]> {
  const stored = await walletLinesByIds(tx, ids)
  const left = await tellingsOf(tx, ids, runSeq)
  const gone = stored.filter(({ id }) => left.get(id)!.length === 0)
  const staying = stored.filter(({ id }) => left.get(id)!.length > 0)
  await forgetTellings(tx, runSeq, ids)
  await settle(
    tx,
    gone.map(({ id }) => ({ ref: { kind: 'wallet-line', id }, effects: NO_EFFECTS })),
  )
  await removeWalletLines(
    tx,
    gone.map(({ id }) => id),
  )
  const restated = staying.map((line) => ({ known: line, now: joined(left.get(line.id)!) }))
  await saveWalletLines(
    tx,
    balance.shopId,
    balance.wallet,
    restated.map(({ known, now }) => ({
      id: known.id,
      place: known.place,
      line: now,
      meaning: meaningOf(balance.wallet, now),
      doubles: known.doubles,
    })),
  )
  await settleLines(
    tx,
    settle,
    await walletLinesByIds(
      tx,
      staying.map(({ id }) => id),
    ),
  )
  await settleTheirOrders(tx, settle, gone)
  return [
    ...gone.map((line): LineGone => ({ what: 'gone', line, before: line })),
    ...restated.map(
      ({ known, now }): LineGone => ({ what: isSame(known, now) ? 'kept' : 'changed', line: now, before: known }),
    ),
  ]
}
