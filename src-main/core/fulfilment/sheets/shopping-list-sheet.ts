import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import type { ShoppingListRow, ShoppingListSupplier } from '../../../../src-shared/fulfilment/shopping-list.ts'
import type { Instant, Language, Zone } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { type Block, doubleRule, HAIRLINE, type Page, rule, stack } from '../labels/drawing/marks.ts'
import { baselineIn, type Typesetter } from '../labels/drawing/typesetter.ts'
import { pt } from '../labels/drawing/units.ts'
import { beside, flow, type Row, space, tickBox } from './sheet-flow.ts'
import { type Column, captionsBlock, footBlock, headingBlock, printedMoment, type SheetSetting } from './sheet-parts.ts'

export interface ShoppingList {
  shopName: string
  plan: string
  suppliers: readonly ShoppingListSupplier[]
  printedAt: Instant
  zone: Zone
}

const MARGIN = pt(14)
const WIDTH = pt(210) - 2 * MARGIN
const SIZE = { title: 19, supplier: 11.5, name: 10, small: 8, caption: 8 }
const LINE = 1.35 * SIZE.name

/** `Daftar Belanja` on A4: supplier by supplier what to buy, with boxes to tick and the sum of each and of all. */
export function shoppingListPages(list: ShoppingList, language: Language, type: Typesetter): Page[] {
  const words = labelWords[language]
  const setting: SheetSetting = { type, words, language, width: WIDTH }
  const rows = list.suppliers.flatMap((supplier) => supplier.rows)
  const heading = headingBlock(
    {
      title: words.shoppingList,
      subtitle: list.plan,
      shopName: list.shopName,
      summary: [
        words.skusOf(rows.length),
        words.piecesOf(rows.reduce((sum, { pieces }) => sum + pieces, 0)),
        formatRupiah(sumOf(rows)),
      ].join(', '),
      titleSize: SIZE.title,
    },
    setting,
  )
  const columns = columnsOf(setting)
  const captions = captionsBlock(Object.values(columns), SIZE.caption, setting)
  return flow({
    width: pt(210),
    height: pt(297),
    margin: MARGIN,
    head: (isFirstPage) => (isFirstPage ? stack([heading, captions]) : captions),
    rows: list.suppliers.flatMap((supplier) =>
      supplier.rows.map((row, index) => rowOf(row, supplier, index === 0, columns, setting)),
    ),
    tail: tailOf(rows, setting),
    foot: (page, pages) =>
      footBlock(
        words.printed(printedMoment(list.printedAt, list.zone, language)),
        words.page(page, pages),
        SIZE.caption,
        setting,
      ),
  })
}

const sumOf = (rows: readonly ShoppingListRow[]) =>
  rows.reduce((sum, { pieces, price }) => sum + pieces * (price ?? 0), 0)

type Columns = Record<'tick' | 'product' | 'pieces' | 'price' | 'value', Column>

function columnsOf({ words }: SheetSetting): Columns {
  const gap = pt(3)
  const [tick, pieces, price, value] = [pt(4), pt(22), pt(26), pt(30)]
  const valueX = WIDTH - value
  const priceX = valueX - gap - price
  const piecesX = priceX - gap - pieces
  const productX = tick + gap
  return {
    tick: { x: 0, width: tick, caption: '' },
    product: { x: productX, width: piecesX - gap - productX, caption: words.product },
    pieces: { x: piecesX, width: pieces, caption: words.quantity, align: 'right' },
    price: { x: priceX, width: price, caption: words.lastPrice, align: 'right' },
    value: { x: valueX, width: value, caption: words.total, align: 'right' },
  }
}

/** The supplier stands above the first of its goods, and again at the head of a page. */
function rowOf(
  row: ShoppingListRow,
  supplier: ShoppingListSupplier,
  isFirst: boolean,
  columns: Columns,
  setting: SheetSetting,
): Row {
  const { type, width } = setting
  const name = type.fit(row.name, 'semibold', columns.product.width, {
    largest: SIZE.name,
    smallest: 0.8 * SIZE.name,
    lines: 3,
  })
  const product = stack([
    type.block(name.lines, { face: 'semibold', size: name.size }, 1.35),
    type.block(
      [type.cutCode(row.sku, 'code', SIZE.small, columns.product.width)],
      { face: 'code', size: SIZE.small },
      1.5,
    ),
  ])
  const figure = (text: string, column: Column, face: 'regular' | 'heavy') => {
    const { lines, size } = type.fit(text, face, column.width, { largest: SIZE.name, smallest: 6, lines: 1 })
    return { x: column.x + column.width, block: type.block(lines, { face, size, align: 'right' }, LINE / size) }
  }
  const cells = beside(
    [
      { x: columns.tick.x, block: tickBox(pt(4), LINE) },
      { x: columns.product.x, block: product },
      figure(`${formatNumber(row.pieces)} ${row.unit}`, columns.pieces, 'heavy'),
      ...(row.price === null
        ? []
        : [
            figure(formatRupiah(row.price), columns.price, 'regular'),
            figure(formatRupiah(row.pieces * row.price), columns.value, 'regular'),
          ]),
    ],
    pt(1.25),
  )
  const head = supplierBlock(supplier, setting)
  return (isFirstOnPage) => {
    const block = isFirst || isFirstOnPage ? stack([head, cells]) : cells
    return {
      height: block.height,
      at: (x, y) => [...(isFirst || isFirstOnPage ? [] : [rule(x, y, width)]), ...block.at(x, y)],
    }
  }
}

function supplierBlock({ name, phone, rows }: ShoppingListSupplier, { type, words, width }: SheetSetting): Block {
  const sum = formatRupiah(sumOf(rows))
  const room = width - type.width(sum, 'heavy', SIZE.supplier) - pt(4)
  const title = [name || words.neverBought, phone].filter(Boolean).join(', ')
  const said = type.fit(title, 'heavy', room, { largest: SIZE.supplier, smallest: 7, lines: 2 })
  return stack([
    space(3),
    beside(
      [
        { x: 0, block: type.block(said.lines, { face: 'heavy', size: said.size }, 1.4) },
        { x: width, block: type.block([sum], { face: 'heavy', size: SIZE.supplier, align: 'right' }, 1.4) },
      ],
      0,
    ),
    { height: HAIRLINE, at: (x, y) => [rule(x, y, width)] },
  ])
}

function tailOf(rows: readonly ShoppingListRow[], { type, words, width }: SheetSetting): Block {
  const size = 1.15 * SIZE.name
  const lineHeight = 1.8 * size
  const unpriced = rows.filter(({ price }) => price === null).length
  const sum: Block = {
    height: lineHeight + pt(2),
    at(x, y) {
      const baseline = y + HAIRLINE + baselineIn(lineHeight, size)
      return [
        rule(x, y, width),
        ...type.line(words.total, { face: 'bold', size }, x, baseline),
        ...type.line(formatRupiah(sumOf(rows)), { face: 'heavy', size, align: 'right' }, x + width, baseline),
        ...doubleRule(x, y + lineHeight, width),
      ]
    },
  }
  return stack([
    space(3),
    sum,
    ...(unpriced > 0
      ? [type.block([words.unpriced(unpriced)], { face: 'regular' as const, size: SIZE.small }, 1.5)]
      : []),
  ])
}
