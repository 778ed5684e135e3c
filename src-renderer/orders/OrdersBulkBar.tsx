import { IconHandStop, IconListCheck, IconPlayerPlay, IconPrinter, IconTruckDelivery } from '@tabler/icons-react'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { OrderRow } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { BulkBar } from '../design/BulkBar.tsx'
import { useWords } from '../design/language.tsx'
import { shippingShortcuts } from '../shipping/shipping.shortcuts.ts'
import { ordersShortcuts } from './orders.shortcuts.ts'
import { type OrderActs, validActs } from './use-order-acts.ts'
import { MOST_AT_ONCE } from './use-order-list.ts'

export interface OrdersBulkBarProps {
  /** How many are chosen in the filter; more than `orders` when they are too many for one act. */
  count: number
  orders: readonly OrderRow[]
  acts: OrderActs
  onClear: () => void
}

/** Only acts that are valid for every chosen order. */
export function OrdersBulkBar({ count, orders, acts, onClear }: OrdersBulkBarProps) {
  const w = useWords(ordersWords)
  const valid = validActs(orders)
  const pieces = orders.reduce((total, order) => total + order.pieces, 0)
  const gross = orders.reduce((total, order) => total + order.grossSales, 0)
  const disabledBecause = count > MOST_AT_ONCE ? w.tooMany(formatNumber(MOST_AT_ONCE)) : undefined
  const holdThem = async () => {
    if (await acts.hold(orders)) onClear()
  }
  return (
    <BulkBar count={count} detail={w.chosenDetail(formatNumber(pieces), formatRupiah(gross))} onClear={onClear}>
      {valid.arrange && acts.hasConnection && (
        <ActionButton
          icon={IconTruckDelivery}
          kind="primary"
          shortcut={shippingShortcuts.arranging.arrange}
          disabledBecause={disabledBecause}
          onAct={() => acts.arrange(orders)}
        />
      )}
      {valid.label && (
        <ActionButton
          icon={IconPrinter}
          kind={valid.arrange && acts.hasConnection ? undefined : 'primary'}
          shortcut={ordersShortcuts.chosen.printLabels}
          disabledBecause={disabledBecause}
          onAct={() => acts.labels(orders)}
        />
      )}
      {valid.pickList && (
        <ActionButton
          icon={IconListCheck}
          shortcut={ordersShortcuts.chosen.pickList}
          isBusy={acts.isPickListBusy}
          busyLabel={w.pickListBusy}
          disabledBecause={disabledBecause}
          onAct={() => acts.pickList(orders)}
        />
      )}
      {valid.hold && (
        <ActionButton
          icon={IconHandStop}
          shortcut={ordersShortcuts.chosen.hold}
          disabledBecause={disabledBecause}
          onAct={() => void holdThem()}
        />
      )}
      {valid.release && (
        <ActionButton
          icon={IconPlayerPlay}
          shortcut={ordersShortcuts.chosenHeld.release}
          disabledBecause={disabledBecause}
          onAct={() => void acts.release(orders)}
        />
      )}
    </BulkBar>
  )
}
