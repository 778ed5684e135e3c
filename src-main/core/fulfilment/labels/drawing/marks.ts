import type { Face, Subset } from './faces.ts'
import { DOT, downToDot } from './units.ts'

/** Labels are black on white only: a thermal head knows nothing else. */
export type Ink = 'black' | 'white'

export interface TextMark {
  kind: 'text'
  x: number
  baseline: number
  width: number
  size: number
  face: Face
  subset: Subset
  text: string
  ink: Ink
}

export interface FillMark {
  kind: 'fill'
  x: number
  y: number
  width: number
  height: number
  ink: Ink
}

/** One thing on paper, in points from the top left corner of the page. A page is decided as marks, then painted. */
export type Mark = TextMark | FillMark

export interface Page {
  width: number
  height: number
  marks: Mark[]
}

/** Something with a known height that can be put anywhere. */
export interface Block {
  height: number
  at(x: number, y: number): Mark[]
}

export const fill = (x: number, y: number, width: number, height: number, ink: Ink = 'black'): FillMark => ({
  kind: 'fill',
  x,
  y,
  width,
  height,
  ink,
})

export const HAIRLINE = 2 * DOT
export const RULE = 4 * DOT

export const rule = (x: number, y: number, width: number, thickness: number = HAIRLINE): FillMark =>
  fill(x, downToDot(y), width, thickness)

/** The ledger's sign for "this has been added up". */
export const doubleRule = (x: number, y: number, width: number): FillMark[] => [
  rule(x, y, width),
  rule(x, y + 4 * DOT, width),
]

export function dashes(x: number, y: number, width: number, on = 5 * DOT, off = 4 * DOT): FillMark[] {
  const count = Math.max(1, Math.floor((width + off) / (on + off)))
  return Array.from({ length: count }, (_, index) => rule(x + index * (on + off), y, on))
}

export const frame = (
  x: number,
  y: number,
  width: number,
  height: number,
  thickness: number = HAIRLINE,
  ink: Ink = 'black',
): FillMark[] => [
  fill(x, y, width, thickness, ink),
  fill(x, y + height - thickness, width, thickness, ink),
  fill(x, y + thickness, thickness, height - 2 * thickness, ink),
  fill(x + width - thickness, y + thickness, thickness, height - 2 * thickness, ink),
]

/** Blocks under each other, with a gap between every two that have a height. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  const shown = blocks.filter((block) => block.height > 0)
  return {
    height: shown.reduce((sum, block) => sum + block.height, 0) + Math.max(0, shown.length - 1) * gap,
    at(x, y) {
      let top = y
      return shown.flatMap((block) => {
        const marks = block.at(x, top)
        top += block.height + gap
        return marks
      })
    },
  }
}

export const nothing: Block = { height: 0, at: () => [] }
