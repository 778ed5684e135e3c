import { api } from '../api.ts'
import type { LedgerService } from './ledger.service.ts'

export const ledgerRouter = (ledger: LedgerService) => ({
  accounts: api.ledger.accounts.handler(() => ledger.accounts()),
  neraca: api.ledger.neraca.handler(({ input }) => ledger.neraca(input.day, input.comparedDay)),
  newestResult: api.ledger.newestResult.handler(async ({ input }) => ({ month: await ledger.newestResult(input.day) })),
  labaRugi: api.ledger.labaRugi.handler(({ input }) =>
    ledger.labaRugi(input.from, input.to, input.comparedFrom, input.comparedTo),
  ),
  entries: api.ledger.entries.handler(({ input }) => ledger.entries(input)),
  entry: api.ledger.entry.handler(({ input }) => ledger.entry(input.id)),
  accountEntries: api.ledger.accountEntries.handler(({ input }) => ledger.accountEntries(input)),
  opening: {
    get: api.ledger.opening.get.handler(() => ledger.opening.get()),
    save: api.ledger.opening.save.handler(({ input }) => ledger.opening.save(input.lines, input.isMeant)),
  },
  periods: {
    list: api.ledger.periods.list.handler(() => ledger.periods.list()),
    close: api.ledger.periods.close.handler(({ input }) => ledger.periods.close(input.through)),
    reopen: api.ledger.periods.reopen.handler(({ input }) => ledger.periods.reopen(input.closedThrough, input.reason)),
  },
  settleAgain: api.ledger.settleAgain.handler(({ signal }) => ledger.settleAgain(signal)),
  verify: api.ledger.verify.handler(() => ledger.verify()),
  lastReport: api.ledger.lastReport.handler(() => ledger.lastReport()),
  exportJournal: api.ledger.exportJournal.handler(({ input }) => ledger.exportJournal(input.format, input.book)),
})
