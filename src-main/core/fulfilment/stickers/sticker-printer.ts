import { setImmediate as breathe } from 'node:timers/promises'
import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import {
  STICKER_PAPER,
  type StickerPaper,
  type StickerSize,
  type StickerSymbol,
  stickersOnPage,
} from '../../../../src-shared/fulfilment/sticker.ts'
import type { Instant, Language } from '../../../../src-shared/kernel/business-day.ts'
import { dashes, fill, HAIRLINE, type Mark, type Page } from '../labels/drawing/marks.ts'
import { PAGES_AT_ONCE, paint } from '../labels/drawing/paint.ts'
import { printRoom } from '../labels/drawing/print-room.ts'
import type { Typesetter } from '../labels/drawing/typesetter.ts'
import { DOT, pt } from '../labels/drawing/units.ts'
import { type BadgeCard, badgePages, commandCardPages } from './command-cards.ts'
import { fitsAsBars, layOutSticker, type Sticker } from './sticker-layout.ts'

export interface StickerOptions {
  size: StickerSize
  symbol: StickerSymbol
  language: Language
  printedAt: Instant
}

/** Both give a PDF in true size; the same order always gives the same bytes. */
export interface StickerPrinter {
  /**
   * One sticker a page on a roll, forty on a sheet of A4. Letters that the fonts cannot draw are added to `lacking`. `squares`:
   * SKUs whose code is too long for bars on this paper.
   */
  renderStickers(
    stickers: readonly Sticker[],
    options: StickerOptions,
    lacking: Set<string>,
  ): Promise<{ pdf: Uint8Array; squares: number }>
  /** The cards of the pack desk on one sheet of A4. */
  renderCommandCards(options: Pick<StickerOptions, 'language' | 'printedAt'>): Promise<Uint8Array>
  /** Letters of the name that the fonts cannot draw are added to `lacking`. */
  renderBadge(
    card: BadgeCard,
    options: Pick<StickerOptions, 'language' | 'printedAt'>,
    lacking: Set<string>,
  ): Promise<Uint8Array>
}

/** @param fontsFolder where the font files of `resources/fonts` lie; read once, at the first sticker. */
export function createStickerPrinter({ fontsFolder }: { fontsFolder: string }): StickerPrinter {
  const open = printRoom(fontsFolder)
  return {
    async renderStickers(stickers, options, lacking) {
      const { faces, type } = await open(lacking)
      const { language, printedAt: createdAt } = options
      const pages: Page[] = []
      const step = PAGES_AT_ONCE * stickersOnPage(STICKER_PAPER[options.size])
      for (let start = 0; start < stickers.length; start += step) {
        pages.push(...stickerPages(stickers.slice(start, start + step), options, type))
        await breathe()
      }
      const pdf = await paint(pages, faces, { title: labelWords[language].stickers, language, createdAt })
      const codes = new Set(stickers.map(({ sku }) => sku))
      const widest = cellOf(STICKER_PAPER[options.size]).width
      const squares = options.symbol === 'bars' ? [...codes].filter((code) => !fitsAsBars(code, widest)).length : 0
      return { pdf, squares }
    },
    async renderCommandCards({ language, printedAt: createdAt }) {
      const { faces, type } = await open(new Set())
      return paint(commandCardPages(language, type), faces, {
        title: labelWords[language].commandCards,
        language,
        createdAt,
      })
    },
    async renderBadge(card, { language, printedAt: createdAt }, lacking) {
      const { faces, type } = await open(lacking)
      return paint(badgePages(card, type), faces, { title: card.name, language, createdAt })
    },
  }
}

function stickerPages(stickers: readonly Sticker[], { size, symbol }: StickerOptions, type: Typesetter): Page[] {
  const paper = STICKER_PAPER[size]
  const [width, height, margin] = [pt(paper.widthMm), pt(paper.heightMm), pt(paper.marginMm)]
  const cell = cellOf(paper)
  const onPage = stickersOnPage(paper)
  const pages: Page[] = []
  for (let start = 0; start < stickers.length; start += onPage) {
    const marks: Mark[] = onPage > 1 ? cuttingLines(cell, paper, margin) : []
    for (const [index, sticker] of stickers.slice(start, start + onPage).entries()) {
      const area = {
        x: margin + (index % paper.columns) * cell.width,
        y: margin + Math.floor(index / paper.columns) * cell.height,
        ...cell,
      }
      marks.push(...layOutSticker(sticker, symbol, area, type))
    }
    pages.push({ width, height, marks })
  }
  return pages
}

/** One sticker's room on the page. */
const cellOf = ({ widthMm, heightMm, marginMm, columns, rows }: StickerPaper) => ({
  width: pt((widthMm - 2 * marginMm) / columns),
  height: pt((heightMm - 2 * marginMm) / rows),
})

/** Between the stickers of a sheet, from edge to edge of what a printer reaches. */
function cuttingLines(
  cell: { width: number; height: number },
  { columns, rows }: { columns: number; rows: number },
  margin: number,
): Mark[] {
  const [on, off] = [8 * DOT, 12 * DOT]
  const across = Array.from({ length: rows - 1 }, (_, row) =>
    dashes(margin, margin + (row + 1) * cell.height, columns * cell.width, on, off),
  )
  const down = Array.from({ length: columns - 1 }, (_, column) =>
    dashes(0, 0, rows * cell.height, on, off).map((dash) =>
      fill(margin + (column + 1) * cell.width, margin + dash.x, HAIRLINE, dash.width),
    ),
  )
  return [...across, ...down].flat()
}
