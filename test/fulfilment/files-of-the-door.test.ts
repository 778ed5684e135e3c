import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { read, snapshotsOf } from '../channels/files/reading.ts'

const FAULTS = new URL('../../../shared/faults/', import.meta.url)
const told = async (file: string): Promise<OrderSnapshot[]> =>
  snapshotsOf(await read(new Uint8Array(readFileSync(new URL(file, FAULTS)))))

describe.skipIf(!existsSync(FAULTS))(
  'files that once misled the door (skipped where ../shared/faults is absent)',
  () => {
    test('one order in two rows with two waybills is two parcels, each with its own goods', async () => {
      const { core, shopId, scan } = await aPackingDesk()
      const [order] = await told('two-waybills/pesanan.xlsx')
      await core.takeIn(shopId, [order!], 'pesanan.xlsx')
      expect(new Set(order!.lines.map(({ waybill }) => waybill)).size).toBe(2)
      for (const { waybill, pieces, sku } of order!.lines)
        expect(await scan(waybill!)).toMatchObject({
          verdict: 'opened',
          parcel: { orderNumber: order!.number, trackingNumber: waybill, parcels: 2, items: [{ sku, pieces }] },
        })
    })

    test('goods that a later file no longer asks for are taken out before the parcel leaves', async () => {
      const { client, core, shopId, pack, scan, idOf } = await aPackingDesk()
      const [after] = await told('changed-after-packing/E2.xlsx')
      const scarf = { ...after!.lines[0]!, productName: 'Sarung', sku: 'SRG', variationName: '', pieces: 1 }
      const before = { ...after!, atLeast: after!.atLeast - 60_000, lines: [...after!.lines, scarf] }
      await core.takeIn(shopId, [before], 'E1.xlsx')
      await pack(after!)
      await core.takeIn(shopId, [after!], 'E2.xlsx')
      expect(await scan(after!.number)).toMatchObject({ verdict: 'contents changed' })
      const parcelIds = [await idOf(after!.number)]
      await expect(client.fulfilment.handover.finish({ parcelIds })).rejects.toMatchObject({
        code: 'PARCEL_CONTENTS_CHANGED',
        data: { parcels: [{ takeOut: [{ sku: 'SRG', pieces: 1 }], putIn: [] }] },
      })
    })
  },
)
