import type { LabelItem, ShippingLabel } from '../../../../src-shared/fulfilment/shipping-label.ts'
import { businessDay, formatClock, formatDay } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { type Block, dashes, fill, frame, HAIRLINE, type Mark, nothing, rule, stack } from './drawing/marks.ts'
import { baselineIn } from './drawing/typesetter.ts'
import { DOT, pt, toDot } from './drawing/units.ts'
import type { LabelContext } from './label-context.ts'

/** A part that can be had smaller: the height of all of it, of a fair share, of the least, and the block for a height. */
interface Flexible {
  wanted: number
  some: number
  least: number
  within(height: number): Block
}

const absent: Flexible = { wanted: 0, some: 0, least: 0, within: () => nothing }

const totalPieces = (items: readonly LabelItem[]) => items.reduce((sum, item) => sum + item.pieces, 0)

/** What is in the parcel: as many rows as there is room for, then how many are left out. */
export function itemsPart(items: readonly LabelItem[], { style, width, type, words }: LabelContext): Flexible {
  if (items.length === 0) return absent
  const [large, small] = style.item
  const gap = pt(2.5)
  const piecesPadding = 0.35 * large
  const piecesWidth = Math.max(
    type.width(words.quantity, 'regular', style.caption),
    ...items.map((item) => type.width(formatNumber(item.pieces), 'bold', large) + 2 * piecesPadding),
  )
  const hasSku = items.some((item) => item.sku.trim() !== '')
  const skuWidth = hasSku
    ? Math.min(
        0.34 * width,
        // its head stands over it, also where signs without a width are the whole SKU
        Math.max(
          type.width(words.sku, 'regular', style.caption),
          ...items.map((item) => type.width(item.sku, 'code', style.sku[0])),
        ),
      )
    : 0
  const skuLeft = width - piecesWidth - gap - skuWidth
  const nameWidth = hasSku ? skuLeft - gap : width - piecesWidth - gap

  /** More than one piece stands white on black: the count most often missed when packing. */
  const piecesMarks = (pieces: number, right: number, baseline: number): Mark[] => {
    const text = formatNumber(pieces)
    const textRight = right - piecesPadding
    if (pieces === 1) return type.line(text, { face: 'bold', size: large, align: 'right' }, textRight, baseline)
    const left = toDot(textRight - type.width(text, 'bold', large) - piecesPadding)
    const top = toDot(baseline - 0.9 * large)
    return [
      fill(left, top, right - left, toDot(1.08 * large)),
      ...type.line(text, { face: 'bold', size: large, align: 'right', ink: 'white' }, textRight, baseline),
    ]
  }

  const row = (item: LabelItem): Block => {
    const title = item.variation.trim() ? `${item.name}, ${item.variation}` : item.name
    const name = type.fit(
      title,
      'semibold',
      nameWidth,
      { largest: large, smallest: Math.max(small, 0.85 * large), lines: 1 },
      { largest: 0.85 * large, smallest: small, lines: 2 },
    )
    const skuSize = type.width(item.sku, 'code', style.sku[0]) <= skuWidth ? style.sku[0] : style.sku[1]
    const sku = hasSku ? type.cutCode(item.sku, 'code', skuSize, skuWidth) : ''
    const lineHeight = 1.3 * name.size
    const height = Math.max(name.lines.length * lineHeight, 1.25 * large)
    return {
      height,
      at(x, y) {
        const top = y + (height - name.lines.length * lineHeight) / 2
        const marks: Mark[] = name.lines.flatMap((line, index) =>
          type.line(
            line,
            { face: 'semibold', size: name.size },
            x,
            top + index * lineHeight + baselineIn(lineHeight, name.size),
          ),
        )
        const first = name.lines.length > 1 ? top + baselineIn(lineHeight, name.size) : y + baselineIn(height, large)
        return [
          ...marks,
          ...type.line(sku, { face: 'code', size: skuSize }, x + skuLeft, first),
          ...piecesMarks(item.pieces, x + width, first),
        ]
      },
    }
  }

  const captionHeight = 1.25 * style.caption
  const captionWith = (hasRows: boolean): Block => ({
    height: captionHeight + pt(1.25),
    at(x, y) {
      const baseline = y + baselineIn(captionHeight, style.caption)
      const text = { face: 'regular' as const, size: style.caption }
      return [
        ...type.line(words.contents(totalPieces(items)), text, x, baseline),
        ...(hasRows && hasSku && type.width(words.contents(totalPieces(items)), 'regular', style.caption) < skuLeft
          ? type.line(words.sku, text, x + skuLeft, baseline)
          : []),
        ...(hasRows ? type.line(words.quantity, { ...text, align: 'right' }, x + width, baseline) : []),
        ...dashes(x, y + captionHeight + pt(0.25), width),
      ]
    },
  })
  const rows = items.map(row)
  const moreHeight = 1.3 * large
  const more = (left: readonly LabelItem[]): Block => {
    const text = (left.length < items.length ? words.moreItems : words.itemsOf)(left.length, totalPieces(left))
    const { lines, size } = type.fit(text, 'bold', width, { largest: large, smallest: 5, lines: 1 })
    return {
      height: moreHeight,
      at: (x, y) =>
        lines.flatMap((line) => type.line(line, { face: 'bold', size }, x, y + baselineIn(moreHeight, size))),
    }
  }
  const caption = captionWith(true)
  const all = rows.reduce((sum, each) => sum + each.height, 0)
  return {
    wanted: caption.height + all,
    some: caption.height + (rows.length === 1 ? all : rows[0]!.height + moreHeight),
    least: caption.height + (rows.length === 1 ? all : moreHeight),
    within(height) {
      const room = height - caption.height + 1e-6
      if (all <= room) return stack([caption, ...rows])
      let shown = 0
      let used = moreHeight
      while (used + rows[shown]!.height <= room) used += rows[shown++]!.height
      return stack([captionWith(shown > 0), ...rows.slice(0, shown), more(items.slice(shown))])
    },
  }
}

