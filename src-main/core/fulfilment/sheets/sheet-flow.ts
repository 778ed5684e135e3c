import { type Block, frame, HAIRLINE, type Mark, type Page } from '../labels/drawing/marks.ts'
import { pt, toDot } from '../labels/drawing/units.ts'

/** A row may look different at the head of a page: there it says again what it shares with the row before. */
export type Row = (isFirstOnPage: boolean) => Block

export interface Sheet {
  width: number
  height: number
  margin: number
  head(isFirstPage: boolean): Block
  rows: readonly Row[]
  /** Sums and signatures; never parted, and never on a page without a row. */
  tail: Block
  foot(page: number, pages: number): Block
}

/** Lays rows on as many pages as they need, each with head and foot. */
export function flow(sheet: Sheet): Page[] {
  const bottom = sheet.height - sheet.margin - sheet.foot(1, 1).height
  const pages: Mark[][] = []
  let y = 0
  const turn = () => {
    const head = sheet.head(pages.length === 0)
    pages.push(head.at(sheet.margin, sheet.margin))
    y = sheet.margin + head.height
  }
  turn()
  let isFirstOnPage = true
  for (const [index, row] of sheet.rows.entries()) {
    const isLast = index === sheet.rows.length - 1
    const needed = row(isFirstOnPage).height + (isLast ? sheet.tail.height : 0)
    if (!isFirstOnPage && y + needed > bottom) {
      turn()
      isFirstOnPage = true
    }
    const block = row(isFirstOnPage)
    pages.at(-1)!.push(...block.at(sheet.margin, y))
    y += block.height
    isFirstOnPage = false
  }
  pages.at(-1)!.push(...sheet.tail.at(sheet.margin, y))
  return pages.map((marks, index) => {
    const foot = sheet.foot(index + 1, pages.length)
    return {
      width: sheet.width,
      height: sheet.height,
      marks: [...marks, ...foot.at(sheet.margin, sheet.height - sheet.margin - foot.height)],
    }
  })
}

/** Blocks side by side, tops aligned, with white above and below. */
export function beside(parts: readonly { x: number; block: Block }[], padding: number): Block {
  const height = Math.max(...parts.map((part) => part.block.height)) + 2 * padding
  return { height, at: (x, y) => parts.flatMap((part) => part.block.at(x + part.x, y + padding)) }
}

/** A box to tick by hand, its middle on the middle of a line of text. */
export function tickBox(side: number, lineHeight: number): Block {
  return {
    height: lineHeight,
    at: (x, y) => frame(x, toDot(y + (lineHeight - side) / 2), toDot(side), toDot(side), HAIRLINE),
  }
}

export const space = (millimetres: number): Block => ({ height: pt(millimetres), at: () => [] })
