import { IconReportMoney, IconWallet } from '@tabler/icons-react'
import type { WalletOutcome } from '../../../../src-shared/channels/channels.ts'
import type { WalletShown } from '../../../../src-shared/channels/file-shown.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { walletImportWords } from '../../../../src-shared/payouts/wallet-import.words.ts'
import { walletMeaningWords } from '../../../../src-shared/payouts/wallet-meaning.words.ts'
import { Card } from '../../../design/Card.tsx'
import { KeyValueRows } from '../../../design/KeyValueRows.tsx'
import { useWords } from '../../../design/language.tsx'
import { MoneyText } from '../../../design/MoneyText.tsx'
import { EffectsPart } from '../EffectsPart.tsx'

/** What the report says of itself beside what its lines come to. */
export function LineCounts({ file, outcome }: { file: WalletShown; outcome: WalletOutcome }) {
  const w = useWords(walletImportWords)
  const { totals, controls } = file
  const { added, changed, unchanged } = outcome
  const money = (key: string, label: string, amount: number | null) =>
    amount === null ? [] : [{ key, label, value: <MoneyText amount={amount} /> }]
  return (
    <Card>
      <h2 className="heading">{w.title}</h2>
      <p>{w.counts(formatNumber(added.lines), formatNumber(changed.lines), formatNumber(unchanged.lines))}</p>
      <KeyValueRows
        rows={[
          ...money('opening', w.opening, totals.opening),
          ...money('in', w.in, totals.in),
          ...money('out', w.out, totals.out),
          ...money('closing', w.closing, totals.closing),
          ...(totals.notDone > 0 ? [{ key: 'notDone', label: w.notDone, value: formatNumber(totals.notDone) }] : []),
          ...controls
            .filter(({ stated, computed }) => stated !== computed)
            .map(({ name, stated, computed }) => ({
              key: name,
              label: w.control(name),
              value: w.differs(formatRupiah(stated), formatRupiah(computed)),
            })),
        ]}
      />
      {controls.length > 0 && controls.every(({ stated, computed }) => stated === computed) && (
        <p className="quiet">{w.agrees}</p>
      )}
    </Card>
  )
}

/** What the new lines are, and what becomes of them in the books. */
export function LineEffects({ outcome }: { outcome: WalletOutcome }) {
  const w = useWords(walletImportWords)
  const meanings = useWords(walletMeaningWords)
  const { byMeaning, waiting, asked, met, entries } = outcome
  return (
    <>
      <EffectsPart
        icon={IconWallet}
        title={w.lines}
        rows={byMeaning
          .toSorted((a, b) => b.lines - a.lines)
          .map(({ meaning, lines, amount }) => ({
            id: meaning,
            count: lines,
            text: `${meanings[meaning]} · ${formatRupiah(amount)}`,
          }))}
        empty={w.noLines}
      />
      <EffectsPart
        icon={IconReportMoney}
        title={w.books}
        rows={[
          { id: 'entries', count: entries, text: w.entries },
          { id: 'met', count: met, text: w.met },
          { id: 'waiting', count: waiting.lines, text: w.waits(formatRupiah(waiting.amount)) },
          { id: 'asked', count: asked.lines, text: w.asked, isBad: true },
        ].filter(({ count }) => count > 0)}
        empty={w.noEntries}
      />
    </>
  )
}
