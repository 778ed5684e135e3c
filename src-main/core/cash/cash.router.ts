import { api } from '../api.ts'
import type { CashService } from './cash.service.ts'

export const cashRouter = (cash: CashService) => ({
  wallets: api.cash.wallets.handler(() => cash.wallets()),
  list: api.cash.list.handler(({ input }) => cash.list(input)),
  walletBook: api.cash.walletBook.handler(({ input }) => cash.walletBook(input)),
  exportFile: api.cash.exportFile.handler(({ input }) => cash.exportFile(input)),
  categories: {
    save: api.cash.categories.save.handler(({ input }) => cash.categories.save(input)),
    archive: api.cash.categories.archive.handler(({ input }) => cash.categories.archive(input.code, input.isArchived)),
  },
  get: api.cash.get.handler(({ input }) => cash.get(input.id)),
  record: api.cash.record.handler(({ input }) => cash.record(input)),
  cancel: api.cash.cancel.handler(({ input }) => cash.cancel(input.id, input.reason)),
})
