import { join } from 'node:path'
import { backupWords } from '../../../src-shared/backup/backup.words.ts'
import { groupsOf } from '../../../src-shared/backup/recovery-code.ts'
import {
  businessDay,
  formatDayLong,
  type Instant,
  type Language,
  type Zone,
} from '../../../src-shared/kernel/business-day.ts'
import { frame, type Mark, type Page, RULE } from '../fulfilment/labels/drawing/marks.ts'
import { paint } from '../fulfilment/labels/drawing/paint.ts'
import { printRoom } from '../fulfilment/labels/drawing/print-room.ts'
import { qrCode, qrSymbol } from '../fulfilment/labels/drawing/qr-code.ts'
import { baselineIn, type Typesetter } from '../fulfilment/labels/drawing/typesetter.ts'
import { pt, toDot } from '../fulfilment/labels/drawing/units.ts'
import { printedSheet } from '../fulfilment/printed-sheet.ts'

const PAGE = { width: pt(210), height: pt(297) }
const MARGIN = pt(18)
const PADDING = pt(9)
const SQUARE = pt(34)

interface CodeToPrint {
  code: string
  businessName: string
  language: Language
  zone: Zone
  printedAt: Instant
}

/** The recovery code on one sheet of A4: in groups to be read aloud, as a square, and what it is good for. */
export async function codeSheet(resourcesFolder: string, asked: CodeToPrint) {
  const lacking = new Set<string>()
  const { faces, type } = await printRoom(join(resourcesFolder, 'fonts'))(lacking)
  const { language, printedAt, zone } = asked
  const meta = { title: backupWords[language].codeTitle, language, createdAt: printedAt }
  const pdf = await paint([page(asked, type)], faces, meta)
  return printedSheet('kode-pemulihan', printedAt, zone, pdf, lacking)
}

function page({ code, businessName, language, zone, printedAt }: CodeToPrint, type: Typesetter): Page {
  const w = backupWords[language]
  const width = PAGE.width - 2 * MARGIN
  const marks: Mark[] = []
  let y = MARGIN
  const line = (text: string, face: 'heavy' | 'regular', size: number, x = MARGIN) => {
    marks.push(...type.line(text, { face, size }, x, y + baselineIn(1.35 * size, size)))
    y += 1.35 * size
  }
  const paragraph = (text: string, size: number) => {
    for (const each of type.wrap(text, 'regular', size, width)) line(each, 'regular', size)
  }
  line(w.codeTitle, 'heavy', 24)
  line(businessName, 'heavy', 15)
  line(w.codePrinted(formatDayLong(businessDay(printedAt, zone), language)), 'regular', 11)
  y += pt(6)

  const box = { x: MARGIN, y, height: 2 * PADDING + 4 * 34 }
  marks.push(...frame(box.x, box.y, width, box.height, RULE))
  const groups = groupsOf(code)
  for (const [index, group] of groups.entries()) {
    const x = box.x + PADDING + (index % 2) * pt(56)
    const top = box.y + PADDING + Math.floor(index / 2) * 34
    marks.push(...type.line(`${index + 1}`, { face: 'regular', size: 10 }, x, top + baselineIn(34, 10)))
    marks.push(...type.line(group, { face: 'heavy', size: 26 }, x + pt(6), top + baselineIn(34, 26)))
  }
  const square = qrCode(qrSymbol(code), SQUARE)
  marks.push(
    ...square.at(toDot(box.x + width - PADDING - square.width), toDot(box.y + (box.height - square.height) / 2)),
  )
  y += box.height + pt(8)
  for (const sentence of [w.codePaperUse, w.codePaperKeep, w.codePaperSteps]) {
    paragraph(sentence, 12)
    y += pt(3)
  }
  return { ...PAGE, marks }
}
