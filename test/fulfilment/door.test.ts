import { expect, test } from 'vitest'
import { type DoorMoment, doorOutcome } from '../../src-renderer/fulfilment/door-outcome.ts'
import { handoverQuestion } from '../../src-renderer/fulfilment/handover-question.ts'
import type { DoorScan, HandoverGroup, StayReason } from '../../src-shared/fulfilment/fulfilment.ts'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const FRESH: DoorMoment = { isMarked: false, isAgain: false, courier: null }

async function aDoor() {
  const { client, takeIn, pack } = await aPackingDesk()
  const [ready, unpacked] = [anOrder().withLine('KMJ-LUK-L'), anOrder().withLine('KMJ-LUK-L')]
  const notArranged = anOrder().withLine('KMJ-LUK-L').toArrange()
  await takeIn(ready, unpacked, notArranged)
  await pack(ready)
  await pack(notArranged)
  const scan = ({ number }: { number: string }): Promise<DoorScan> => client.fulfilment.handover.scan({ code: number })
  return { ready, unpacked, notArranged, scan, client }
}

test('at the door: the first scan of a parcel that may go marks it, the second says so; another courier stops it once', async () => {
  const { ready, scan } = await aDoor()
  const scanned = await scan(ready)
  expect(doorOutcome(scanned, FRESH)).toBe('right')
  expect(doorOutcome(scanned, { ...FRESH, isMarked: true })).toBe('twice')
  expect(doorOutcome(scanned, { ...FRESH, courier: 'SPX Standard' })).toBe('right')
  expect(doorOutcome(scanned, { ...FRESH, courier: 'J&T Express' })).toBe('other courier')
  expect(doorOutcome(scanned, { ...FRESH, courier: 'J&T Express', isAgain: true })).toBe('right')
})

test('what is not packed goes by no number of scans, what was not arranged by two, what nobody knows by none', async () => {
  const { unpacked, notArranged, scan } = await aDoor()
  expect(doorOutcome(await scan(unpacked), { ...FRESH, isAgain: true })).toBe('wrong')
  expect(doorOutcome(await scan(notArranged), FRESH)).toBe('asks')
  expect(doorOutcome(await scan(notArranged), { ...FRESH, isAgain: true })).toBe('right')
  expect(doorOutcome(await scan({ number: 'SPXID000' }), FRESH)).toBe('unknown')
})

test('a parcel that is gone, held or cancelled is told apart from one that may go', async () => {
  const { ready, scan, client } = await aDoor()
  const { parcel } = await scan(ready)
  await client.fulfilment.hold({ orderIds: [parcel!.orderId], reason: 'Alamat diganti' })
  expect(doorOutcome(await scan(ready), { ...FRESH, isAgain: true })).toBe('wrong')
  await client.fulfilment.release({ orderIds: [parcel!.orderId] })
  await client.fulfilment.handover.finish({ parcelIds: [parcel!.parcelId] })
  expect(doorOutcome(await scan(ready), { ...FRESH, isAgain: true })).toBe('wrong')
})

test('the question has its numbers: what goes, what stays and why, what nobody marked, scanned or arranged', () => {
  const parcel = (number: string) => ({
    parcelId: newId(),
    orderId: newId(),
    orderNumber: number,
    channel: 'shopee' as const,
    trackingNumber: `SPX${number}`,
    buyer: 'Sari',
    pieces: 1,
    isCod: false,
  })
  const staying = (number: string, why: StayReason) => ({ ...parcel(number), why, holdReason: '' })
  const group: HandoverGroup = {
    courier: 'SPX Standard',
    parcels: ['1', '2', '3'].map(parcel),
    staying: [
      staying('4', 'not packed'),
      staying('5', 'not packed'),
      staying('6', 'held'),
      staying('7', 'not arranged'),
    ],
  }
  const going = [group.parcels[0]!, group.parcels[1]!, group.staying[3]!]
  const marks = new Map([
    [going[0]!.parcelId, 'scanned' as const],
    [going[1]!.parcelId, 'by hand' as const],
    [going[2]!.parcelId, 'scanned' as const],
  ])
  expect(handoverQuestion(handoverWords.id, { group, going, marks, courier: 'SPX Standard' })).toEqual({
    title: 'Serahkan 3 paket ke SPX Standard?',
    lines: [
      '2 belum dikemas, 1 ditahan, tetap di sini.',
      '1 yang siap tidak ditandai, tetap di sini juga.',
      '1 dibawa walau belum diatur atau diminta batal.',
      '1 ditandai tanpa discan, hitung dulu paketnya: SPX2.',
      'Barangnya keluar dari stok. Bisa diurungkan.',
    ],
  })
})
