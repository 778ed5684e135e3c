import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joined } from '../../src-main/core/orders/joined-statements.ts'
import { pairsOf } from '../../src-main/core/orders/line-pairs.ts'
import type { OrderDocument } from '../../src-main/core/orders/order-document.ts'
import { statedDocument } from '../../src-main/core/orders/stated-document.ts'
import { ChannelState, type OrderSnapshot } from '../../src-shared/orders/order.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { anOrder, type OrderTold } from '../builders/an-order.ts'

const HOUR = 3_600_000

/** A statement as a document of its own; a listing is called by its code. */
const stated = (snapshot: OrderSnapshot) => statedDocument(snapshot, 'S', ({ sku }) => sku, SUNDAY)
const join = (known: OrderDocument, statement: OrderDocument) =>
  joined(known, statement, pairsOf(known.lines, statement.lines))
const ending = (first: OrderTold, ...others: OrderTold[]) =>
  others.reduce((known, next) => join(known, stated(next.snapshot())).document, stated(first.snapshot()))

const order = anOrder().withLine('KMJ-LUK-L', 2)

describe('two statements about one order', () => {
  test('give the same order whichever came first', () => {
    const [paid, shipped] = [order.toArrange(SUNDAY - 5 * HOUR), order.inTransit(SUNDAY - HOUR)]
    const nameless = (document: OrderDocument) => ({ ...document, id: '', parcels: [] })
    expect(nameless(ending(paid, shipped))).toEqual(nameless(ending(shipped, paid)))
  })

  test('a later one corrects a moment, also one that was typed wrong by twenty years', () => {
    const wrong = order.inTransit(SUNDAY - 5 * HOUR).with({ placedAt: Date.parse('2006-11-21T03:00:00Z') })
    const right = order.inTransit(SUNDAY - HOUR)
    for (const document of [ending(wrong, right), ending(right, wrong)])
      expect(document.placedAt).toBe(SUNDAY - 24 * HOUR)
  })

  test('a stated moment of shipping replaces the one that was implied, whichever came first', () => {
    const file = order.delivered(SUNDAY - HOUR).with({ shippedAt: null, arrangedAt: SUNDAY - 9 * HOUR })
    const api = order.inTransit(SUNDAY - 3 * HOUR).with({ shippedAt: SUNDAY - 8 * HOUR })
    expect(ending(file).shippedAt).toBe(SUNDAY - 9 * HOUR)
    for (const document of [ending(file, api), ending(api, file)]) expect(document.shippedAt).toBe(SUNDAY - 8 * HOUR)
  })

  test('what the newer one does not know stays as the older one told it', () => {
    const knows = order.arranged(SUNDAY - 5 * HOUR).withMoney('seller voucher', 10_000)
    const silent = order.arranged(SUNDAY - HOUR).with({
      trackingNumber: '',
      courier: '',
      paymentMethod: '',
      shipBy: null,
      isPickup: null,
      money: [],
      buyerPayment: 0,
    })
    const { trackingNumber, courier, paymentMethod, shipBy, isPickup, money, buyerPayment } = stated(knows.snapshot())
    for (const document of [ending(knows, silent), ending(silent, knows)])
      expect(document).toMatchObject({ trackingNumber, courier, paymentMethod, shipBy, isPickup, money, buyerPayment })
  })

  test('an amount that is stated to be nothing is nothing', () => {
    const before = order.arranged(SUNDAY - 5 * HOUR).withMoney('seller voucher', 10_000)
    const after = order.arranged(SUNDAY - HOUR).withMoney('seller voucher', 0)
    for (const document of [ending(before, after), ending(after, before)]) expect(document.money).toEqual([])
  })

  test('a buyer once readable stays readable when the channel masks him', () => {
    const readable = { name: 'Siti Rahma', address: 'Jl. Kaliurang 12' }
    const before = order.arranged(SUNDAY - 5 * HOUR).with({ recipient: { ...order.snapshot().recipient, ...readable } })
    const masked = order.completed(SUNDAY - HOUR)
    for (const document of [ending(before, masked), ending(masked, before)])
      expect(document.recipient).toMatchObject(readable)
  })

  test('pieces that came back only grow in number', () => {
    const returned = (pieces: number, at: number) =>
      order.completed(at).with({ lines: order.snapshot().lines.map((line) => ({ ...line, returnedPieces: pieces })) })
    const [two, none] = [returned(2, SUNDAY - 5 * HOUR), returned(0, SUNDAY - HOUR)]
    for (const document of [ending(two, none), ending(none, two)])
      expect(document.lines.map(({ returnedPieces }) => returnedPieces)).toEqual([2])
  })

  test('what was done on the laptop stays, whatever the channel says', () => {
    const acts = { printedAt: 1, packedAt: 2, handedOverAt: 3, heldAt: 4, setAsideAt: 5, holdReason: 'Tunggu stok' }
    const known = { ...stated(order.snapshot()), ...acts, ownNote: 'Pelanggan lama' }
    expect(join(known, stated(order.inTransit(SUNDAY).snapshot())).document).toMatchObject({
      ...acts,
      ownNote: 'Pelanggan lama',
      channelState: 'in_transit',
    })
  })

  test('goods keep the number they first had, and new goods get the next', () => {
    const before = anOrder('A')
      .withLine('shirt')
      .withLine('scarf')
      .arranged(SUNDAY - 5 * HOUR)
    const after = anOrder('A')
      .withLine('blouse')
      .withLine('scarf', 3)
      .withLine('shirt')
      .arranged(SUNDAY - HOUR)
    expect(ending(before, after).lines.map(({ line, listingId, pieces }) => [line, listingId, pieces])).toEqual([
      [1, 'shirt', 1],
      [2, 'scarf', 3],
      [3, 'blouse', 1],
    ])
  })
})

