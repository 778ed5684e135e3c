import { COMMAND_CODES, type DeskCommand } from '../../../../src-shared/fulfilment/command-codes.ts'
import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import { code128, code128Bars, fitCode128 } from '../labels/drawing/code-128.ts'
import { frame, type Mark, type Page, RULE } from '../labels/drawing/marks.ts'
import { qrCode, qrSymbol } from '../labels/drawing/qr-code.ts'
import { baselineIn, type Typesetter } from '../labels/drawing/typesetter.ts'
import { pt, toDot } from '../labels/drawing/units.ts'

const PAGE = { width: pt(210), height: pt(297) }
const MARGIN = pt(12)
const GAP = pt(5)
const PADDING = pt(6)
const SQUARE = pt(26)
const BARS_WIDTH = pt(78)

interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** A card that is scanned: its word, what it is for, and the code. */
interface ScannedCard {
  word: string
  how: string
  code: string
}

/** The cards of the pack desk, to be cut out and laid beside the scanner: what each does in words, as bars and as a square. */
export function commandCardPages(language: Language, type: Typesetter): Page[] {
  const words = labelWords[language]
  const commands = Object.keys(COMMAND_CODES) as DeskCommand[]
  const height = (PAGE.height - 2 * MARGIN - (commands.length - 1) * GAP) / commands.length
  const marks = commands.flatMap((command, index) => {
    const code = COMMAND_CODES[command]
    return scannedCard(
      { word: code.replace('LB-', ''), how: words.commandDoes(command), code },
      { x: MARGIN, y: MARGIN + index * (height + GAP), width: PAGE.width - 2 * MARGIN, height },
      type,
    )
  })
  return [{ ...PAGE, marks }]
}

/** A badge at the top of a sheet, to be cut out. */
export function badgePages({ name, role, badge }: BadgeCard, type: Typesetter): Page[] {
  const area = { x: MARGIN, y: MARGIN, width: PAGE.width - 2 * MARGIN, height: pt(54) }
  return [{ ...PAGE, marks: scannedCard({ word: name, how: role, code: badge }, area, type) }]
}

export interface BadgeCard {
  name: string
  role: string
  badge: string
}

function scannedCard({ word, how, code }: ScannedCard, area: Area, type: Typesetter): Mark[] {
  const bars = code128(code)!
  const fit = fitCode128(bars, BARS_WIDTH + pt(10), BARS_WIDTH)!
  const square = qrCode(qrSymbol(code), SQUARE)
  const right = area.x + area.width - PADDING
  const textWidth = area.width - 3 * PADDING - square.width
  const [wordSize, howSize] = [25, 11]
  const barsTop = area.y + PADDING + 1.2 * wordSize + 1.5 * howSize + pt(1.5)
  const left = area.x + PADDING
  return [
    ...frame(area.x, area.y, area.width, area.height, RULE),
    ...type.line(
      type.fit(word, 'heavy', textWidth, { largest: wordSize, smallest: wordSize, lines: 1 }).lines[0] ?? '',
      { face: 'heavy', size: wordSize },
      left,
      area.y + PADDING + baselineIn(1.2 * wordSize, wordSize),
    ),
    ...type
      .block(type.fit(how, 'regular', textWidth, { largest: howSize, smallest: 8, lines: 1 }).lines, {
        face: 'regular',
        size: howSize,
      })
      .at(left, area.y + PADDING + 1.2 * wordSize),
    ...code128Bars(bars, fit.moduleDots, toDot(area.y + area.height - PADDING - barsTop)).at(
      toDot(left + pt(2)),
      toDot(barsTop),
    ),
    ...square.at(toDot(right - square.width), toDot(area.y + (area.height - square.height) / 2)),
  ]
}
