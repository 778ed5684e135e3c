import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { parcelSlipWords } from '../../../src-shared/fulfilment/parcel-slip.words.ts'
import type { LabelItem, ShippingLabel } from '../../../src-shared/fulfilment/shipping-label.ts'
import { businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Settings } from '../../../src-shared/settings/settings.ts'
import type { OrderDocument, OrderParcel } from '../orders/order-document.ts'
import { isCancelled } from '../orders/order-life.ts'
import { linesOfParcel } from '../orders/order-parcels.ts'

/** An order line as the label names it; weight is of one piece. */
export interface LabelLine extends LabelItem {
  weightGrams: number | null
}

type LabelSettings = Pick<Settings, 'businessName' | 'phone' | 'city' | 'zone' | 'language'>

/** Why an order gets no label; null when it does. */
export function noLabelBecause(order: OrderDocument): 'cancelled' | 'no address' | null {
  if (isCancelled(order)) return 'cancelled'
  return order.recipient.address.trim() === '' ? 'no address' : null
}

/**
 * Our own label of a parcel. On a channel's parcel it is a slip of the shop and says so: the codes that count for the
 * courier stand on the label that the channel prints.
 */
export function parcelLabel(
  order: OrderDocument,
  parcel: OrderParcel,
  linesOfOrder: ReadonlyMap<number, LabelLine>,
  settings: LabelSettings,
  printedAt: Instant,
): ShippingLabel {
  const { recipient, channel } = order
  const lines = linesOfParcel(order, parcel).map(({ line }) => linesOfOrder.get(line)!)
  const weights = lines.map(({ weightGrams, pieces }) => (weightGrams ? weightGrams * pieces : null))
  const { language } = settings
  return {
    courier: order.courier || order.shippingService,
    service: order.courier ? order.shippingService : '',
    destination: { city: recipient.city, province: recipient.province },
    trackingNumber: parcel.waybill,
    // the courier takes the money once, with the first parcel
    cod: order.isCod && parcel.number === 1 ? { amount: order.buyerPayment } : null,
    recipient: {
      name: recipient.name || recipient.username,
      phone: recipient.phone,
      addressLines: [recipient.address],
      city: recipient.city,
      province: recipient.province,
    },
    sender: { name: settings.businessName, phone: settings.phone, city: settings.city },
    weightGrams: weights.includes(null) ? null : weights.reduce<number>((sum, weight) => sum + weight!, 0),
    shipBy: order.shipBy === null ? null : businessDay(order.shipBy, settings.zone),
    items: lines.map(({ weightGrams: _, ...item }) => item),
    note: order.buyerNote,
    remark: channel === 'own' ? '' : parcelSlipWords[language].notOfficial(channelWords[language][channel]),
    orderNumber: order.number,
    printedAt,
    zone: settings.zone,
  }
}

/** A label of a parcel that does not exist, sent by the shop to itself. */
export const testLabel = ({ businessName, phone, city, zone }: LabelSettings, printedAt: Instant): ShippingLabel => ({
  courier: 'Lumbung',
  service: '',
  destination: { city, province: '' },
  trackingNumber: 'LB1234567890',
  cod: null,
  recipient: { name: businessName, phone, addressLines: [], city, province: '' },
  sender: { name: businessName, phone, city },
  weightGrams: null,
  shipBy: null,
  items: [],
  note: '',
  remark: '',
  orderNumber: 'LB-COBA',
  printedAt,
  zone,
  isTestPrint: true,
})
