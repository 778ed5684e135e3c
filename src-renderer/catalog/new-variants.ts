import { newId } from '../../src-shared/kernel/ids.ts'
import { NOTHING_STANDS, type VariantText } from './product-form.ts'

/** Most SKUs one product may have. */
export const MOST_VARIANTS = 400

/** `S, M; L` as its parts, each once. */
export const listed = (typed: string): string[] => [
  ...new Map(
    typed
      .split(/[,;\n]/)
      .map((part) => part.trim().replace(/\s+/g, ' '))
      .filter(Boolean)
      .map((part) => [part.toLowerCase(), part]),
  ).values(),
]

export interface Combinations {
  motifs: readonly string[]
  colours: readonly string[]
  sizes: readonly string[]
}

export const combinationCount = ({ motifs, colours, sizes }: Combinations): number =>
  Math.max(1, motifs.length) * Math.max(1, colours.length) * Math.max(1, sizes.length)

const sameOption = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
const orNone = (options: readonly string[]) => (options.length === 0 ? [''] : options)

/** Every combination that is not there yet, with a SKU of its own made from the start and the options. */
export function newVariants(
  { motifs, colours, sizes }: Combinations,
  present: readonly VariantText[],
  { skuStart, price }: { skuStart: string; price: string },
): VariantText[] {
  const taken = new Set(present.map(({ sku }) => sku.toLowerCase()))
  const codes = { motif: shortCodes(motifs), colour: shortCodes(colours) }
  const made: VariantText[] = []
  for (const motif of orNone(motifs))
    for (const colour of orNone(colours))
      for (const size of orNone(sizes)) {
        const isThere = present.some(
          (row) => sameOption(row.motif, motif) && sameOption(row.colour, colour) && sameOption(row.size, size),
        )
        if (isThere) continue
        const parts = [
          skuStart,
          codes.motif.get(motif),
          codes.colour.get(colour),
          size.toUpperCase().replace(/\s+/g, ''),
        ]
        const sku = freeCode(parts.filter(Boolean).join('-') || 'SKU', taken)
        taken.add(sku.toLowerCase())
        made.push({
          id: newId(),
          motif,
          colour,
          size,
          sku,
          barcode: '',
          shelf: '',
          price,
          reorderPoint: '',
          safetyStock: '',
          // another size of a colour that has its picture
          ownPhotoId:
            present.find((row) => row.motif === motif && row.colour === colour && motif + colour !== '')?.ownPhotoId ??
            null,
          openingPieces: '',
          openingCost: '',
          rest: { unit: 'pcs', weightGrams: 0, components: [], averageCost: null },
          stands: NOTHING_STANDS,
        })
      }
  return made
}

function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted
  let count = 2
  while (taken.has(`${wanted}-${count}`.toLowerCase())) count++
  return `${wanted}-${count}`
}

/** `Lung Ukir` is LUK, `Biru` is BIR: letters enough to tell the options of one list apart. */
function shortCodes(options: readonly string[]): Map<string, string> {
  const codes = new Map<string, string>()
  const taken = new Set<string>()
  for (const option of options) {
    const code = freeCode(shortCode(option), taken)
    taken.add(code.toLowerCase())
    codes.set(option, code)
  }
  return codes
}

/** `Kemeja Lung Ukir` is KLU, `Kemeja` is KEM. */
export function shortCode(text: string): string {
  const names = text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
  const [first = '', second = ''] = names
  const letters =
    names.length > 2
      ? names
          .map((name) => name[0])
          .join('')
          .slice(0, 4)
      : names.length === 2
        ? first.slice(0, 1) + second.slice(0, 2)
        : first.slice(0, 3)
  return letters.toUpperCase()
}
