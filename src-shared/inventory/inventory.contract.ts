import { oc } from '@orpc/contract'
import { z } from 'zod'
import { catalogRefusals } from '../catalog/catalog.refusals.ts'
import { GoodsName } from '../catalog/goods-name.ts'
import { fileRefusals } from '../channels/files.refusals.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { CarriedFile, HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, PlainText, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { isMeant, unusualRefusals } from '../ledger/unusual.refusals.ts'
import { inventoryRefusals } from './inventory.refusals.ts'
import {
  AdjustmentDraft,
  AdjustmentRow,
  CountedSince,
  MissingCostRow,
  OpeningLines,
  OpeningStockRow,
  OversoldRow,
  StockCardRow,
  StockCountDraft,
  StockRow,
  StockState,
  StockTotals,
} from './inventory.ts'

export const dated = pick(inventoryRefusals, 'DAY_BEFORE_START', 'DAY_IN_FUTURE', 'PERIOD_CLOSED')

const goods = {
  ...pick(inventoryRefusals, 'BUNDLE_HAS_NO_STOCK'),
  ...pick(catalogRefusals, 'PRODUCT_NOT_FOUND'),
}

export const inventoryContract = {
  /** SKUs in order of category, product, motif, colour, size; pages are cut between products, so a matrix is whole. */
  levels: oc
    .route({ method: 'GET', path: '/stock' })
    .input(
      PageInput.extend({
        query: z.string().max(100).default(''),
        state: StockState.optional(),
        category: z.string().optional(),
      }),
    )
    .output(page(StockRow).extend({ totals: StockTotals })),
  level: oc
    .route({ method: 'GET', path: '/stock/{variantId}' })
    .input(z.object({ variantId: Id }))
    .output(StockRow)
    .errors(pick(inventoryRefusals, 'DOCUMENT_NOT_FOUND')),
  /** Kartu Stok, newest first. */
  card: oc
    .route({ method: 'GET', path: '/stock/{variantId}/card' })
    .input(PageInput.extend({ variantId: Id }))
    .output(page(StockCardRow)),
  /** The same id again is the same act, and answers with what was recorded. */
  adjust: oc
    .route({ method: 'POST', path: '/stock/adjustments' })
    .input(AdjustmentDraft)
    .output(AdjustmentRow)
    .errors({
      ...dated,
      ...goods,
      ...unusualRefusals,
      ...pick(inventoryRefusals, 'STOCK_TOO_LOW', 'PIECES_EXPECTED_BACK'),
    }),
  /** What the books held when each SKU was counted, and what left and came since; for the sheet before it is saved. */
  booksWhenCounted: oc
    .route({ method: 'POST', path: '/stock/counts/compare' })
    .input(
      z.object({
        day: BusinessDay,
        lines: z.array(z.object({ variantId: Id, countedAt: Instant.optional() })).max(20_000),
      }),
    )
    .output(z.array(CountedSince.extend({ variantId: Id, expected: z.number().int() }))),
  /**
   * Stock opname. A SKU on two lines was counted on two shelves. `since` names the SKUs of which goods left or came after
   * they were counted: the difference leaves these out, and the books end on what lies there now.
   */
  count: oc
    .route({ method: 'POST', path: '/stock/counts' })
    .input(StockCountDraft)
    .output(AdjustmentRow.extend({ since: z.array(CountedSince.extend({ sku: z.string() })) }))
    .errors({ ...dated, ...goods, ...unusualRefusals, ...pick(inventoryRefusals, 'PIECES_EXPECTED_BACK') }),
  adjustments: oc.route({ method: 'GET', path: '/stock/adjustments' }).input(PageInput).output(page(AdjustmentRow)),
  /** One adjustment or count with its lines. */
  adjustment: oc
    .route({ method: 'GET', path: '/stock/adjustments/{id}' })
    .input(z.object({ id: Id }))
    .output(
      AdjustmentRow.extend({
        lines: z.array(
          z.object({
            variantId: Id,
            sku: z.string(),
            label: z.string(),
            goodsName: GoodsName,
            counted: z.number().int().nullable(),
            expected: z.number().int().nullable(),
            pieces: z.number().int(),
            cost: Rupiah,
          }),
        ),
      }),
    )
    .errors(pick(inventoryRefusals, 'DOCUMENT_NOT_FOUND')),
  cancelAdjustment: oc
    .route({ method: 'POST', path: '/stock/adjustments/cancel' })
    .input(z.object({ id: Id, reason: PlainText(500).pipe(z.string().min(3)) }))
    .output(AdjustmentRow)
    .errors(pick(inventoryRefusals, 'DOCUMENT_NOT_FOUND')),
  opening: {
    /**
     * Product after product, the best sold one first, so that an hour of counting covers most of the profit; the product of
     * the SKU named by `first` before all. `lastProfitDay` is the last day on which an order stands in the books.
     */
    list: oc
      .route({ method: 'GET', path: '/stock/opening' })
      .input(PageInput.extend({ query: z.string().max(100).default(''), first: Id.optional(), product: Id.optional() }))
      .output(
        page(OpeningStockRow).extend({
          filled: z.number().int(),
          costed: z.number().int(),
          total: z.number().int(),
          value: Rupiah,
          lastProfitDay: BusinessDay.nullable(),
        }),
      ),
    save: oc
      .route({ method: 'PUT', path: '/stock/opening' })
      .input(
        z.object({
          lines: OpeningLines.min(1),
          isMeant,
        }),
      )
      .output(z.object({ saved: z.number().int(), documentsCosted: z.number().int() }))
      .errors({ ...goods, ...unusualRefusals }),
    /** The list as a sheet to fill in elsewhere and to take in again: one row a SKU. */
    exportFile: oc
      .route({ method: 'GET', path: '/stock/opening/export' })
      .input(z.object({ format: z.enum(['csv', 'xlsx']) }))
      .output(HandedFile),
    /** Reads such a sheet; `store: false` only counts. All or nothing. */
    importFile: oc
      .route({ method: 'POST', path: '/stock/opening/import' })
      .input(z.object({ file: CarriedFile, store: z.boolean(), isMeant }))
      .output(
        z.object({
          changed: z.number().int(),
          unchanged: z.number().int(),
          /** Of the rows that change, at their new pieces and cost. */
          value: Rupiah,
          documentsCosted: z.number().int(),
        }),
      )
      .errors({
        ...pick(inventoryRefusals, 'OPENING_FILE_ROWS'),
        ...unusualRefusals,
        ...pick(
          fileRefusals,
          'FILE_EMPTY',
          'FILE_TOO_LARGE',
          'FILE_NOT_A_SPREADSHEET',
          'FILE_DAMAGED',
          'FILE_UNPACKS_TOO_LARGE',
          'FILE_TOO_COMPLEX',
          'FILE_TOO_MANY_ROWS',
          'FILE_COLUMNS_MISSING',
        ),
      }),
  },
  oversold: oc.route({ method: 'GET', path: '/stock/oversold' }).output(z.array(OversoldRow)),
  missingCost: oc.route({ method: 'GET', path: '/stock/missing-cost' }).output(z.array(MissingCostRow)),
}
