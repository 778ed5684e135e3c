import type { ReturnsShown } from '../../../../src-shared/channels/file-shown.ts'
import { returnsImportWords } from '../../../../src-shared/channels/returns-import.words.ts'
import type { ReturnsOutcome } from '../../../../src-shared/channels/returns-outcome.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../../design/Card.tsx'
import { KeyValueRows } from '../../../design/KeyValueRows.tsx'
import { useWords } from '../../../design/language.tsx'

/** What is new, changed and known of a list of returns, and what it says of money. */
export function ReturnCounts({ file, outcome }: { file: ReturnsShown; outcome: ReturnsOutcome }) {
  const w = useWords(returnsImportWords)
  const { added, changed, unchanged, keptOut } = outcome
  const { refund, compensation, byStatus } = file.totals
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
          { ...count('sum', w.returns, added + changed + unchanged), kind: 'sum' as const },
          ...Object.entries(byStatus).map(([status, returns]) => count(`status ${status}`, status, returns)),
          { key: 'refund', label: w.refund, value: formatRupiah(refund) },
          ...(compensation === 0
            ? []
            : [{ key: 'compensation', label: w.compensation, value: formatRupiah(compensation) }]),
        ]}
      />
    </Card>
  )
}
