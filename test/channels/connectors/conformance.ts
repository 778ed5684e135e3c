import { describe, expect, onTestFinished, test } from 'vitest'
import type {
  AppAtChannel,
  Connector,
  Grant,
  ListingAtChannel,
  Page,
  ShopAtChannel,
  Window,
} from '../../../src-main/core/channels/connectors/connector.ts'
import type { WantedItem } from '../../../src-main/core/channels/connectors/items.ts'
import { createLine, type Line } from '../../../src-main/core/channels/connectors/line.ts'
import { ChannelTrouble, type Trouble } from '../../../src-main/core/channels/connectors/trouble.ts'
import { nodeScheduler, nodeTransport } from '../../../src-main/core/outside.ts'
import { ItemAtChannel } from '../../../src-shared/listings/item.ts'
import { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import { ReturnStatement } from '../../../src-shared/returns/return-file.ts'
import { SettlementStatement } from '../../../src-shared/settlements/settlement-file.ts'
import { aPicture } from '../../builders/a-picture.ts'

/** What a sandbox can make happen at its channel; tests reach it through its control API, the connector through its wire alone. */
export interface ChannelWorld {
  connector: Connector
  /** With the addresses of the sandbox. */
  app: AppAtChannel
  now(): number
  /** Moves the clock of the channel, and of the laptop with it. */
  move(ms: number): Promise<void>
  /** What the owner does in the browser: opens the consent page and answers; gives back the address where the browser ended. */
  consent(page: string, answer: 'yes' | 'no'): Promise<string>
  /** A buyer orders and pays some of what is on sale; answers the order's number. At least two listings are on sale. */
  buy(lines: readonly { itemId: string; modelId: string; pieces: number }[]): Promise<string>
  /** Moves an order on; from wherever it is, through what must come before. */
  bring(
    order: string,
    to: 'shipped' | 'delivered' | 'completed' | 'cancel asked' | 'cancelled' | 'return asked',
  ): Promise<void>
  /** Completes the order's money: from now on `settlements` tells of it. */
  release(order: string): Promise<void>
  /** The seller takes his consent back at the channel. */
  revoke(): Promise<void>
  /** The next call of this kind meets a bad line, once. `half answer` and `lost answer` come after the channel did what was asked. */
  fault(
    kind: 'rate' | 'ill' | 'no answer' | 'half answer' | 'lost answer' | 'portal' | 'expired token',
    call: 'orders' | 'set stock' | 'create item',
  ): Promise<void>
  /** Tells the next orders with a status nobody has heard of and a field that is new; absent where a sandbox cannot. */
  drift?(): Promise<void>
  close(): Promise<void>
}

const DAY = 86_400_000

/** Something that can be listed: the first category that takes it, with what that category asks for. */
async function aWantedItem(shop: ShopAtChannel): Promise<WantedItem> {
  const category = (await shop.categories()).find(({ isLeaf, isInviteOnly }) => isLeaf && !isInviteOnly)!
  const facts = (await shop.attributes(category.id)).filter(({ isMandatory }) => isMandatory)
  return {
    mark: 'LB-7K2M9Q4D',
    title: 'Kemeja batik tulis Jepara lengan panjang',
    description: 'Katun primisima, jahitan rapi.\nDicuci dengan lerak.',
    categoryId: category.id,
    brand: null,
    attributes: facts.map(({ id, name, choices }) => ({ id, name, values: [choices[0]!] })),
    photoIds: [await shop.uploadPhoto({ of: 'item', type: 'image/png', bytes: aPicture(600, 600) })],
    optionPhotos: null,
    weightGrams: 300,
    dimensions: null,
    tiers: ['Warna', 'Ukuran'],
    models: ['M', 'L'].map((size) => ({ options: ['Merah', size], sku: `LBG-M-${size}`, price: 189_000, stock: 5 })),
    isListed: true,
  }
}
const BACK = 'http://127.0.0.1:1/selesai'

/** What every connector must do, whichever channel it talks to. Registers the tests; `open` makes a fresh channel for each. */
export function conforms(name: string, open: () => Promise<ChannelWorld>): void {
  const aWorld = async () => {
    const world = await open()
    onTestFinished(() => world.close())
    const line = createLine({ transport: nodeTransport, scheduler: nodeScheduler, now: () => world.now() })
    return { world, line }
  }

  const granted = async (world: ChannelWorld, line: Line): Promise<Grant> => {
    const page = world.connector.consentAddress(world.app, { address: BACK, state: 'benih-7' }, world.now())
    const answer = world.connector.readConsent(await world.consent(page, 'yes'))
    return world.connector.grant(world.app, answer, line)
  }

  const aShop = async () => {
    const { world, line } = await aWorld()
    const { tokens, shops } = await granted(world, line)
    const at = (accessToken: string): ShopAtChannel =>
      world.connector.shop({ app: world.app, shop: shops[0]!, accessToken, line })
    const shop = at(tokens.access)
    const listings = await all((cursor) => shop.listings(cursor))
    const sellable = listings.filter(({ state, stock }) => state === 'live' && (stock ?? 0) >= 3)
    const bought = (pieces = 1, which = 0) => {
      const { itemId, modelId } = sellable[which]!
      return world.buy([{ itemId, modelId, pieces }])
    }
    const around = (): Window => ({ from: world.now() - DAY, to: world.now() + 60_000 })
    const read = async (number: string): Promise<OrderSnapshot> => {
      const [payload] = await shop.orders([number])
      return OrderSnapshot.parse(world.connector.reads.order(payload!))
    }
    const arranged = async (number: string) => {
      const { pickup, dropOff } = await shop.shipmentChoices({ orderNumber: number, packageId: '' })
      const [first] = pickup
      if (!first && !dropOff.isAllowed) throw new Error('neither picked up nor dropped off')
      await shop.arrangeShipment(
        { orderNumber: number, packageId: '' },
        first
          ? { way: 'pickup', addressId: first.addressId, slotId: first.slots[0]?.id ?? '' }
          : { way: 'drop-off', branchId: dropOff.branches[0]?.id ?? '' },
      )
    }
    return { world, line, tokens, shops, shop, at, listings, sellable, bought, around, read, arranged }
  }

  describe(`${name}: connecting`, () => {
    test('the owner consents in the browser, and the code becomes tokens and a shop, once', async () => {
      const { world, line } = await aWorld()
      const page = world.connector.consentAddress(world.app, { address: BACK, state: 'benih-7' }, world.now())
      const ended = await world.consent(page, 'yes')
      const answer = world.connector.readConsent(ended)
      expect(answer.state).toBe('benih-7')
      const { tokens, shops } = await world.connector.grant(world.app, answer, line)
      expect(tokens.accessUntil).toBeGreaterThan(world.now())
      expect(shops.length).toBeGreaterThan(0)
      for (const { account, name } of shops) expect([account, name]).not.toContain('')
      expect(await troubleOf(world.connector.grant(world.app, answer, line))).toMatchObject({ kind: 'consent' })
    })

    test('a bare code pasted by hand is as good; a declined consent is said to be one', async () => {
      const { world } = await aWorld()
      expect(world.connector.readConsent(' kode-123 ').code).toBe('kode-123')
      const page = world.connector.consentAddress(world.app, { address: BACK, state: 's' }, world.now())
      const declined = await world.consent(page, 'no')
      expect(() => world.connector.readConsent(declined)).toThrow(
        expect.objectContaining({ trouble: expect.objectContaining({ kind: 'consent' }) }),
      )
    })

    test('a refreshed pair works; a refresh token nobody knows needs the owner', async () => {
      const { world, line, tokens, shops, at } = await aShop()
      const { account } = shops[0]!
      const fresh = await world.connector.refresh(world.app, { account, refresh: tokens.refresh }, line)
      expect(fresh.access).not.toBe(tokens.access)
      expect((await at(fresh.access).about()).account).toBe(account)
      const dead = world.connector.refresh(world.app, { account, refresh: 'tak-dikenal' }, line)
      expect(await troubleOf(dead)).toMatchObject({ kind: 'consent' })
    })

    test('an access token that ended asks for a fresh one, a wrong key for setting up', async () => {
      const { world, line, tokens, shops, shop, around } = await aShop()
      await world.fault('expired token', 'orders')
      expect(await troubleOf(shop.changedOrders(around(), null))).toMatchObject({ kind: 'token' })
      const wrong = { ...world.app, secret: 'bukan-kuncinya' }
      const other = world.connector.shop({ app: wrong, shop: shops[0]!, accessToken: tokens.access, line })
      expect(await troubleOf(other.about())).toMatchObject({ kind: 'setup' })
    })

    test('consent withdrawn at the channel is not taken for an expired token for ever', async () => {
      const { world, line, tokens, shops, shop } = await aShop()
      await world.revoke()
      const { kind } = await troubleOf(shop.about())
      expect(['token', 'consent']).toContain(kind)
      const { account } = shops[0]!
      const again = world.connector.refresh(world.app, { account, refresh: tokens.refresh }, line)
      expect(await troubleOf(again)).toMatchObject({ kind: 'consent' })
    })
  })

  describe(`${name}: orders`, () => {
    test('pages name every order of a window once, and each is told whole', async () => {
      const { world, shop, bought, around, sellable, read } = await aShop()
      const numbers: string[] = []
      for (let each = 0; each < 7; each++) numbers.push(await bought(1, each % 2))
      const named = await all((cursor) => shop.changedOrders(around(), cursor))
      const known = new Set(named.map(({ number }) => number))
      expect(numbers.filter((number) => !known.has(number))).toEqual([])
      const placed = await all((cursor) => shop.placedOrders(around(), cursor))
      expect(numbers.filter((number) => !placed.includes(number))).toEqual([])

      const snapshot = await read(numbers[0]!)
      expect(snapshot).toMatchObject({ number: numbers[0], channel: world.connector.channel, state: 'to_arrange' })
      const [line] = snapshot.lines
      const { itemId, modelId } = sellable[0]!
      expect(line).toMatchObject({ itemId, pieces: 1 })
      expect(line!.modelId ?? '').toBe(modelId)
      expect(line!.price).toBeGreaterThan(0)
      expect(snapshot.buyerPayment).toBeGreaterThan(0)
      expect(snapshot.atLeast).toBeLessThanOrEqual(snapshot.atMost!)
      expect(snapshot.placedAt).toBeGreaterThan(world.now() - DAY)
    })

    test('many orders are told at once, also those the list already carried', async () => {
      const { world, shop, bought, around } = await aShop()
      const numbers = [await bought(), await bought(2), await bought(1, 1)]
      const payloads = await shop.orders(numbers)
      expect(payloads.map(({ key }) => key).sort()).toEqual([...numbers].sort())
      const carried = (await all((cursor) => shop.changedOrders(around(), cursor))).flatMap(
        ({ payload }) => payload ?? [],
      )
      for (const payload of [...payloads, ...carried]) {
        const snapshot = OrderSnapshot.parse(world.connector.reads.order(payload))
        expect(snapshot.number).toBe(payload.key)
        // read again it says the same: a reader knows nothing but its payload
        expect(world.connector.reads.order(payload)).toEqual(snapshot)
      }
      expect(await shop.orders(['TIDAK-ADA-1'])).toEqual([])
    })

    test('an order is followed through its life', async () => {
      const { world, bought, read, arranged } = await aShop()
      const number = await bought()
      await arranged(number)
      expect((await read(number)).state).toBe('arranged')
      await world.bring(number, 'shipped')
      const shipped = await read(number)
      expect(shipped.state).toBe('in_transit')
      expect(shipped.shippedAt ?? shipped.presumedShippedAt).toBeTruthy()
      await world.bring(number, 'delivered')
      expect((await read(number)).state).toBe('delivered')
      await world.bring(number, 'completed')
      expect((await read(number)).state).toBe('completed')
    })

    test('a cancelled order and one whose buyer asks are told apart; the answer is heard', async () => {
      const { world, shop, bought, read } = await aShop()
      const [cancelled, accepted, refused] = [await bought(), await bought(), await bought()]
      await world.bring(cancelled, 'cancelled')
      expect((await read(cancelled)).state).toBe('cancelled')
      expect(await shop.cancelRequest(accepted)).toBeNull()
      for (const number of [accepted, refused]) {
        await world.bring(number, 'cancel asked')
        expect((await read(number)).state).toBe('cancel_requested')
        const { answerUntil } = (await shop.cancelRequest(number))!
        if (answerUntil !== null) expect(answerUntil).toBeGreaterThan(world.now())
      }
      await shop.answerCancelRequest(accepted, 'accept')
      await shop.answerCancelRequest(refused, 'refuse')
      expect((await read(accepted)).state).toBe('cancelled')
      expect(await shop.cancelRequest(accepted)).toBeNull()
      expect((await read(refused)).state).toBe('to_arrange')
    })

    test('the seller cancels what he cannot send', async () => {
      const { shop, bought, read, sellable } = await aShop()
      const number = await bought()
      const { itemId, modelId } = sellable[0]!
      await shop.cancelOrder(number, 'out of stock', [{ itemId, modelId }])
      expect((await read(number)).state).toBe('cancelled')
    })

    test('an unknown status keeps its word, an unknown field is passed over', async () => {
      const { world, bought, read } = await aShop()
      const number = await bought()
      if (!world.drift) return
      await world.drift()
      const snapshot = await read(number)
      expect(snapshot.state).toBe('unknown')
      expect(snapshot.rawStatus).not.toBe('')
    })
  })

  describe(`${name}: parcels`, () => {
    test('a shipment is arranged once, has a waybill and a label', async () => {
      const { shop, bought, read, arranged } = await aShop()
      const number = await bought()
      const parcel = { orderNumber: number, packageId: '' }
      await arranged(number)
      expect(await troubleOf(arranged(number))).toMatchObject({ kind: 'permanent', code: 'ALREADY_ARRANGED' })
      const waybill = await until(() => shop.trackingNumber(parcel))
      expect(waybill).not.toBe('')
      expect((await read(number)).trackingNumber).toBe(waybill)
      const label = await until(async () => {
        const answer = await shop.label([parcel])
        return answer.isReady ? answer : null
      })
      expect(Buffer.from(label.bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
    })
  })

  describe(`${name}: listings`, () => {
    test('stock and price are set to what is asked, and read back', async () => {
      const { shop, sellable } = await aShop()
      const { itemId, modelId, price } = sellable[0]!
      const standing = async () => (await shop.listingsOf([itemId])).find((each) => each.modelId === modelId)!
      expect(await shop.setStock(itemId, [{ modelId, pieces: 17 }])).toEqual([])
      expect((await standing()).stock).toBe(17)
      expect(await shop.setStock(itemId, [{ modelId, pieces: 17 }])).toEqual([])
      expect((await standing()).stock).toBe(17)
      expect(await shop.setPrice(itemId, [{ modelId, price: price! + 1000 }])).toEqual([])
      expect((await standing()).price).toBe(price! + 1000)
    })

    test('ids tell every listing apart', async () => {
      const { listings } = await aShop()
      const ids = listings.map(({ itemId, modelId }: ListingAtChannel) => `${itemId}/${modelId}`)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { productName } of listings) expect(productName).not.toBe('')
    })

    test('what the channel turns down is said of that model', async () => {
      const { shop, sellable } = await aShop()
      const { itemId } = sellable[0]!
      const refused = await shop.setStock(itemId, [{ modelId: '999999999999', pieces: 4 }]).catch(troubleIn)
      if (Array.isArray(refused)) expect(refused).toMatchObject([{ modelId: '999999999999' }])
      else expect(refused.kind).toBe('permanent')
    })
  })

  describe(`${name}: items whole`, () => {
    test('items are told with all that buyers see, and the changed ones by when they changed', async () => {
      const { world, shop, listings } = await aShop()
      const items = (await all((cursor) => shop.items(null, cursor))).map((each) =>
        ItemAtChannel.parse(world.connector.reads.item(each)),
      )
      expect(items.flatMap(({ models }) => models)).toHaveLength(listings.length)
      for (const { title, categoryId, models, tiers } of items) {
        expect(title).not.toBe('')
        expect(categoryId).not.toBe('')
        for (const { options } of models) expect(options).toHaveLength(tiers.length)
      }
      await world.move(3_600_000)
      const { itemId } = items.find(({ state }) => state === 'live')!
      await shop.setListed(itemId, false)
      const since = { from: world.now() - 60_000, to: world.now() + 60_000 }
      const changed = (await all((cursor) => shop.items(since, cursor))).map((each) => world.connector.reads.item(each))
      expect(changed).toMatchObject([{ itemId, state: 'hidden' }])
    })

    test('an item is made once, whatever answers are lost, changed where it differs, and hidden', async () => {
      const { world, shop } = await aShop()
      const wanted = await aWantedItem(shop)
      const before = (await all((cursor) => shop.items(null, cursor))).length
      expect(await shop.findItem(wanted)).toBeNull()
      await world.fault('lost answer', 'create item')
      const trouble = await troubleOf(shop.createItem(wanted, 'kunci-1'))
      expect(trouble.kind).toBe('unknown result')
      const itemId = (await shop.findItem(wanted))!
      expect(itemId).not.toBeNull()
      const standing = async () => {
        const [payload] = await shop.itemsWhole([itemId])
        return world.connector.reads.item(payload!)
      }
      for (let each = 0; each < 3; each++) {
        expect(await shop.bringItem(itemId, wanted)).toEqual([])
        await world.move(120_000)
      }
      const made = await standing()
      expect(made).toMatchObject({
        state: 'live',
        title: wanted.title,
        description: wanted.description,
        categoryId: wanted.categoryId,
        weightGrams: wanted.weightGrams,
      })
      expect(made.photos.map(({ id }) => id)).toEqual(wanted.photoIds)
      const figures = ({ options, sku, price }: { options: string[]; sku: string; price: number | null }) => ({
        options,
        sku,
        price,
      })
      expect(made.models.map(figures)).toEqual(wanted.models.map(figures))
      expect(await all((cursor) => shop.items(null, cursor))).toHaveLength(before + 1)

      const title = 'Kemeja batik tulis Jepara lengan panjang, motif sekar jagad'
      const more = { ...wanted.models[0]!, options: ['Merah', 'XL'], sku: 'LBG-M-XL' }
      const models = [...wanted.models, more].map((model) => ({ ...model, price: model.price + 5000 }))
      await shop.bringItem(itemId, { ...wanted, title, models })
      await world.move(120_000)
      await shop.bringItem(itemId, { ...wanted, title, models, isListed: false })
      const changed = await standing()
      expect(changed).toMatchObject({ title, state: 'hidden' })
      expect(changed.models.map(figures)).toEqual(models.map(figures))
    })
  })

  describe(`${name}: how buyers find an item`, () => {
    test('it carries a brand of its category, and each option of a kind its picture, also those that come later', async () => {
      const { world, shop } = await aShop()
      const bare = await aWantedItem(shop)
      const brands = await all((cursor) => shop.brands(bare.categoryId, cursor))
      const brand = brands[0]!
      expect(new Set(brands.map(({ id }) => id)).size).toBeGreaterThan(0)
      const picture = async (edge: number) =>
        shop.uploadPhoto({ of: 'option', type: 'image/png', bytes: aPicture(edge, edge) })
      const [red, blue, green] = [await picture(601), await picture(602), await picture(603)]
      const model = (colour: string) => ({ options: [colour], sku: `LBG-${colour}`, price: 189_000, stock: 5 })
      const pictured = (...of: [option: string, id: string][]) => ({
        tier: 0,
        of: of.map(([option, id]) => ({ option, id })),
      })
      const wanted: WantedItem = {
        ...bare,
        brand,
        tiers: ['Warna'],
        models: [model('Merah'), model('Biru')],
        optionPhotos: pictured(['Merah', red], ['Biru', blue]),
      }
      const itemId = await shop.createItem(wanted, 'kunci-2')
      const brought = async (item: WantedItem) => {
        await shop.bringItem(itemId, item)
        await world.move(120_000)
        await shop.bringItem(itemId, item)
        const [payload] = await shop.itemsWhole([itemId])
        const { optionPhotos, brand: told, models } = world.connector.reads.item(payload!)
        return { told: told.id, photos: optionPhotos.map(({ option, id }) => [option, id]), models: models.length }
      }
      const both = [
        ['Merah', red],
        ['Biru', blue],
      ]
      expect(await brought(wanted)).toEqual({ told: brand.id, photos: both, models: 2 })
      // said of nothing, both stay as they are
      expect(
        await brought({ ...wanted, brand: null, optionPhotos: null, title: `${wanted.title} baru` }),
      ).toMatchObject({
        told: brand.id,
        photos: both,
      })
      const more = { ...wanted, models: [...wanted.models, model('Hijau')], optionPhotos: pictured(['Hijau', green]) }
      expect(await brought(more)).toEqual({ told: brand.id, photos: [...both, ['Hijau', green]], models: 3 })
      const changed = { ...more, optionPhotos: pictured(['Merah', green]) }
      expect((await brought(changed)).photos).toEqual([
        ['Merah', green],
        ['Biru', blue],
        ['Hijau', green],
      ])
    })
  })

  describe(`${name}: money and returns`, () => {
    test('a release is told once, and its lines come to what is released', async () => {
      const { world, shop, bought, around } = await aShop()
      const number = await bought(2)
      await world.bring(number, 'completed')
      await world.release(number)
      const window = { from: world.now() - DAY, to: world.now() + DAY }
      const payloads = await all((cursor) => shop.settlements(window, cursor))
      const told = payloads
        .flatMap((payload) => world.connector.reads.settlements(payload, 'WIB'))
        .map((each) => SettlementStatement.parse(each))
      const mine = told.filter(({ orderNumber }) => orderNumber === number)
      expect(mine).toHaveLength(1)
      for (const { released, lines } of told) expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(released)
      expect(mine[0]!.released).toBeGreaterThan(0)
      for (const payload of await all((cursor) => shop.walletLines(around(), cursor)))
        WalletLine.parse(world.connector.reads.walletLine(payload, 'WIB'))
    })

    test('a return names its order', async () => {
      const { world, shop, bought, around } = await aShop()
      const number = await bought()
      await world.bring(number, 'delivered')
      await world.bring(number, 'return asked')
      const payloads = await all((cursor) => shop.changedReturns(around(), cursor))
      const told = payloads.map((payload) => ReturnStatement.parse(world.connector.reads.return(payload)))
      expect(told.map(({ orderNumber }) => orderNumber)).toContain(number)
    })

    test('a return that waits for the seller is answered once; what is done by hand alone says so', async () => {
      const { world, shop, bought, around } = await aShop()
      const asked = async () => {
        const number = await bought()
        await world.bring(number, 'delivered')
        await world.bring(number, 'return asked')
        const payloads = await all((cursor) => shop.changedReturns(around(), cursor))
        return payloads
          .map((payload) => world.connector.reads.return(payload))
          .find((each) => each.orderNumber === number)!
      }
      const { facts, reads } = world.connector
      const statusOf = async (number: string) => reads.return((await shop.returnNow(number))!).status
      const first = await asked()
      expect(facts.returnsAwaitAnswerIn).toContain(await statusOf(first.number))
      await shop.answerReturn(first.number, { is: 'accept' })
      expect(await statusOf(first.number)).not.toBe(first.status)
      expect(await troubleOf(shop.answerReturn(first.number, { is: 'accept' }))).toMatchObject({ kind: 'permanent' })

      const second = await asked()
      const disputed = shop.answerReturn(second.number, { is: 'dispute', why: 'Barang sudah dicek lengkap' })
      if (facts.takesDisputes) {
        await disputed
        expect(facts.returnsAwaitAnswerIn).not.toContain(await statusOf(second.number))
      } else expect(await troubleOf(disputed)).toMatchObject({ kind: 'permanent', code: 'ONLY_BY_HAND' })
    })
  })

  describe(`${name}: bad lines`, () => {
    test('too many requests, an ill channel, half an answer and a login page are told apart', async () => {
      const { world, shop, around } = await aShop()
      const met = async (kind: Parameters<ChannelWorld['fault']>[0]) => {
        await world.fault(kind, 'orders')
        return (await troubleOf(shop.changedOrders(around(), null))).kind
      }
      expect(await met('rate')).toBe('rate')
      for (const kind of ['ill', 'no answer', 'half answer', 'portal'] as const)
        expect(await met(kind)).toBe('transient')
      // and afterwards it works as before
      await shop.changedOrders(around(), null)
    })

    test('a push whose answer was lost may have happened, and reading back tells', async () => {
      const { world, shop, sellable } = await aShop()
      const { itemId, modelId } = sellable[0]!
      for (const kind of ['lost answer', 'half answer'] as const) {
        await world.fault(kind, 'set stock')
        const pieces = kind === 'lost answer' ? 11 : 12
        expect(await troubleOf(shop.setStock(itemId, [{ modelId, pieces }]))).toMatchObject({ kind: 'unknown result' })
        const [standing] = (await shop.listingsOf([itemId])).filter((each) => each.modelId === modelId)
        expect(standing!.stock).toBe(pieces)
      }
    })

    test('no trouble tells a key or a token', async () => {
      const { world, tokens, shop, around } = await aShop()
      for (const kind of ['rate', 'ill', 'no answer', 'portal', 'expired token'] as const) {
        await world.fault(kind, 'orders')
        const told = JSON.stringify(await troubleOf(shop.changedOrders(around(), null)))
        for (const secret of [world.app.secret, tokens.access, tokens.refresh]) expect(told).not.toContain(secret)
      }
    })
  })
}

async function all<Item>(page: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < 200; pages++) {
    const told: Page<Item> = await page(cursor)
    items.push(...told.items)
    cursor = told.next
    if (cursor === null) return items
  }
  throw new Error('pages without end')
}

/** Asks again what the channel needs a while for. */
async function until<Found>(look: () => Promise<Found | null>): Promise<Found> {
  for (let times = 0; times < 20; times++) {
    const found = await look()
    if (found !== null) return found
  }
  throw new Error('not within twenty calls')
}

const troubleIn = (problem: unknown): Trouble => {
  if (problem instanceof ChannelTrouble) return problem.trouble
  throw problem
}

async function troubleOf(asked: Promise<unknown>): Promise<Trouble> {
  const answer = await asked.then(
    () => null,
    (problem: unknown) => ({ problem }),
  )
  if (answer === null) throw new Error('nothing went wrong')
  return troubleIn(answer.problem)
}
