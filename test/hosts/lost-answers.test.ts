import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, onTestFinished, test } from 'vitest'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'
import { actHeader, createSureLink, type Named } from '../../src-renderer/base/sure-link.ts'
import { createUnanswered } from '../../src-renderer/base/unanswered.ts'
import type { contract } from '../../src-shared/contract.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { aBadLine } from './a-bad-line.ts'
import { aBuiltPage, cookieFrom } from './a-web-host.ts'

/** A packing desk behind HTTP, and windows that reach it over a line that cuts nearly every second answer. */
async function aDeskOnABadLine(seed: number) {
  const desk = await aPackingDesk({ pieces: 1_000 })
  const host = await createWebHost({
    core: desk.core,
    rendererFolder: aBuiltPage(desk.folder),
    port: 0,
    version: '0.0.0',
    keys: doorKeys(`${desk.folder}/lumbung.sqlite`),
    noteDefect: ({ details }) => expect.unreachable(details),
  })
  onTestFinished(() => host.close())
  const cookie = await cookieFrom(host.startAddress())
  const line = await aBadLine(host.url, dice(seed))
  const unanswered = createUnanswered()
  const aClient = (): ContractRouterClient<typeof contract> =>
    createORPCClient(
      createSureLink(
        new RPCLink<Named>({ url: `${line.url}/rpc`, headers: (options) => ({ cookie, ...actHeader(options) }) }),
        { unanswered, pause: () => new Promise(setImmediate) },
      ),
    )
  return { ...desk, aClient, fates: line.fates, unanswered }
}

test('three windows scan and confirm hundreds of pieces while answers are cut: every piece is counted once', async () => {
  const PIECES = 60
  const { takeIn, idOf, aClient, fates, level, client } = await aDeskOnABadLine(11)
  const packs = async (
    piece: (
      at: ReturnType<typeof aClient>,
      parcelId: string,
    ) => Promise<{ parcel: { scanned: number } | null; verdict: string }>,
  ) => {
    const order = anOrder().withLine('KMJ-LUK-L', PIECES)
    await takeIn(order)
    const parcelId = await idOf(order.number)
    const at = aClient()
    for (let n = 1; n <= PIECES; n++)
      expect(await piece(at, parcelId)).toMatchObject({
        verdict: n < PIECES ? 'right' : 'complete',
        parcel: { scanned: n },
      })
    await at.fulfilment.pack({ parcelId })
    await at.fulfilment.handover.finish({ parcelIds: [parcelId] })
    return parcelId
  }
  const scan = (at: ReturnType<typeof aClient>, parcelId: string) => at.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId })
  await Promise.all([
    packs(scan),
    packs(scan),
    packs(async (at, parcelId) => {
      const { parcel } = await at.fulfilment.scan({
        code: (await client.orders.get({ id: parcelId })).number,
        parcelId: null,
      })
      return at.fulfilment.confirmPiece({ parcelId, key: parcel!.items[0]!.key })
    }),
  ])
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 1_000 - 3 * PIECES, reserved: 0 })
  expect(fates['answer lost'] + fates['answer breaks']).toBeGreaterThan(50)
})

test('what comes back, is counted, found or spent while answers are cut stands once', async () => {
  const { takeIn, pack, idOf, aClient, level, balance, fates, unanswered, ids } = await aDeskOnABadLine(12)
  const at = aClient()
  const cash = balance('1101')
  for (let n = 0; n < 12; n++) {
    const order = anOrder().withLine('KMJ-LUK-L', 2)
    await takeIn(order)
    await pack(order)
    const id = await idOf(order.number)
    await at.fulfilment.handover.finish({ parcelIds: [id] })
    await at.returns.receive({ orderId: id, waybill: '' })
    const inspected = { id: newId(), variantId: ids['KMJ-LUK-L'], pieces: 1, condition: 'sellable' } as const
    await at.returns.inspect({ orderId: id, lines: [inspected], note: '', refund: null })
    const found = [{ variantId: ids['KMJ-LUK-M'], pieces: 1 }]
    await at.inventory.adjust({ id: newId(), kind: 'found', day: '2026-11-22', note: 'Di bawah rak', lines: found })
    const counted = [{ variantId: ids['BLS-TRT-M'], counted: 1_000 - n }]
    await at.inventory.count({ id: newId(), day: '2026-11-22', note: '', lines: counted })
    const event = { what: 'business expense', wallet: '1101', account: '6206', amount: 1_000 } as const
    await at.cash.record({ id: newId(), day: '2026-11-22', note: '', event })
  }
  expect(level('KMJ-LUK-L').onHand).toBe(1_000 - 12)
  expect(level('KMJ-LUK-M').onHand).toBe(1_000 + 12)
  expect(level('BLS-TRT-M').onHand).toBe(1_000 - 11)
  expect(balance('1101') - cash).toBe(-12_000)
  expect(fates['answer lost']).toBeGreaterThan(10)
  // every doubt ended
  expect(unanswered.read().asking).toBe(0)
})
