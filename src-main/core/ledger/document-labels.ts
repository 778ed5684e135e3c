import { documentWords } from '../../../src-shared/ledger/ledger.words.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { settingsOf } from '../settings/settings.repository.ts'

/** A document as the ledgers point at it. */
export interface DocumentPointer {
  kind: string
  id: string
}

export const labelKey = ({ kind, id }: DocumentPointer): string => `${kind}/${id}`

/**
 * What each document is called on screen, by `labelKey`: an order's or purchase's number, a cash record's note, else the
 * words for its kind. One query a kind, however many documents there are; a document that is gone keeps its kind's name.
 */
export async function documentLabels(
  reader: Reader,
  documents: readonly DocumentPointer[],
): Promise<Map<string, string>> {
  const { language } = await settingsOf(reader)
  const say = documentWords[language]
  const labels = new Map<string, string>()
  for (const [kind, pointers] of Map.groupBy(documents, (document) => document.kind)) {
    const ids = [...new Set(pointers.map(({ id }) => id))]
    const found = await labelsOfKind(reader, kind, ids, say)
    for (const id of ids) {
      const word = say[kind as 'order']
      labels.set(labelKey({ kind, id }), found.get(id) || (typeof word === 'string' ? word : kind))
    }
  }
  return labels
}

async function labelsOfKind(
  reader: Reader,
  kind: string,
  ids: readonly string[],
  say: (typeof documentWords)['id'],
): Promise<Map<string, string>> {
  const wanted = valuesIn(ids)
  switch (kind) {
    case 'order': {
      const rows = await reader.selectFrom('sales_order').select(['id', 'number']).where('id', 'in', wanted).execute()
      return new Map(rows.map(({ id, number }) => [id, number]))
    }
    case 'purchase': {
      const rows = await reader.selectFrom('purchase').select(['id', 'number']).where('id', 'in', wanted).execute()
      return new Map(rows.map(({ id, number }) => [id, number]))
    }
    case 'cash-record': {
      const rows = await reader.selectFrom('cash_record').select(['id', 'note']).where('id', 'in', wanted).execute()
      return new Map(rows.map(({ id, note }) => [id, note]))
    }
    case 'settlement': {
      const rows = await reader
        .selectFrom('settlement')
        .select(['id', 'description'])
        .where('id', 'in', wanted)
        .execute()
      return new Map(rows.map(({ id, description }) => [id, description]))
    }
    case 'wallet-line': {
      const rows = await reader
        .selectFrom('wallet_line')
        .select(['id', 'type', 'description'])
        .where('id', 'in', wanted)
        .execute()
      return new Map(rows.map(({ id, type, description }) => [id, type || description]))
    }
    case 'opening-stock': {
      const rows = await reader.selectFrom('variant').select(['id', 'sku']).where('id', 'in', wanted).execute()
      return new Map(rows.map(({ id, sku }) => [id, say['opening-stock'](sku)]))
    }
    case 'stock-adjustment': {
      const rows = await reader
        .selectFrom('stock_adjustment')
        .select(['id', 'kind', 'note'])
        .where('id', 'in', wanted)
        .execute()
      return new Map(rows.map((row) => [row.id, [say[row.kind as 'count'], row.note].filter(Boolean).join(': ')]))
    }
    default:
      return new Map()
  }
}
