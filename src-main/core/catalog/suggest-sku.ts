import { type GoodsName, wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { folded, wordsOf } from '../../../src-shared/kernel/folded.ts'
import type { CodeVerdict } from './code-rule.ts'
import { codeKey } from './codes.ts'
import { optionsDisagree } from './option-words.ts'
import { parseVariationName } from './variation-name.ts'

/** One of our SKUs, as far as a listing can be compared with it. */
export interface KnownSku {
  variantId: string
  sku: string
  barcode: string | null
  size: string
  colour: string
  goodsName: GoodsName
}

export interface ListingWords {
  sku: string
  productName: string
  variationName: string
}

export interface Suggestion {
  variantId: string
  sku: string
  label: string
  goodsName: GoodsName
  reason: 'same sku' | 'same barcode' | 'similar sku' | 'similar name'
  /** 100 is certain: the very code. Everything else stays below, however alike. */
  score: number
}

const MOST = 3
const CERTAIN = 100
/** The very code, but other variations carry it too. */
const ASKED = 99
const SIMILAR_SKU = 75
const SIMILAR_NAME = 50

/**
 * Which SKUs of ours a channel's listing may be, best first, three at most. A code that names this one thing is certain and
 * stands alone; one that others share comes first and is asked about. Otherwise codes are compared by edit distance and
 * names by the words they share; a SKU of another size or colour than the listing's is never suggested, because siblings of
 * one product differ in exactly that.
 * Comparing each listing with each of 20,000 SKUs would take seconds, so candidates come from what is rare in them: shared
 * letter triples of codes, shared words of names.
 */
export function skuSuggester(
  known: readonly KnownSku[],
): (listing: ListingWords, verdict?: CodeVerdict) => Suggestion[] {
  const codes = known.map(({ sku }) => bareCode(sku))
  const names = known.map(({ goodsName }) => new Set(wordsOf(wholeName(goodsName))))
  const codesByTriple = holdersByPart(codes.map(triplesOf))
  const namesByWord = holdersByPart(names)

  return (listing, verdict) => {
    const same = verdict?.match ? sameCode(listing, verdict.match, verdict.isCertain) : null
    if (same && verdict!.isCertain) return [same]
    const options = parseVariationName(listing.variationName)
    const best = new Map<number, Suggestion>()
    const consider = (index: number, reason: Suggestion['reason'], score: number) => {
      const variant = known[index]!
      if (variant.variantId === same?.variantId || optionsDisagree(options, variant)) return
      if (score > (best.get(index)?.score ?? 0)) best.set(index, suggestion(variant, reason, Math.min(score, ASKED)))
    }

    const code = bareCode(listing.sku)
    for (const index of candidates(codesByTriple, triplesOf(code), LIKE_CODES)) {
      const score = codeLikeness(code, codes[index]!)
      if (score >= SIMILAR_SKU) consider(index, 'similar sku', score)
    }
    const words = new Set(wordsOf(`${listing.productName} ${listing.variationName}`))
    for (const index of candidates(namesByWord, words, LIKE_NAMES)) {
      const score = nameLikeness(words, names[index]!)
      if (score >= SIMILAR_NAME) consider(index, 'similar name', score)
    }
    return [...(same ? [same] : []), ...best.values()]
      .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
      .slice(0, MOST)
  }
}

const sameCode = (listing: ListingWords, match: KnownSku, isCertain: boolean) =>
  suggestion(
    match,
    codeKey(match.sku) === codeKey(listing.sku) ? 'same sku' : 'same barcode',
    isCertain ? CERTAIN : ASKED,
  )

const suggestion = (
  { variantId, sku, goodsName }: KnownSku,
  reason: Suggestion['reason'],
  score: number,
): Suggestion => ({
  variantId,
  sku,
  label: wholeName(goodsName),
  goodsName,
  reason,
  score,
})

const bareCode = (sku: string): string => folded(sku).replaceAll(' ', '')

function triplesOf(code: string): Set<string> {
  const triples = new Set<string>()
  for (let at = 0; at + 3 <= code.length; at++) triples.add(code.slice(at, at + 3))
  return triples
}

/** Which of the sets hold a part. */
function holdersByPart(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  sets.forEach((set, at) => {
    for (const part of set) {
      const holders = index.get(part)
      if (holders) holders.push(at)
      else index.set(part, [at])
    }
  })
  return index
}

const COMMON = 1000
const LIKE_CODES = 60
/** As many as one product may have variants: they all share its name. */
const LIKE_NAMES = 400

/** Those that share the most parts with `parts`. Parts that a thousand others have tell nothing apart. */
function candidates(index: ReadonlyMap<string, number[]>, parts: ReadonlySet<string>, most: number): number[] {
  const shared = new Map<number, number>()
  for (const part of parts) {
    const holders = index.get(part)
    if (!holders || holders.length > COMMON) continue
    for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1)
  }
  if (shared.size <= most) return [...shared.keys()]
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([holder]) => holder)
}

/** 0 to 100: the share of the longer code's letters that need no change to make one of the other. */
export function codeLikeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 0 : Math.round((100 * (longer - editDistance(a, b))) / longer)
}

/** Insertions, deletions and replacements of one letter, and swaps of two neighbours (Damerau 1964). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const swapped = isSwap ? beforePrevious[column - 2]! + 1 : replaced
      current.push(Math.min(replaced, swapped, previous[column]! + 1, current[column - 1]! + 1))
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length]!
}

/**
 * 0 to 100: half by the share of our words that the listing says, half by the overlap of both (Dice 1945). Listings wear
 * long selling names, so that their extra words weigh only half.
 */
export function nameLikeness(listing: ReadonlySet<string>, ours: ReadonlySet<string>): number {
  if (ours.size === 0 || listing.size === 0) return 0
  let shared = 0
  for (const word of ours) if (listing.has(word)) shared++
  return Math.round(50 * (shared / ours.size) + 50 * ((2 * shared) / (listing.size + ours.size)))
}
