import type { Instant, Zone } from '../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../src-shared/kernel/rupiah.ts'
import type { ItemAtChannel } from '../../../../src-shared/listings/item.ts'
import type { ChannelState, OrderSnapshot } from '../../../../src-shared/orders/order.ts'
import type { WalletLine } from '../../../../src-shared/payouts/wallet-file.ts'
import type { ReturnStatement } from '../../../../src-shared/returns/return-file.ts'
import type { SettlementStatement } from '../../../../src-shared/settlements/settlement-file.ts'
import type { SellerCancelReason } from '../../../../src-shared/sync/order-acts.ts'
import type { ConnectedChannel } from '../../../../src-shared/sync/sync.ts'
import type { AfterSalesAtChannel, AfterSalesFacts } from './after-sales.ts'
import type { ItemCalls } from './items.ts'
import type { Line } from './line.ts'

/*
 * How Lumbung talks to a marketplace. A channel is one folder beside this file that implements `Connector` and passes
 * `test/channels/connectors/conformance.ts`. A connector knows the wire and nothing else: no database, no clock of its own, no
 * timers, no retries, no queue. It asks once and says what came back; when to ask, how often and what follows is decided by the
 * sync engine, the same for every channel.
 *
 * What is fetched and what is read are two steps: a fetch answers payloads as they came, `reads` turns a payload into Lumbung's
 * words and is a pure function. So a payload is stored before it is read, one that cannot be read waits without holding up
 * the others, and a mended reader reads it again.
 *
 * Ids are strings, whatever the wire writes (`line.ts` keeps digits that a JSON number would lose). Money is whole rupiah by the
 * unit the channel documents. A field the channel does not send is null or blank, never guessed. Masked buyer data stays masked.
 * Whatever goes wrong is a `ChannelTrouble`; anything else thrown is a defect.
 */

/** Where the channel answers: its own production addresses, or a sandbox. Without a slash at the end. */
export interface ChannelAddresses {
  api: string
  /** Where tokens are given; the same as `api` where the channel has one host. */
  tokens: string
  /** The consent page that the owner opens in the browser, with its path. */
  consent: string
}

/** The app that the owner registered at the channel, as its console prints it. */
export interface AppAtChannel {
  addresses: ChannelAddresses
  /** Partner id, app key. */
  appId: string
  secret: string
  /** What the console calls the service, where the consent page asks for it; else blank. */
  serviceId: string
}

/** What the browser came back with after the owner consented. */
export interface ConsentAnswer {
  code: string
  /** The account that consented, where the channel names it there; else blank. */
  account: string
  state: string
}

export interface Tokens {
  access: string
  refresh: string
  /** By the channel's answer; null where it does not say. */
  accessUntil: Instant
  refreshUntil: Instant | null
}

/** One shop that a consent covers. */
export interface GrantedShop {
  /** The channel's id of the shop. */
  account: string
  name: string
  /** What else every call about this shop carries (TikTok's cipher); blank where nothing. */
  accessKey: string
  /** Until when the seller's consent lasts; null where the channel does not say. */
  consentUntil: Instant | null
}

export interface Grant {
  tokens: Tokens
  shops: GrantedShop[]
}

/** Everything a call about one shop needs. Made anew for every round, so that a connector keeps nothing. */
export interface ShopSession {
  app: AppAtChannel
  shop: Pick<GrantedShop, 'account' | 'accessKey'>
  accessToken: string
  line: Line
}

/** From one moment to another, both included; the engine cuts longer ones to `longestWindowMs`. */
export interface Window {
  from: Instant
  to: Instant
}

/** One page of a list. `next` is the channel's own cursor, opaque; null after the last page. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

/** Something the channel said, as it said it. */
export interface Payload {
  /** What it is about: an order's number, a return's, a release. The same thing told again has the same key. */
  key: string
  /** JSON text; whatever `reads` needs, as the channel wrote it, several answers side by side where it takes several. */
  body: string
  /** The moment of the answer: the channel's own clock (`Date`) where it sends one. Goes into `atMost`. */
  saidAt: Instant
}

