import { setImmediate as breathe } from 'node:timers/promises'
import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import { LABEL_PAPER, type LabelOptions, type ShippingLabel } from '../../../../src-shared/fulfilment/shipping-label.ts'
import type { LabelSize } from '../../../../src-shared/settings/settings.ts'
import { dashes, fill, HAIRLINE, type Mark, type Page } from './drawing/marks.ts'
import { PAGES_AT_ONCE, paint } from './drawing/paint.ts'
import { printRoom } from './drawing/print-room.ts'
import type { Typesetter } from './drawing/typesetter.ts'
import { DOT, pt } from './drawing/units.ts'
import { LABEL_MARGIN, type LabelArea, layOutLabel } from './label-layout.ts'
import { type LabelStyle, SHORT, TALL } from './label-style.ts'

export interface LabelPrinter {
  /**
   * A PDF in true size: one page per label, four labels per page on A4. The same labels and options always give the
   * same bytes. Without labels it refuses with a RangeError, as a PDF must have a page. Letters that the fonts cannot draw
   * are added to `lacking`.
   */
  renderLabels(labels: readonly ShippingLabel[], options: LabelOptions, lacking?: Set<string>): Promise<Uint8Array>
}

/** @param fontsFolder where the font files of `resources/fonts` lie; read once, at the first label. */
export function createLabelPrinter({ fontsFolder }: { fontsFolder: string }): LabelPrinter {
  const open = printRoom(fontsFolder)
  return {
    async renderLabels(labels, options, lacking = new Set()) {
      const [first] = labels
      if (!first) throw new RangeError('renderLabels needs a label')
      const { faces, type } = await open(lacking)
      const language = options.language ?? 'id'
      const pages: Page[] = []
      const step = PAGES_AT_ONCE * LABEL_PAPER[options.size].labelsPerPage
      for (let start = 0; start < labels.length; start += step) {
        pages.push(...labelPages(labels.slice(start, start + step), options, type))
        await breathe()
      }
      return paint(pages, faces, {
        title: labelWords[language].label,
        language,
        createdAt: first.printedAt,
      })
    },
  }
}

const STYLE: Record<LabelSize, { style: LabelStyle; margin: number }> = {
  A6: { style: TALL, margin: LABEL_MARGIN.thermal },
  '100x150': { style: TALL, margin: LABEL_MARGIN.thermal },
  '78x100': { style: SHORT, margin: LABEL_MARGIN.small },
  A4x4: { style: TALL, margin: LABEL_MARGIN.sheet },
}
/** A printer that takes the sheet in a millimetre askew must not eat the white beside the bars. */
const KEPT_FROM_EDGE = pt(1)

/** Pages as marks, before they are painted. */
export function labelPages(labels: readonly ShippingLabel[], options: LabelOptions, type: Typesetter): Page[] {
  const { widthMm, heightMm, labelsPerPage } = LABEL_PAPER[options.size]
  const { style, margin } = STYLE[options.size]
  const [width, height] = [pt(widthMm), pt(heightMm)]
  const perRow = labelsPerPage === 4 ? 2 : 1
  const [cellWidth, cellHeight] = [width / perRow, height / perRow]
  const pages: Page[] = []
  for (let start = 0; start < labels.length; start += labelsPerPage) {
    const marks: Mark[] = labelsPerPage === 4 ? cuttingLines(width, height) : []
    for (const [index, label] of labels.slice(start, start + labelsPerPage).entries()) {
      const area: LabelArea = {
        x: (index % perRow) * cellWidth + margin,
        y: Math.floor(index / perRow) * cellHeight + margin,
        width: cellWidth - 2 * margin,
        height: cellHeight - 2 * margin,
        bleed: margin - KEPT_FROM_EDGE,
      }
      marks.push(...layOutLabel(label, options, style, area, type))
    }
    pages.push({ width, height, marks })
  }
  return pages
}

function cuttingLines(width: number, height: number): Mark[] {
  const edge = pt(5)
  const upright = dashes(0, 0, height - 2 * edge, 8 * DOT, 12 * DOT).map((dash) =>
    fill((width - HAIRLINE) / 2, edge + dash.x, HAIRLINE, dash.width),
  )
  return [...dashes(edge, height / 2, width - 2 * edge, 8 * DOT, 12 * DOT), ...upright]
}
