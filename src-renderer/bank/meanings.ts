import type { bankWords } from '../../src-shared/bank/bank.words.ts'
import { type BankMeaning, type BankSide, mayMean } from '../../src-shared/bank/bank-meaning.ts'
import { cashEventWords } from '../../src-shared/cash/cash.words.ts'
import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import { purposesOf, walletsOf } from '../../src-shared/cash/wallets-of.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { asLookedFor } from '../cash/choices.ts'

type Words = (typeof bankWords)['id']

/** One thing a line may mean, as it stands in the list. */
export interface MeaningChoice {
  /** Tells it from the others of its list. */
  code: string
  label: string
  meaning: BankMeaning
}

export interface MeaningsAsked {
  accounts: readonly Account[]
  book: 'usaha' | 'rumah'
  /** The wallet of the line, and what it moved there. */
  account: string
  amount: number
  keepsHousehold: boolean
}

type Side = Exclude<BankSide, 'bagi'>

/** What a line may mean on one side, the likeliest first; only what fits its book and the way its money went. */
export function meaningsOf(side: Side, asked: MeaningsAsked, w: Words): MeaningChoice[] {
  const all = { usaha: business, pribadi: personal, pindah: transfers }[side](asked, w)
  return all.filter(({ meaning }) => mayMean(meaning, asked))
}

const open = (accounts: readonly Account[], role: Account['roles'][number]) =>
  accounts.filter(({ roles, isArchived }) => !isArchived && roles.includes(role))

const choice = (meaning: BankMeaning, label: string, code: string): MeaningChoice => ({ code, label, meaning })

function business({ accounts, book }: MeaningsAsked, w: Words): MeaningChoice[] {
  const spending = asLookedFor(open(accounts, 'spending'))
  if (book === 'rumah')
    return spending.map(({ code, name }) =>
      choice({ what: 'expense from household', account: code, payBack: true }, name, code),
    )
  const [daily, rare] = [spending.slice(0, 8), spending.slice(8)]
  const cost = ({ code, name }: Account) => choice({ what: 'business expense', account: code }, name, code)
  return [
    ...daily.map(cost),
    choice({ what: 'pay supplier' }, w.paySupplier, 'supplier'),
    ...rare.map(cost),
    ...open(accounts, 'income').map(({ code, name }) => choice({ what: 'business income', account: code }, name, code)),
    ...open(accounts, 'awaited').map(({ code, name }) =>
      choice({ what: 'clearing received', clearing: code }, name, `clearing ${code}`),
    ),
    ...open(accounts, 'loan').map(({ code, name }) => choice({ what: 'loan received', account: code }, name, code)),
  ]
}

const walletsOfBook = (accounts: readonly Account[], book: Account['book']) =>
  open(accounts, 'wallet').filter((account) => account.book === book)

function personal({ accounts, book, keepsHousehold }: MeaningsAsked, w: Words): MeaningChoice[] {
  const envelopes = open(accounts, 'household spending')
  if (book === 'rumah')
    return [
      ...envelopes.map(({ code, name }) => choice({ what: 'household expense', householdAccount: code }, name, code)),
      choice({ what: 'household income' }, w.householdIncome, 'income'),
    ]
  const homes = keepsHousehold ? walletsOfBook(accounts, 'rumah') : walletsOfBook(accounts, 'rumah').slice(0, 1)
  return [
    ...envelopes.map(({ code, name }) => choice({ what: 'private expense', householdAccount: code }, name, code)),
    ...homes.map(({ code, name }) =>
      choice({ what: 'put in capital', other: code }, w.putIn(bareName(name)), `capital ${code}`),
    ),
    ...homes.map(({ code, name }) =>
      choice({ what: 'lend to household', other: code }, w.lend(bareName(name)), `lend ${code}`),
    ),
    ...homes.map(({ code, name }) =>
      choice({ what: 'household repays', other: code }, w.repays(bareName(name)), `repays ${code}`),
    ),
  ]
}

function transfers({ accounts, book, account, amount, keepsHousehold }: MeaningsAsked, w: Words): MeaningChoice[] {
  const own = accounts.filter(
    (other) => other.isCash && !other.isArchived && other.book === book && other.code !== account,
  )
  const across = book === 'rumah' || keepsHousehold ? walletsOfBook(accounts, book === 'rumah' ? 'usaha' : 'rumah') : []
  return [
    ...own.map(({ code, name }) =>
      choice(
        { what: 'transfer', other: code },
        (amount < 0 ? w.transferTo : w.transferFrom)(bareName(name)),
        `transfer ${code}`,
      ),
    ),
    ...across.flatMap(({ code, name }) => {
      const named = bareName(name)
      return book === 'usaha'
        ? [choice({ what: 'take home', other: code }, w.takeHome(named), `home ${code}`)]
        : [
            choice({ what: 'take home', other: code }, w.takenFrom(named), `home ${code}`),
            choice({ what: 'repay household', other: code }, w.repayHome(named), `repay ${code}`),
            choice({ what: 'put in capital', other: code }, w.putIn(named), `capital ${code}`),
          ]
    }),
  ]
}

/** What a cash event is for, in a few words: the account it goes to, or the wallet at the other end. */
export function eventText(event: CashEvent, account: string, accounts: readonly Account[], language: Language): string {
  const name = (code: string) => bareName(accounts.find((each) => each.code === code)?.name ?? code)
  const purposes = purposesOf(event).map(name)
  const others = walletsOf(event)
    .filter((code) => code !== account)
    .map(name)
  const said = [...purposes, ...others]
  return said.length > 0 ? said.join(', ') : cashEventWords[language][event.what]
}
