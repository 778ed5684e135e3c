import { CATEGORY_SHAPES, type CategoryDraft, type CategoryKind, isOfKind } from '../../../src-shared/cash/category.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { folded } from '../../../src-shared/kernel/folded.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { KIND_OF_LINE } from '../../../src-shared/ledger/chart-of-accounts.ts'
import type { Account, AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Doors, Tx } from '../database/open.ts'
import { balancesNow } from '../ledger/balances.repository.ts'
import { accountsIn, insertOwnAccount, nameAccount, putAccountAway } from '../ledger/ledger.repository.ts'
import { balanceOf } from '../ledger/statement-lines.ts'
import { settingsOf } from '../settings/settings.repository.ts'

const TOUCHED = ['ledger', 'cash', 'household'] as const

/** Categories and wallets in the owner's own words. The standard ones take another name; only own ones can be put away. */
export const createCategories = ({ write, now }: Pick<Doors, 'write'> & { now: () => Instant }) => {
  const accountsNow = async (tx: Tx): Promise<Account[]> => accountsIn(tx, await settingsOf(tx))
  const known = async (tx: Tx, code: AccountCode, kind?: CategoryKind): Promise<Account> => {
    const account = (await accountsNow(tx)).find((each) => each.code === code)
    if (!account || (kind && !isOfKind(kind, account))) throw new DomainError('ACCOUNT_NOT_FOUND', { code })
    return account
  }
  return {
    save: ({ code, kind, name }: CategoryDraft): Promise<Account> =>
      write([...TOUCHED], async (tx) => {
        const accounts = await accountsNow(tx)
        const twin = accounts.find(
          (account) => account.code !== code && isOfKind(kind, account) && folded(account.name) === folded(name),
        )
        if (twin) throw new DomainError('CATEGORY_NAME_TAKEN', { name: twin.name, isArchived: twin.isArchived })
        if (code !== null) {
          await known(tx, code, kind)
          await nameAccount(tx, code, name)
          return known(tx, code)
        }
        const fresh = freeCode(kind, accounts)
        const { book, normal, line, role, isCash, cost } = CATEGORY_SHAPES[kind]
        await insertOwnAccount(tx, {
          code: fresh,
          book,
          name,
          normal,
          kind: KIND_OF_LINE[line],
          line,
          isCash,
          roles: [role],
          costAccount: cost as AccountCode | null,
        })
        return known(tx, fresh)
      }),

    archive: (code: AccountCode, isArchived: boolean): Promise<Account> =>
      write([...TOUCHED], async (tx) => {
        const account = await known(tx, code)
        if (!account.isOwn) throw new DomainError('CATEGORY_STANDARD', { name: account.name })
        const balance = account.isCash ? balanceOf(await balancesNow(tx), code) : 0
        if (isArchived && balance !== 0) throw new DomainError('WALLET_NOT_EMPTY', { name: account.name, balance })
        await putAccountAway(tx, code, isArchived ? now() : null)
        return known(tx, code)
      }),
  }
}

function freeCode(kind: CategoryKind, accounts: readonly Account[]): AccountCode {
  const [first, last] = CATEGORY_SHAPES[kind].codes
  const taken = new Set<string>(accounts.map(({ code }) => code))
  for (let code = first; code <= last; code++) if (!taken.has(String(code))) return String(code) as AccountCode
  throw new DomainError('CATEGORIES_FULL', { most: last - first + 1 })
}
