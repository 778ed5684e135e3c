import { z } from 'zod'

/** Pemilik, Admin Toko, Pengemas, Asisten Live, Pembukuan. */
export const Role = z.enum(['owner', 'manager', 'packer', 'live', 'bookkeeper'])
export type Role = z.infer<typeof Role>

/**
 * What of money a role is shown: all of it; what goods are sold for, and nothing of cost and profit; or nothing. What is not shown
 * is not in the answer either.
 */
export type Sees = 'all money' | 'selling prices' | 'no money'

export const SEES: Record<Role, Sees> = {
  owner: 'all money',
  manager: 'all money',
  bookkeeper: 'all money',
  live: 'selling prices',
  packer: 'no money',
}
