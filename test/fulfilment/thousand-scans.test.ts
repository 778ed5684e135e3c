import { expect, test } from 'vitest'
import type { ScanVerdict } from '../../src-shared/fulfilment/fulfilment.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk, GOODS, type Sku } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const RIGHT_SCANS = 950
const MISTAKES = 50
const SKUS = Object.keys(GOODS) as Sku[]

/** Numbers in [0, below), the same for the same seed (mulberry32). */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

test('a thousand scans with fifty planted mistakes: fifty are caught for what they are, and none is called in vain', async () => {
  const desk = await aPackingDesk()
  const throwDice = dice(20261122)
  const one = <T>(of: readonly T[]): T => of[throwDice(of.length)]!

  const cancelled = anOrder().withLine('BLS-TRT-M').cancelled(SUNDAY)
  const orders = Array.from({ length: 320 }, () =>
    [...new Set([one(SKUS), one(SKUS)])].reduce((order, sku) => order.withLine(sku, 1 + throwDice(2)), anOrder()),
  )
  await desk.takeIn(cancelled, ...orders)

  const places = new Set<number>()
  while (places.size < MISTAKES) places.add(throwDice(RIGHT_SCANS))
  const caught: Record<string, number> = {}
  const falseAlarms: string[] = []
  const closed: string[] = []
  let scans = 0
  let right = 0

  const blunder = async (code: string, orderId: string | null, expected: ScanVerdict) => {
    scans++
    const { verdict } = await desk.scan(code, orderId)
    expect(verdict, `scan ${scans}, ${code}`).toBe(expected)
    caught[verdict] = (caught[verdict] ?? 0) + 1
  }
  const asItShould = async (code: string, orderId: string | null) => {
    scans++
    right++
    const result = await desk.scan(code, orderId)
    if (!['opened', 'right', 'complete'].includes(result.verdict)) falseAlarms.push(`${code}: ${result.verdict}`)
    return result
  }

  for (const order of orders) {
    if (right === RIGHT_SCANS) break
    const { number, lines, trackingNumber } = order.snapshot()
    if (places.has(right)) {
      const label = throwDice(3)
      if (label === 0) await blunder(cancelled.number, null, 'cancelled')
      else if (label === 1 && closed.length > 0) await blunder(one(closed), null, 'already packed')
      else await blunder('SPXID000000000000', null, 'unknown code')
    }
    const { parcel } = await asItShould(one([number, trackingNumber]), null)
    const orderId = parcel!.orderId
    const wanted = lines.flatMap(({ sku, pieces }) => Array<Sku>(pieces).fill(sku as Sku))
    const lying: Sku[] = []
    for (const sku of wanted) {
      if (right === RIGHT_SCANS) break
      if (places.has(right)) {
        const full = wanted.filter((each) => lying.includes(each) && count(lying, each) === count(wanted, each))
        const strange = SKUS.filter((each) => !wanted.includes(each))
        const kind = throwDice(3)
        if (kind === 0 && full.length > 0) await blunder(one(full), orderId, 'too many')
        else if (kind === 1) await blunder('4006381333931', orderId, 'unknown code')
        else await blunder(one(strange), orderId, 'wrong item')
      }
      await asItShould(GOODS[sku].barcode ?? sku, orderId)
      lying.push(sku)
    }
    if (lying.length < wanted.length) break
    await desk.client.fulfilment.pack({ parcelId: orderId })
    closed.push(number)
  }

  expect(scans).toBe(1000)
  expect(falseAlarms).toEqual([])
  expect(Object.keys(caught).sort()).toEqual(['already packed', 'cancelled', 'too many', 'unknown code', 'wrong item'])
  expect(Object.values(caught).reduce((sum, times) => sum + times, 0)).toBe(MISTAKES)

  // and every closed parcel holds exactly what was ordered
  for (const number of closed.slice(0, 20)) {
    const { parcel } = await desk.scan(number)
    expect(parcel!.items.every(({ pieces, scanned }) => pieces === scanned)).toBe(true)
  }
})

const count = (of: readonly Sku[], sku: Sku) => of.filter((each) => each === sku).length