describe('what is set aside', () => {
  const lostOf = (known: OrderTold, late: OrderTold) => join(stated(known.snapshot()), stated(late.snapshot())).lost

  test('a state that has been passed, goods and amounts that were corrected since', () => {
    const old = order.arranged(SUNDAY - 5 * HOUR)
    expect(lostOf(order.inTransit(SUNDAY - HOUR), old)).toEqual(['state'])
    expect(
      lostOf(
        anOrder(order.number)
          .withLine('KMJ-LUK-L', 1)
          .arranged(SUNDAY - HOUR),
        old,
      ),
    ).toEqual(['money', 'goods'])
  })

  test('is nothing when the statement adds to what is known, or says the same', () => {
    const known = order.inTransit(SUNDAY - HOUR)
    expect(lostOf(known, known)).toEqual([])
    expect(lostOf(order.arranged(SUNDAY - 5 * HOUR), known)).toEqual([])
    expect(
      lostOf(known, known.with({ atMost: SUNDAY - 2 * HOUR, recipient: { ...known.snapshot().recipient } })),
    ).toEqual([])
  })

  test('is no moment told to the minute instead of the second', () => {
    const api = order.inTransit(SUNDAY - HOUR).with({ paidAt: SUNDAY - 24 * HOUR + 37_000 })
    expect(lostOf(api, api.with({ paidAt: SUNDAY - 24 * HOUR, atLeast: 0, atMost: SUNDAY - 2 * HOUR }))).toEqual([])
  })
})

test('statements in any order, any grouping and any number end in one document', () => {
  const told = fc
    .record({
      state: fc.constantFrom(...ChannelState.options),
      atLeast: fc.integer({ min: 1, max: 9 }),
      atMost: fc.option(fc.integer({ min: 1, max: 9 })),
      paidAt: fc.constantFrom(null, 3, 4),
      arrangedAt: fc.constantFrom(null, 5, 6),
      shippedAt: fc.constantFrom(null, 6, 7),
      completedAt: fc.constantFrom(null, 8, 9),
      courier: fc.constantFrom('', 'JNE', 'SPX'),
      voucher: fc.constantFrom(null, 0, 5_000, 7_000),
      name: fc.constantFrom('', 'S***i', 'Siti', 'Siti R'),
      pieces: fc.constantFrom(1, 2),
      returnedPieces: fc.constantFrom(0, 1),
    })
    .map(({ voucher, name, pieces, returnedPieces, ...facts }) => {
      const plain = anOrder('A').withLine('KMJ-LUK-L', pieces, { returnedPieces }).with(facts)
      const snapshot = (voucher === null ? plain : plain.withMoney('seller voucher', voucher)).snapshot()
      return { ...stated({ ...snapshot, recipient: { ...snapshot.recipient, name } }), id: 'A', parcels: [] }
    })
  const joinAll = (documents: readonly OrderDocument[]) => documents.reduce((known, next) => join(known, next).document)
  fc.assert(
    fc.property(
      fc
        .array(told, { minLength: 1, maxLength: 6 })
        .chain((of) =>
          fc.tuple(
            fc.constant(of),
            fc.shuffledSubarray(of, { minLength: of.length }),
            fc.integer({ min: 1, max: of.length }),
          ),
        ),
      ([of, shuffled, cut]) => {
        const [head, tail] = [shuffled.slice(0, cut), [...shuffled.slice(cut), of[0]!]]
        expect(join(joinAll(head), joinAll(tail)).document).toEqual(joinAll(of))
      },
    ),
    { numRuns: 1_000 },
  )
})
