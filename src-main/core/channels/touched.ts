import type { Room } from '../database/open.ts'

/** What an import, or taking one back, touches of the shop. */
export const TOUCHED_BY_IMPORTS: Room[] = [
  'channels',
  'catalog',
  'orders',
  'settlements',
  'payouts',
  'bank',
  'cash',
  'household',
  'inventory',
  'ledger',
  'fulfilment',
  'reports',
  'settings',
]
