import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import type { OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'
import { CellField, goToPlace } from '../design/table/CellField.tsx'
import { CELL_ROW, CellRow, CellTable } from '../design/table/CellTable.tsx'
import { draftOf, isCostWrong, isPiecesWrong, lineOf, type OpeningDraft, type OpeningLine } from './opening-draft.ts'

export interface OpeningRowsProps {
  rows: readonly OpeningStockRow[]
  /** A row was left with something new in it. */
  onLine: (line: OpeningLine) => void
  onEndReached: (() => void) | undefined
}

/** Two fields a row; Enter goes right, then to the next row, arrows up and down. */
export function OpeningRows({ rows, onLine, onEndReached }: OpeningRowsProps) {
  const w = useWords(stockWords)
  const parts = useWords(partsWords)
  const [drafts, setDrafts] = useState<ReadonlyMap<string, OpeningDraft>>(new Map())
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_ROW,
    scrollPaddingStart: 30,
    overscan: 12,
  })
  const shown = virtualizer.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (onEndReached && last >= rows.length - 15) onEndReached()
  }, [onEndReached, last, rows.length])

  const write = (row: OpeningStockRow, change: Partial<OpeningDraft>) => {
    const next = { ...(drafts.get(row.variantId) ?? draftOf(row)), ...change }
    setDrafts(new Map(drafts).set(row.variantId, next))
  }
  const leave = (row: OpeningStockRow) => {
    const draft = drafts.get(row.variantId)
    const line = draft && lineOf(row, draft)
    if (line) onLine(line)
  }
  const goTo = (field: 'pieces' | 'cost', index: number) => {
    if (!rows[index]) return
    virtualizer.scrollToIndex(index, { align: 'auto' })
    goToPlace(`${field}/${index}`)
  }
  const onKeyDown = (event: KeyboardEvent, field: 'pieces' | 'cost', index: number) => {
    const isEnter = event.key === 'Enter'
    if (!isEnter && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    if (isEnter && field === 'pieces') goTo('cost', index)
    else if (isEnter) goTo('pieces', index + 1)
    else goTo(field, index + (event.key === 'ArrowDown' ? 1 : -1))
  }
  return (
    <GoodsNames products={rows.map(({ goodsName }) => goodsName.product)}>
      <CellTable
        label={w.opening}
        scroller={scroller}
        height={virtualizer.getTotalSize()}
        columns={[
          { head: w.goods },
          { head: w.sku, width: 150 },
          { head: w.shelfHead, width: 90 },
          { head: w.soldLately, width: 116, isRight: true },
          { head: w.openingPieces, width: 120, isRight: true },
          { head: w.openingCost, width: 150, isRight: true },
        ]}
      >
        {shown.map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          const draft = drafts.get(row.variantId) ?? draftOf(row)
          return (
            <CellRow
              key={row.variantId}
              start={start}
              onBlur={(event) => {
                if (!event.currentTarget.contains(event.relatedTarget)) leave(row)
              }}
            >
              <GoodsName goods={row.goodsName} />
              <span className="kode">{row.sku}</span>
              <span className="quiet">{row.shelf}</span>
              <span className="right">{formatNumber(row.soldLast90Days)}</span>
              <CellField
                label={w.piecesFor(row.label)}
                kind="number"
                place={`pieces/${index}`}
                value={draft.pieces}
                placeholder="–"
                error={isPiecesWrong(draft) ? parts.piecesUnreadable : undefined}
                onChange={(pieces) => write(row, { pieces })}
                onKeyDown={(event) => onKeyDown(event, 'pieces', index)}
              />
              <CellField
                label={w.costFor(row.label)}
                kind="number"
                place={`cost/${index}`}
                value={draft.cost}
                placeholder="Rp"
                error={isCostWrong(draft) ? parts.rupiahUnreadable : undefined}
                onChange={(cost) => write(row, { cost })}
                onKeyDown={(event) => onKeyDown(event, 'cost', index)}
              />
            </CellRow>
          )
        })}
      </CellTable>
    </GoodsNames>
  )
}
