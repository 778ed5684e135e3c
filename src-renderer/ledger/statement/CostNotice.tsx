import { IconAlertTriangle } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { Neraca } from '../../../src-shared/ledger/ledger.ts'
import { useWayToCost } from '../../base/use-way-to-cost.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'

/** Sold goods whose cost is not known yet, for want of a SKU or of the cost itself; and the way to fill it in. */
export function CostNotice({ missing }: { missing: Neraca['costIncomplete'] }) {
  const w = useWords(booksWords)
  const [, go] = useLocation()
  const way = useWayToCost()
  if (!missing) return null
  const { pieces, skus, unmappedOrders } = missing
  return (
    <>
      {unmappedOrders > 0 && (
        <Note
          tone="kunyit"
          icon={IconAlertTriangle}
          action={
            <ActionButton size="small" shortcut={ledgerShortcuts.sheet.mapGoods} onAct={() => go('/toko/pemetaan')} />
          }
          isLive
        >
          {w.unmappedSold(formatNumber(unmappedOrders))}
        </Note>
      )}
      {pieces > 0 && (
        <Note
          tone="kunyit"
          icon={IconAlertTriangle}
          action={
            <ActionButton
              label={way.comesWith === 'goods' ? w.receiveGoods : w.fillCost}
              size="small"
              shortcut={ledgerShortcuts.sheet.fillCost}
              onAct={() => go(way.path)}
            />
          }
          isLive
        >
          {w.costMissing(formatNumber(pieces), formatNumber(skus))}
        </Note>
      )}
    </>
  )
}