/** The buyer's wish in a frame, so that the packer cannot miss it. */
export function notePart(note: string, { style, width, type, words }: LabelContext): Flexible {
  if (type.spell(note, 'semibold') === '') return absent
  const padding = pt(1.25)
  const inner = width - 2 * pt(1.75)
  const captionHeight = 1.2 * style.caption
  const [large, small] = style.note
  const leading = 1.25
  const heightOf = (lines: number, size: number) => 2 * padding + captionHeight + lines * leading * size
  const settingFor = (height: number) => {
    for (let size = large; ; size -= 0.5) {
      const lines = Math.max(1, Math.floor((height - heightOf(0, size)) / (leading * size) + 1e-6))
      const setting = type.fit(note, 'semibold', inner, { largest: size, smallest: size, lines })
      if (!setting.isCut || size - 0.5 < small) return setting
    }
  }
  const whole = type.fit(note, 'semibold', inner, { largest: large, smallest: small, lines: 4 })
  const wanted = heightOf(whole.lines.length, whole.size)
  return {
    wanted,
    some: Math.min(wanted, heightOf(2, small)),
    least: heightOf(1, small),
    within(room) {
      const { lines, size } = settingFor(room)
      const height = heightOf(lines.length, size)
      const text = stack([
        type.block([words.note], { face: 'regular', size: style.caption }, 1.2),
        type.block(lines, { face: 'semibold', size }, leading),
      ])
      return {
        height,
        at: (x, y) => [
          ...frame(x, toDot(y), width, Math.floor(height / DOT) * DOT),
          ...text.at(x + pt(1.75), y + padding),
        ],
      }
    },
  }
}

/** Order number and time of printing: one line, or two when they are long. */
export function footBlock(
  label: ShippingLabel,
  { style, width, type, words, language }: LabelContext,
  copiesNote: string,
): Block {
  const moment = `${formatDay(businessDay(label.printedAt, label.zone), language)} ${formatClock(label.printedAt, label.zone)} ${label.zone}`
  const printed = [words.printed(moment), copiesNote.trim()].filter((part) => part !== '').join(', ')
  const [large, small] = style.foot
  const caption = `${words.orderNumber} `
  const captionWidth = type.width(caption, 'regular', large) + 0.3 * large
  const numberWidth = type.width(label.orderNumber, 'codeBold', large)
  const isOneLine = captionWidth + numberWidth + pt(3) + type.width(printed, 'regular', large) <= width
  const numberRoom = width - captionWidth
  const number = type.fit(label.orderNumber, 'codeBold', numberRoom, { largest: large, smallest: small, lines: 1 })
  const printedLine = type.fit(printed, 'regular', width, { largest: large, smallest: small, lines: 1 })
  const lineHeight = 1.3 * large
  const toRule = pt(1)
  return {
    height: HAIRLINE + toRule + (isOneLine ? 1 : 2) * lineHeight,
    at(x, y) {
      const baseline = y + HAIRLINE + toRule + baselineIn(lineHeight, large)
      return [
        rule(x, y, width),
        ...type.line(caption, { face: 'regular', size: large }, x, baseline),
        ...number.lines.flatMap((line) =>
          type.line(line, { face: 'codeBold', size: number.size }, x + captionWidth, baseline),
        ),
        ...printedLine.lines.flatMap((line) =>
          isOneLine
            ? type.line(line, { face: 'regular', size: printedLine.size, align: 'right' }, x + width, baseline)
            : type.line(line, { face: 'regular', size: printedLine.size }, x, baseline + lineHeight),
        ),
      ]
    },
  }
}
