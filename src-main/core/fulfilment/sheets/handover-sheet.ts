import type { HandoverList, HandoverListOptions, HandoverRow } from '../../../../src-shared/fulfilment/handover-list.ts'
import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import { businessDay, formatClock, formatDayFull, type Zone } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { code128, code128Bars, fitCode128 } from '../labels/drawing/code-128.ts'
import { type Block, doubleRule, HAIRLINE, nothing, type Page, rule, stack } from '../labels/drawing/marks.ts'
import { baselineIn, type Setting, type Typesetter } from '../labels/drawing/typesetter.ts'
import { pt, toDot } from '../labels/drawing/units.ts'
import { inGroups } from '../labels/label-head.ts'
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

const MARGIN = pt(14)
const WIDTH = pt(210) - 2 * MARGIN
const SIZE = { title: 19, caption: 8, text: 9, number: 10.5 }
const LINE = 1.35 * SIZE.number
const BAR_HEIGHT = pt(8)
const GAP = pt(3)
/** Room for a pen: to sign, and to write a name. */
const [SIGN, WRITE] = [pt(16), pt(8)]

/** Every courier's own sheets, one after another; page numbers begin again with each courier. */
export function handoverPages(list: HandoverList, options: HandoverListOptions, type: Typesetter): Page[] {
  const language = options.language ?? 'id'
  const words = labelWords[language]
  const setting: SheetSetting = { type, words, language, width: WIDTH }
  const columns = columnsOf(setting)
  const captions = captionsBlock(Object.values(columns), SIZE.caption, setting)
  return list.couriers.flatMap(({ courier, rows }) => {
    const name = courier.trim() || words.courierUnknown
    const collected = rows.filter((row) => row.cod !== null)
    const heading = headingBlock(
      {
        title: words.handoverList,
        subtitle: [name, list.title.trim(), wentAt(rows, list.zone, setting)].filter((part) => part !== '').join(', '),
        shopName: list.shopName,
        summary: [
          words.parcelsOf(rows.length),
          words.piecesOf(sum(rows, (row) => row.pieces)),
          ...(collected.length > 0
            ? [words.codOf(collected.length, formatRupiah(sum(collected, (row) => row.cod?.amount ?? 0)))]
            : []),
        ].join(', '),
        titleSize: SIZE.title,
      },
      setting,
    )
    return flow({
      width: pt(210),
      height: pt(297),
      margin: MARGIN,
      head: (isFirstPage) => (isFirstPage ? stack([heading, captions]) : stack([againBlock(name, setting), captions])),
      rows:
        rows.length === 0
          ? [
              () =>
                beside(
                  [{ x: 0, block: type.block([words.nothingToHandOver], { face: 'regular', size: SIZE.text }) }],
                  pt(2),
                ),
            ]
          : rows.map((row, index) => rowOf(row, index + 1, columns, { ...options, zone: list.zone }, setting)),
      tail: rows.length === 0 ? nothing : tailOf(rows, name, columns, setting),
      foot: (page, pages) =>
        footBlock(
          [
            words.printed(printedMoment(list.printedAt, list.zone, language)),
            ...(list.bookSeal === '' ? [] : [words.bookSeal(list.bookSeal)]),
          ].join('  ·  '),
          words.page(page, pages),
          SIZE.caption,
          setting,
        ),
    })
  })
}

/** When the courier took them: the moment, or the day of several moments; or that nothing is gone yet. */
function wentAt(rows: readonly HandoverRow[], zone: Zone, { words, language }: SheetSetting): string {
  const moments = [...new Set(rows.map(({ at }) => at))]
  const [first] = moments
  if (first === undefined || moments.includes(null)) return rows.length > 0 ? words.notHandedOver : ''
  return moments.length === 1
    ? printedMoment(first!, zone, language)
    : [...new Set(moments.map((at) => formatDayFull(businessDay(at!, zone), language)))].join(', ')
}

