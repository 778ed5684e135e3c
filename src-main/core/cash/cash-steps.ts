import type { CashRecord, CashRecordDraft } from '../../../src-shared/cash/cash-record.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { asUnreadable } from '../../../src-shared/kernel/unreadable.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader, Tx } from '../database/open.ts'
import { type Effects, NO_EFFECTS } from '../effects.ts'
import { balancesNow } from '../ledger/balances.repository.ts'
import { requireOpenDay } from '../ledger/closed-periods.repository.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { balanceOf } from '../ledger/statement-lines.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { takingBack } from '../taking-back.ts'
import { requireUsual } from '../unusual-total.ts'
import { requireRoles } from './account-roles.ts'
import { cashRecordsByIds, type StoredCashRecord, saveCashRecord } from './cash.repository.ts'
import { type Accounts, amountMoved, cashEntries, isHouseholdOnly } from './cash-entries.ts'
import { requireOwed } from './owed.ts'

export interface CashStepNeeds {
  settle: Settle
  now: () => Instant
  /** What one purchase still owes its supplier, payments of the named record left out; zero for one that is gone. */
  owedOnPurchase(reader: Reader, purchase: string, without: string): Promise<Rupiah>
}

/** Writing money down and cancelling it, within a transaction: for Catat Kas, and for rooms whose acts write down money too. */
export function cashSteps({ settle, now, owedOnPurchase }: CashStepNeeds) {
  const stored = async (tx: Tx, id: string): Promise<StoredCashRecord> => {
    const record = (await cashRecordsByIds(tx, [id])).get(id)
    if (!record) throw new DomainError('CASH_RECORD_NOT_FOUND', { id })
    return record
  }
  const save = async (tx: Tx, record: StoredCashRecord): Promise<CashRecord> => {
    await saveCashRecord(tx, record)
    await settle(tx, [
      { ref: { kind: 'cash-record', id: record.id }, effects: effectsOfCashRecord(record, await accountsByCode(tx)) },
    ])
    return shown(record)
  }

  const record = async (
    tx: Tx,
    { id, day, note, event, isMeant }: CashRecordDraft & { isMeant?: boolean | undefined },
  ): Promise<CashRecord> => {
    await requireOpenDay(tx, day, now())
    const accounts = await accountsByCode(tx)
    requireRoles(event, accounts)
    const before = (await cashRecordsByIds(tx, [id])).get(id)
    // what stands in the household's book stays there when it is corrected while that book is off
    const keepsHousehold = before?.keepsHousehold || (await settingsOf(tx)).keepsHousehold
    if (!keepsHousehold && isHouseholdOnly(event, accounts)) throw new DomainError('HOUSEHOLD_BOOK_OFF')

    const balances = await balancesNow(tx)
    const amount = amountMoved(event)
    await requireUsual(tx, 'cash record', amount, isMeant)
    requireOwed(event, amount, accounts, (account) => balanceOf(balances, account) - movedBy(before, account, accounts))
    if (event.what === 'pay supplier' && event.purchase) {
      const owed = await owedOnPurchase(tx, event.purchase, id)
      if (amount > owed) throw new DomainError('MORE_THAN_OWED', { amount, owed })
    }
    return save(tx, {
      id,
      day,
      event,
      keepsHousehold,
      note,
      amount,
      recordedAt: before?.recordedAt ?? now(),
      cancelled: null,
    })
  }

  const cancel = async (tx: Tx, id: string, reason: string): Promise<CashRecord> => {
    const known = await stored(tx, id)
    if (known.cancelled) return shown(known)
    return takingBack(() => save(tx, { ...known, cancelled: { at: now(), reason } }))
  }

  return { record, cancel }
}
export type CashSteps = ReturnType<typeof cashSteps>

/** What a stored record must have in the ledgers: nothing once it is cancelled. */
function effectsOfCashRecord(record: StoredCashRecord, accounts: Accounts): Effects {
  if (record.cancelled) return NO_EFFECTS
  if (record.unread !== undefined) throw new Error(`the facts of cash record ${record.id} cannot be read`)
  return { ...NO_EFFECTS, entries: cashEntries(record, record, accounts) }
}

const accountsByCode = async (reader: Reader): Promise<Accounts> =>
  new Map((await accountsIn(reader, EVERYDAY)).map((account) => [account.code, account]))

export async function effectsOfCashRecords(tx: Tx, ids: readonly string[]): Promise<Map<string, Effects>> {
  const records = await cashRecordsByIds(tx, ids)
  const accounts = await accountsByCode(tx)
  return new Map([...records].map(([id, record]) => [id, effectsOfCashRecord(record, accounts)]))
}

/** Debit less credit that a record stands for on an account now. */
const movedBy = (record: StoredCashRecord | undefined, account: AccountCode, accounts: Accounts): Rupiah =>
  record && record.unread === undefined
    ? effectsOfCashRecord(record, accounts)
        .entries.flatMap(({ lines }) => lines)
        .reduce((sum, line) => (line.account === account && 'amount' in line ? sum + line.amount : sum), 0)
    : 0

export const shown = ({ unread, ...record }: StoredCashRecord): CashRecord =>
  unread === undefined ? record : asUnreadable(record)
