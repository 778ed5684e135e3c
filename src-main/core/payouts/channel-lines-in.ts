import type { Channel } from '../../../src-shared/orders/order.ts'
import type { WalletKind, WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { Settle } from '../settling/settle.ts'
import { type LineTaken, takeLinesIn } from './take-lines-in.ts'
import { alikeOf, lineId, type ToldLine, withPlaces } from './told-lines.ts'
import {
  type ChannelLine,
  channelLinesKnown,
  countAlike,
  hasChannelLines,
  lineOfAlike,
  namedByChannel,
  noteChannelLines,
  toldByFilesAlone,
  walletLinesByIds,
} from './wallet-lines.repository.ts'

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
      id = line.reference === '' ? lineId(shopId, BALANCE, alike, before + 1) : await idOfNamed(tx, shopId, alike, line)
      known.set(key, id)
    }
    lines.push({ key, alike, id, line })
  }
  return lines
}

/** A minute holds no more withdrawals than this. */
const MOST_ALIKE = 5

/**
 * What the channel gives an id of its own is one movement, however often it tells of it; a report that prints no such id may have
 * told of it before.
 */
async function idOfNamed(tx: Tx, shopId: string, alike: string, line: WalletLine): Promise<string> {
  const unnamed = alikeOf(BALANCE, { ...line, reference: '' })
  const byFiles = Array.from({ length: MOST_ALIKE }, (_, index) => lineId(shopId, BALANCE, unnamed, index + 1))
  return (
    (await lineOfAlike(tx, shopId, alike)) ?? (await toldByFilesAlone(tx, byFiles)) ?? lineId(shopId, BALANCE, alike, 1)
  )
}

/** Lines of a file under the ids by which the channel has told of them already, where the file prints none. */
export async function knownByChannel<Told extends ToldLine>(
  reader: Reader,
  shopId: string,
  told: readonly Told[],
): Promise<Told[]> {
  if (!(await hasChannelLines(reader, shopId))) return [...told]
  const here = new Set(
    (
      await walletLinesByIds(
        reader,
        told.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  const taken = new Set(here)
  const lines: Told[] = []
  for (const each of told) {
    const isNew = !here.has(each.id) && each.line.reference === '' && each.line.amount !== 0
    const named = isNew ? await namedByChannel(reader, shopId, each.line) : []
    const id = named.find((one) => !taken.has(one)) ?? each.id
    taken.add(id)
    lines.push({ ...each, id })
  }
  return lines
}
