import { IconLink, IconReportMoney, IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { mappingWords } from '../../../src-shared/channels/import.words.ts'
import { firstOfMonth, formatMonth, lastOfMonth, monthOf } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'

/** Nothing waits for its SKU any more: on to stock and cost, and when these are filled in to the profit. */
export function AllMapped() {
  const w = useWords(mappingWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const { data } = useQuery(api.inventory.opening.list.queryOptions({ input: { limit: 1 } }))
  const open = data ? data.total - data.costed : 0
  const month = data?.lastProfitDay && monthOf(data.lastProfitDay)
  return (
    <EmptyState
      icon={IconLink}
      action={
        open > 0 ? (
          <ActionButton
            label={w.fillStock(formatNumber(open))}
            icon={IconStack2}
            kind="primary"
            shortcut={standingShortcuts.main}
            onAct={() => go('/stok/awal')}
          />
        ) : (
          month && (
            <ActionButton
              label={w.seeProfitOf(formatMonth(month, language))}
              icon={IconReportMoney}
              kind="primary"
              shortcut={standingShortcuts.main}
              onAct={() => go(`/pembukuan/laba-rugi?from=${firstOfMonth(month)}&to=${lastOfMonth(month)}`)}
            />
          )
        )
      }
    >
      {w.emptyUnmapped}
    </EmptyState>
  )
}
