import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import type { PickList, PickListOptions, PickListRow } from '../../../../src-shared/fulfilment/pick-list.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { type Block, dashes, doubleRule, fill, HAIRLINE, type Page, rule, stack } from '../labels/drawing/marks.ts'
import { baselineIn, type Typesetter } from '../labels/drawing/typesetter.ts'
import { DOT, pt, toDot } from '../labels/drawing/units.ts'
import { byShelf } from '../pieces-to-fetch.ts'
import { beside, flow, type Row, space, tickBox } from './sheet-flow.ts'
import {
  type Column,
  captionsBlock,
  footBlock,
  headingBlock,
  printedMoment,
  type SheetSetting,
  signatureBlock,
} from './sheet-parts.ts'

interface PickListStyle {
  widthMm: number
  heightMm: number
  margin: number
  title: number
  caption: number
  shelf: number
  name: number
  small: number
  box: number
  shelfWidth: number
  skuWidth: number
  orderLines: number
  padding: number
}

const A4: PickListStyle = {
  widthMm: 210,
  heightMm: 297,
  margin: pt(14),
  title: 19,
  caption: 8,
  shelf: 11,
  name: 10,
  small: 8,
  box: pt(4),
  shelfWidth: pt(22),
  skuWidth: pt(40),
  orderLines: 2,
  padding: pt(1.5),
}

/** Narrow paper has no column for the SKU: it stands under the name. */
const THERMAL: PickListStyle = {
  widthMm: 100,
  heightMm: 150,
  margin: pt(4),
  title: 14,
  caption: 7,
  shelf: 10,
  name: 9,
  small: 7.5,
  box: pt(4),
  shelfWidth: pt(18),
  skuWidth: 0,
  orderLines: 2,
  padding: pt(1.125),
}

/** The whole list as pages of marks. */
export function pickListPages(list: PickList, options: PickListOptions, type: Typesetter): Page[] {
  const language = options.language ?? 'id'
  const words = labelWords[language]
  const style = options.size === 'A4' ? A4 : THERMAL
  const width = pt(style.widthMm) - 2 * style.margin
  const setting: SheetSetting = { type, words, language, width }
  const rows = list.rows.toSorted(byShelf)

  const pieces = rows.reduce((sum, row) => sum + row.pieces, 0)
  const shelves = new Set(rows.map((row) => row.shelf.trim()).filter((shelf) => shelf !== '')).size
  const orders = new Set(rows.flatMap((row) => row.orderNumbers)).size
  const heading = headingBlock(
    {
      title: words.pickList,
      subtitle: list.title,
      shopName: list.shopName,
      summary: [
        ...(shelves > 0 ? [words.shelvesOf(shelves)] : []),
        words.skusOf(rows.length),
        words.piecesOf(pieces),
        words.ordersOf(orders),
      ].join(', '),
      titleSize: style.title,
    },
    setting,
  )
  const columns = columnsOf(style, width, setting)
  const skuSize = oneSizeFor(
    rows.map(({ sku }) => sku),
    columns.sku.width || columns.product.width,
    style,
    type,
  )
  const captions = captionsBlock(
    Object.values(columns).filter((column) => column.width > 0),
    style.caption,
    setting,
  )

  return flow({
    width: pt(style.widthMm),
    height: pt(style.heightMm),
    margin: style.margin,
    head: (isFirstPage) => (isFirstPage ? stack([heading, captions]) : captions),
    rows:
      rows.length === 0
        ? [
            () =>
              beside(
                [{ x: 0, block: type.block([words.nothingToPick], { face: 'regular', size: style.name }) }],
                pt(2),
              ),
          ]
        : rows.map((row, index) => rowOf(row, rows[index - 1], style, columns, skuSize, options, setting)),
    tail: rows.length === 0 ? space(0) : tailOf(pieces, style, columns, setting),
    foot: (page, pages) =>
      footBlock(
        words.printed(printedMoment(list.printedAt, list.zone, language)),
        words.page(page, pages),
        style.caption,
        setting,
      ),
  })
}

