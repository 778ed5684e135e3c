/*
 * What the public sources on Shopee Open Platform v2 leave open. Each decision stands here alone, under the name it is used by,
 * so that a look at a live shop mends one line.
 */

/** HTTP status beside the error code. Clients must read the body whatever it is. */
export const STATUS_OF_AUTH_ERRORS = 403
export const STATUS_OF_PARAMETER_ERRORS = 400
export const STATUS_OF_BUSINESS_ERRORS = 200
export const STATUS_OF_RATE_LIMIT = 429

/** No number is published; third-party clients assume ten calls a second for each shop, and send a page's worth at once. */
export const CALLS = { perSecond: 10, burst: 100 }

/** The guides say "within 5 minutes"; taken both ways. */
export const TIMESTAMP_WINDOW_SECONDS = 300

/**
 * Image upload and the calls about pushes are typed public, yet their errors name the access token and a widely used client
 * signs them for the shop: both signatures are taken.
 */
export const PUBLIC_CALLS_MAY_BE_SIGNED_BY_SHOP = true

/**
 * A call in another verb than its own is refused as a wrong parameter. In which words was seen of one call alone (2026-08); the
 * others say what the reference has for a path that is not served.
 */
export const SAID_OF_OTHER_VERBS = 'Permission denied. This API is currently offline or the request path is incorrect.'
export const SAID_OF_OTHER_VERBS_BY_PATH: Record<string, string> = {
  'payment/get_escrow_detail_batch': 'order_sn_list is required, format should be string[]',
}

/** First page of get_shops_by_partner. */
export const FIRST_PAGE_OF_SHOPS = 1

/** Cash on delivery starts at READY_TO_SHIP, without UNPAID. */
export const COD_STARTS_READY = true

/** Money taken back for a return is negative in `seller_return_refund`, as the printed sum of escrow_amount adds it. */
export const RETURN_REFUND_SIGN = -1

/** `payout_amount` of get_escrow_list is in whole rupiah, as everywhere else. */
export const PAYOUT_AMOUNT_UNIT = 1

/** Wallet rows carry the name of their kind, not its number. */
export const WALLET_KINDS_AS_NAMES = true

/** PPh 22 is booked as `withholding_tax`: it has no key of its own. */
export const WITHHOLDING_BASIS_POINTS = 50

/** So many questions are answered without a tracking number, and with a document that is still being made. */
export const POLLS_WITHOUT_TRACKING_NUMBER = 1
export const POLLS_WITHOUT_DOCUMENT = 1

/** Orders are listed newest first, as in the printed sample. */
export const NEWEST_FIRST = true

/** Packages of one order outside Taiwan; the page says five, newer consoles are said to show other numbers. */
export const MOST_PACKAGES = 5

/** A widely used client in PHP writes an object that it leaves empty as `[]`: taken as not given, as by many JSON readers. */
export const EMPTY_LIST_IS_NO_OBJECT = true

/** Clients in Python send `null` for what they leave out: taken as not given. */
export const NULL_IS_NOT_GIVEN = true

/** Late and missing shipments, in percent, below which a shop in Indonesia does well. */
export const HEALTH_TARGET_PERCENT = 10

/** Chat is for apps of customer service; whether a seller's own app may call it is not in the sources. */
export const SAID_WITHOUT_PERMISSION = 'This app type has no permission to this API.'
