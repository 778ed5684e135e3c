import type { BankFile } from '../../../../../src-shared/bank/bank-file.ts'
import type { OrderFile } from '../../../../../src-shared/channels/channel-file.ts'
import type { SettlementFile } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { BookToRead } from '../book.ts'
import { readOrderList } from '../orders/read-order-list.ts'
import type { FoundMapping } from './mapped-layout.ts'
import { mappedOrderList } from './mapped-order-list.ts'
import { readMappedIncome } from './read-mapped-income.ts'
import { readMappedStatement } from './read-mapped-statement.ts'

export type MappedFile =
  | (OrderFile & { kind: 'mapped orders' })
  | (SettlementFile & { kind: 'mapped income' })
  | (BankFile & { kind: 'mapped bank statement' })

/** Reads a file by the mapping that knows its layout. */
export async function readMapped(found: FoundMapping, book: BookToRead): Promise<MappedFile> {
  switch (found.mapping.subject) {
    case 'orders':
      return (await readOrderList(mappedOrderList(found), [found], book)) as MappedFile
    case 'settlements':
      return (await readMappedIncome(found, book)) as MappedFile
    case 'bank':
      return (await readMappedStatement(found, book)) as MappedFile
  }
}
