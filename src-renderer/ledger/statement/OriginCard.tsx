import { IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { addDays, type BusinessDay, formatDay } from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { formatMoney } from '../../design/money.ts'
import { Section } from '../../design/Section.tsx'
import type { FigureRows } from '../books-address.ts'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'

export interface OriginCardProps {
  figure: FigureRows | null
  /** The compared day: the story begins there unless the figure has a first day of its own. */
  since: BusinessDay
  onSee: (figure: FigureRows) => void
}

/** How the opened line came from its earlier balance to this one. */
export function OriginCard({ figure, since, onSee }: OriginCardProps) {
  const w = useWords(booksWords)
  const { language } = useLocale()
  // what stood still since then is told from the beginning
  const from = figure?.from ?? (figure && since < figure.to ? addDays(since, 1) : undefined)
  const moved = useQuery(
    api.ledger.accountEntries.queryOptions({
      input: {
        accounts: [...(figure?.codes ?? [])],
        to: figure?.to ?? since,
        limit: 1,
        ...(from && { from }),
        ...(figure?.side && { side: figure.side }),
      },
      enabled: figure !== null,
    }),
  )
  if (!figure) return <p className="quiet small">{w.chooseLine}</p>
  const facts = moved.data
  const [added, reduced] = !facts
    ? [0, 0]
    : figure.side === 'K'
      ? [facts.credit, facts.debit]
      : [facts.debit, facts.credit]
  return (
    <Section title={w.comesFrom(figure.name)}>
      <Card>
        <RefusalNotice error={moved.error} onRetry={() => moved.refetch()} />
        {facts && (
          <KeyValueRows
            rows={[
              ...(from
                ? [
                    {
                      key: 'opening',
                      label: w.balanceOn(formatDay(addDays(from, -1), language)),
                      value: <MoneyText amount={facts.opening} style="statement" />,
                    },
                  ]
                : []),
              { key: 'added', label: w.added, value: formatMoney(added) },
              { key: 'reduced', label: w.reduced, value: formatMoney(-reduced) },
              {
                key: 'closing',
                label: w.balanceOn(formatDay(figure.to, language)),
                value: <MoneyText amount={facts.closing} style="statement" />,
                kind: 'sum',
              },
            ]}
          />
        )}
        <ActionButton
          icon={IconListDetails}
          shortcut={ledgerShortcuts.sheet.seeEntries}
          size="small"
          onAct={() => onSee({ ...figure, from })}
        />
      </Card>
    </Section>
  )
}
