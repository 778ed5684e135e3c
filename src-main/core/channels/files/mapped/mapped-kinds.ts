import type { BankFile } from '../../../../../src-shared/bank/bank-file.ts'
import type { ChannelFile, OrderFile } from '../../../../../src-shared/channels/channel-file.ts'
import type { FileMapping } from '../../../../../src-shared/channels/file-mapping.ts'
import type { SettlementFile } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { BookHead } from '../book.ts'
import type { FileKind, Recognised } from '../file-kind.ts'
import { isLaidOutAs, orderListShown } from '../orders/order-kind.ts'
import { readOrderList } from '../orders/read-order-list.ts'
import { findMapping } from './mapped-layout.ts'
import { mappedOrderList } from './mapped-order-list.ts'
import { readMapped } from './read-mapped.ts'

/** A taught layout, and what it is remembered as. */
export interface TaughtMapping {
  id: string
  mapping: FileMapping
}

/** What it is recognised by says its mapping. */
const TAUGHT = { recognise: () => null }

export const mappedOrders: FileKind<OrderFile> = {
  ...TAUGHT,
  kind: 'mapped orders',
  ...orderListShown,
}

export const mappedIncome: FileKind<SettlementFile> = {
  ...TAUGHT,
  kind: 'mapped income',
  isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
  preview: ({ settlements: _, ...said }) => ({ about: 'settlements', ...said }),
}

export const mappedStatement: FileKind<BankFile> = {
  ...TAUGHT,
  kind: 'mapped bank statement',
  isEmpty: ({ lines, keptOut }) => lines.length + keptOut.rows === 0,
  preview: ({ lines: _, ...said }) => ({ about: 'bank', ...said }),
}

const KINDS = { orders: mappedOrders, settlements: mappedIncome, bank: mappedStatement }

/** A file by the layouts that were taught, the first that fits; null when none does. */
export function recogniseMapped(
  head: BookHead,
  taught: readonly TaughtMapping[],
): { kind: FileKind<ChannelFile>; recognised: Recognised<ChannelFile> } | null {
  for (const { id, mapping } of taught) {
    const found = findMapping(head, mapping)
    if (!found) continue
    const mappedBy = { id, name: mapping.name, channel: mapping.channel }
    const all = head.sheets.flatMap((sheet) => findMapping({ ...head, sheets: [sheet] }, mapping) ?? [])
    return {
      kind: KINDS[mapping.subject] as FileKind<ChannelFile>,
      recognised: {
        missing: [],
        rivals: all.map(({ sheet }) => sheet.name),
        read: async (book) => ({ ...(await readMapped(found, book)), mappedBy }),
        ...(mapping.subject === 'orders' && all.every((each) => isLaidOutAs(each.layout, found.layout))
          ? {
              async readOn(book) {
                const file = await readOrderList(mappedOrderList(all[0]!), all, book)
                return file && { ...file, mappedBy }
              },
            }
          : {}),
      },
    }
  }
  return null
}
