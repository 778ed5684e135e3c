import { Box, Flex, Stack } from '@mantine/core'
import { IconBrandWhatsapp, IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { showPhone } from '../../../src-shared/fulfilment/masking.ts'
import { formatMoment } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { isMasked, sellerCentreLink, whatsAppLink, whatsAppNumber } from '../../../src-shared/orders/contact.ts'
import { type Order, TAB_OF } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { openOutside } from '../../base/open-outside.ts'
import { useSettings } from '../../base/use-settings.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Columns } from '../../design/Columns.tsx'
import { CopyButton } from '../../design/CopyButton.tsx'
import { DeadlineText } from '../../design/DeadlineText.tsx'
import type { Shortcut } from '../../design/hotkeys/shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import { showToast } from '../../design/toast.tsx'
import { ordersShortcuts } from '../orders.shortcuts.ts'

export interface OrderDeliveryProps {
  order: Order
  /** False while rows are chosen: letters then belong to them. */
  listens: boolean
}

/** What people ask about an order: where the parcel is, by whom, until when, to whom; each fact with its copy. */
export function OrderDelivery({ order, listens }: OrderDeliveryProps) {
  const w = useWords(ordersWords)
  const { zone, language } = useLocale()
  const { recipient, parcels, courier, shippingService } = order
  const { place, whole } = addressOf(order)
  const firstWithWaybill = parcels.find(({ trackingNumber }) => trackingNumber !== '')
  const service = [...new Set([courier, shippingService])].filter(Boolean).join(', ')
  // sold over the counter: nothing was sent, so there is nothing to say of it
  if (order.channel === 'own' && !place && !firstWithWaybill && !recipient.phone) return null
  const isSplit = parcels.length > 1
  const isWaiting = TAB_OF[order.state] === 'to_ship' && order.shipBy !== null
  return (
    <PanelPart>
      <Stack component="dl" gap={3}>
        {parcels.map(({ id, trackingNumber, step, at, lines }, index) => (
          <Fact
            key={id}
            label={isSplit ? w.parcelOf(formatNumber(index + 1), formatNumber(parcels.length)) : w.tracking}
            copy={trackingNumber}
            shortcut={listens && id === firstWithWaybill?.id ? ordersShortcuts.panel.copyWaybill : undefined}
            aside={[w.parcelStep(step), at === null ? '' : formatMoment(at, zone, language)].filter(Boolean).join(', ')}
          >
            {trackingNumber ? (
              <span className="kode">{trackingNumber}</span>
            ) : (
              <span className="quiet">{w.noWaybillYet}</span>
            )}
            {isSplit && <GoodsOfParcel order={order} lines={lines} />}
          </Fact>
        ))}
        {order.formerWaybills.length > 0 && (
          <p className="quiet small">{w.formerWaybills(order.formerWaybills.join(', '))}</p>
        )}
        {service && (
          <Fact label={w.courier} copy={service}>
            {service}
          </Fact>
        )}
        {isWaiting && (
          <Fact label={w.shipBy} copy={`${formatMoment(order.shipBy!, zone, language)} ${zone}`}>
            <DeadlineText at={order.shipBy!} />
          </Fact>
        )}
        {order.isCod && (
          <Fact label={w.codDue} copy={formatRupiah(order.buyerPayment)}>
            <strong>{formatRupiah(order.buyerPayment)}</strong>
          </Fact>
        )}
        {recipient.phone && (
          <Fact label={w.phone} copy={recipient.phone}>
            {showPhone(recipient.phone)}
          </Fact>
        )}
        {place && (
          <Fact label={w.address} copy={whole}>
            {place}
          </Fact>
        )}
      </Stack>
      <Doors order={order} listens={listens} />
    </PanelPart>
  )
}

/** What lies in one of several parcels, so that each can be told from the others. */
function GoodsOfParcel({ order, lines }: { order: Order; lines: readonly number[] }) {
  const w = useWords(ordersWords)
  return order.lines
    .filter(({ line }) => lines.includes(line))
    .map(({ line, pieces, goodsName }) => (
      <span key={line} className="small">
        {w.inParcel(formatNumber(pieces), wholeName(goodsName))}
      </span>
    ))
}

interface FactProps {
  label: string
  /** What the button copies; what is empty or masked has none. */
  copy: string
  shortcut?: Shortcut | undefined
  aside?: string
  children: ReactNode
}

const Fact = ({ label, copy, shortcut, aside, children }: FactProps) => (
  <Columns of="82px minmax(0, 1fr) auto" gap={8} align="start" mih={24}>
    <Box component="dt" pt={2} fz={12.5} className="quiet">
      {label}
    </Box>
    <Stack component="dd" gap={0} pt={2} className="breaks">
      {children}
      {aside && <span className="quiet small">{aside}</span>}
    </Stack>
    {copy && !isMasked(copy) && (
      <Stack component="dd" gap={0} pt={2} className="breaks">
        <CopyButton what={label} text={copy} shortcut={shortcut} />
      </Stack>
    )}
  </Columns>
)

/** The address in one line as it is read, and with name and number as a courier's form wants it. */
function addressOf({ recipient: { name, phone, address, city, province } }: Order) {
  // many addresses end in their city and province already
  const isSaid = (part: string) => address.toLowerCase().includes(part.trim().toLowerCase())
  const place = [address.trim(), ...[city, province].filter((part) => !isSaid(part))].filter(Boolean).join(', ')
  return { place, whole: place && [name, isMasked(phone) ? '' : phone, place].filter(Boolean).join('\n') }
}

/** Out of the app: to the buyer where a number is known, and to the order at its channel. */
function Doors({ order, listens }: OrderDeliveryProps) {
  const w = useWords(ordersWords)
  const channels = useWords(channelWords)
  const settings = useSettings()
  const number = whatsAppNumber(order.recipient.phone)
  const centre = sellerCentreLink(order.channel, order.number)
  if (!number && !centre) return null
  const text = w.whatsAppText({
    buyer: isMasked(order.recipient.name) ? '' : order.recipient.name,
    shop: settings?.businessName ?? '',
    number: order.number,
    courier: order.courier,
    waybills: order.parcels.map(({ trackingNumber }) => trackingNumber).filter(Boolean),
  })
  const openCentre = async () => {
    if (!centre) return
    // its search box is the first thing one needs there
    if (order.channel === 'shopee')
      await navigator.clipboard.writeText(order.number).then(
        () => showToast({ text: w.numberCopied(channels[order.channel]) }),
        () => undefined,
      )
    openOutside(centre)
  }
  return (
    <Flex gap={8} mt={8} wrap="wrap">
      {number && (
        <ActionButton
          icon={IconBrandWhatsapp}
          shortcut={ordersShortcuts.panel.whatsApp}
          size="small"
          hasKey={listens}
          onAct={() => openOutside(whatsAppLink(number, text))}
        />
      )}
      {centre && (
        <ActionButton
          icon={IconExternalLink}
          shortcut={ordersShortcuts.panel.sellerCentre}
          size="small"
          hasKey={listens}
          onAct={() => void openCentre()}
        />
      )}
    </Flex>
  )
}
