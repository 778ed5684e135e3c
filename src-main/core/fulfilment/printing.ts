import { join } from 'node:path'
import type { Heads } from '../../../src-shared/backup/heads.ts'
import { nameWithMotif } from '../../../src-shared/catalog/goods-name.ts'
import type { HandoverRow } from '../../../src-shared/fulfilment/handover-list.ts'
import { maskName } from '../../../src-shared/fulfilment/masking.ts'
import { LABEL_PAPER } from '../../../src-shared/fulfilment/shipping-label.ts'
import type { ShoppingListDraft } from '../../../src-shared/fulfilment/shopping-list.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { LabelSize } from '../../../src-shared/settings/settings.ts'
import { variantsByIds } from '../catalog/catalog-views.repository.ts'
import { headsOf } from '../database/heads.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { isCancelled } from '../orders/order-life.ts'
import { listingsOf } from '../orders/order-view.repository.ts'
import { ordersByIds } from '../orders/orders.repository.ts'
import { saveActs } from '../orders/settle-orders.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { channelLabelsOf } from './channel-labels.repository.ts'
import { orderIdsToPack } from './fulfilment.repository.ts'
import type { FulfilmentNeeds } from './fulfilment-needs.ts'
import { labelPrinted, waitsForPacking } from './packing.ts'
import { piecesOf, scannedOf } from './parcel-items.ts'
import { type LabelLine, noLabelBecause, parcelLabel, testLabel } from './parcel-label.ts'
import { courierOf, type LoadedParcel, loadParcels, parcelsOfOrders } from './parcels.ts'
import { pickRows } from './pieces-to-fetch.ts'
import { once, printedSheet } from './printed-sheet.ts'

/** Orders on one list when nobody chose them. */
const WAVE = 500

export interface LabelWishes {
  orderIds: readonly string[]
  size: LabelSize
  showItems: boolean
  showNote: boolean
  maskPhone: boolean
  /** Whether the orders now count as printed. */
  mark: boolean
}

