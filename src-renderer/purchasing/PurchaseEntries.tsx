import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { EntryRows } from '../design/EntryRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart } from '../design/SidePanel.tsx'

/** The journal entries that stand for one purchase; each opens in Pembukuan. */
export function PurchaseEntries({ id }: { id: string }) {
  const w = useWords(purchasesWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const { data, error } = useQuery(
    api.ledger.entries.queryOptions({ input: { documentKind: 'purchase', documentId: id, limit: 50 } }),
  )
  return (
    <PanelPart title={w.entries}>
      <RefusalNotice error={error} />
      {data?.rows.length === 0 && <p className="quiet">{w.noEntries}</p>}
      <EntryRows
        rows={(data?.rows ?? []).map((entry) => ({
          id: entry.id,
          day: formatDay(entry.day, language),
          text: entry.memo,
          amount: formatRupiah(entry.lines.reduce((sum, { debit }) => sum + debit, 0)),
          onOpen: () => go(`/pembukuan/jurnal?entry=${entry.id}`),
        }))}
      />
    </PanelPart>
  )
}
