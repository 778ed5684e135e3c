import { IconAlertTriangle } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { Neraca } from '../../../src-shared/ledger/ledger.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useWords } from '../../design/language.tsx'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'
import classes from './statement.module.css'

/** "HPP belum diisi": sold goods whose cost is not known yet, and the way to fill it in. */
export function CostNotice({ missing }: { missing: Neraca['costIncomplete'] }) {
  const w = useWords(booksWords)
  const [, go] = useLocation()
  if (!missing) return null
  return (
    <div className={classes.notice} role="status">
      <IconAlertTriangle size={17} aria-hidden />
      <span>{w.costMissing(formatNumber(missing.pieces), formatNumber(missing.skus))}</span>
      <ActionButton size="small" shortcut={ledgerShortcuts.sheet.fillCost} onAct={() => go('/stok/awal')} />
    </div>
  )
}
