import {
  CONTENT_KINDS,
  type ContentKind,
  type Contents,
  type ImportContent,
} from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome } from '../../../src-shared/channels/channels.ts'
import { bankIn } from './bank-in.ts'
import type { ImportPlace, IntoAccount, IntoShop, TakingIn } from './content-kind.ts'
import { recordsOf } from './files/kind-facts.ts'
import { listingsIn } from './listings-in.ts'
import { ordersIn } from './orders-in.ts'
import { returnsIn } from './returns-in.ts'
import { settlementsIn } from './settlements-in.ts'
import { walletIn } from './wallet-in.ts'

interface Places {
  orders: IntoShop
  settlements: IntoShop
  wallet: IntoShop
  bank: IntoAccount
  returns: IntoShop
  listings: IntoShop
}

type Takings = {
  [Kind in ContentKind]: TakingIn<Contents[Kind], Places[Kind], Extract<ImportOutcome, { kind: Kind }>>
}

/** How each is taken in, by what it is about. */
const TAKINGS: Takings = {
  orders: ordersIn,
  settlements: settlementsIn,
  wallet: walletIn,
  bank: bankIn,
  returns: returnsIn,
  listings: listingsIn,
}

type AnyTaking = TakingIn<ImportContent, ImportPlace, ImportOutcome>

/** What can be done with a content, by its kind. */
export const takingOf = (kind: ImportContent['kind']): AnyTaking => TAKINGS[CONTENT_KINDS[kind]] as AnyTaking

/** How many orders, settlements or lines there are to take in. */
export const sizeOf = (content: ImportContent): number =>
  content.kind === 'order statements'
    ? content.orders.length
    : content.kind === 'settlement statements'
      ? content.settlements.length
      : recordsOf(content).length
