import { useLocation } from 'wouter'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import type { BalanceCheck, CheckReason } from '../../src-shared/payouts/payouts.ts'
import { payoutsWords } from '../../src-shared/payouts/payouts.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { payoutsShortcuts } from './payouts.shortcuts.ts'

/** One balance report held against the books: both balances, since when they differ, and what explains it. */
export function CheckPanel({ check, onClose }: { check: BalanceCheck; onClose: () => void }) {
  const w = useWords(payoutsWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const { reasons, differsSince } = check
  const why: Record<CheckReason['why'], string> = {
    before: w.before,
    'waits for order': w['waits for order'],
    asked: w.reasonAsked,
    'not in file': w['not in file'],
    differs: w.reasonDiffers,
    'same as record': w['same as record'],
  }
  return (
    <SidePanel
      title={check.shopName}
      subtitle={`${formatDay(check.from, language)} – ${formatDay(check.to, language)}`}
      onClose={onClose}
    >
      <PanelPart>
        <KeyValueRows
          rows={[
            { key: 'file', label: w.byFile, value: <MoneyText amount={check.byFile} /> },
            { key: 'books', label: w.byBooks, value: <MoneyText amount={check.byBooks} /> },
            {
              key: 'difference',
              label: w.difference,
              value: <MoneyText amount={check.byFile - check.byBooks} isStrong />,
              kind: 'total' as const,
            },
            ...(differsSince
              ? [{ key: 'since', label: w.differsSince, value: formatDay(differsSince, language) }]
              : []),
          ]}
        />
      </PanelPart>
      {reasons.length > 0 && (
        <PanelPart title={w.reasons}>
          <KeyValueRows
            rows={reasons.map((reason, index) => ({
              key: `${index}`,
              label: [why[reason.why], reason.name, reason.day && formatDay(reason.day, language)]
                .filter(Boolean)
                .join(' · '),
              value: <MoneyText amount={reason.byFile - reason.byBooks} />,
            }))}
          />
        </PanelPart>
      )}
      {reasons.some((reason) => reason.why === 'before') && (
        <PanelPart>
          <p className="quiet">{w.beforeHow}</p>
          <ActionButton shortcut={payoutsShortcuts.check.openOpening} onAct={() => go('/pembukuan/awal')} />
        </PanelPart>
      )}
    </SidePanel>
  )
}
