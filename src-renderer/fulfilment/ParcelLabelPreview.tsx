import { channelWords } from '../../src-shared/app/parts.words.ts'
import { wholeName } from '../../src-shared/catalog/goods-name.ts'
import { labelWords } from '../../src-shared/fulfilment/labels.words.ts'
import { maskPhone, showPhone } from '../../src-shared/fulfilment/masking.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { parcelSlipWords } from '../../src-shared/fulfilment/parcel-slip.words.ts'
import { businessDay, formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Order } from '../../src-shared/orders/orders.ts'
import type { Settings } from '../../src-shared/settings/settings.ts'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './LabelPreview.module.css'

export interface PreviewOptions {
  showItems: boolean
  showNote: boolean
  maskPhone: boolean
}

export interface ParcelLabelPreviewProps {
  order: Order
  sender: Pick<Settings, 'businessName' | 'phone' | 'city'>
  options: PreviewOptions
  /** The courier's own label is printed: only what it is for is shown. */
  isOfCourier: boolean
  widthMm: number
  heightMm: number
}

/** One label as it will read: who, where, what to collect, what is inside. Bars and codes are only marked. */
export function ParcelLabelPreview({
  order,
  sender,
  options,
  isOfCourier,
  widthMm,
  heightMm,
}: ParcelLabelPreviewProps) {
  const w = useWords(labelWords)
  const desk = useWords(packWords)
  const channels = useWords(channelWords)
  const slip = useWords(parcelSlipWords)
  const { language, zone } = useLocale()
  const { recipient } = order
  const phone = (options.maskPhone ? maskPhone : showPhone)(recipient.phone)
  const remark = isOfCourier
    ? desk.labelOfCourier
    : order.channel === 'own'
      ? ''
      : slip.notOfficial(channels[order.channel])
  const note = options.showNote && !isOfCourier ? order.buyerNote : ''
  const pieces = order.lines.reduce((sum, line) => sum + line.pieces, 0)
  return (
    <article
      className={classes.label}
      data-short={heightMm < 120 || undefined}
      style={{ width: `calc(var(--mm) * ${widthMm})`, height: `calc(var(--mm) * ${heightMm})` }}
    >
      <header className={classes.labelHead}>
        <strong>{order.courier || order.shippingService || w.courierUnknown}</strong>
        <span>
          <strong>{recipient.city}</strong>
          {recipient.province}
        </span>
      </header>
      <div className={classes.bars}>{desk.labelBarcode}</div>
      <div className={classes.code}>{order.trackingNumber || order.number}</div>
      {!order.trackingNumber && <div className={classes.remark}>{w.noTrackingNumber}</div>}
      {remark && <div className={classes.remark}>{remark}</div>}
      <div className={classes.cod} data-cod={order.isCod || undefined}>
        <strong>{order.isCod ? w.cod : w.notCod}</strong>
        <span>{order.isCod ? w.collect : w.doNotCollect}</span>
        {order.isCod && <strong>{formatRupiah(order.buyerPayment)}</strong>}
      </div>
      <div className={classes.to}>
        <span className={classes.small}>{w.recipient}</span>
        <strong>{recipient.name || recipient.username}</strong>
        {phone && <span>{phone}</span>}
        <span>{recipient.address}</span>
      </div>
      <div className={classes.from}>
        <span>
          <span className={classes.small}>{w.sender}</span>
          <strong>{sender.businessName}</strong>
          <span>{[showPhone(sender.phone), sender.city].filter(Boolean).join(', ')}</span>
        </span>
        {order.shipBy !== null && (
          <span>
            <span className={classes.small}>{w.shipBy}</span>
            <strong>{formatDay(businessDay(order.shipBy, zone), language)}</strong>
          </span>
        )}
      </div>
      {options.showItems && !isOfCourier && (
        <ul className={classes.goods}>
          <li className={classes.small}>{w.contents(pieces)}</li>
          {order.lines.map((line) => (
            <li key={line.line}>
              <span>{wholeName(line.goodsName)}</span>
              <span className="kode">{line.variant?.sku ?? line.channelSku}</span>
              <strong>{formatNumber(line.pieces)}</strong>
            </li>
          ))}
        </ul>
      )}
      {note && (
        <div className={classes.note}>
          <span className={classes.small}>{w.note}</span>
          {note}
        </div>
      )}
      <footer className={classes.labelFoot}>
        {w.orderNumber} <span className="kode">{order.number}</span>
      </footer>
    </article>
  )
}
