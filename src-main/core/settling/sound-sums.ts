import { sql } from 'kysely'
import { LARGEST_STORED, LARGEST_SUM, LARGEST_TURNOVER } from '../../../src-shared/kernel/limits.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { Book } from '../effects.ts'
import { isTakingBack } from '../taking-back.ts'
import type { ShelfCosts } from './shelf-changes.ts'

/** Taking back has all the room there is, and no more. */
const most = (): number => (isTakingBack() ? LARGEST_STORED : LARGEST_SUM)
const passes = (amount: number): boolean => !(Math.abs(amount) <= most())

/**
 * A few pieces at a high price make a high average, and pieces found are worth the average.
 * @throws COST_TOO_LARGE
 */
export async function requireSoundCosts(tx: Tx, { ofAdded, corrections }: ShelfCosts): Promise<void> {
  const added = [...ofAdded].find(([, { cost }]) => passes(cost))?.[0]
  const variantId =
    added?.variantId ?? corrections.find(({ difference }) => passes(difference.cost))?.movement.variantId
  if (variantId === undefined) return
  const { sku } = await tx.selectFrom('variant').select('sku').where('id', '=', variantId).executeTakeFirstOrThrow()
  throw new DomainError('COST_TOO_LARGE', { sku, most: most() })
}

/** What new entries put on the accounts of one book. */
export class Additions {
  private readonly books = new Map<Book, Map<AccountCode, number>>()

  /** @throws BALANCE_TOO_LARGE when already one line of it is larger than an account may be. */
  add(book: Book, account: AccountCode, amount: number): void {
    if (passes(amount)) throw new DomainError('BALANCE_TOO_LARGE', { account, most: most() })
    const accounts = this.books.get(book) ?? new Map<AccountCode, number>()
    accounts.set(account, (accounts.get(account) ?? 0) + amount)
    this.books.set(book, accounts)
  }

  /**
   * Called once everything is written. Only what new entries enlarge is looked at: a reversal alone, by which somebody takes
   * back what was too much, is never refused. A balance may stay small while both its sides grow; they are shown too.
   * @throws BALANCE_TOO_LARGE
   */
  async requireSound(tx: Tx): Promise<void> {
    for (const [book, accounts] of this.books) {
      const balances = await tx
        .selectFrom('account_month')
        .select([
          'account',
          sql<number>`sum(debit) - sum(credit)`.as('balance'),
          sql<number>`max(sum(debit), sum(credit))`.as('turned'),
        ])
        .where('book', '=', book)
        .where('account', 'in', valuesIn(accounts.keys()))
        .groupBy('account')
        .execute()
      for (const { account, balance, turned } of balances) {
        if (passes(balance) && Math.abs(balance) > Math.abs(balance - accounts.get(account as AccountCode)!))
          throw new DomainError('BALANCE_TOO_LARGE', { account, most: most() })
        // what is taken back has been let in before: it may turn as much as it needs to
        if (turned > LARGEST_TURNOVER && !isTakingBack())
          throw new DomainError('BALANCE_TOO_LARGE', { account, most: LARGEST_TURNOVER })
      }
    }
    this.books.clear()
  }
}
