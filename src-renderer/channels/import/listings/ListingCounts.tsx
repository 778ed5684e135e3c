import type { ListingsShown } from '../../../../src-shared/channels/file-shown.ts'
import { listingsImportWords } from '../../../../src-shared/channels/listings-import.words.ts'
import type { ListingsOutcome } from '../../../../src-shared/channels/listings-outcome.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../../design/Card.tsx'
import { KeyValueRows } from '../../../design/KeyValueRows.tsx'
import { useWords } from '../../../design/language.tsx'

/** What is new, changed and known of a list of products, and what it says of stock there. */
export function ListingCounts({ file, outcome }: { file: ListingsShown; outcome: ListingsOutcome }) {
  const w = useWords(listingsImportWords)
  const { added, changed, unchanged, keptOut } = outcome
  const { products, withCode, stock, value } = file.totals
  const count = (key: string, label: string, value: number) => ({ key, label, value: formatNumber(value) })
  return (
    <Card>
      <h2 className="heading">{w.contents}</h2>
      <KeyValueRows
        rows={[
          count('added', w.added, added),
          count('changed', w.changed, changed),
          count('unchanged', w.unchanged, unchanged),
          ...(keptOut > 0 ? [count('keptOut', w.keptOut, keptOut)] : []),
          { ...count('sum', w.listings, added + changed + unchanged), kind: 'sum' as const },
          count('products', w.products, products),
          count('withCode', w.withCode, withCode),
          { key: 'stock', label: w.stock, value: `${formatNumber(stock)} pcs` },
          { key: 'value', label: w.value, value: formatRupiah(value) },
        ]}
      />
    </Card>
  )
}
