const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })
const LETTERED = /^(\d*)(x*)(s|m|l)$/i
const FITS_ALL = /^(all|one|free) ?size$/i

/** XS −2, S −1, M 0, L 1, XL 2, 2XL and XXL 3; null for a size without such letters. `3L` is the trade's word for XXL. */
function letteredRank(size: string): number | null {
  const match = LETTERED.exec(size.replaceAll(/[\s.-]/g, ''))
  if (!match) return null
  const [, digits = '', crosses = '', letter = ''] = match
  const times = digits === '' ? crosses.length : Number(digits) - (crosses === '' ? 1 : 0)
  return { s: -1 - times, m: 0, l: 1 + times }[letter.toLowerCase()]!
}

/** Sizes as a shop hangs them: no size, S M L XL XXL, then numbers and the rest in natural order, `All Size` last. */
export function compareSizes(a: string, b: string): number {
  const shelf = (size: string) => (size === '' ? 0 : letteredRank(size) !== null ? 1 : FITS_ALL.test(size) ? 3 : 2)
  return (
    shelf(a) - shelf(b) ||
    (letteredRank(a) ?? 0) - (letteredRank(b) ?? 0) ||
    collator.compare(a, b) ||
    (a < b ? -1 : a > b ? 1 : 0)
  )
}

/** Motifs and colours stay in the order in which they first appear; within each, sizes go up. */
export function inSizeOrder<V extends { motif: string; colour: string; size: string }>(variants: readonly V[]): V[] {
  const groups = Map.groupBy(variants, ({ motif, colour }) => JSON.stringify([motif, colour]))
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => compareSizes(a.size, b.size)))
}