/** An order that a list names. The list may carry it whole, then nobody asks for it again. */
export interface NamedOrder {
  number: string
  /** The channel's moment of its last change; null where the list does not tell. */
  changedAt: Instant | null
  payload: Payload | null
}

/** One sellable thing as it stands at the channel: an item without variations, or one variation. */
export interface ListingAtChannel {
  itemId: string
  /** Blank of an item without variations. */
  modelId: string
  productName: string
  variationName: string
  /** The seller's own codes as typed at the channel; often blank. */
  sku: string
  parentSku: string
  state: 'live' | 'hidden' | 'refused' | 'gone'
  /** What the channel would still sell; null where it does not tell. */
  stock: number | null
  /** Held by orders at the channel; an absolute push must not go below. */
  reserved: number | null
  price: Rupiah | null
  /** Why stock or price cannot be changed now (a campaign), in the channel's words; blank when they can. */
  lockedBy: string
}

export interface ModelStock {
  modelId: string
  pieces: number
}
export interface ModelPrice {
  modelId: string
  price: Rupiah
}

/** What the channel turned down of a push; the others were taken. */
export interface RefusedModel {
  modelId: string
  code: string
  message: string
}

/** A parcel as the channel names it; `packageId` blank where an order is one parcel. */
export interface ParcelAtChannel {
  orderNumber: string
  packageId: string
}

/** How an order may leave, as the channel allows it now. */
export interface ShipmentChoices {
  pickup: { addressId: string; address: string; isUsual: boolean; slots: PickupSlot[] }[]
  dropOff: { isAllowed: boolean; branches: { id: string; name: string }[] }
  /** The seller's own courier: the waybill is told to the channel. */
  ownCourier: { isAllowed: boolean; couriers: { id: string; name: string }[] }
}
export interface PickupSlot {
  id: string
  from: Instant
  to: Instant | null
}

export type ShipmentChoice =
  | { way: 'pickup'; addressId: string; slotId: string }
  | { way: 'drop-off'; branchId: string }
  | { way: 'own courier'; courierId: string; waybill: string }

/** A label's own bytes, or that the channel is still drawing it. */
export type LabelAnswer = { isReady: true; bytes: Uint8Array; type: 'pdf' | 'png' | 'zip' } | { isReady: false }

/** The shop at its channel. Each call asks the channel, most of them once; all may throw `ChannelTrouble`. */
export interface ShopAtChannel extends AfterSalesAtChannel, ItemCalls {
  /** Its name and whether it may sell, and until when consent lasts; the cheapest call there is, also to test a connection. */
  about(): Promise<GrantedShop & { isSelling: boolean }>

  /**
   * Orders that changed within the window, the oldest change first where the channel can. What changes meanwhile may appear
   * twice or on a later page; overlapping windows see to the rest.
   */
  changedOrders(window: Window, cursor: string | null): Promise<Page<NamedOrder>>
  /** Numbers of all orders placed within the window: what the nightly comparison is made of. */
  placedOrders(window: Window, cursor: string | null): Promise<Page<string>>
  /** Up to `ordersAtOnce` orders, whole. One that the channel does not know is missing in the answer. */
  orders(numbers: readonly string[]): Promise<Payload[]>

  /** What is on sale, and what no longer is, item by item. */
  listings(cursor: string | null): Promise<Page<ListingAtChannel>>
  /** How some items stand now: read back after an unknown result. Up to `itemsAtOnce`. */
  listingsOf(itemIds: readonly string[]): Promise<ListingAtChannel[]>
  /** Absolute pieces, up to `modelsAtOnce` models of one item. Answers what was refused. */
  setStock(itemId: string, models: readonly ModelStock[]): Promise<RefusedModel[]>
  /** The price before discounts, as the seller sets it. Answers what was refused. */
  setPrice(itemId: string, models: readonly ModelPrice[]): Promise<RefusedModel[]>

