import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import type { Account, AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { LineAnswer } from '../../../src-shared/payouts/line-answer.ts'
import type { WalletMeaning } from '../../../src-shared/payouts/wallet-meaning.ts'
import { cashEntries } from '../cash/cash-entries.ts'
import { type Effects, NO_EFFECTS } from '../effects.ts'
import { debit } from '../entry-lines.ts'
import { adjustmentAccount } from '../settlements/balance-releases.ts'
import { adsCost } from './wallet-rules.ts'

/** A line of a channel's balance with everything that decides what it does to the books. */
export interface WalletDocument {
  id: string
  day: BusinessDay
  type: string
  description: string
  orderNumber: string
  amount: number
  isDone: boolean
  meaning: WalletMeaning
  /** The account of the books that is this balance, and the one that keeps advertising credit of its channel. */
  balanceAccount: AccountCode
  adsAccount: AccountCode
  /** What the owner said of it; null while she said nothing. */
  answer: LineAnswer | null
  /** A record in Catat Kas seems to tell of the same money, and nobody has said whether it does. */
  isDoubled: boolean
  /** The income file tells of this adjustment, so it is booked there. */
  isSettled: boolean
}

interface Rules {
  startDay: BusinessDay
  keepsHousehold: boolean
  accounts: ReadonlyMap<AccountCode, Account>
}

const IN_TRANSIT = '1142'
const ADS_COST = '6106'
const CHANNEL_LOAN = '2202'

/**
 * What one line of a channel's balance does to the books. What was released for an order is booked by the order itself; what
 * the owner is still asked about, what is not done, and what was before the books began, books nothing.
 */
export function effectsOfWalletLine(line: WalletDocument, { startDay, keepsHousehold, accounts }: Rules): Effects {
  if (!line.isDone || line.day < startDay || line.isDoubled) return NO_EFFECTS
  if (line.answer?.what === 'private')
    return {
      ...NO_EFFECTS,
      entries: cashEntries(
        {
          id: line.id,
          day: line.day,
          event: {
            what: 'private expense',
            wallet: line.balanceAccount,
            householdAccount: line.answer.householdAccount,
            amount: -line.amount,
          },
        },
        { keepsHousehold },
        accounts,
      ),
    }
  const other = accountBeside(line)
  if (other === null) return NO_EFFECTS
  const { account, amount } = other
  return {
    ...NO_EFFECTS,
    entries: [
      {
        effect: 'line',
        book: 'usaha',
        day: line.day,
        memo: memo('channel balance', { what: line.type || line.description }),
        lines: [debit(line.balanceAccount, amount), debit(account, -amount)],
      },
    ],
  }
}

/** The account on the other side, and by how much the balance moves; null where the line books nothing. */
function accountBeside(line: WalletDocument): { account: AccountCode; amount: number } | null {
  const { meaning, answer, amount, day } = line
  if (answer?.what === 'same') return null
  if (answer?.what === 'account')
    // credit that was paid for from elsewhere costs its tax as well
    return { account: answer.account, amount: meaning === 'ads credit' ? adsCost(day, amount) : amount }
  switch (meaning) {
    case 'income':
    case 'statement':
    case 'payment':
    case 'ads credit':
      return null
    case 'withdrawal':
      return { account: IN_TRANSIT, amount }
    case 'ads top-up':
      return { account: line.adsAccount, amount }
    case 'ads used':
      return { account: ADS_COST, amount: -adsCost(day, -amount) }
    case 'loan':
      return { account: CHANNEL_LOAN, amount }
    case 'adjustment':
      // an adjustment of an order is a release of its own there
      if (line.orderNumber !== '' || line.isSettled) return null
      return { account: adjustmentAccount(day, line), amount }
    case 'other':
      return { account: UNMAPPED_CHANNEL_FEE, amount }
  }
}
