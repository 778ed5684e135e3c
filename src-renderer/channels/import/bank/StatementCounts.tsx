import { Flex } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react'
import { bankImportWords, bankNameWords } from '../../../../src-shared/bank/bank-import.words.ts'
import type { BankOutcome } from '../../../../src-shared/channels/channels.ts'
import type { BankShown } from '../../../../src-shared/channels/file-shown.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../../design/Card.tsx'
import { KeyValueRows } from '../../../design/KeyValueRows.tsx'
import { useWords } from '../../../design/language.tsx'
import { MoneyText } from '../../../design/MoneyText.tsx'

/** Opening + in + out = closing, and beside each what the bank prints itself. */
export function StatementCounts({ file }: { file: BankShown; outcome: BankOutcome }) {
  const w = useWords(bankImportWords)
  const names = useWords(bankNameWords)
  const { totals, controls, rounding, accountNumber, accountName } = file
  const money = (amount: number | null) => (amount === null ? w.notTold : <MoneyText amount={amount} />)
  const wrong = controls.filter(({ stated, computed }) => stated !== computed)
  return (
    <Card>
      <h2 className="heading">
        {names[file.bank]} {accountNumber}
      </h2>
      {accountName && <p className="quiet small">{accountName}</p>}
      <KeyValueRows
        rows={[
          { key: 'opening', label: w.opening, value: money(totals.opening) },
          { key: 'in', label: w.moneyIn, value: money(totals.in) },
          { key: 'out', label: w.moneyOut, value: money(totals.out) },
          { key: 'closing', label: w.closing, value: money(totals.closing), kind: 'total' },
          { key: 'rows', label: w.lines, value: formatNumber(totals.rows) },
          ...(totals.pending > 0 ? [{ key: 'pending', label: w.pending, value: formatNumber(totals.pending) }] : []),
          ...(rounding.lines > 0
            ? [{ key: 'sen', label: w.rounded(formatNumber(rounding.lines)), value: w.sen(formatNumber(rounding.sen)) }]
            : []),
        ]}
      />
      {controls.length > 0 && wrong.length === 0 && (
        <Flex component="p" align="center" gap={6} mt={8} fw={600} className="good">
          <IconCircleCheckFilled size={15} aria-hidden />
          {w.proofHolds(formatNumber(controls.length))}
        </Flex>
      )}
      {wrong.map(({ name, stated, computed }) => (
        <Flex key={name} component="p" align="center" gap={6} mt={8} className="bad">
          <IconAlertTriangle size={15} aria-hidden />
          {w.proofFails(name, formatRupiah(stated), formatRupiah(computed))}
        </Flex>
      ))}
    </Card>
  )
}
