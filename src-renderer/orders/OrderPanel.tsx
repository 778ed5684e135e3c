import { Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { channelStatus } from '../../src-shared/orders/channel-status.words.ts'
import { type Order, TAB_OF } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { useNow } from '../design/clock.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { StatusChip } from '../design/StatusChip.tsx'
import { Timeline } from '../design/Timeline.tsx'
import { ActPart } from '../shipping/ActPart.tsx'
import { CancelAtChannel } from '../shipping/CancelAtChannel.tsx'
import { shippingShortcuts } from '../shipping/shipping.shortcuts.ts'
import { journeySteps } from './journey.ts'
import { ordersShortcuts } from './orders.shortcuts.ts'
import { ChangeSaleDialog } from './own-sale/ChangeSaleDialog.tsx'
import { OrderChanges } from './panel/OrderChanges.tsx'
import { OrderDelivery } from './panel/OrderDelivery.tsx'
import { OrderEntries } from './panel/OrderEntries.tsx'
import { OrderGoods } from './panel/OrderGoods.tsx'
import { OrderLadder } from './panel/OrderLadder.tsx'
import { OrderMoney } from './panel/OrderMoney.tsx'
import { OrderNotes } from './panel/OrderNotes.tsx'
import { OrderReturn } from './panel/OrderReturn.tsx'
import { type OrderActs, validActs } from './use-order-acts.ts'

export interface OrderPanelProps {
  id: string
  acts: OrderActs
  /** False while rows are chosen: then F9 and T belong to all of them. */
  listens: boolean
  onClose: () => void
}

/** One order in full: goods, journey, money as the channel names it, profit ladder, entries, and what to do next. */
export function OrderPanel({ id, acts, listens, onClose }: OrderPanelProps) {
  const w = useWords(ordersWords)
  const { data: order, error, refetch } = useQuery(api.orders.get.queryOptions({ input: { id } }))
  if (!order)
    return (
      <SidePanel title={error ? w.panelTrouble : ' '} onClose={onClose}>
        {error && (
          <PanelPart>
            <RefusalNotice error={error} onRetry={() => refetch()} />
          </PanelPart>
        )}
      </SidePanel>
    )
  return <LoadedPanel order={order} acts={acts} listens={listens} onClose={onClose} />
}

function LoadedPanel({ order, acts, listens, onClose }: Omit<OrderPanelProps, 'id'> & { order: Order }) {
  const w = useWords(ordersWords)
  const channels = useWords(channelWords)
  const { language, zone } = useLocale()
  const place = [order.buyer, order.recipient.city].filter(Boolean).join(', ')
  const cancelPlace = useCancelPlace(order)
  const raw = order.rawStatus && w.rawStatus(channels[order.channel], channelStatus(order.rawStatus, language))
  const front = order.shopFront && w.soldAt(order.shopFront)
  return (
    <SidePanel
      title={<span className="kode">{order.number}</span>}
      chips={
        <>
          <CopyButton what={w.number} text={order.number} />
          <ChannelTile channel={order.channel} />
          <StatusChip state={order.state} isFilled />
        </>
      }
      subtitle={[place, front, raw].filter(Boolean).join('. ')}
      onClose={onClose}
      actions={<PanelActs order={order} acts={acts} listens={listens} />}
    >
      <ActPart order={order} listens={listens} />
      <OrderDelivery order={order} listens={listens} />
      <PanelPart>
        <OrderGoods order={order} />
      </PanelPart>
      <ChangeSale order={order} listens={listens} />
      <OrderNotes order={order} />
      <PanelPart title={w.journey}>
        <Timeline label={w.journey} steps={journeySteps(order, zone, language)} />
      </PanelPart>
      <OrderChanges order={order} />
      <OrderReturn order={order} listens={listens} />
      <OrderLadder order={order} />
      <OrderMoney order={order} />
      <OrderEntries order={order} />
      {order.channel !== 'own' && <CancelAtChannel orderId={order.id} isPart />}
      {cancelPlace === 'body' && (
        <PanelPart>
          <CancelSale order={order} acts={acts} listens={listens} />
        </PanelPart>
      )}
    </SidePanel>
  )
}

function PanelActs({ order, acts, listens }: { order: Order; acts: OrderActs; listens: boolean }) {
  const w = useWords(ordersWords)
  const valid = validActs([order])
  const cancelPlace = useCancelPlace(order)
  // until a courier was asked for there is no label that counts
  const isToArrange = valid.arrange && acts.hasConnection
  if (!isToArrange && !valid.pack && !valid.label && !valid.hold && !valid.release && cancelPlace !== 'footer')
    return null
  return (
    <>
      {isToArrange && (
        <ActionButton
          shortcut={shippingShortcuts.arranging.arrange}
          hasKey={listens}
          onAct={() => acts.arrange([order])}
        />
      )}
      {valid.pack && (
        <ActionButton
          label={w.pack}
          kind="primary"
          shortcut={standingShortcuts.main}
          hasKey={listens}
          onAct={() => acts.pack(order)}
        />
      )}
      {valid.label && !isToArrange && (
        <ActionButton
          label={valid.isReprint ? w.reprint : w.printLabel}
          shortcut={ordersShortcuts.panel.printLabel}
          hasKey={listens}
          onAct={() => acts.labels([order])}
        />
      )}
      {valid.hold && (
        <ActionButton shortcut={ordersShortcuts.panel.hold} hasKey={listens} onAct={() => void acts.hold([order])} />
      )}
      {valid.release && (
        <ActionButton
          shortcut={ordersShortcuts.heldPanel.release}
          hasKey={listens}
          onAct={() => void acts.release([order])}
        />
      )}
      {cancelPlace === 'footer' && <CancelSale order={order} acts={acts} listens={listens} />}
    </>
  )
}

/** A sale of our own that is still here, or went over the counter today; later its goods and money come back by Retur. */
function useCancelPlace(order: Order): 'footer' | 'body' | null {
  const { zone } = useLocale()
  const today = businessDay(useNow(), zone)
  const isOfToday = order.placedAt !== null && businessDay(order.placedAt, zone) === today
  const isHere = TAB_OF[order.state] === 'to_ship'
  if (order.channel !== 'own' || order.state === 'cancelled' || !(isHere || isOfToday)) return null
  // the foot of the panel holds three acts; while there are labels to print, cancelling stands at the end of the body
  return validActs([order]).label ? 'body' : 'footer'
}

/** What an own sale says is corrected here as long as it stands: its resi comes from the counter after packing. */
function ChangeSale({ order, listens }: { order: Order; listens: boolean }) {
  const [isOpen, setOpen] = useState(false)
  if (order.channel !== 'own' || order.state === 'cancelled') return null
  return (
    <PanelPart>
      <Group>
        <ActionButton
          size="small"
          icon={IconPencil}
          shortcut={ordersShortcuts.panel.changeSale}
          hasKey={listens && !isOpen}
          onAct={() => setOpen(true)}
        />
      </Group>
      {isOpen && <ChangeSaleDialog order={order} onClose={() => setOpen(false)} />}
    </PanelPart>
  )
}

function CancelSale({ order, acts, listens }: { order: Order; acts: OrderActs; listens: boolean }) {
  return (
    <ActionButton
      shortcut={ordersShortcuts.panel.cancelSale}
      hasKey={listens}
      onAct={() => void acts.cancelSale(order)}
    />
  )
}
