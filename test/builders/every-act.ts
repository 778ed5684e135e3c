import { storeChannelReturns } from '../../src-main/core/orders/told-returns.repository.ts'
import { EVERYTHING } from '../../src-shared/channels/stock-out.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { Written } from '../../src-shared/listings/listings.ts'
import type { ShipmentChoice } from '../../src-shared/sync/order-acts.ts'
import { aBalanceReport } from './a-balance-report.ts'
import { aBankStatement, statementsOf } from './a-bank-statement.ts'
import { ANSWERS, SUNDAY } from './a-core.ts'
import { aFile } from './a-file.ts'
import { aMapping, aSharedMapping } from './a-mapping.ts'
import { aPackingDesk } from './a-packing-desk.ts'
import { aProduct, aVariant } from './a-product.ts'
import { aPurchase } from './a-purchase.ts'
import { aStillChannel } from './a-still-channel.ts'
import { anOrder, type OrderTold } from './an-order.ts'

/** One act as a window would send it. `other`: what the same name must not be used for; absent where there is nothing to say. */
export interface ActToSend {
  input: unknown
  other?: unknown
}

const TODAY = '2026-11-22'
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const reason = 'Salah ketik'

/**
 * A shop in which everything may be done once, and for every act how it is asked. Acts that need another one before them do
 * that one themselves, so each may be sent alone.
 */
