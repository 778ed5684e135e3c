import type { Channel } from '../../../src-shared/orders/order.ts'
import type { WalletKind, WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { Tx } from '../database/open.ts'
import type { Settle } from '../settling/settle.ts'
import { type LineTaken, takeLinesIn } from './take-lines-in.ts'
import { alikeOf, lineId, withPlaces } from './told-lines.ts'
import { type ChannelLine, channelLinesKnown, countAlike, noteChannelLines } from './wallet-lines.repository.ts'

const BALANCE: WalletKind = 'balance'

/**
 * Takes in what a connected channel tells of its balance: the same lines that its reports print, whichever of both tells first. A line
 * keeps its id by the channel's own name of it; what moved nothing is no line.
 */
export async function takeChannelLinesIn(
  tx: Tx,
  { shopId, channel }: { shopId: string; channel: Channel },
  told: readonly { key: string; line: WalletLine }[],
  settle: Settle,
): Promise<LineTaken[]> {
  const lines = await withIds(
    tx,
    shopId,
    told.filter(({ line }) => line.amount !== 0),
  )
  if (lines.length === 0) return []
  // one movement that is told twice (made, then done) is taken in once, by the last word
  const each = withPlaces([...new Map(lines.map((line) => [line.id, line])).values()])
  const note = () => noteChannelLines(tx, shopId, lines)
  return takeLinesIn(tx, { shopId, channel, wallet: BALANCE }, note, each, settle)
}

async function withIds(
  tx: Tx,
  shopId: string,
  told: readonly { key: string; line: WalletLine }[],
): Promise<ChannelLine[]> {
  const known = await channelLinesKnown(
    tx,
    shopId,
    told.map(({ key }) => key),
  )
  const places = new Map<string, number>()
  const lines: ChannelLine[] = []
  for (const { key, line } of told) {
    const alike = alikeOf(BALANCE, line)
    let id = known.get(key)
    if (id === undefined) {
      const before = places.get(alike) ?? (await countAlike(tx, shopId, alike))
      places.set(alike, before + 1)
      // what the channel gives an id of its own is one movement, however often it tells of it
      id = lineId(shopId, BALANCE, alike, line.reference === '' ? before + 1 : 1)
      known.set(key, id)
    }
    lines.push({ key, alike, id, line })
  }
  return lines
}
