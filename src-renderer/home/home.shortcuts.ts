import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Beranda, by the part of the screen that answers them. */
export const homeShortcuts = {
  work: shortcutsOf(homeWords, {
    openPacking: '1',
    prioritise: '2',
    decide: '3',
    inspect: '4',
    seeStock: '5',
    mapNow: '6',
    fillCost: '7',
    mapFees: 'P',
    openConnections: 'S',
  }),
  // the first act is one of three: what waits says which
  handOver: shortcutsOf(homeWords, { handOver: '1' }),
  nothingToShip: shortcutsOf(homeWords, { importFile: '1' }),
  bank: shortcutsOf(homeWords, { answerBank: 'B' }),
  safety: shortcutsOf(homeWords, { importShort: '8', verify: '9', openBackup: '0' }),
  empty: shortcutsOf(homeWords, { importFile: '8', emptyOwnSale: 'N' }),
} as const
