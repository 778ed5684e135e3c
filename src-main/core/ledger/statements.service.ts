import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { LabaRugi, Neraca } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { balancesOn } from './balances.repository.ts'
import { endOfPreviousMonth, previousPeriod } from './compared-periods.ts'
import { labaRugiDays, labaRugiOf } from './laba-rugi.ts'
import { accountsIn, costIncompleteOn } from './ledger.repository.ts'
import { neracaDays, neracaOf } from './neraca.ts'

/** The two statements. They need nothing but a reader, so that a command prints them without starting the whole core. */
export const createStatements = ({ read }: { read: Reader }) => ({
  async neraca(day: BusinessDay, comparedDay = endOfPreviousMonth(day)): Promise<Neraca> {
    const naming = await settingsOf(read)
    return neracaOf({
      day,
      comparedDay,
      naming,
      accounts: await accountsIn(read, naming),
      balances: await balancesOn(read, neracaDays(day, comparedDay)),
      costIncomplete: await costIncompleteOn(read, day),
    })
  },

  async labaRugi(
    from: BusinessDay,
    to: BusinessDay,
    comparedFrom?: BusinessDay,
    comparedTo?: BusinessDay,
  ): Promise<LabaRugi> {
    const naming = await settingsOf(read)
    const period = { from, to }
    const before = previousPeriod(period)
    const compared = { from: comparedFrom ?? before.from, to: comparedTo ?? before.to }
    return labaRugiOf({
      period,
      compared,
      naming,
      accounts: await accountsIn(read, naming),
      balances: await balancesOn(read, labaRugiDays(period, compared)),
      costIncomplete: await costIncompleteOn(read, to),
    })
  },
})