export const createPrinting = ({
  read,
  write,
  now,
  settle,
  upTo,
  resourcesFolder,
}: FulfilmentNeeds & { resourcesFolder: string }) => {
  const fontsFolder = join(resourcesFolder, 'fonts')
  // what draws PDFs and bars is megabytes of code that most starts never need
  const labelPrinter = once(async () => (await import('./labels/label-printer.ts')).createLabelPrinter({ fontsFolder }))
  const sheetPrinter = once(async () => (await import('./sheets/sheet-printer.ts')).createSheetPrinter({ fontsFolder }))

  async function pickList(orderIds?: readonly string[]) {
    const wanted = orderIds ?? (await orderIdsToPack(read, WAVE, await upTo()))
    const parcels = (await parcelsOfOrders(read, wanted)).filter(waitsForPacking)
    const variants = await variantsByIds(
      read,
      parcels.flatMap(({ items }) => items.flatMap(({ variantId }) => variantId ?? [])),
    )
    const rows = pickRows(
      parcels.map(({ order, items }) => ({ orderNumber: order.number, items })),
      new Map(variants.map(({ id, onHand }) => [id, onHand])),
    )
    return {
      orders: new Set(parcels.map(({ order }) => order.id)).size,
      pieces: rows.reduce((sum, { pieces }) => sum + pieces, 0),
      rows,
    }
  }

  async function marked(tx: Tx, orders: readonly OrderDocument[]): Promise<void> {
    const at = now()
    await saveActs(
      tx,
      settle,
      orders.map((order) => labelPrinted(order, at)),
      { at, what: 'label printed' },
    )
  }

  const documentsOf = async (reader: Reader, orderIds: readonly string[]) =>
    [...(await ordersByIds(reader, orderIds)).values()].map(({ document }) => document)

  /** Orders that have no label count as little as unknown ones. */
  const labelsPrinted = (orderIds: readonly string[]): Promise<{ printed: number }> =>
    write(['fulfilment', 'orders'], async (tx) => {
      const orders = (await documentsOf(tx, orderIds)).filter((order) => noLabelBecause(order) === null)
      await marked(tx, orders)
      return { printed: orders.length }
    })

  /** Marks all of them or none: answers those that can have no label any more. */
  const markedUnless = (orderIds: readonly string[]): Promise<OrderDocument[]> =>
    write(['fulfilment', 'orders'], async (tx) => {
      const orders = await documentsOf(tx, orderIds)
      const refused = orders.filter((order) => noLabelBecause(order) !== null)
      if (refused.length === 0) await marked(tx, orders)
      return refused
    })

  return {
    pickList,
    labelsPrinted,

    async pickListSheet(orderIds?: readonly string[]) {
      const [{ rows }, { businessName: shopName, zone, language }] = await Promise.all([
        pickList(orderIds),
        settingsOf(read),
      ])
      const printedAt = now()
      const lacking = new Set<string>()
      const pdf = await (await sheetPrinter()).renderPickList(
        {
          title: '',
          shopName,
          rows: rows.map(({ shelf, sku, name, colour, size, pieces, orderNumbers }) => ({
            shelf,
            sku,
            productName: name,
            variationName: [colour, size].filter(Boolean).join(', '),
            pieces,
            orderNumbers,
          })),
          printedAt,
          zone,
        },
        { size: 'A4', showOrderNumbers: true, language },
        lacking,
      )
      return printedSheet('daftar-ambil', printedAt, zone, pdf, lacking)
    },

    async shoppingListSheet({ plan, suppliers }: ShoppingListDraft) {
      const { businessName: shopName, zone, language } = await settingsOf(read)
      const ids = suppliers.flatMap(({ lines }) => lines.map(({ variantId }) => variantId))
      const variants = new Map((await variantsByIds(read, ids)).map((variant) => [variant.id, variant]))
      const printedAt = now()
      const lacking = new Set<string>()
      const pdf = await (await sheetPrinter()).renderShoppingList(
        {
          shopName,
          plan,
          suppliers: suppliers.map(({ lines, ...supplier }) => ({
            ...supplier,
            rows: lines.map(({ variantId, pieces, price }) => {
              const variant = variants.get(variantId)
              if (!variant) throw new DomainError('PRODUCT_NOT_FOUND', { id: variantId })
              return { name: variant.label, sku: variant.sku, unit: variant.unit, pieces, price }
            }),
          })),
          printedAt,
          zone,
        },
        language,
        lacking,
      )
      return printedSheet('daftar-belanja', printedAt, zone, pdf, lacking)
    },

    async handoverSheet(parcelIds: readonly string[]) {
      const { businessName: shopName, zone, language } = await settingsOf(read)
      // what is gone stays on the paper that says so, cancelled since or not
      const parcels = (await loadParcels(read, parcelIds)).filter(
        ({ order, parcel }) => parcel.handedOverAt !== null || !isCancelled(order),
      )
      const printedAt = now()
      const couriers = [...Map.groupBy(parcels, ({ order }) => courierOf(order))].map(([courier, theirs]) => ({
        courier,
        rows: theirs.map(handoverRow),
      }))
      const lacking = new Set<string>()
      const pdf = await (await sheetPrinter()).renderHandoverList(
        {
          title: '',
          shopName,
          couriers: couriers.length > 0 ? couriers : [{ courier: '', rows: [] }],
          printedAt,
          zone,
          bookSeal: sealOf(await headsOf(read, printedAt)),
        },
        { showBarcodes: true, language },
        lacking,
      )
      return printedSheet('daftar-serah', printedAt, zone, pdf, lacking)
    },

    async testLabel(size: LabelSize) {
      const settings = await settingsOf(read)
      const printedAt = now()
      const label = testLabel(settings, printedAt)
      const lacking = new Set<string>()
      const wishes = { size, showItems: true, showNote: true, maskRecipientPhone: false, language: settings.language }
      const labels = Array(LABEL_PAPER[size].labelsPerPage).fill(label)
      const pdf = await (await labelPrinter()).renderLabels(labels, wishes, lacking)
      return printedSheet('label-coba', printedAt, settings.zone, pdf, lacking)
    },

    /**
     * One label for each parcel: the courier's own where the channel gave it, as it came; else ours. Orders are looked at again when they are marked: one that was cancelled while the labels were
     * drawn is drawn no more, and is named among those left out.
     * @throws NO_LABELS when nothing of the choice can be printed.
     */
    async printLabels({ orderIds, size, showItems, showNote, maskPhone, mark }: LabelWishes) {
      const settings = await settingsOf(read)
      const skipped: { orderNumber: string; reason: 'cancelled' | 'no address' }[] = []
      const withLabel = (orders: readonly OrderDocument[]) =>
        orders.filter((order) => {
          const reason = noLabelBecause(order)
          if (reason) skipped.push({ orderNumber: order.number, reason })
          return reason === null
        })
      const stored = await ordersByIds(read, orderIds)
      let orders = withLabel([...new Set(orderIds)].flatMap((id) => stored.get(id)?.document ?? []))
      for (;;) {
        if (orders.length === 0) throw new DomainError('NO_LABELS', { orders: orderIds.length })
        const lines = await labelLines(read, orders)
        const printedAt = now()
        const official = await channelLabelsOf(
          read,
          orders.map(({ id }) => id),
        )
        const drawn = (order: OrderDocument) =>
          order.parcels.map((parcel) => parcelLabel(order, parcel, lines.get(order.id)!, settings, printedAt))
        const lacking = new Set<string>()
        const wishes = { showItems, showNote, maskRecipientPhone: maskPhone, language: settings.language }
        const render = async (some: readonly OrderDocument[], on: LabelSize) =>
          (await labelPrinter()).renderLabels(some.flatMap(drawn), { ...wishes, size: on }, lacking)
        const sheet =
          official.size === 0
            ? { pdf: await render(orders, size), labels: orders.flatMap(drawn).length }
            : await (await import('./labels/laid-out.ts')).laidOut(
                orders,
                (order) => official.get(order.id) ?? null,
                (order, on) => render([order], on),
                size,
              )
        const refused = mark ? await markedUnless(orders.map(({ id }) => id)) : []
        if (refused.length === 0)
          return {
            ...printedSheet('label', printedAt, settings.zone, sheet.pdf, lacking),
            labels: sheet.labels,
            official: orders.filter(({ id }) => official.has(id)).map(({ number }) => number),
            skipped,
          }
        withLabel(refused)
        orders = orders.filter(({ id }) => !refused.some((each) => each.id === id))
      }
    },
  }
}

