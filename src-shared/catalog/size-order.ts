/** Larger than every size that letters tell. */
const ONE_FOR_ALL = 100

/**
 * Where a size stands among its neighbours: XS −1, S 0, M 1, L 2, XL 3, XXL and 2XL 4; a size with one number (`32`, `Anak 4`, `250 g`)
 * at its number. Null for words that tell no order.
 */
function placeOf(size: string): number | null {
  const text = size.toLowerCase().replaceAll(/[\s.-]/g, '')
  if (/^(?:(?:all|one|free)size|jumbo)$/.test(text)) return ONE_FOR_ALL
  const letters = /^(\d*)(x*)([sml])$/.exec(text)
  if (letters) {
    const [, digits, exes, letter] = letters
    const more = digits ? Number(digits) : exes!.length
    return letter === 'm' ? 1 : letter === 's' ? -more : 2 + more
  }
  const number = /^\D*(\d+(?:[.,]\d+)?)\D*$/.exec(size)?.[1]
  return number === undefined ? null : Number(number.replace(',', '.'))
}

/** From small to large, as people look for them. Sizes of which one tells no order stay in the order they are in. */
export function inSizeOrder<Sized>(items: readonly Sized[], sizeOf: (item: Sized) => string): Sized[] {
  const places = new Map(items.map((item) => [item, placeOf(sizeOf(item))]))
  if ([...places.values()].some((place) => place === null)) return [...items]
  return items.toSorted((a, b) => places.get(a)! - places.get(b)!)
}
