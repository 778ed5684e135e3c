import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Badge } from '../access/access.ts'
import { catalogRefusals } from '../catalog/catalog.refusals.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { ordersRefusals } from '../orders/orders.refusals.ts'
import { fulfilmentRefusals } from './fulfilment.refusals.ts'
import {
  DoorScan,
  HandoverDay,
  HandoverGroup,
  LabelOptions,
  PackProgress,
  Parcel,
  QueuedParcel,
  ScanResult,
} from './fulfilment.ts'
import { ShoppingListDraft } from './shopping-list.ts'
import { StickerGoods, StickersWanted } from './sticker.ts'

/** `lacking`: letters that our fonts cannot draw, each once; the paper shows an empty box for them. */
const Sheet = z.object({ file: HandedFile, pages: z.number().int(), lacking: z.array(z.string()) })
const orderIds = z.object({ orderIds: z.array(Id).min(1).max(500) })
const parcelIds = z.object({ parcelIds: z.array(Id).min(1).max(500) })
/**
 * Where an act is done: a window, a station. The parcel that lies open at one desk is closed to the others; a script that
 * works alone may leave it out.
 */
const desk = Id.optional()
/** Whether the last piece closes the parcel by itself, and a full parcel makes room for the next label. */
const closes = z.boolean().default(false)

