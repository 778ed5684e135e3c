import { IconTag } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { useWayToCost } from '../base/use-way-to-cost.ts'
import { useWords } from '../design/language.tsx'
import { homeShortcuts } from './home.shortcuts.ts'
import { WorkRow } from './WorkRow.tsx'

/** Goods that were sold before anyone knew their cost, and the way to it. */
export function MissingCostRow({ skus, pieces }: { skus: number; pieces: number }) {
  const w = useWords(homeWords)
  const [, go] = useLocation()
  const way = useWayToCost()
  return (
    <WorkRow
      count={skus}
      icon={IconTag}
      tone="kunyit"
      title={w.missingCost}
      label={way.comesWith === 'goods' ? w.receiveGoods : w.fillCost}
      shortcut={homeShortcuts.work.fillCost}
      onAct={() => go(way.path)}
    >
      {w.missingCostWaiting(formatNumber(pieces))}
    </WorkRow>
  )
}
