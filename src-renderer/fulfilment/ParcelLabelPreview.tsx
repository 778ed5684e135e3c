import { Box, Flex, Stack } from '@mantine/core'
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
import { Columns } from '../design/Columns.tsx'
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
      <Box fz={17} ta="center" className="breaks mono">
        {order.trackingNumber || order.number}
      </Box>
      {!order.trackingNumber && <Remark>{w.noTrackingNumber}</Remark>}
      {remark && <Remark>{remark}</Remark>}
      <div className={classes.cod} data-cod={order.isCod || undefined}>
        <strong>{order.isCod ? w.cod : w.notCod}</strong>
        <span>{order.isCod ? w.collect : w.doNotCollect}</span>
        {order.isCod && <strong>{formatRupiah(order.buyerPayment)}</strong>}
      </div>
      <div className={classes.to}>
        <Box component="span" {...SMALL}>
          {w.recipient}
        </Box>
        <strong>{recipient.name || recipient.username}</strong>
        {phone && <span>{phone}</span>}
        <span>{recipient.address}</span>
      </div>
      <Flex justify="space-between" gap={12} p="6px 0" style={{ borderBlock: '1px solid currentColor' }}>
        <Stack component="span" gap={0}>
          <Box component="span" {...SMALL}>
            {w.sender}
          </Box>
          <strong>{sender.businessName}</strong>
          <span>{[showPhone(sender.phone), sender.city].filter(Boolean).join(', ')}</span>
        </Stack>
        {order.shipBy !== null && (
          <Stack component="span" gap={0}>
            <Box component="span" {...SMALL}>
              {w.shipBy}
            </Box>
            <strong>{formatDay(businessDay(order.shipBy, zone), language)}</strong>
          </Stack>
        )}
      </Flex>
      {options.showItems && !isOfCourier && (
        <ul>
          <Box component="li" {...SMALL}>
            {w.contents(pieces)}
          </Box>
          {order.lines.map((line) => (
            <Columns key={line.line} component="li" of="minmax(0, 1fr) auto 24px" gap={10} align="baseline">
              <span>{wholeName(line.goodsName)}</span>
              <span className="kode">{line.variant?.sku ?? line.channelSku}</span>
              <strong className="right">{formatNumber(line.pieces)}</strong>
            </Columns>
          ))}
        </ul>
      )}
      {note && (
        <Stack gap={0} p="5px 8px" bd="1px solid currentColor">
          <Box component="span" {...SMALL}>
            {w.note}
          </Box>
          {note}
        </Stack>
      )}
      <Box component="footer" mt="auto" pt={5} fz={11.5} style={{ borderTop: '1px solid currentColor' }}>
        {w.orderNumber} <span className="kode">{order.number}</span>
      </Box>
    </article>
  )
}

const SMALL = { fz: 10.5, lh: '14px' }

const Remark = ({ children }: { children: string }) => (
  <Box {...SMALL} fw={600} ta="center">
    {children}
  </Box>
)
