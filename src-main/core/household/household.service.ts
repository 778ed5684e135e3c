import type { Envelope, HouseholdMonth, SafeDraw } from '../../../src-shared/household/household.contract.ts'
import {
  addDays,
  addMonths,
  type BusinessDay,
  businessDay,
  firstOfMonth,
  lastOfMonth,
  type Month,
} from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Account, AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { principalPaidByMonth } from '../cash/cash.repository.ts'
import { asOfNow } from '../database/answering.ts'
import type { Reader } from '../database/open.ts'
import { balancesNow, movementByMonth } from '../ledger/balances.repository.ts'
import { bordersAgree } from '../ledger/borders-with-home.ts'
import { channelAccounts, MARKETPLACES } from '../ledger/channel-accounts.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { type Balances, balanceOf, isProfitLine } from '../ledger/statement-lines.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { budgetsOf, saveBudget } from './household.repository.ts'
import { safeDrawOf } from './safe-draw.ts'

const DAYS_AHEAD = 30
const MONTHS_BEHIND = 3

interface HouseholdNeeds extends RoomNeeds {
  /** Debts of the shop that fall due on or before a day. */
  debtsDue(reader: Reader, through: BusinessDay): Promise<Rupiah>
  /** Cost of bringing every low SKU back to its reorder point. */
  restockNeed(reader: Reader): Promise<Rupiah>
}

const isEnvelope = ({ line }: Account) => line === 'household spending'
const walletsOf = (book: Account['book'], accounts: readonly Account[], balances: Balances): Rupiah[] =>
  accounts.filter((account) => account.book === book && account.isCash).map(({ code }) => balanceOf(balances, code))
const sumOf = (amounts: readonly Rupiah[]) => amounts.reduce((sum, amount) => sum + amount, 0)

/** Uang rumah tangga: the other side of the wall, its envelopes, and how much may safely come over it. */
export const createHousehold = ({ read, write, now, debtsDue, restockNeed }: HouseholdNeeds) => {
  const accountsNow = async (reader: Reader) => accountsIn(reader, await settingsOf(reader))

  const envelopesOf = async (reader: Reader, month: Month, accounts: readonly Account[]): Promise<Envelope[]> => {
    const envelopes = accounts.filter(isEnvelope)
    // no file tells of budgets, and a field begins with what stands
    const budgets = await asOfNow(() => budgetsOf(reader, month))
    const spent = await movementByMonth(
      reader,
      envelopes.map(({ code }) => code),
      month,
      month,
    )
    const spentOf = new Map(spent.map(({ account, amount }) => [account, amount]))
    return envelopes
      .map(({ code, name }) => ({
        account: code,
        name,
        budget: budgets.get(code) ?? 0,
        spent: spentOf.get(code) ?? 0,
      }))
      .sort((a, b) => b.budget - a.budget || (a.account < b.account ? -1 : 1))
  }

  const safeDraw = async (
    month: Month,
    profits: ReadonlyMap<Month, Rupiah>,
    takenThisMonth: Rupiah,
    accounts: readonly Account[],
    balances: Balances,
  ): Promise<SafeDraw> => {
    const first = addMonths(month, -MONTHS_BEHIND)
    const principal = await principalPaidByMonth(read, firstOfMonth(first), lastOfMonth(addMonths(month, -1)))
    const { zone } = await settingsOf(read)
    const wallets = walletsOf('usaha', accounts, balances)
    return safeDrawOf({
      profits: [...profits].filter(([earlier]) => earlier < month).map(([, profit]) => profit),
      principalPaid: principal.map((paid) => paid.principal),
      takenThisMonth,
      cash: sumOf(wallets.filter((balance) => balance > 0)),
      overdrawn: 0 - sumOf(wallets.filter((balance) => balance < 0)),
      debtsDue: await debtsDue(read, addDays(businessDay(now(), zone), DAYS_AHEAD)),
      restock: await restockNeed(read),
      heldByChannels: MARKETPLACES.reduce(
        (sum, channel) => sum + balanceOf(balances, channelAccounts(channel).receivable),
        0,
      ),
    })
  }

  return {
    async month(month: Month): Promise<HouseholdMonth> {
      const accounts = await accountsNow(read)
      const balances = await balancesNow(read)
      const envelopes = await envelopesOf(read, month, accounts)
      const profits = await profitByMonth(read, addMonths(month, -MONTHS_BEHIND), month, accounts)
      const [taken] = await movementByMonth(read, ['3201'], month, month)
      const prive = taken?.amount ?? 0
      const total = (pick: (envelope: Envelope) => Rupiah) =>
        envelopes.reduce((sum, envelope) => sum + pick(envelope), 0)
      return {
        month,
        envelopes,
        budgeted: total(({ budget }) => budget),
        spent: total(({ spent }) => spent),
        money: sumOf(walletsOf('rumah', accounts, balances)),
        safeDraw: await safeDraw(month, profits, prive, accounts, balances),
        prive,
        profit: profits.get(month) ?? 0,
        owesShop: balanceOf(balances, '1230'),
        shopOwes: 0 - balanceOf(balances, '2120'),
        wallHolds: await bordersAgree(read),
      }
    },

    setBudget: (month: Month, account: AccountCode, amount: Rupiah): Promise<Envelope> =>
      write(['household'], async (tx) => {
        const accounts = await accountsNow(tx)
        if (!accounts.some((known) => known.code === account && isEnvelope(known)))
          throw new DomainError('WRONG_ACCOUNT', { account, role: 'household spending' })
        await saveBudget(tx, month, account, amount)
        const envelopes = await envelopesOf(tx, month, accounts)
        return envelopes.find((envelope) => envelope.account === account)!
      }),

    copyBudget: (month: Month): Promise<{ copied: number }> =>
      write(['household'], async (tx) => {
        const decided = await budgetsOf(tx, month)
        const lastMonth = await budgetsOf(tx, addMonths(month, -1))
        const missing = [...lastMonth].filter(([account]) => !decided.has(account))
        for (const [account, amount] of missing) await saveBudget(tx, month, account, amount)
        return { copied: missing.length }
      }),
  }
}
export type HouseholdService = ReturnType<typeof createHousehold>

/** Profit of each month in which the shop booked anything. */
async function profitByMonth(
  reader: Reader,
  from: Month,
  to: Month,
  accounts: readonly Account[],
): Promise<Map<Month, Rupiah>> {
  const shop = accounts.filter(({ book }) => book === 'usaha')
  const income = new Set(shop.filter(({ line }) => isProfitLine(line)).map(({ code }) => code))
  const movements = await movementByMonth(
    reader,
    shop.map(({ code }) => code),
    from,
    to,
  )
  const profits = new Map<Month, Rupiah>()
  for (const { account, month, amount } of movements)
    profits.set(month, (profits.get(month) ?? 0) - (income.has(account) ? amount : 0))
  return profits
}
