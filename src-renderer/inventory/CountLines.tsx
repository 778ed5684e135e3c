import { IconX } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { CellField } from '../catalog/CellField.tsx'
import { readPieces } from '../design/fields/pieces-entry.ts'
import { useWords } from '../design/language.tsx'
import type { CountLine, CountSheet } from './count-sheet.ts'
import classes from './sheet.module.css'
import { signed, signedRupiah } from './signed.ts'

export interface CountLinesProps {
  sheet: CountSheet
  onCount: (variantId: Id, counted: number | null) => void
  onRemove: (variantId: Id) => void
}

/** The count sheet; the books, the difference and its value appear only when counting is over. */
export function CountLines({ sheet, onCount, onRemove }: CountLinesProps) {
  const w = useWords(stockWords)
  const { lines, isComparing } = sheet
  const levels = useQueries({
    queries: lines.map(({ variantId }) =>
      api.inventory.level.queryOptions({ input: { variantId }, enabled: isComparing }),
    ),
  })
  const compared = lines.map((line, index) => {
    const level = levels[index]?.data
    const difference = level && line.counted !== null ? line.counted - level.onHand : null
    return { expected: level?.onHand ?? null, difference, value: (difference ?? 0) * (level?.averageCost ?? 0) }
  })
  const differing = compared.filter(({ difference }) => difference !== null && difference !== 0).length
  const total = compared.reduce((sum, { value }) => sum + value, 0)
  return (
    <div className={classes.sheet} data-compared={isComparing || undefined}>
      <div className={classes.sheetHead} aria-hidden>
        <span>{w.goods}</span>
        <span>{w.shelfHead}</span>
        <span className={classes.right}>{w.countedPieces}</span>
        {isComparing && (
          <>
            <span className={classes.right}>{w.expected}</span>
            <span className={classes.right}>{w.difference}</span>
            <span className={classes.right}>{w.differenceValue}</span>
          </>
        )}
        <span />
      </div>
      <ul aria-label={w.sheet}>
        {lines.map((line, index) => (
          <li key={line.variantId} className={classes.line}>
            <span className={classes.goods}>
              <strong>{line.label}</strong> <span className="kode">{line.sku}</span>
            </span>
            <span className={classes.quiet}>{line.shelf}</span>
            {isComparing ? (
              <span className={classes.right}>{line.counted === null ? '–' : formatNumber(line.counted)}</span>
            ) : (
              <CountField line={line} onCount={onCount} />
            )}
            {isComparing && <Compared {...(compared[index] ?? { expected: null, difference: null, value: 0 })} />}
            <button
              type="button"
              className={classes.remove}
              aria-label={w.remove(line.label)}
              onClick={() => onRemove(line.variantId)}
            >
              <IconX size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {isComparing && (
        <div className={`${classes.line} ${classes.total} jumlah`}>
          <span>{w.countDifference(formatNumber(differing))}</span>
          <span />
          <span />
          <span />
          <span />
          <span className={classes.right}>{signedRupiah(total)}</span>
          <span />
        </div>
      )}
    </div>
  )
}

function CountField({ line, onCount }: { line: CountLine; onCount: CountLinesProps['onCount'] }) {
  const w = useWords(stockWords)
  return (
    <CellField
      label={w.countOf(line.label)}
      kind="number"
      value={line.counted === null ? '' : String(line.counted)}
      onChange={(typed) => {
        const pieces = readPieces(typed)
        if (pieces === null || (pieces !== undefined && pieces >= 0)) onCount(line.variantId, pieces)
      }}
    />
  )
}

interface ComparedProps {
  expected: number | null
  difference: number | null
  value: number
}

function Compared({ expected, difference, value }: ComparedProps) {
  const w = useWords(stockWords)
  return (
    <>
      <span className={classes.right}>{expected === null ? '–' : formatNumber(expected)}</span>
      <span className={classes.right} data-differs={(difference ?? 0) !== 0 || undefined}>
        {difference === null ? '–' : difference === 0 ? w.matches : signed(difference)}
      </span>
      <span className={classes.right}>{value === 0 ? '–' : signedRupiah(value)}</span>
    </>
  )
}
