import type { FeeRate } from '../../../src-shared/settlements/fee-rate.ts'
import type { Programme, ShopClass } from '../../../src-shared/settlements/shop-fees.ts'
import { SHOPEE_TARIFF } from './shopee-tariff.ts'
import { TIKTOK_TARIFF } from './tiktok-tariff.ts'

/** A rate that Lumbung brings along: of which classes of shops, of which of the channel's categories, and of whom that joined a programme. */
export interface ShippedRate extends Omit<FeeRate, 'shopId'> {
  /** Null for shops of every class. */
  classes: readonly ShopClass[] | null
  /** Null for whoever sells there. */
  programme: Programme | null
}

/**
 * What channels keep today, as far as public pages say. They change it several times a year, so it is where an estimate begins: the
 * owner's own rates, and what is learned from the shop's settlements, come before it. Of programmes only those count that the owner
 * says the shop joined.
 */
export const SHIPPED_RATES: readonly ShippedRate[] = [...SHOPEE_TARIFF, ...TIKTOK_TARIFF]
