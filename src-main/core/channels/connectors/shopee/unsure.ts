/**
 * What public sources leave open about Shopee's Open Platform v2 (reference and guides as read in 2025–2026). Each guess stands
 * here alone; a look at a live shop settles it.
 */

/** No number is published; clients seen in public stay at ten calls a second for each shop. */
export const REQUESTS_PER_SECOND = 10

/** "Single use", 30 days: the reference of refresh_access_token. The answer itself does not tell. */
export const REFRESH_TOKEN_MS = 30 * 86_400_000

/** One page shows `expire_in` as a moment instead of seconds. */
export const LONGEST_DURATION_SECONDS = 1_000_000_000

/** One production team saw `payout_amount` a hundredfold of what the wallet gets. */
export const PAYOUT_MAY_BE_CENTS = true

/** Labels are asked for as couriers' thermal paper. */
export const LABEL = 'THERMAL_AIR_WAYBILL'

/** A list asks for a hundred at most; of items fewer, since each one with variations costs a call of its own. */
export const ORDERS_A_PAGE = 100
export const ITEMS_A_PAGE = 20
export const RELEASES_A_PAGE = 20
export const ROWS_A_PAGE = 100

/** Days and daily quotas of the gateway begin at midnight in Singapore (UTC+8). */
export const GATEWAY_ZONE_MS = 8 * 3_600_000
