import type { LabelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import {
  businessDay,
  formatClock,
  formatDayFull,
  type Instant,
  type Language,
  type Zone,
} from '../../../../src-shared/kernel/business-day.ts'
import { type Block, HAIRLINE, RULE, rule, stack } from '../labels/drawing/marks.ts'
import { baselineIn, type Typesetter } from '../labels/drawing/typesetter.ts'
import { pt } from '../labels/drawing/units.ts'
import { beside, space } from './sheet-flow.ts'

export interface SheetSetting {
  type: Typesetter
  words: LabelWords
  language: Language
  /** Between the margins. */
  width: number
}

export const printedMoment = (at: Instant, zone: Zone, language: Language): string =>
  `${formatDayFull(businessDay(at, zone), language)}, ${formatClock(at, zone)} ${zone}`

export interface Heading {
  title: string
  subtitle: string
  shopName: string
  /** Counts, said once for the whole list. */
  summary: string
  titleSize: number
}

/** Name of the sheet, whose it is and what it counts up to, over a heavy rule. */
export function headingBlock(
  { title, subtitle, shopName, summary, titleSize }: Heading,
  { type, width }: SheetSetting,
): Block {
  const name = type.fit(title, 'heavy', 0.68 * width, { largest: titleSize, smallest: 0.6 * titleSize, lines: 1 })
  const shop = type.fit(shopName, 'semibold', 0.3 * width, { largest: 0.55 * titleSize, smallest: 6, lines: 2 })
  const about = type.fit(subtitle, 'bold', width, { largest: 0.62 * titleSize, smallest: 7, lines: 2 })
  const counts = type.fit(summary, 'regular', width, { largest: 0.52 * titleSize, smallest: 6.5, lines: 2 })
  return stack([
    beside(
      [
        { x: 0, block: type.block(name.lines, { face: 'heavy', size: name.size }, 1.2) },
        { x: width, block: type.block(shop.lines, { face: 'semibold', size: shop.size, align: 'right' }, 1.3) },
      ],
      0,
    ),
    type.block(about.lines, { face: 'bold', size: about.size }, 1.35),
    type.block(counts.lines, { face: 'regular', size: counts.size }, 1.4),
    space(1),
    { height: RULE, at: (x, y) => [rule(x, y, width, RULE)] },
  ])
}

export interface Column {
  x: number
  width: number
  caption: string
  align?: 'left' | 'right'
}

const anchor = (column: Column) => (column.align === 'right' ? column.x + column.width : column.x)

/** Captions of the columns over a hairline. */
export function captionsBlock(columns: readonly Column[], size: number, { type, width }: SheetSetting): Block {
  const row = beside(
    columns.map((column) => ({
      x: anchor(column),
      block: type.block([type.cut(column.caption, 'regular', size, column.width)], {
        face: 'regular',
        size,
        align: column.align ?? 'left',
      }),
    })),
    pt(0.75),
  )
  return stack([row, { height: HAIRLINE, at: (x, y) => [rule(x, y, width)] }])
}

/** Time of printing on the left, page number on the right. */
export function footBlock(printed: string, page: string, size: number, { type, width }: SheetSetting): Block {
  const lineHeight = 1.4 * size
  const pageWidth = type.width(page, 'regular', size)
  const when = type.cut(printed, 'regular', size, width - pageWidth - pt(3))
  return {
    height: HAIRLINE + pt(0.75) + lineHeight,
    at(x, y) {
      const baseline = y + HAIRLINE + pt(0.75) + baselineIn(lineHeight, size)
      return [
        rule(x, y, width),
        ...type.line(when, { face: 'regular', size }, x, baseline),
        ...type.line(page, { face: 'regular', size, align: 'right' }, x + width, baseline),
      ]
    },
  }
}

/** A line to write on: what belongs there, and how much room a pen has above it. */
export interface Blank {
  caption: string
  room: number
}

/** Places to sign, side by side, each with its lines to write on. */
export function signatureBlock(
  signers: readonly { role: string; blanks: readonly Blank[] }[],
  size: number,
  { type, width }: SheetSetting,
): Block {
  const gap = pt(8)
  const each = (width - gap * (signers.length - 1)) / signers.length
  const caption = 0.85 * size
  return beside(
    signers.map(({ role, blanks }, index) => ({
      x: index * (each + gap),
      block: stack([
        type.block([type.cut(role, 'semibold', size, each)], { face: 'semibold', size }),
        ...blanks.flatMap((blank) => [
          { height: blank.room, at: (x: number, y: number) => [rule(x, y + blank.room - HAIRLINE, each)] },
          type.block(
            [type.cut(blank.caption, 'regular', caption, each)],
            { face: 'regular' as const, size: caption },
            1.5,
          ),
        ]),
      ]),
    })),
    0,
  )
}
