import type { BankAccountStanding } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { PanelPart } from '../design/SidePanel.tsx'

/** Bank by file beside the wallet in the books, at the last day the bank printed a balance. */
export function Balances({ standing: { asserted, differsSince, unanswered } }: { standing: BankAccountStanding }) {
  const w = useWords(bankWords)
  const { language } = useLocale()
  if (!asserted) return null
  const { day, byFile, inBooks } = asserted
  return (
    <PanelPart title={w.balances}>
      <KeyValueRows
        rows={[
          { key: 'file', label: w.byFile(formatDay(day, language)), value: <MoneyText amount={byFile} /> },
          { key: 'books', label: w.inBooks, value: <MoneyText amount={inBooks} /> },
          {
            key: 'difference',
            label: byFile === inBooks ? w.agrees : w.differs,
            value: <MoneyText amount={byFile - inBooks} isStrong />,
            kind: 'total',
          },
        ]}
      />
      {differsSince && (
        <p className="quiet small">
          {w.differsSince(formatDay(differsSince, language))}{' '}
          {unanswered !== 0 && w.explained(formatRupiah(unanswered))}
        </p>
      )}
    </PanelPart>
  )
}
