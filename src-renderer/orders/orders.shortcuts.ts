import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Pesanan, by the part of the screen that answers them. */
export const ordersShortcuts = {
  list: shortcutsOf(ordersWords, { newSale: 'N', channel: 'F' }),
  panel: shortcutsOf(ordersWords, {
    printLabel: 'F9',
    hold: 'T',
    changeSale: 'U',
    cancelSale: 'B',
    openReturn: 'R',
    copyWaybill: 'C',
    whatsApp: 'W',
    sellerCentre: 'S',
  }),
  heldPanel: shortcutsOf(ordersWords, { release: 'T' }),
  chosen: shortcutsOf(ordersWords, { printLabels: 'F9', pickList: 'G', hold: 'T' }),
  chosenHeld: shortcutsOf(ordersWords, { release: 'T' }),
} as const
