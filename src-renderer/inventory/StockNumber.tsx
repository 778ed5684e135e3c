import { IconAlertTriangle, IconCircleOff, IconTriangleInvertedFilled } from '@tabler/icons-react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import type { StockRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useWords } from '../design/language.tsx'
import classes from './matrix.module.css'
import type { StockView } from './stock-address.ts'
import { barShare } from './stock-lines.ts'

export interface StockNumberProps {
  row: StockRow
  view: StockView
  /** The size, where the head does not name it. */
  caption: string | null
}

/** The number of one SKU with its state in a word, and how far it stands above the Batas Stok Ulang. */
export function StockNumber({ row, view, caption }: StockNumberProps) {
  const w = useWords(partsWords)
  const { state } = row
  return (
    <>
      <span className={classes.numberLine}>
        {caption && <span className={classes.caption}>{caption}</span>}
        {view === 'onHand' ? (
          <span>{formatNumber(shortageOf(row).onShelf)}</span>
        ) : state === 'short' ? (
          <>
            <IconAlertTriangle aria-hidden size={13} stroke={1.9} />
            <span>{w.stockShort(formatNumber(row.short))}</span>
          </>
        ) : state === 'out' ? (
          <>
            <IconCircleOff aria-hidden size={13} stroke={1.9} />
            <span>{w.stockOut}</span>
          </>
        ) : (
          <>
            {state === 'low' && <IconTriangleInvertedFilled size={13} role="img" aria-label={w.stockLow} />}
            <span>{formatNumber(row.available)}</span>
          </>
        )}
      </span>
      {row.reorderPoint > 0 && state !== 'short' && state !== 'out' && (
        <span className={classes.track} aria-hidden>
          <span className={classes.bar} style={{ width: `${barShare(row) * 100}%` }} />
        </span>
      )}
    </>
  )
}
