import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleDashed,
  IconClockDollar,
  IconFileCheck,
  IconHandStop,
  IconHelpHexagon,
  IconHomeCheck,
  IconLock,
  IconOctagon,
  IconPackage,
  IconPackages,
  IconPrinter,
  IconTruck,
  IconTruckLoading,
} from '@tabler/icons-react'
import type { OrderState } from '../../src-shared/orders/order.ts'
import type { Tone } from './theme.ts'

export interface StatusLook {
  icon: Icon
  tone: Tone
  /** Filled states wait for a person; the others are calm. */
  isFilled: boolean
}

const calm = (icon: Icon, tone: Tone): StatusLook => ({ icon, tone, isFilled: false })
const waiting = (icon: Icon, tone: Tone): StatusLook => ({ icon, tone, isFilled: true })

export const orderStateLook: Record<OrderState, StatusLook> = {
  unpaid: calm(IconClockDollar, 'abu'),
  on_hold: waiting(IconLock, 'kunyit'),
  to_arrange: waiting(IconCircleDashed, 'nila'),
  arranged: calm(IconPrinter, 'nila'),
  printed: calm(IconFileCheck, 'nila'),
  packed: calm(IconPackage, 'jolawe'),
  handed_over: calm(IconTruckLoading, 'langit'),
  partly_shipped: calm(IconPackages, 'langit'),
  in_transit: calm(IconTruck, 'langit'),
  delivered: calm(IconHomeCheck, 'jolawe'),
  completed: calm(IconCircleCheck, 'jolawe'),
  cancel_requested: waiting(IconHandStop, 'kunyit'),
  cancelled: waiting(IconOctagon, 'mengkudu'),
  delivery_failed: waiting(IconAlertTriangle, 'mengkudu'),
  return_open: waiting(IconArrowBackUp, 'manggis'),
  returned: calm(IconArrowBackUp, 'manggis'),
  unknown: waiting(IconHelpHexagon, 'abu'),
}