/** Codes of one list stand in one size: the usual one where all have room in it. */
function oneSizeFor(codes: readonly string[], room: number, { small }: PickListStyle, type: Typesetter): number {
  return codes.every((code) => type.width(code, 'code', small) <= room) ? small : 0.8 * small
}

interface Columns {
  tick: Column
  shelf: Column
  sku: Column
  product: Column
  pieces: Column
}

function columnsOf(style: PickListStyle, width: number, { words }: SheetSetting): Columns {
  const gap = pt(3)
  const piecesWidth = pt(13)
  const shelfX = style.box + gap
  const skuX = shelfX + style.shelfWidth + gap
  const productX = skuX + (style.skuWidth ? style.skuWidth + gap : 0)
  const piecesX = width - piecesWidth
  return {
    tick: { x: 0, width: style.box, caption: '' },
    shelf: { x: shelfX, width: style.shelfWidth, caption: words.shelf },
    sku: { x: skuX, width: style.skuWidth, caption: words.sku },
    product: { x: productX, width: piecesX - gap - productX, caption: words.product },
    pieces: { x: piecesX, width: piecesWidth, caption: words.quantity, align: 'right' },
  }
}

function rowOf(
  row: PickListRow,
  before: PickListRow | undefined,
  style: PickListStyle,
  columns: Columns,
  skuSize: number,
  options: PickListOptions,
  { type, words, width }: SheetSetting,
): Row {
  const lineHeight = 1.35 * style.name
  const isNewShelf = before === undefined || before.shelf.trim() !== row.shelf.trim()
  const shelf = type.fit(
    row.shelf.trim() || words.withoutShelf,
    row.shelf.trim() ? 'codeBold' : 'semibold',
    columns.shelf.width,
    { largest: style.shelf, smallest: 7, lines: 1 },
    { largest: 7, smallest: 6, lines: 2 },
  )
  const skuRoom = columns.sku.width || columns.product.width
  const sku = type.block([type.cutCode(row.sku, 'code', skuSize, skuRoom)], { face: 'code', size: skuSize }, 1.5)
  const orders = options.showOrderNumbers
    ? ordersBlock(row.orderNumbers, columns.product.width, style, type, words.moreOrders)
    : null
  const product = stack([
    ...nameBlocks(row, columns.product.width, style, type),
    ...(columns.sku.width ? [] : [sku]),
    ...(orders ? [orders] : []),
  ])
  const pieces = piecesBlock(row.pieces, columns.pieces.width, 1.2 * style.name, lineHeight, type)
  const shelfBlock = type.block(
    shelf.lines,
    { face: row.shelf.trim() ? 'codeBold' : 'semibold', size: shelf.size },
    lineHeight / shelf.size,
  )

  return (isFirstOnPage) => {
    const cells = beside(
      [
        { x: columns.tick.x, block: tickBox(style.box, lineHeight) },
        ...(isNewShelf || isFirstOnPage ? [{ x: columns.shelf.x, block: shelfBlock }] : []),
        { x: columns.product.x, block: product },
        { x: columns.pieces.x, block: pieces },
        ...(columns.sku.width ? [{ x: columns.sku.x, block: sku }] : []),
      ],
      style.padding,
    )
    return {
      height: cells.height,
      at: (x, y) => [
        ...(isFirstOnPage
          ? []
          : isNewShelf
            ? [rule(x, y, width)]
            : dashes(x + toDot(columns.sku.x), y, width - toDot(columns.sku.x), 2 * DOT, 6 * DOT)),
        ...cells.at(x, y),
      ],
    }
  }
}

/** More than one stands white on black, as on the label. */
function piecesBlock(pieces: number, room: number, largest: number, lineHeight: number, type: Typesetter): Block {
  const text = formatNumber(pieces)
  const { size } = type.fit(text, 'heavy', room - pt(2), { largest, smallest: 6, lines: 1 })
  return {
    height: lineHeight,
    at(x, y) {
      const baseline = y + baselineIn(lineHeight, size)
      const right = x + room - pt(1)
      if (pieces === 1) return type.line(text, { face: 'heavy', size, align: 'right' }, right, baseline)
      const left = toDot(right - type.width(text, 'heavy', size) - pt(1))
      return [
        fill(left, toDot(baseline - 0.88 * size), x + room - left, toDot(1.04 * size)),
        ...type.line(text, { face: 'heavy', size, align: 'right', ink: 'white' }, right, baseline),
      ]
    },
  }
}

