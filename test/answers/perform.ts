import { safe } from '@orpc/client'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import type { ShopUnderAttack } from './a-shop-under-attack.ts'
import type { Act } from './acts-at-the-limits.ts'

/** Does it, and answers with how it can be taken back; null when it was refused. */
export async function perform(shop: ShopUnderAttack, each: Act): Promise<(() => Promise<unknown>) | null> {
  const { client, skus, shopId } = shop
  const variant = (index: number) => skus[index]!
  const id = newId()
  const mistake = { id, reason: 'salah ketik' }
  switch (each.do) {
    case 'sell': {
      const shipTo =
        each.shipping === null
          ? null
          : {
              phone: '',
              address: 'Jl. Kartini 1',
              city: each.text,
              province: '',
              courier: '',
              trackingNumber: '',
              shippingPaid: each.shipping,
              shipBy: null,
            }
      const draft = {
        id,
        lines: each.lines.map(({ sku, pieces, price }) => ({ variantId: variant(sku), pieces, price })),
        payment: 'cash' as const,
        buyerName: each.text,
        soldAt: each.soldAt,
        isMeant: true,
        shipTo,
        note: '',
      }
      return accepted(client.orders.recordOwnSale(draft), () => client.orders.cancelOwnSale(mistake))
    }
    case 'receive': {
      const draft = aPurchase(
        each.lines.map(({ sku, pieces, price }) => ({ variantId: variant(sku), pieces, price })),
        {
          id,
          day: each.day,
          discount: each.discount,
          extraCost: each.extraCost,
          isMeant: true,
          paid: each.paid,
          paidFrom: each.paid > 0 ? ('1101' as never) : null,
          note: each.text,
          supplierName: each.text,
        },
      )
      return accepted(client.purchasing.receive(draft as never), async () => {
        const cheap = { ...draft, lines: [{ variantId: variant(0), pieces: 1, price: 1 }], discount: 0, paid: 0 }
        await correctedUnlessTooLarge(() => client.purchasing.receive({ ...cheap, paidFrom: null } as never))
        return client.purchasing.cancel(mistake)
      })
    }
    case 'open stock':
      return accepted(
        client.inventory.opening.save({
          isMeant: true,
          lines: each.lines.map(({ sku, pieces, price }) => ({ variantId: variant(sku), pieces, unitCost: price })),
        }),
        () =>
          client.inventory.opening.save({
            lines: each.lines.map(({ sku }) => ({ variantId: variant(sku), pieces: 0, unitCost: null })),
          }),
      )
    case 'open books':
      return accepted(client.ledger.opening.save({ lines: each.lines, isMeant: true }), () =>
        client.ledger.opening.save({ lines: [] }),
      )
    case 'count':
      return accepted(
        client.inventory.count({
          isMeant: true,
          id,
          day: each.day,
          note: each.text,
          lines: each.lines.map(({ sku, ...line }) => ({ variantId: variant(sku), ...line })),
        }),
        () => client.inventory.cancelAdjustment(mistake),
      )
    case 'adjust':
      return accepted(
        client.inventory.adjust({
          isMeant: true,
          id,
          kind: each.kind as 'lost',
          day: each.day,
          note: each.text,
          lines: each.lines.map(({ sku, pieces }) => ({ variantId: variant(sku), pieces })),
        }),
        () => client.inventory.cancelAdjustment(mistake),
      )
    case 'cash':
      return accepted(
        client.cash.record({ isMeant: true, id, day: each.day, note: each.text, event: each.event }),
        () => client.cash.cancel(mistake),
      )
    case 'product': {
      const draft = aProduct({
        id,
        name: each.text,
        category: each.text,
        variants: [
          aVariant({
            sku: each.text || 'X',
            barcode: each.text,
            price: each.price,
            safetyStock: each.pieces,
            reorderPoint: each.pieces,
            components: [{ variantId: variant(0), pieces: each.pieces }],
          }),
        ],
      })
      return accepted(client.catalog.products.save(draft), () =>
        client.catalog.products.archive({ id, archived: true }),
      )
    }
    case 'file':
      return importFile(shop, each, shopId)
    case 'return':
      return returnOf(shop, each)
    case 'budget':
      return accepted(
        client.household.setBudget({ month: each.day.slice(0, 7), account: '9501', amount: each.amount }),
        async () => {},
      )
    case 'note': {
      const [order] = (await client.orders.list({})).rows
      return order ? accepted(client.orders.note({ id: order.id, note: each.text }), async () => {}) : null
    }
  }
}

let files = 0
async function importFile(
  { client }: ShopUnderAttack,
  { rows, isOneOrder }: Extract<Act, { do: 'file' }>,
  shopId: string,
) {
  const file = rows.reduce(
    (made, { price, pieces, placedAt, text }, index) =>
      made.withOrder(isOneOrder ? `261104${files}ONE` : `261104${files}N${index}`, {
        placedAt,
        items: [
          { product: text || 'Kemeja', sku: ['KMJ-A', 'PAKET', text][index % 3]!, price, listPrice: price, pieces },
        ],
      }),
    anOrderFile(),
  )
  files++
  const staged = await safe(client.channels.files.stage({ file: aFile('a.csv', file.csv()) }))
  if (!staged.isSuccess) return null
  const { importId } = staged.data
  const confirmed = (async () => {
    for await (const _ of await client.channels.files.confirm({ importId, shopId }));
    await client.catalog.listings.mapCertain()
  })()
  return accepted(confirmed, async () => {
    for await (const _ of await client.channels.files.withdraw({ importId }));
  })
}

async function returnOf({ client }: ShopUnderAttack, { amount, pieces, day, text }: Extract<Act, { do: 'return' }>) {
  const { rows } = await client.orders.list({})
  const order = rows.find(({ state }) => state === 'completed') ?? rows[0]
  if (!order) return null
  const refund = newId()
  const claim = newId()
  await safe(client.returns.claim({ id: claim, orderId: order.id, party: text, amount, note: text }))
  await safe(client.returns.claimPaid({ id: claim, day, amount, account: '1101' as never }))
  const goods = (await client.returns.get({ orderId: order.id })).goodsBack[0]
  if (goods?.variantId)
    await safe(
      client.returns.inspect({
        orderId: order.id,
        note: text,
        refund: null,
        lines: [{ id: newId(), variantId: goods.variantId, pieces, condition: 'damaged' }],
      }),
    )
  return accepted(
    client.returns.refund({ id: refund, orderId: order.id, day, amount, account: '1101' as never, note: text }),
    () => client.returns.undoRefund({ id: refund, reason: 'salah ketik' }),
  )
}

async function accepted<T>(asked: Promise<T>, back: () => Promise<unknown>): Promise<(() => Promise<unknown>) | null> {
  const { isSuccess } = await safe(asked)
  return isSuccess ? back : null
}

/** What others found and sold may become worth too much by a correction: it is refused like anything new, and cancelling is not. */
async function correctedUnlessTooLarge(correct: () => Promise<unknown>): Promise<void> {
  try {
    await correct()
  } catch (problem) {
    if (!['COST_TOO_LARGE', 'BALANCE_TOO_LARGE'].includes((problem as { code?: string }).code ?? '')) throw problem
  }
}