export async function everyAct() {
  const desk = await aPackingDesk({ pieces: 100, connectors: { shopee: async () => aStillChannel() } })
  const { client, ids, takeIn, pack, idOf } = desk
  const variantId = ids['KMJ-LUK-L']

  /** A fresh order of one shirt, by its id; in one parcel of that id. */
  async function order(state: 'arranged' | 'packed' | 'gone' | 'sold' | 'cancelled' = 'arranged'): Promise<Id> {
    const told = anOrder().withLine('KMJ-LUK-L', 2)
    await takeIn(told)
    const id = await idOf(told.number)
    if (['packed', 'gone', 'sold'].includes(state)) await pack(told)
    if (['gone', 'sold'].includes(state)) await client.fulfilment.handover.finish({ parcelIds: [id] })
    if (state === 'sold') await takeIn(told.completed())
    if (state === 'cancelled') await takeIn(told.cancelled())
    return id
  }
  const numberOf = async (id: Id) => (await client.orders.get({ id })).number
  const inspection = (orderId: Id, pieces = 1) => ({
    orderId,
    lines: [{ id: newId(), variantId, pieces, condition: 'sellable' as const }],
    note: '',
    refund: null,
  })
  const refund = (orderId: Id) => ({
    id: newId(),
    orderId,
    day: TODAY,
    amount: 5_000,
    account: '1101' as const,
    note: '',
  })
  const claim = (orderId: Id) => ({ id: newId(), orderId, party: 'SPX', amount: 90_000, note: '' })
  const claimed = async () => {
    const draft = claim(await order('gone'))
    await client.returns.claim(draft)
    return draft.id
  }
  let balanceLines = 0
  /** Paid with the balance at a channel, nobody knows what for. */
  const balanceLine = async () => {
    const serial = `Saldo ${String(++balanceLines).padStart(4, '0')}`
    const [hour, minutes] = [Math.floor(balanceLines / 60) % 24, balanceLines % 60]
    const at = `2026-11-20 ${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
    const report = aBalanceReport([{ at, amount: -60_000, type: 'Pembayaran dengan Saldo Penjual' }])
    const shopId = newId()
    await client.channels.shops.save({ id: shopId, channel: 'shopee', name: serial })
    const { importId } = await client.channels.files.stage({ file: aFile(`${serial}.xlsx`, report.xlsx()) })
    for await (const _ of await client.channels.files.confirm({ importId, shopId }));
    const { rows } = await client.payouts.lines({ view: 'asked', limit: 500 })
    return rows.find(({ shopName }) => shopName === serial)!.id
  }
  const person = (role: 'packer' | 'live') => ({ id: newId(), name: `Dewi ${newId().slice(-5)}`, role, isActive: true })
  const sale = () => ({
    id: newId(),
    lines: [{ variantId, pieces: 1, price: 175_000 }],
    payment: 'cash' as const,
    buyerName: 'Bu Tini',
    soldAt: SUNDAY,
    shipTo: null,
    note: '',
  })
  const feeRule = () => ({
    id: newId(),
    channel: 'shopee' as const,
    name: `Iuran ${newId().slice(-5)}`,
    choice: 'service' as 'service' | 'commission',
    from: '2026-11-01',
  })
  const feeRate = () => ({
    id: newId(),
    channel: 'shopee' as const,
    shopId: null,
    category: '',
    name: `Iuran ${newId().slice(-5)}`,
    from: '2026-11-01',
    reckoning: { kind: 'per order' as const, amount: 500 },
    source: '',
  })
  const shopToName = async () => {
    const id = newId()
    await client.channels.shops.save({ id, channel: 'shopee', name: `Toko ${id.slice(-5)}` })
    return id
  }
  const feesOfShop = async () => ({
    id: newId(),
    shopId: await shopToName(),
    from: '2026-11-01',
    shopClass: 'star' as 'star' | 'mall',
    category: 'Pakaian Pria',
    programmes: [],
    categories: [],
  })
  const adjustment = () => ({
    id: newId(),
    kind: 'damaged' as const,
    day: TODAY,
    note: 'Kena air',
    lines: [{ variantId, pieces: 1 }],
  })
  const purchase = () => aPurchase([{ variantId, pieces: 3, price: 60_000 }])
  const cash = () => ({
    id: newId(),
    day: TODAY,
    note: 'Bensin',
    event: { what: 'business expense', wallet: '1101', account: '6206', amount: 25_000 } as const,
  })
  const bankRule = () => ({
    id: newId(),
    words: `toko ${newId().slice(-4)}`,
    direction: 'out' as const,
    account: null,
    least: null,
    most: null,
    meaning: { what: 'business expense' as const, account: '6105' },
    isOff: false,
  })
  /** A line of a bank statement that waits. */
  const bankLine = async (description = `TRSF ${newId()}`) => {
    await statementsOf(desk).take(aBankStatement([[TODAY, description, -15_000 - ++bankLines]]), '1110', newId())
    const { rows } = await client.bank.lines({ state: 'waiting', query: description })
    return rows[0]!
  }
  let bankLines = 0
  const answered = async () => {
    const { id } = await bankLine()
    const batch = newId()
    await client.bank.answer({ id, batch, answer: { as: 'ignored', reason } })
    return { id, batch }
  }
  async function listing(): Promise<Id> {
    const told = anOrder().withLine(`TANPA-${newId().slice(-4)}`)
    await takeIn(told)
    const { rows } = await client.catalog.listings.list({ limit: 100 })
    return rows[0]!.id
  }
  const withOther = <Input extends object>(input: Input, other: Partial<Input>): ActToSend => ({
    input,
    other: { ...input, ...other },
  })
  const once = async <Draft>(draft: Draft, doIt: (draft: Draft) => Promise<unknown>) => {
    await doIt(draft)
    return draft
  }

  /** Connected to a channel where nothing happens, and paused, so that nothing is written by itself. */
  const paused = async (): Promise<Id> => {
    const connected = newId()
    const { attemptId } = await client.sync.connect.begin({
      channel: 'shopee',
      shopId: connected,
      newName: `Toko ${connected.slice(-6)}`,
      appId: connected,
      secret: 'kunci',
    })
    await client.sync.connect.finish({ attemptId, address: 'kode', account: null })
    await client.sync.pause({ shopId: connected, isPaused: true })
    await desk.core.sync.idle()
    return connected
  }

  /** A product in a shop that is connected and paused. */
  const listed = async () => {
    const draft = aProduct({ variants: [aVariant({ sku: newId() })] })
    await client.catalog.products.save(draft)
    return { productId: draft.id, shopId: await paused() }
  }

  /** An order of a shop that is connected and paused. */
  const atChannel = async (told: OrderTold): Promise<Id> => {
    await desk.core.takeIn(await paused(), [told.withLine('KMJ-LUK-L').snapshot()], 'Sinkron')
    return idOf(told.number)
  }
  const pickup: ShipmentChoice = { way: 'pickup', addressId: '1', slotId: '' }
  const dropOff: ShipmentChoice = { way: 'drop-off', branchId: '' }
  const arranging = async () => {
    const orderIds = [await atChannel(anOrder().toArrange())]
    await client.orderActs.arrange({ shipments: [{ orderIds, choice: pickup }] })
    const [act] = await client.orderActs.ofOrders({ orderIds })
    return { ids: [act!.id] }
  }
  const toldReturn = async () => {
    const told = anOrder()
    const orderId = await atChannel(told)
    const { shopId } = await desk.doors.read
      .selectFrom('sales_order')
      .select('shop_id as shopId')
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow()
    const statement = {
      number: newId(),
      orderNumber: told.number,
      waybill: '',
      status: 'ASKED',
      solution: 'REFUND',
      reason: '',
      goodsStatus: '',
      pieces: 1,
      bringsGoods: false,
      refund: 1_000,
      compensation: 0,
      askedAt: SUNDAY,
      appealUntil: null,
    }
    await desk.doors.write(['returns'], (tx) => storeChannelReturns(tx, shopId, [{ statement, saidAt: SUNDAY }]))
    return { orderId, number: statement.number }
  }

  const acts: Record<string, () => Promise<ActToSend>> = {
    'access.people.save': async () => withOther(person('packer'), { role: 'live' as const }),
    'settings.change': async () => withOther({ city: 'Kudus' }, { city: 'Pati' }),
    'ledger.opening.save': async () =>
      withOther({ lines: [{ account: '1101', amount: 500_000 }] }, { lines: [{ account: '1101', amount: 600_000 }] }),
    'catalog.products.save': async () => {
      const draft = aProduct({ name: 'Selendang', variants: [aVariant({ sku: `SLD-${newId().slice(-6)}` })] })
      return withOther(draft, { name: 'Selendang Panjang' })
    },
    'catalog.products.archive': async () => {
      const { id } = await client.catalog.products.save(
        aProduct({ name: 'Syal', variants: [aVariant({ sku: `SYL-${newId().slice(-6)}` })] }),
      )
      return withOther({ id, archived: true }, { archived: false })
    },
    'catalog.products.importFile': async () => {
      const file = await client.catalog.products.exportFile({ format: 'csv' })
      return withOther({ file, store: true }, { file: aFile(file.name, `${await file.text()}\r\n`) })
    },
    'catalog.variants.pairBarcode': async () =>
      withOther({ variantId, barcode: '8991234500117' }, { barcode: '8991234500124' }),
    'catalog.photos.save': async () =>
      withOther({ id: newId(), photo: aFile('a.png', Buffer.from(PIXEL, 'base64')) }, { id: newId() }),
    'catalog.listings.map': async () => {
      const listingId = await listing()
      return withOther(
        { mappings: [{ listingId, variantId }] },
        { mappings: [{ listingId, variantId: ids['KMJ-LUK-M'] }] },
      )
    },
    'catalog.listings.mapCertain': async () => ({ input: undefined }),
    'catalog.listings.createProducts': async () =>
      withOther({ listingIds: [await listing()] }, { listingIds: [newId()] }),
    'orders.recordOwnSale': async () => withOther(sale(), { buyerName: 'Bu Tuti' }),
    'orders.changeOwnSale': async () => {
      const { id } = await once(sale(), client.orders.recordOwnSale)
      return withOther({ id, trackingNumber: 'JX0123456791' }, { trackingNumber: 'JX0123456792' })
    },
    'orders.cancelOwnSale': async () => {
      const { id } = await once(sale(), client.orders.recordOwnSale)
      return withOther({ id, reason }, { reason: 'Bukan itu' })
    },
    'orders.sendInstead': async () =>
      withOther({ id: await order(), line: 1, variantId, note: 'Sudah disetujui' }, { note: 'Lain' }),
    'orders.note': async () => withOther({ id: await order(), note: 'Bungkus kado' }, { note: '' }),
    'inventory.adjust': async () => withOther(adjustment(), { lines: [{ variantId, pieces: 2 }] }),
    'inventory.count': async () =>
      withOther(
        { id: newId(), day: TODAY, note: '', lines: [{ variantId: ids['BLS-TRT-M'], counted: 99 }] },
        { lines: [{ variantId: ids['BLS-TRT-M'], counted: 98 }] },
      ),
    'inventory.cancelAdjustment': async () => {
      const { id } = await once(adjustment(), client.inventory.adjust)
      return withOther({ id, reason }, { reason: 'Bukan itu' })
    },
    'inventory.opening.save': async () =>
      withOther(
        { lines: [{ variantId: ids['KMJ-KWA-L'], pieces: 30, unitCost: 58_000 }] },
        { lines: [{ variantId: ids['KMJ-KWA-L'], pieces: 31, unitCost: 58_000 }] },
      ),
    'inventory.opening.importFile': async () => {
      const file = await client.inventory.opening.exportFile({ format: 'csv' })
      return withOther({ file, store: true }, { file: aFile(file.name, `${await file.text()}\r\n`) })
    },
    'purchasing.receive': async () => withOther(purchase(), { extraCost: 7_000 }),
    'purchasing.cancel': async () => {
      const { id } = await once(purchase(), client.purchasing.receive)
      return withOther({ id, reason }, { reason: 'Bukan itu' })
    },
    'cash.record': async () => withOther(cash(), { note: 'Parkir' }),
    'cash.cancel': async () => {
      const { id } = await once(cash(), client.cash.record)
      return withOther({ id, reason }, { reason: 'Bukan itu' })
    },
    'cash.categories.save': async () =>
      withOther({ code: null, kind: 'spending', name: 'Sewa lapak bazar' }, { name: 'Iuran pasar' }),
    'cash.categories.archive': async () => {
      const { code } = await client.cash.categories.save({
        code: null,
        kind: 'income',
        name: `Jasa jahit ${newId().slice(-5)}`,
      })
      return withOther({ code, isArchived: true }, { isArchived: false })
    },
    'bank.answer': async () => {
      const { id } = await bankLine()
      return withOther(
        { id, batch: newId(), answer: { as: 'ignored' as const, reason } },
        { answer: { as: 'ignored', reason: 'Bukan itu' } },
      )
    },
    'bank.agreeCertain': async () => {
      await bankLine('BIAYA ADM')
      return withOther({ batch: newId() }, { batch: newId() })
    },
    'bank.undo': async () => withOther({ batch: (await answered()).batch }, { batch: newId() }),
    'bank.forget': async () => withOther({ id: (await answered()).id }, { id: newId() }),
    'bank.rules.save': async () => withOther(bankRule(), { words: 'kain mori' }),
    'bank.rules.remove': async () => {
      const { id } = await once(bankRule(), client.bank.rules.save)
      return withOther({ id }, { id: newId() })
    },
    'bank.rules.apply': async () => {
      const { id } = await once(bankRule(), client.bank.rules.save)
      return withOther({ id, batch: newId() }, { batch: newId() })
    },
    'household.setBudget': async () => withOther({ month: '2026-11', account: '9501', amount: 900_000 }, { amount: 1 }),
    'household.copyBudget': async () => withOther({ month: '2026-12' }, { month: '2027-01' }),
    'fulfilment.scan': async () => withOther({ code: 'KMJ-LUK-L', parcelId: await order() }, { code: 'KMJ-LUK-M' }),
    'fulfilment.confirmPiece': async () => withOther({ parcelId: await order(), key: variantId }, { key: 'x' }),
    'fulfilment.startOver': async () => withOther({ parcelId: await order(), desk: newId() }, { desk: newId() }),
    'fulfilment.pack': async () => {
      const parcelId = await order()
      for (const key of [variantId, variantId]) await client.fulfilment.confirmPiece({ parcelId, key })
      return { input: { parcelId }, other: { parcelId, desk: newId() } }
    },
    'fulfilment.leave': async () => withOther({ parcelId: await order(), desk: newId() }, { desk: newId() }),
    'fulfilment.hold': async () => withOther({ orderIds: [await order()], reason: 'Tunggu' }, { reason: 'Lain' }),
    'fulfilment.release': async () => withOther({ orderIds: [await order()] }, { orderIds: [newId()] }),
    'fulfilment.setAside': async () => withOther({ parcelId: await order('cancelled') }, { parcelId: newId() }),
    'fulfilment.handover.finish': async () =>
      withOther({ parcelIds: [await order('packed')] }, { parcelIds: [newId()] }),
    'fulfilment.handover.undo': async () =>
      withOther({ parcelIds: [await order('gone')], reason }, { reason: 'Bukan itu' }),
    'fulfilment.labelsPrinted': async () => withOther({ orderIds: [await order()] }, { orderIds: [newId()] }),
    'fulfilment.printLabels': async () => withOther({ orderIds: [await order()], size: '78x100' }, { size: 'A6' }),
    'returns.receive': async () => withOther({ orderId: await order('gone'), waybill: '' }, { waybill: 'JX1' }),
    'returns.undoReceive': async () => {
      const { orderId } = await once({ orderId: await order('gone'), waybill: '' }, client.returns.receive)
      return withOther({ orderId, reason }, { reason: 'Bukan itu' })
    },
    'returns.inspect': async () => withOther(inspection(await order('gone')), { note: 'Noda' }),
    'returns.undoInspection': async () => {
      const { lines } = await once(inspection(await order('gone')), client.returns.inspect)
      return withOther({ id: lines[0]!.id, reason }, { reason: 'Bukan itu' })
    },
    'returns.refund': async () => withOther(refund(await order('sold')), { note: 'Tunai' }),
    'returns.undoRefund': async () => {
      const { id } = await once(refund(await order('sold')), client.returns.refund)
      return withOther({ id, reason }, { reason: 'Bukan itu' })
    },
    'returns.claim': async () => withOther(claim(await order('gone')), { note: 'Foto ada' }),
    'returns.claimPaid': async () =>
      withOther({ id: await claimed(), day: TODAY, amount: 80_000, account: '1101' }, { amount: 70_000 }),
    'returns.claimRefused': async () => withOther({ id: await claimed(), reason }, { reason: 'Bukan itu' }),
    'returns.undoClaim': async () => withOther({ id: await claimed(), reason }, { reason: 'Bukan itu' }),
    'returns.evidence.add': async () =>
      withOther(
        {
          id: newId(),
          orderId: await order('gone'),
          name: 'a.png',
          file: aFile('a.png', Buffer.from(PIXEL, 'base64')),
          note: '',
        },
        { note: 'Robek' },
      ),
    'payouts.answer': async () =>
      withOther(
        { lineId: await balanceLine(), answer: { what: 'account' as const, account: '6207' as AccountCode } },
        { answer: { what: 'account' as const, account: '6219' as AccountCode } },
      ),
    'payouts.takeAnswerBack': async () => {
      const lineId = await balanceLine()
      await client.payouts.answer({ lineId, answer: { what: 'account', account: '6207' } })
      return withOther({ lineId }, { lineId: await balanceLine() })
    },
    'channels.shops.save': async () =>
      withOther({ id: newId(), channel: 'tiktok', name: `Toko ${newId().slice(-5)}` }, { name: 'Toko Lain' }),
    'settlements.rules.save': async () => withOther(feeRule(), { choice: 'commission' }),
    'settlements.rules.undo': async () => {
      const { id } = feeRule()
      await client.settlements.rules.save({ ...feeRule(), id })
      return withOther({ id }, { id: newId() })
    },
    'settlements.rates.save': async () => withOther(feeRate(), { source: 'Seller Centre' }),
    'settlements.rates.undo': async () => {
      const { id } = await client.settlements.rates.save(feeRate())
      return withOther({ id }, { id: newId() })
    },
    'settlements.rates.shops.save': async () => withOther(await feesOfShop(), { shopClass: 'mall' }),
    'settlements.rates.shops.undo': async () => {
      const { id } = await client.settlements.rates.shops.save(await feesOfShop())
      return withOther({ id }, { id: newId() })
    },
    'fileMappings.save': async () => withOther(aMapping(), { name: 'Pesanan Blibli' }),
    'fileMappings.remove': async () => {
      const { id } = await client.fileMappings.save(aMapping({ name: 'Untuk dihapus' }))
      return withOther({ id }, { id: newId() })
    },
    'fileMappings.takeIn': async () =>
      withOther({ file: aSharedMapping() }, { file: aSharedMapping({ name: 'Lain' }) }),
    'sync.disconnect': async () => withOther({ shopId: await paused() }, { shopId: newId() }),
    'sync.pause': async () => withOther({ shopId: await paused(), isPaused: true }, { isPaused: false }),
    'sync.now': async () => withOther({ shopId: await paused() }, { shopId: newId() }),
    'sync.stock.turn': async () => withOther({ shopId: await paused(), to: 'off' as const }, { shopId: newId() }),
    'sync.stock.saveRule': async () => {
      const input = { shopId: await paused(), about: { is: 'shop' as const } }
      return { input: { ...input, rule: EVERYTHING }, other: { ...input, rule: null } }
    },
    'sync.stock.lock': async () => {
      await order()
      await client.catalog.listings.mapCertain()
      return withOther({ id: newId(), shopId: desk.shopId, variantId, pieces: 3 }, { pieces: 4 })
    },
    'sync.stock.unlock': async () => withOther({ id: newId() }, { id: newId() }),
    'sync.stock.retry': async () => withOther({ shopId: await paused() }, { shopId: newId() }),
    'sync.readAgain': async () => withOther({ shopId: await paused() }, { shopId: newId() }),
    'listings.saveMaster': async () => {
      const { productId } = await listed()
      return withOther<object>({ productId, photoIds: [], dimensions: null }, { photoIds: [newId()] })
    },
    'listings.save': async () =>
      withOther({ ...(await listed()), written: Written.parse({}) }, { written: Written.parse({ title: 'Lain' }) }),
    'listings.takeTheirs': async () => withOther<object>({ of: [await listed()] }, { fields: ['title'] }),
    'listings.putBack': async () => {
      const one = await listed()
      return withOther<object>(
        { of: [{ ...one, written: Written.parse({}) }] },
        { of: [{ ...one, written: Written.parse({ title: 'Lain' }) }] },
      )
    },
    // each breaks a rule and is left out; of one alone that would be a refusal
    'listings.publish': async () => withOther<object>({ of: [await listed(), await listed()] }, { isListed: false }),
    'listings.saveVersion': async () =>
      withOther(
        {
          ...(await listed()),
          ...{ id: newId(), name: '12.12', title: 'Kemeja batik tulis promo 12.12', description: null, prices: {} },
          ...{ startsAt: SUNDAY + 3_600_000, endsAt: SUNDAY + 7_200_000 },
        },
        { name: 'Harbolnas' },
      ),
    'listings.removeVersion': async () => withOther({ id: newId() }, { id: newId() }),
    'listings.callOff': async () => withOther({ of: [await listed()] }, { of: [await listed()] }),
    'orderActs.arrange': async () => {
      const orderIds = [await atChannel(anOrder().toArrange())]
      const shipped = (choice: ShipmentChoice) => ({ shipments: [{ orderIds, choice }] })
      return withOther(shipped(pickup), shipped(dropOff))
    },
    'orderActs.cancel': async () =>
      withOther(
        { orderId: await atChannel(anOrder().toArrange()), reason: 'buyer asked' as string, lines: [] as number[] },
        { reason: 'out of stock', lines: [1] },
      ),
    'orderActs.answerCancel': async () =>
      withOther({ orderId: await atChannel(anOrder().cancelRequested()), answer: 'accept' }, { answer: 'refuse' }),
    'orderActs.answerReturn': async () =>
      withOther({ ...(await toldReturn()), answer: 'dispute', why: 'Lengkap' }, { answer: 'accept' }),
    'orderActs.again': async () => withOther(await arranging(), { ids: [newId()] }),
    'privacy.retention.set': async () => withOther({ days: 365 }, { days: 90 }),
    'orderActs.callOff': async () => withOther(await arranging(), { ids: [newId()] }),
    // the books are closed last: nothing above may stand in a closed period
    'ledger.periods.close': async () => withOther({ through: '2026-10-31' }, { through: '2026-09-30' }),
    'ledger.periods.reopen': async () => withOther({ closedThrough: '', reason }, { reason: 'Bukan itu' }),
  }
  return { ...desk, acts, numberOf }
}

/** What may be done in a shop that has no books yet. */
export const firstActs: Record<string, ActToSend> = {
  'settings.setUp': { input: ANSWERS, other: { ...ANSWERS, city: 'Pati' } },
  'settings.beginAgain': { input: { businessName: ANSWERS.businessName }, other: { businessName: 'Batik Lain' } },
}

/** Acts of several steps: asked again they go on from what stands, and end the same. */
export const ACTS_OF_STEPS = [
  'settings.confirmClock',
  'settings.changeStartDay',
  'settings.fillPractice',
  'ledger.settleAgain',
  'channels.files.confirm',
  'channels.files.withdraw',
  // a round with the channel follows
  'sync.connect.finish',
  // of Toko Latihan alone
  'sync.practice.open',
  'sync.practice.close',
  'work.stop',
]