/** Name and, heavier, variation: on one line when they fit, as the variation is what goes wrong most. */
function nameBlocks(row: PickListRow, room: number, style: PickListStyle, type: Typesetter): Block[] {
  const size = style.name
  const leading = 1.35
  const nameWidth = type.width(row.productName, 'semibold', size)
  const gap = 0.6 * size
  if (row.variationName.trim() && nameWidth + gap + type.width(row.variationName, 'heavy', size) <= room) {
    const parts = [
      { x: 0, block: type.block([row.productName], { face: 'semibold', size }, leading) },
      { x: nameWidth + gap, block: type.block([row.variationName], { face: 'heavy', size }, leading) },
    ]
    return [beside(parts, 0)]
  }
  const attempt = { largest: size, smallest: 0.8 * size, lines: 2 }
  const name = type.fit(row.productName, 'semibold', room, attempt)
  const variation = type.fit(row.variationName, 'heavy', room, attempt)
  return [
    type.block(name.lines, { face: 'semibold', size: name.size }, leading),
    type.block(variation.lines, { face: 'heavy', size: variation.size }, leading),
  ]
}

/** Order numbers one after another, never broken, then how many are left out. */
function ordersBlock(
  numbers: readonly string[],
  room: number,
  style: PickListStyle,
  type: Typesetter,
  more: (orders: number) => string,
): Block {
  const size = style.small
  const between = type.width('0', 'code', size)
  const lineHeight = 1.4 * size
  const packed = (shown: number) => {
    const words = numbers.slice(0, shown).map((number) => {
      const text = type.cutCode(number, 'code', size, room)
      return { text, face: 'code' as const, width: type.width(text, 'code', size) }
    })
    const rest = numbers.length - shown
    const last = { text: more(rest), face: 'regular' as const, width: type.width(more(rest), 'regular', size) }
    let line = 0
    let left = 0
    return (rest > 0 ? [...words, last] : words).map((word) => {
      if (left > 0 && left + word.width > room) {
        line++
        left = 0
      }
      const at = { ...word, line, left }
      left += word.width + between
      return at
    })
  }
  let shown = Math.min(numbers.length, 10 * style.orderLines)
  while (shown > 0 && (packed(shown).at(-1)?.line ?? 0) >= style.orderLines) shown--
  const words = packed(shown)
  return {
    height: words.length === 0 ? 0 : (words.at(-1)!.line + 1) * lineHeight,
    at: (x, y) =>
      words.flatMap(({ text, face, line, left }) =>
        type.line(text, { face, size }, x + left, y + line * lineHeight + baselineIn(lineHeight, size)),
      ),
  }
}

/** The sum under a rule and over a double one, then who picked and who checked. */
function tailOf(pieces: number, style: PickListStyle, columns: Columns, setting: SheetSetting): Block {
  const { type, words, width } = setting
  const size = 1.1 * style.name
  const lineHeight = 1.7 * size
  const from = columns.shelf.x
  const to = columns.pieces.x + columns.pieces.width
  const sum: Block = {
    height: lineHeight + pt(2),
    at(x, y) {
      const baseline = y + HAIRLINE + baselineIn(lineHeight, size)
      return [
        rule(x, y, width),
        ...type.line(words.total, { face: 'bold', size }, x + from, baseline),
        ...type.line(words.piecesOf(pieces), { face: 'heavy', size, align: 'right' }, x + to, baseline),
        ...doubleRule(x, y + lineHeight, width),
      ]
    },
  }
  const blanks = [{ caption: words.nameAndTime, room: pt(style === A4 ? 14 : 9) }]
  return stack([
    sum,
    space(4),
    signatureBlock(
      [
        { role: words.pickedBy, blanks },
        { role: words.checkedBy, blanks },
      ],
      style.name,
      setting,
    ),
    space(2),
  ])
}
