import type { ReactNode } from 'react'
import type { GoodsKind } from './goods-kind.ts'

/** Drawn on 48 × 48: a flat body in the ink given, its edge and seams in the line's. */
const body = { fill: 'currentColor', stroke: 'var(--edge)', strokeWidth: 1 }
const seam = {
  fill: 'none',
  stroke: 'var(--edge)',
  strokeWidth: 1.4,
  strokeLinecap: 'round' as const,
}

export const GOODS_SHAPES: Record<GoodsKind, ReactNode> = {
  shirt: (
    <>
      <path
        {...body}
        d="M17 6 L5 12 L2 24 L10 26.5 L11.5 21 L11.5 43 L36.5 43 L36.5 21 L38 26.5 L46 24 L43 12 L31 6 Q24 13 17 6 Z"
      />
      <path {...seam} d="M24 11 V43 M17 6 L24 14 L31 6 M24 20 h.1 M24 27 h.1 M24 34 h.1" />
    </>
  ),
  dress: (
    <>
      <path {...body} d="M17 4 L9 9 L8 18 L15 19 L15 22 L8 45 L40 45 L33 22 L33 19 L40 18 L39 9 L31 4 Q24 11 17 4 Z" />
      <path {...seam} d="M15.5 21 Q24 25 32.5 21 M19 26 L16 44 M29 26 L32 44" />
    </>
  ),
  outer: (
    <>
      <path
        {...body}
        d="M17 5 L6 10 L3 34 L10 35 L12 20 L11 44 L22 44 L22 14 Z M31 5 L42 10 L45 34 L38 35 L36 20 L37 44 L26 44 L26 14 Z"
      />
      <path {...seam} d="M15 32 h5 M28 32 h5" />
    </>
  ),
  cloth: (
    <>
      <path {...body} d="M6 9 H37 Q42 9 42 14 V40 H11 Q6 40 6 35 Z" />
      <path {...seam} d="M6 17 H42 M6 32 H42 M14 17 L20 24.5 L14 32 M24 17 L30 24.5 L24 32 M34 17 L40 24.5 L34 32" />
    </>
  ),
  trousers: (
    <>
      <path {...body} d="M13 5 H35 L38 44 H27.5 L24 20 L20.5 44 H10 Z" />
      <path {...seam} d="M13 11 H35 M24 11 V19" />
    </>
  ),
  bag: (
    <>
      <path {...body} d="M9 18 H39 L42 42 H6 Z" />
      <path
        d="M16 22 V14 Q16 6 24 6 Q32 6 32 14 V22"
        fill="none"
        stroke="var(--edge)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path {...seam} d="M9 25 H39" />
    </>
  ),
  jar: (
    <>
      <path
        {...body}
        d="M13 5 H35 V11 H13 Z M12 13 H36 Q39 16 39 20 V40 Q39 44 35 44 H13 Q9 44 9 40 V20 Q9 16 12 13 Z"
      />
      <path {...seam} d="M9 23 H39 M9 36 H39" />
    </>
  ),
  box: (
    <>
      <path {...body} d="M24 4 L43 13 V35 L24 44 L5 35 V13 Z" />
      <path {...seam} d="M5 13 L24 22 L43 13 M24 22 V44 M14.5 8.5 L33.5 17.5 V24" />
    </>
  ),
}