  shipmentChoices(parcel: ParcelAtChannel): Promise<ShipmentChoices>
  /**
   * Of an order that was split every parcel that is not arranged yet. Once all are, arranging again is a `permanent` trouble of code
   * ALREADY_ARRANGED, whatever the channel calls it.
   */
  arrangeShipment(parcel: ParcelAtChannel, choice: ShipmentChoice): Promise<void>
  /** Null while the channel has not given one. */
  trackingNumber(parcel: ParcelAtChannel): Promise<string | null>
  /** The courier's own label; the call may have to be made again until it is drawn. */
  label(parcels: readonly ParcelAtChannel[]): Promise<LabelAnswer>

  answerCancelRequest(orderNumber: string, answer: 'accept' | 'refuse'): Promise<void>
  /** The whole order. Of what ran out the channel may want to know which goods: `lines` names them. */
  cancelOrder(
    orderNumber: string,
    reason: SellerCancelReason,
    lines: readonly { itemId: string; modelId: string }[],
  ): Promise<void>

  changedReturns(window: Window, cursor: string | null): Promise<Page<Payload>>
  /** What was released within the window. The key tells one release from another of the same order. */
  settlements(window: Window, cursor: string | null): Promise<Page<Payload>>
  /** Movements of the balance kept at the channel: withdrawals, adjustments, releases. */
  walletLines(window: Window, cursor: string | null): Promise<Page<Payload>>
}

/**
 * What payloads mean. Pure; anything thrown sends the payload to quarantine with its message, so it says which field.
 * An unknown status is no reason to throw: it is state `unknown` with its raw word. Unknown fields are passed over.
 */
export interface Readers {
  /** With `itemId`, `modelId` and `lineId`; `atLeast` the order's own moment of change, `atMost` the payload's `saidAt`. */
  order(payload: Payload): OrderSnapshot
  return(payload: Payload): ReturnStatement
  /**
   * A release and what was set right later, each a document. Names of lines are those that the channel's income file prints for the same
   * amounts, so that one rule serves both and the two tell of one settlement; lines sum up to `released`, what the channel does
   * not explain is a line of its own.
   */
  settlements(payload: Payload, zone: Zone): SettlementStatement[]
  walletLine(payload: Payload, zone: Zone): WalletLine
  /** An item whole, with its variations. */
  item(payload: Payload): ItemAtChannel
}

/** What the channel allows, as documented; the engine stays below. */
export interface ConnectorFacts extends AfterSalesFacts {
  requestsPerSecond: number
  ordersAtOnce: number
  itemsAtOnce: number
  modelsAtOnce: number
  /** The longest window of a list. */
  longestWindowMs: number
  /** Where the owner registers an app, and where he does by hand what no call can do. */
  consoleAddress: string
  sellerCentreAddress: string
  /** Which reasons the channel takes from a seller who cancels, by how the order stands; none of the other states. */
  sellerCancels: Partial<Record<ChannelState, readonly SellerCancelReason[]>>
  /** Whether it wants to know which goods ran out: it then takes them off sale. */
  takesGoodsOffSale: boolean
  /** Whether the consent page asks for `serviceId`. */
  needsServiceId: boolean
}

export interface Connector {
  readonly channel: ConnectedChannel
  readonly addresses: ChannelAddresses
  /** The same of a sandbox that answers at one address, `http://127.0.0.1:8123`. */
  addressesAt(origin: string): ChannelAddresses
  readonly facts: ConnectorFacts
  readonly reads: Readers

  /**
   * The consent page to be opened in the system browser. `state` comes back with the answer. `at` for links that are signed by time.
   */
  consentAddress(app: AppAtChannel, back: { address: string; state: string }, at: Instant): string
  /**
   * The answer out of the address that the browser ended at, also pasted by hand, or out of a bare code.
   * @throws ChannelTrouble `consent` when the owner declined or there is no code in it.
   */
  readConsent(address: string): ConsentAnswer
  /** Trades the code, once, for the first tokens; answers the shops they are good for. */
  grant(app: AppAtChannel, answer: ConsentAnswer, line: Line): Promise<Grant>
  /** Trades the refresh token, which may be dead afterwards. Called once at a time per shop, never repeated by the connector. */
  refresh(app: AppAtChannel, held: { account: string; refresh: string }, line: Line): Promise<Tokens>
  shop(session: ShopSession): ShopAtChannel
}
