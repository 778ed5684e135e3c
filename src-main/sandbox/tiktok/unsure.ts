/**
 * What public sources leave open about TikTok Shop's Open API (Partner Center as read in November 2026). Each guess stands
 * here alone, so that a development shop can settle it by changing one line.
 */
export const UNSURE = {
  /** Does a refresh kill the refresh token it was made with? The documentation does not say. */
  refreshKillsOldToken: true,
  /** Does a refresh end the old access token at once, or does it live out its days? */
  refreshKillsOldAccessToken: false,
  /** The guide says `refresh_token`; the marketplace's own Node client sends the word of the first grant with a refresh, too. */
  refreshTakesWordOfGrant: true,
  /** Access tokens live about seven days. */
  accessTokenSeconds: 7 * 86_400,
  /** The authorization of a seller is commonly reported to last a year. */
  authorizationDays: 365,
  /** Samples of the documentation disagree whether a body of exactly `{}` is signed; either is accepted. */
  emptyBodyMayBeLeftOutOfSign: true,
  /** A widely used client in PHP writes a body and an object that it leaves empty as `[]`: taken as not given. */
  emptyListIsNoObject: true,
  /** Clients in Python send `null` for what they leave out: taken as not given. */
  nullIsNotGiven: true,
  /** An access token nobody knows, or whose permission was taken back: a code seen in the wild, not in the list. */
  codeOfUnknownToken: 105001,
  /** HTTP status beside a code: 401 was seen with 106001, 429 and 503 are documented, the rest is assumed. */
  httpStatus: { notFound: 404, method: 405, generic: 400, credentials: 401, internal: 500, business: 200 },
  /** Stock updates document 1–99,999; sold out as 0 is used in practice. */
  stockMayBeZero: true,
  /** Which number a stock update sets: pieces a buyer can still buy, or those and the ones already ordered. */
  stockUpdateSets: 'available' as 'available' | 'available and committed',
  /** The scope that figures of lives need is not in the sources. */
  scopeOfLives: 'seller.affiliate_collaboration.read' as const,
  /** Costs of statements carry their sign, so that amounts add up; samples of the documentation add up neither way. */
  costsAreSigned: true,
  /** Shops of South-East Asia create products in the second category tree. */
  categoryVersion: 'v2' as const,
  /** An hour in which buyers may step back; documented for other regions, so a shop here starts without it. */
  remorseSeconds: 0,
  /** How long a page token can be used. */
  pageTokenSeconds: 3_600,
  /** No field is named after income tax withheld by marketplaces (PPh 22, PMK 37/2025). */
  incomeTaxField: 'pit_amount',
  /** A seller answers a request to cancel, a request to return and a returned parcel within these seconds. */
  answerWithinSeconds: { cancel: 24 * 3_600, return: 2 * 86_400, receive: 2 * 86_400 },
  /** Buyers may ask for their money this long after the delivery; then the order completes. */
  afterSalesSeconds: 2 * 86_400,
  /** An order nobody pays is cancelled, one nobody ships as well. */
  unpaidSeconds: 24 * 3_600,
  shipWithinSeconds: 2 * 86_400,
  cancelledUnlessShippedSeconds: 4 * 86_400,
  /** A label is "still being generated" when it is asked for so many times. */
  pollsWithoutLabel: 1,
  labelLinkSeconds: 86_400,
  /** An edit of a live listing is looked at by people first. */
  auditSeconds: 60,
}
