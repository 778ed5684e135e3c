import type { HandoverList, HandoverListOptions } from '../../../../src-shared/fulfilment/handover-list.ts'
import { labelWords } from '../../../../src-shared/fulfilment/labels.words.ts'
import type { PickList, PickListOptions } from '../../../../src-shared/fulfilment/pick-list.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import { paint } from '../labels/drawing/paint.ts'
import { printRoom } from '../labels/drawing/print-room.ts'
import { handoverPages } from './handover-sheet.ts'
import { pickListPages } from './pick-list-sheet.ts'
import { type ShoppingList, shoppingListPages } from './shopping-list-sheet.ts'

/**
 * All give a PDF in true size; the same list and options always give the same bytes. Letters that the fonts cannot draw are
 * added to `lacking`.
 */
export interface SheetPrinter {
  /** `Daftar Ambil Barang`, by shelf, with boxes to tick and the sum. */
  renderPickList(list: PickList, options: PickListOptions, lacking?: Set<string>): Promise<Uint8Array>
  /** `Daftar Serah Kurir` on A4: every courier's own sheets, with the sum and places to sign. */
  renderHandoverList(list: HandoverList, options: HandoverListOptions, lacking?: Set<string>): Promise<Uint8Array>
  /** `Daftar Belanja` on A4, by supplier. */
  renderShoppingList(list: ShoppingList, language: Language, lacking?: Set<string>): Promise<Uint8Array>
}

/** @param fontsFolder where the font files of `resources/fonts` lie; read once, at the first sheet. */
export function createSheetPrinter({ fontsFolder }: { fontsFolder: string }): SheetPrinter {
  const open = printRoom(fontsFolder)
  return {
    async renderPickList(list, options, lacking = new Set()) {
      const { faces, type } = await open(lacking)
      const language = options.language ?? 'id'
      const title = labelWords[language].pickList
      return paint(pickListPages(list, options, type), faces, { title, language, createdAt: list.printedAt })
    },
    async renderHandoverList(list, options, lacking = new Set()) {
      const { faces, type } = await open(lacking)
      const language = options.language ?? 'id'
      const title = labelWords[language].handoverList
      return paint(handoverPages(list, options, type), faces, { title, language, createdAt: list.printedAt })
    },
    async renderShoppingList(list, language, lacking = new Set()) {
      const { faces, type } = await open(lacking)
      const title = labelWords[language].shoppingList
      return paint(shoppingListPages(list, language, type), faces, { title, language, createdAt: list.printedAt })
    },
  }
}