export const fulfilmentContract = {
  progress: oc.route({ method: 'GET', path: '/packing/progress' }).output(PackProgress),
  /** The top of the queue: parcels waiting to be packed, nearest deadline first, and how many wait in all. */
  queue: oc
    .route({ method: 'GET', path: '/packing/queue' })
    .input(z.object({ limit: z.number().int().min(1).max(100).default(50) }).default({ limit: 50 }))
    .output(z.object({ parcels: z.array(QueuedParcel), total: z.number().int() })),
  /**
   * Every scan at the pack desk: without `parcelId` the code names a parcel (resi or order number) and opens it at this
   * desk, with it the code names goods (barcode, SKU, or the code that stands on their row); the label of the next parcel opens
   * that one while this one cannot be packed or is still empty. Scanned pieces are kept at once, so a power cut loses none.
   * The verdict says what is wrong; `takeOver` opens a parcel that lies open at another desk. With `closes` the last piece
   * closes the parcel, unless its buyer asked to cancel.
   */
  scan: oc
    .route({ method: 'POST', path: '/packing/scan' })
    .input(
      z.object({
        code: z.string().max(128),
        parcelId: Id.nullable(),
        takeOver: z.boolean().default(false),
        desk,
        closes,
      }),
    )
    .output(ScanResult),
  /** One piece confirmed by hand, for goods without a barcode or a listing without a SKU. */
  confirmPiece: oc
    .route({ method: 'POST', path: '/packing/confirm-piece' })
    .input(z.object({ parcelId: Id, key: z.string(), desk, closes }))
    .output(ScanResult),
  /** Takes every scanned piece out again; a closed parcel that still stands here is opened for it. */
  startOver: oc
    .route({ method: 'POST', path: '/packing/start-over' })
    .input(z.object({ parcelId: Id, desk }))
    .output(Parcel)
    .errors({
      ...pick(fulfilmentRefusals, 'PARCEL_AT_ANOTHER_DESK'),
      ...pick(ordersRefusals, 'ORDER_NOT_FOUND'),
    }),
  pack: oc
    .route({ method: 'POST', path: '/packing/pack' })
    .input(z.object({ parcelId: Id, desk }))
    .output(z.object({ orderId: Id, parcelId: Id, packedAt: Instant }))
    .errors({
      ...pick(
        fulfilmentRefusals,
        'ORDER_CANCELLED',
        'ORDER_NOT_READY',
        'ORDER_HELD',
        'GOODS_MISSING',
        'PARCEL_CONTENTS_CHANGED',
        'PARCEL_AT_ANOTHER_DESK',
      ),
      ...pick(ordersRefusals, 'ORDER_NOT_FOUND'),
    }),
  /** The desk is done with a parcel without closing it: another desk may open it. */
  leave: oc
    .route({ method: 'POST', path: '/packing/leave' })
    .input(z.object({ parcelId: Id, desk: Id }))
    .output(z.object({ parcelId: Id })),
  hold: oc
    .route({ method: 'POST', path: '/packing/hold' })
    .input(z.object({ orderIds: orderIds.shape.orderIds, reason: PlainText(200).pipe(z.string().min(3)) }))
    .output(z.object({ held: z.number().int() })),
  release: oc
    .route({ method: 'POST', path: '/packing/release' })
    .input(orderIds)
    .output(z.object({ released: z.number().int() })),
  /** SISIHKAN: the cancelled parcel was taken out of the flow. */
  setAside: oc
    .route({ method: 'POST', path: '/packing/set-aside' })
    .input(z.object({ parcelId: Id }))
    .output(z.object({ parcelId: Id }))
    .errors(pick(ordersRefusals, 'ORDER_NOT_FOUND')),
  handover: {
    /** Per courier: packed parcels that may go, and those that wait for it but stay, each with its reason. */
    list: oc.route({ method: 'GET', path: '/handover' }).output(z.array(HandoverGroup)),
    /** Checks one parcel at the door: cancelled stops here too. */
    scan: oc
      .route({ method: 'POST', path: '/handover/scan' })
      .input(z.object({ code: z.string().max(128) }))
      .output(DoorScan),
    /**
     * The courier has them: goods leave stock and their cost is posted. One parcel that is cancelled, or holds other goods
     * than its order asks for, stops the whole list.
     */
    finish: oc
      .route({ method: 'POST', path: '/handover' })
      .input(parcelIds)
      .output(z.object({ handedOver: z.number().int(), costOfGoods: Rupiah, at: Instant }))
      .errors({
        ...pick(
          fulfilmentRefusals,
          'ORDER_CANCELLED',
          'ORDER_NOT_PACKED',
          'ORDER_NOT_READY',
          'ORDER_HELD',
          'PARCEL_CONTENTS_CHANGED',
        ),
        ...pick(ordersRefusals, 'ORDER_NOT_FOUND'),
      }),
    /** What was handed over on a day (today, when none is named), by courier and moment. */
    day: oc
      .route({ method: 'GET', path: '/handover/day' })
      .input(z.object({ day: BusinessDay.optional() }).default({}))
      .output(HandoverDay),
    /** The parcels never left after all: their goods are here again. All or nothing. */
    undo: oc
      .route({ method: 'POST', path: '/handover/undo' })
      .input(parcelIds.extend({ reason: PlainText(200).pipe(z.string().min(3)) }))
      .output(z.object({ undone: z.number().int() }))
      .errors({
        ...pick(fulfilmentRefusals, 'HANDOVER_STANDS'),
        ...pick(ordersRefusals, 'ORDER_NOT_FOUND'),
      }),
    /** Daftar Serah Kurir of these parcels, a sheet for each courier to sign; what is gone says when it went. */
    sheet: oc.route({ method: 'POST', path: '/handover/sheet' }).input(parcelIds).output(Sheet),
  },
  /** Daftar Ambil Barang for these orders (or all that are to be packed), by shelf. */
  pickList: oc
    .route({ method: 'GET', path: '/pick-list' })
    .input(z.object({ orderIds: z.array(Id).max(500).optional() }))
    .output(
      z.object({
        orders: z.number().int(),
        pieces: z.number().int(),
        rows: z.array(
          z.object({
            shelf: z.string(),
            variantId: Id.nullable(),
            sku: z.string(),
            name: z.string(),
            colour: z.string(),
            size: z.string(),
            photoId: Id.nullable(),
            category: z.string(),
            pieces: z.number().int(),
            onHand: z.number().int().nullable(),
            orderNumbers: z.array(z.string()),
          }),
        ),
      }),
    ),
  pickListSheet: oc
    .route({ method: 'POST', path: '/pick-list/sheet' })
    .input(z.object({ orderIds: z.array(Id).max(500).optional() }))
    .output(Sheet),
  /** Daftar Belanja as a PDF, with the pieces that the person settled on. */
  shoppingListSheet: oc
    .route({ method: 'POST', path: '/restock/sheet' })
    .input(ShoppingListDraft)
    .output(Sheet)
    .errors(pick(catalogRefusals, 'PRODUCT_NOT_FOUND')),
  /** Labels as one PDF, the courier's own where a connected channel gave it, else ours; with `mark` their orders count as printed at once, before any printer was asked. */
  printLabels: oc
    .route({ method: 'POST', path: '/labels' })
    .input(LabelOptions.extend({ orderIds: orderIds.shape.orderIds, mark: z.boolean().default(true) }))
    .output(
      Sheet.extend({
        labels: z.number().int(),
        /** Orders whose label is the courier's own, as the channel gave it. */
        official: z.array(z.string()),
        skipped: z.array(z.object({ orderNumber: z.string(), reason: z.enum(['cancelled', 'no address']) })),
      }),
    )
    .errors(pick(fulfilmentRefusals, 'NO_LABELS')),
  /** The printer took the labels of these orders. */
  labelsPrinted: oc
    .route({ method: 'POST', path: '/labels/printed' })
    .input(orderIds)
    .output(z.object({ printed: z.number().int() })),
  /** What may have stickers of these products and these SKUs, each once. */
  stickerGoods: oc
    .route({ method: 'POST', path: '/stickers/goods' })
    .input(z.object({ products: z.array(Id).max(500).default([]), variants: z.array(Id).max(500).default([]) }))
    .output(z.array(StickerGoods)),
  /** Stickers for own SKUs, as many of each as wanted. `squares`: how many of the codes were too long for bars on this paper. */
  stickers: oc
    .route({ method: 'POST', path: '/stickers' })
    .input(StickersWanted)
    .output(Sheet.extend({ stickers: z.number().int(), squares: z.number().int() }))
    .errors(pick(fulfilmentRefusals, 'NO_STICKERS', 'TOO_MANY_STICKERS')),
  /** The command cards of the pack desk on one sheet of A4. */
  commandCards: oc.route({ method: 'POST', path: '/packing/command-cards' }).output(Sheet),
  /** A card with somebody's name, to be scanned at the lock screen. */
  badge: oc
    .route({ method: 'POST', path: '/packing/badge' })
    .input(z.object({ badge: Badge, name: PlainText(80), role: PlainText(40) }))
    .output(Sheet),
  /** A label of no parcel with a line to measure: whether the printer keeps true size. Four of them on a sheet of A4. */
  testLabel: oc
    .route({ method: 'POST', path: '/labels/test' })
    .input(LabelOptions.pick({ size: true }))
    .output(Sheet),
}
