import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome, Withdrawal } from '../../../src-shared/channels/channels.ts'
import type { ShopDoubt } from '../../../src-shared/channels/shop-doubt.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { Settle } from '../settling/settle.ts'
import type { Extent, Stepwise } from '../work/stepwise.ts'

/** A shop of a channel, or an account of the books that a bank statement tells of. */
export type ImportPlace = { shopId: string; account: null } | { shopId: null; account: string }

interface Run {
  /** Its line in the history. */
  seq: number
  importId: string
  /** Whose word it is, as the timeline of an order shows it. */
  fileName: string
}

/** An import that was taken in, and where. */
export type TakenRun<Place extends ImportPlace = ImportPlace> = Run & Place

/** Where something is taken in, and what speaks against that place. */
export type ImportTarget<Place extends ImportPlace = ImportPlace> = TakenRun<Place> & { doubts: ShopDoubt[] }

export type IntoShop = Extract<ImportPlace, { account: null }>
export type IntoAccount = Extract<ImportPlace, { shopId: null }>

export interface ImportNeeds {
  settle: Settle
  /** What is done before its first document, and counted with it: everything settled anew after the start day moved. */
  first?: Stepwise<Extent, unknown> | undefined
  /** When it was asked for; all its steps happen then. */
  now: Instant
}

/** Another import that told of the same documents; its content is null when its bytes are no longer kept. */
export interface OtherRun<Content = ImportContent> {
  seq: number
  at: Instant
  content: Content | null
}

/**
 * What can be done with what an import is about, whatever file told of it: one folder or file each, one line in `contents.ts`. As
 * long as there is none, such files are recognised and said to be, and not taken in.
 */
export interface TakingIn<Content extends ImportContent, Place extends ImportPlace, Outcome extends ImportOutcome> {
  /** Reasons to think that it belongs elsewhere. */
  doubts(reader: Reader, content: Content, place: Place): Promise<ShopDoubt[]>
  /** The shop a content speaks of by itself, of several; null when none or several do equally. */
  shopSpokenOf(reader: Reader, content: Content, channel: Channel): Promise<string | null>
  /** Takes it in, some at a time, and says what that did; the preview is this, rolled back. */
  takingIn(content: Content, target: ImportTarget<Place>, needs: ImportNeeds): Stepwise<Extent, Outcome>
  /** Numbers of the other runs that stand and told of documents this one told of too. */
  runsTellingOfTheSame(reader: Reader, seq: number): Promise<number[]>
  /** @throws when what was done here with its documents speaks against taking them back. */
  mayBeTakenBack(tx: Tx, run: TakenRun<Place>): Promise<void>
  /** Takes a run back, as if it had never been: what others told stays. The preview is this, rolled back. */
  takingBack(
    run: TakenRun<Place>,
    others: readonly OtherRun<Content>[],
    needs: ImportNeeds,
  ): Stepwise<Extent, Extract<Withdrawal, { kind: Outcome['kind'] }>>
}
