/*
 * What Partner Center's public pages (read 2026-11) leave open, each decision under its own name. The documented rest stands
 * where it is used.
 */

/** Codes of the token host, and of expired access tokens beside 105002, as public clients have met them. */
export const TOKEN_CODES = new Set([105001, 105002])
export const CONSENT_CODES = new Set([105005, 36004001, 36004004, 36004005])

/** Breakdowns are taken as signed; where only subtracting makes the sum come out, they are turned. */
export const AMOUNTS_ARE_SIGNED = true

/** A withdrawal that the bank gave back stays done, and REVERSE brings its money in again; were it told as failed, that would be twice. */
export const WHAT_IS_REVERSED_WAS_DONE = true

/** No field is named after PPh 22; it is looked for here. */
export const INCOME_TAX_FIELD = 'pit_amount'

/** Told beside the commission that is really taken: before the creator's income tax. Counted twice it would be. */
export const INFORMATION_ONLY = new Set(['affiliate_commission_amount_before_pit', 'supplementary_component'])

/** No longest window is documented; the engine asks in pieces of this. */
export const WINDOW_MS = 15 * 86_400_000

/** 50 calls a second for each app, shop and API are documented, and 429 below that is admitted. */
export const CALLS_PER_SECOND = 20

/** Shops of South-East Asia list in the second category tree; the older one is the default where nothing is said. */
export const CATEGORY_VERSION = 'v2'
