import { createHash } from 'node:crypto'
import type { WalletKind, WalletLine } from '../../../src-shared/payouts/wallet-file.ts'

/** A line as a file tells it, by an id that is the same in every file that tells it. */
export interface ToldLine {
  id: string
  line: WalletLine
}

/**
 * Gives each line its id. Files of overlapping periods tell of the same line with other words, with seconds or without, done
 * where it was under way: what stays is the minute, the amount and the order, or the channel's own id where it has one. Two
 * lines of one file that agree in all of that are two, by their place among each other.
 */
export function toldLines(shopId: string, wallet: WalletKind, lines: readonly WalletLine[]): ToldLine[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const alike = alikeOf(wallet, line)
    const place = (seen.get(alike) ?? 0) + 1
    seen.set(alike, place)
    return { id: lineId(shopId, wallet, alike, place), line }
  })
}

/** In what two lines agree that nothing but their place among each other tells apart. */
export const alikeOf = (wallet: WalletKind, line: WalletLine): string =>
  line.reference
    ? `${line.reference}|${line.amount}`
    : [Math.floor(line.at / 60_000), line.amount, line.orderNumber, wallet === 'ads' ? line.type : ''].join('|')

export const lineId = (shopId: string, wallet: WalletKind, alike: string, place: number): string =>
  createHash('sha256').update([shopId, wallet, alike, place].join('|')).digest('hex').slice(0, 24)

/** Lines of one moment keep the order in which the report tells them. */
export function withPlaces<Line extends { line: WalletLine }>(lines: readonly Line[]): (Line & { place: number })[] {
  let [at, place] = [Number.NaN, 0]
  return lines.map((each) => {
    place = each.line.at === at ? place + 1 : 1
    at = each.line.at
    return { ...each, place }
  })
}

const RANK: Readonly<Record<WalletLine['status'], number>> = { done: 3, failed: 2, pending: 1 }

/**
 * What stands of a line that several files tell, whichever came first: who knows wins over who guesses, how it ended over how it
 * stood, then whoever says more. At least one telling.
 */
export function joined(tellings: readonly WalletLine[]): WalletLine {
  const [best] = tellings.toSorted(
    (a, b) =>
      Number(a.isGuess ?? false) - Number(b.isGuess ?? false) ||
      RANK[b.status] - RANK[a.status] ||
      Number(b.balance !== null) - Number(a.balance !== null) ||
      (b.at % 60_000) - (a.at % 60_000) ||
      b.description.length - a.description.length ||
      (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  )
  return best!
}
