import { IconInbox, IconReportMoney } from '@tabler/icons-react'
import { bankImportWords } from '../../../../src-shared/bank/bank-import.words.ts'
import type { BankOutcome } from '../../../../src-shared/channels/channels.ts'
import { useWords } from '../../../design/language.tsx'
import { EffectsPart } from '../EffectsPart.tsx'

/** What a statement does to the inbox and the books: lines wait, and nothing is booked before somebody says what they are. */
export function StatementEffects({ outcome }: { outcome: BankOutcome }) {
  const w = useWords(bankImportWords)
  const { added, known, beforeTheBooks, certain, met } = outcome
  const shown = (rows: { id: string; count: number; text: string }[]) => rows.filter(({ count }) => count > 0)
  return (
    <>
      <EffectsPart
        icon={IconInbox}
        title={w.inbox}
        rows={shown([
          { id: 'added', count: added - beforeTheBooks, text: w.comeIn },
          { id: 'known', count: known, text: w.knownAlready },
          { id: 'before', count: beforeTheBooks, text: w.beforeTheBooks },
          { id: 'certain', count: certain, text: w.certain },
        ])}
        empty={w.nothingComesIn}
      />
      <EffectsPart
        icon={IconReportMoney}
        title={w.books}
        rows={shown([{ id: 'met', count: met, text: w.met }])}
        empty={w.nothingBooked}
      />
    </>
  )
}
