import { Group } from '@mantine/core'
import { formatMoment } from '../../../src-shared/kernel/business-day.ts'
import type { Order } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'

/** No. Resi of each parcel and how far it has come: of an order that is sent in parts, some have left and some have not. */
export function OrderParcels({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const { zone, language } = useLocale()
  return (
    <PanelPart title={w.parcels}>
      {order.parcels.map(({ id, trackingNumber, step, at }) => (
        <Group key={id} justify="space-between" gap={8}>
          {trackingNumber ? (
            <span className="kode">{trackingNumber}</span>
          ) : (
            <span className="quiet">{w.noWaybillYet}</span>
          )}
          <span className="quiet small">
            {[order.courier, w.parcelStep(step), at === null ? '' : formatMoment(at, zone, language)]
              .filter(Boolean)
              .join(', ')}
          </span>
        </Group>
      ))}
      {order.formerWaybills.length > 0 && (
        <p className="quiet small">{w.formerWaybills(order.formerWaybills.join(', '))}</p>
      )}
    </PanelPart>
  )
}