const sum = (rows: readonly HandoverRow[], of: (row: HandoverRow) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

/** The courier's name again, so that no sheet can be taken for another courier's. */
function againBlock(courier: string, { type, words, width }: SheetSetting): Block {
  const line = type.fit(`${words.handoverList}, ${courier}`, 'bold', width, { largest: 10, smallest: 7, lines: 1 })
  return type.block(line.lines, { face: 'bold', size: line.size }, 1.6)
}

type Columns = Record<'parcel' | 'tick' | 'trackingNumber' | 'orderNumber' | 'recipient' | 'pieces' | 'cod', Column>

function columnsOf({ words }: SheetSetting): Columns {
  const widths = { parcel: 8, tick: 4.5, trackingNumber: 57, orderNumber: 32, recipient: 26, pieces: 10 }
  const x = { parcel: 0, tick: 0, trackingNumber: 0, orderNumber: 0, recipient: 0, pieces: 0 }
  let left = 0
  for (const key of Object.keys(widths) as (keyof typeof widths)[]) {
    x[key] = toDot(left)
    left += pt(widths[key]) + GAP
  }
  return {
    parcel: { x: x.parcel, width: pt(widths.parcel), caption: words.parcel, align: 'right' },
    tick: { x: x.tick, width: pt(widths.tick), caption: '' },
    trackingNumber: { x: x.trackingNumber, width: pt(widths.trackingNumber), caption: words.trackingNumber },
    orderNumber: { x: x.orderNumber, width: pt(widths.orderNumber), caption: words.ordersAndTime },
    recipient: { x: x.recipient, width: pt(widths.recipient), caption: words.recipient },
    pieces: { x: x.pieces, width: pt(widths.pieces), caption: words.quantity, align: 'right' },
    cod: { x: left, width: WIDTH - left, caption: words.cod, align: 'right' },
  }
}

function rowOf(
  row: HandoverRow,
  parcel: number,
  columns: Columns,
  options: HandoverListOptions & { zone: Zone },
  { type, words, width }: SheetSetting,
): Row {
  const tracking = row.trackingNumber.trim()
  const missing = options.showBarcodes ? words.noTrackingNumber : words.trackingNumberMissing
  const number = type.fit(
    tracking ? inGroups(tracking) : missing,
    tracking ? 'codeBold' : 'regular',
    columns.trackingNumber.width,
    { largest: tracking ? SIZE.number : SIZE.caption, smallest: 6, lines: 1 },
  )
  const code = stack(
    [
      type.block(number.lines, { face: tracking ? 'codeBold' : 'regular', size: number.size }, LINE / number.size),
      options.showBarcodes ? smallBars(tracking || row.orderNumber, columns.trackingNumber.width) : nothing,
    ],
    pt(0.5),
  )
  const order = type.cutCode(row.orderNumber, 'code', SIZE.caption, columns.orderNumber.width)
  const recipient = type.fit(row.recipientName, 'regular', columns.recipient.width, {
    largest: SIZE.text,
    smallest: 7,
    lines: 2,
  })
  const cod = row.cod ? formatRupiah(row.cod.amount) : ''
  const codSetting = type.fit(cod, 'bold', columns.cod.width, { largest: SIZE.text, smallest: 5.5, lines: 1 })
  const pieces = type.fit(formatNumber(row.pieces), 'regular', columns.pieces.width, {
    largest: SIZE.text,
    smallest: 6,
    lines: 1,
  })
  const aligned = (text: string, column: Column, size: number, face: 'regular' | 'bold') => ({
    x: column.x + column.width,
    block: type.block([text], { face, size, align: 'right' }, LINE / size),
  })
  const cells = beside(
    [
      aligned(formatNumber(parcel), columns.parcel, SIZE.caption, 'regular'),
      { x: columns.tick.x, block: tickBox(pt(4), LINE) },
      { x: columns.trackingNumber.x, block: code },
      {
        x: columns.orderNumber.x,
        block: stack([
          type.block([order], { face: 'code', size: SIZE.caption }, LINE / SIZE.caption),
          row.at === null
            ? nothing
            : type.block([formatClock(row.at, options.zone)], { face: 'regular', size: SIZE.caption }, 1.25),
        ]),
      },
      {
        x: columns.recipient.x,
        block: underFirstLine(recipient, type),
      },
      aligned(pieces.lines[0] ?? '', columns.pieces, pieces.size, 'regular'),
      aligned(codSetting.lines[0] ?? '', columns.cod, codSetting.size, 'bold'),
    ],
    pt(1),
  )
  return (isFirstOnPage) => ({
    height: cells.height,
    at: (x, y) => [...(isFirstOnPage ? [] : [rule(x, y, width)]), ...cells.at(x, y)],
  })
}

/** Lines set close, the first one level with the rest of the row. */
function underFirstLine({ lines, size }: Setting, type: Typesetter): Block {
  const leading = 1.25
  const block = type.block(lines, { face: 'regular', size }, leading)
  const down = (LINE - leading * size) / 2
  return { height: down + block.height, at: (x, y) => block.at(x, y + down) }
}

/** Bars two or three dots a module; nothing when the code is too long for the column. */
function smallBars(code: string, room: number): Block {
  const symbol = code128(code)
  const fitted = symbol && fitCode128(symbol, room, pt(38))
  if (!symbol || !fitted) return nothing
  const bars = code128Bars(symbol, fitted.moduleDots, BAR_HEIGHT)
  return { height: bars.height, at: (x, y) => bars.at(toDot(x), toDot(y)) }
}

function tailOf(rows: readonly HandoverRow[], courier: string, columns: Columns, setting: SheetSetting): Block {
  const { type, words, width } = setting
  const lineHeight = 1.8 * SIZE.number
  const total = sum(rows, (row) => row.cod?.amount ?? 0)
  const isCollecting = rows.some((row) => row.cod !== null)
  const amount = type.fit(isCollecting ? formatRupiah(total) : '', 'heavy', columns.cod.width, {
    largest: SIZE.text,
    smallest: 5.5,
    lines: 1,
  })
  const totals: Block = {
    height: lineHeight + pt(2),
    at(x, y) {
      const baseline = y + HAIRLINE + baselineIn(lineHeight, SIZE.text)
      const right = (column: Column) => x + column.x + column.width
      return [
        rule(x, y, width),
        ...type.line(words.total, { face: 'bold', size: SIZE.text }, x, baseline),
        ...type.line(
          words.parcelsOf(rows.length),
          { face: 'heavy', size: SIZE.text },
          x + columns.trackingNumber.x,
          baseline,
        ),
        ...type.line(
          formatNumber(sum(rows, (row) => row.pieces)),
          { face: 'heavy', size: SIZE.text, align: 'right' },
          right(columns.pieces),
          baseline,
        ),
        ...type.line(
          amount.lines[0] ?? '',
          { face: 'heavy', size: amount.size, align: 'right' },
          right(columns.cod),
          baseline,
        ),
        ...doubleRule(x, y + lineHeight, width),
      ]
    },
  }
  const receipt = type.fit(words.receipt(rows.length, courier), 'regular', width, {
    largest: 9.5,
    smallest: 7,
    lines: 2,
  })
  return stack([
    totals,
    space(4),
    type.block(receipt.lines, { face: 'regular', size: receipt.size }, 1.4),
    space(3),
    signatureBlock(
      [
        {
          role: words.handedOverBy,
          blanks: [
            { caption: words.signature, room: SIGN },
            { caption: words.officerName, room: WRITE },
          ],
        },
        {
          role: words.receivedBy,
          blanks: [
            { caption: words.signature, room: SIGN },
            { caption: words.courierName, room: WRITE },
            { caption: words.numberPlate, room: WRITE },
          ],
        },
      ],
      SIZE.text,
      setting,
    ),
    space(2),
  ])
}
