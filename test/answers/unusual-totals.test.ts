import { ORPCError } from '@orpc/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAskingLink } from '../../src-renderer/base/asking-link.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { rupiahInWords } from '../../src-shared/kernel/rupiah-words.ts'
import { unusualRefusals } from '../../src-shared/ledger/unusual.refusals.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'

const aSale = (variantId: string, price: number) => ({
  id: newId(),
  soldAt: SUNDAY,
  payment: 'cash' as const,
  buyerName: '',
  shipTo: null,
  note: '',
  lines: [{ variantId, pieces: 1, price }],
})

test('an eight-digit code as a price is asked about in words, and taken once it is meant', async () => {
  const { client, L } = await aStockedShop()
  const draft = aSale(L, 89_912_345)
  const refused = await client.orders.recordOwnSale(draft).catch((problem) => problem)
  expect(refused).toMatchObject({ code: 'TOTAL_UNUSUAL', data: { total: 89_912_345, largest: 0 } })
  expect(unusualRefusals.TOTAL_UNUSUAL.sentence.id(refused.data)).toContain(
    'delapan puluh sembilan juta sembilan ratus dua belas ribu tiga ratus empat puluh lima rupiah',
  )
  expect((await client.orders.list({})).rows).toEqual([])
  await client.orders.recordOwnSale({ ...draft, isMeant: true })
  expect((await client.orders.list({})).rows).toHaveLength(1)
})

test('what a shop is used to is not asked about again', async () => {
  const { client, L } = await aStockedShop()
  await client.orders.recordOwnSale({ ...aSale(L, 60_000_000), isMeant: true })
  await client.orders.recordOwnSale(aSale(L, 150_000_000))
  await expect(client.orders.recordOwnSale(aSale(L, 5_000_000_000))).rejects.toMatchObject({
    code: 'TOTAL_UNUSUAL',
    data: { largest: 210_000_000 },
  })
})

test('purchases, cash records and opening stock are asked about likewise', async () => {
  const { client, L } = await aStockedShop()
  const unusual = { code: 'TOTAL_UNUSUAL' }
  const purchase = aPurchase([{ variantId: L, pieces: 100, price: 89_912_345 }])
  await expect(client.purchasing.receive(purchase)).rejects.toMatchObject(unusual)
  const record = aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9101', amount: 899_123_456 })
  await expect(client.cash.record(record)).rejects.toMatchObject(unusual)
  const opening = { lines: [{ variantId: L, pieces: 100, unitCost: 89_912_345 }] }
  await expect(client.inventory.opening.save(opening)).rejects.toMatchObject(unusual)
  expect(await client.purchasing.receive({ ...purchase, isMeant: true })).toMatchObject({ total: 8_991_234_500 })
  expect(await client.cash.record({ ...record, isMeant: true })).toMatchObject({ amount: 899_123_456 })
  expect(await client.inventory.opening.save({ ...opening, isMeant: true })).toMatchObject({ saved: 1 })
})

test('pieces found, counted or lost are asked about by what they cost, and so is Saldo Awal', async () => {
  const { client, L } = await aStockedShop()
  await client.purchasing.receive(aPurchase([{ variantId: L, pieces: 1_000, price: 200_000 }]))
  const unusual = { code: 'TOTAL_UNUSUAL' }
  const day = '2026-11-22'
  const count = { id: newId(), day, note: '', lines: [{ variantId: L, counted: 912_345 }] }
  await expect(client.inventory.count(count)).rejects.toMatchObject(unusual)
  const lost = { id: newId(), day, note: 'banjir', kind: 'lost' as const, lines: [{ variantId: L, pieces: 900 }] }
  await expect(client.inventory.adjust(lost)).rejects.toMatchObject(unusual)
  expect((await client.inventory.adjustments({})).rows).toEqual([])
  expect(await client.inventory.adjust({ ...lost, isMeant: true })).toMatchObject({ id: lost.id })
  expect(await client.inventory.count({ ...count, isMeant: true })).toMatchObject({ id: count.id })
  const opening = { lines: [{ account: '1101' as const, amount: 89_912_345_678 }] }
  await expect(client.ledger.opening.save(opening)).rejects.toMatchObject(unusual)
  expect(await client.ledger.opening.save({ ...opening, isMeant: true })).toMatchObject({ capital: expect.any(Number) })
})

test('beneath every form the window asks once: who means it sends the same again, who does not sees the refusal', async () => {
  const sent: unknown[] = []
  const answers = [true, false]
  const link = createAskingLink(
    {
      call: async (_path, input) => {
        sent.push(input)
        if ((input as { isMeant?: boolean }).isMeant) return 'stored'
        throw new ORPCError('TOTAL_UNUSUAL', { data: { total: 9, largest: 1 } })
      },
    },
    async () => answers.shift()!,
  )
  expect(await link.call(['orders'], { id: 1 }, { context: {} })).toBe('stored')
  expect(sent).toEqual([{ id: 1 }, { id: 1, isMeant: true }])
  await expect(link.call(['orders'], { id: 2 }, { context: {} })).rejects.toMatchObject({ code: 'TOTAL_UNUSUAL' })
})

test('amounts are said as people say them', () => {
  expect(rupiahInWords(1_011_111, 'id')).toBe('satu juta sebelas ribu seratus sebelas rupiah')
  expect(rupiahInWords(1_000, 'id')).toBe('seribu rupiah')
  expect(rupiahInWords(17_980_000_000_000, 'id')).toBe('tujuh belas triliun sembilan ratus delapan puluh miliar rupiah')
  expect(rupiahInWords(2_512_021, 'en')).toBe('two million five hundred twelve thousand twenty-one rupiah')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e14 }), (amount) => {
      for (const language of ['id', 'en'] as const)
        expect(rupiahInWords(amount, language)).toMatch(/^[a-z-]+( [a-z-]+)* rupiah$/)
    }),
  )
})