const handoverRow = ({ order, parcel, items }: LoadedParcel): HandoverRow => ({
  orderNumber: order.number,
  trackingNumber: parcel.waybill,
  recipientName: maskName(order.recipient.name || order.recipient.username),
  pieces: Math.max(1, scannedOf(items) || piecesOf(items)),
  // the courier takes the money once, with the first parcel
  cod: order.isCod && parcel.number === 1 ? { amount: order.buyerPayment } : null,
  at: parcel.handedOverAt,
})

/** What each label says is inside, by order: our own words for an SKU, the channel's while there is none. */
async function labelLines(
  reader: Reader,
  orders: readonly OrderDocument[],
): Promise<Map<string, Map<number, LabelLine>>> {
  const lines = orders.flatMap((order) => order.lines)
  const listings = await listingsOf(
    reader,
    lines.flatMap(({ listingId }) => listingId ?? []),
  )
  const variantIdOf = (line: OrderDocument['lines'][number]) =>
    line.variantId ?? listings.get(line.listingId!)?.variantId ?? null
  const variants = new Map(
    (
      await variantsByIds(
        reader,
        lines.flatMap((line) => variantIdOf(line) ?? []),
      )
    ).map((variant) => [variant.id, variant]),
  )
  return new Map(
    orders.map((order) => [
      order.id,
      new Map(
        order.lines.map((line): [number, LabelLine] => {
          const variant = variants.get(variantIdOf(line) ?? '')
          const listing = listings.get(line.listingId ?? '')
          return [
            line.line,
            {
              name: variant
                ? nameWithMotif({ product: variant.productName, motif: variant.motif })
                : (listing?.productName ?? ''),
              variation: variant
                ? [variant.colour, variant.size].filter(Boolean).join(', ')
                : (listing?.variationName ?? ''),
              sku: variant?.sku ?? listing?.sku ?? '',
              pieces: line.pieces,
              weightGrams: line.weightGrams ?? (variant?.weightGrams || null),
            },
          ]
        }),
      ),
    ]),
  )
}

/** `j1234 k3JdQ9xW-a · s567 e5fUw2Qm_1`: number and first signs of the newest entry, and of the newest movement of stock. */
const sealOf = ({ entry, movement }: Heads): string =>
  [entry && `j${entry.id} ${entry.hash.slice(0, 10)}`, movement && `s${movement.id} ${movement.hash.slice(0, 10)}`]
    .filter(Boolean)
    .join(' · ')
