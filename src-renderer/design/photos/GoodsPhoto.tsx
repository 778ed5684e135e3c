import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { useWords } from '../language.tsx'
import { toneFill, toneText } from '../theme.ts'
import classes from './GoodsPhoto.module.css'
import { goodsDye, goodsKind } from './goods-kind.ts'
import { GOODS_SHAPES } from './goods-shapes.tsx'

export interface GoodsPhotoProps {
  /** Product name, with the variation's motif when it has one. */
  name: string
  category?: string
  /** `blob:` or `data:` address of the photo; without it a drawing stands in. */
  src?: string | null
  /** Edge in px: 28 in rows, 36 in panels, 64 in heads, 150 at the pack desk. Default 28. */
  size?: number
  /** The name is read out unless it stands beside. */
  isNamedBeside?: boolean
}

/** The photo of a product, or a quiet garment in one of the dyes when there is none. */
export function GoodsPhoto({ name, category, src, size = 28, isNamedBeside = true }: GoodsPhotoProps) {
  const w = useWords(partsWords)
  const frame = { width: size, height: size, borderRadius: Math.min(14, Math.max(5, size / 9)) }
  if (src) return <img className={classes.photo} style={frame} src={src} alt={isNamedBeside ? '' : name} />
  const dye = goodsDye(name)
  const naming = isNamedBeside ? { 'aria-hidden': true } : { role: 'img', 'aria-label': w.photoMissing(name) }
  return (
    <span className={classes.photo} style={{ ...frame, background: toneFill(dye), color: toneText(dye) }} {...naming}>
      <svg viewBox="0 0 48 48" width={size * 0.74} height={size * 0.74} aria-hidden="true">
        {GOODS_SHAPES[goodsKind(name, category)]}
      </svg>
    </span>
  )
}
