import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { coloursOf } from '../../../src-shared/catalog/colour-words.ts'
import { useWords } from '../language.tsx'
import classes from './GoodsPhoto.module.css'
import { goodsKind } from './goods-kind.ts'
import { GOODS_SHAPES } from './goods-shapes.tsx'

export interface GoodsPhotoProps {
  /** The product's name, never with its variation: one goods has one drawing everywhere. */
  name: string
  category?: string
  /** Of one SKU: the colour as its seller says it. A colour that is known dyes the drawing; of all others nothing is claimed. */
  colour?: string
  /** `blob:` or `data:` address of the photo; without it a drawing stands in. */
  src?: string | null
  /** Edge in px: 28 in rows, 36 in panels, 64 in heads, 150 at the pack desk. Default 28. */
  size?: number
  /** The name is read out unless it stands beside. */
  isNamedBeside?: boolean
}

/** The photo of a product, or a drawing of its kind when there is none: pale ink on paper, unless its colour is known. */
export function GoodsPhoto({ name, category, colour = '', src, size = 28, isNamedBeside = true }: GoodsPhotoProps) {
  const w = useWords(partsWords)
  const frame = { width: size, height: size, borderRadius: Math.min(14, Math.max(5, size / 9)) }
  if (src) return <img className={classes.photo} style={frame} src={src} alt={isNamedBeside ? '' : name} />
  const dyes = coloursOf(colour)
  const dye = dyes.length === 1 ? dyes[0]!.dye : undefined
  const naming = isNamedBeside ? { 'aria-hidden': true } : { role: 'img', 'aria-label': w.photoMissing(name) }
  return (
    <span className={classes.drawing} data-dyed={dye && true} style={{ ...frame, color: dye }} {...naming}>
      <svg viewBox="0 0 48 48" width={size * 0.74} height={size * 0.74} aria-hidden="true">
        {GOODS_SHAPES[goodsKind(name, category)]}
      </svg>
    </span>
  )
}
