import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import { openingCellWords } from '../../src-shared/inventory/opening.words.ts'
import type { CellTrouble } from '../../src-shared/inventory/opening-cells.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'
import { CellField, goToPlace } from '../design/table/CellField.tsx'
import { CELL_ROW, CellRow, CellTable } from '../design/table/CellTable.tsx'
import classes from './opening.module.css'
import { type OpeningColumn, readDraft } from './opening-draft.ts'
import { sheetItems } from './opening-items.ts'
import type { FillReach, OpeningSheet } from './use-opening-sheet.ts'

/** The cell that acts are about: the one that has, or last had, the focus, and how far it was marked from there. */
export interface OpeningPlace {
  row: OpeningStockRow
  column: OpeningColumn
  to: OpeningStockRow
}

export interface OpeningRowsProps {
  sheet: OpeningSheet
  /** The SKU whose row shall be entered; a new object enters it again. */
  goal: { variantId: Id } | null
  onPlace: (place: OpeningPlace) => void
}

/** Where Ctrl+D goes from a place: over the marked cells, when there are any. */
export const markedReach = ({ row, to }: OpeningPlace): FillReach | null =>
  row.variantId === to.variantId ? null : { from: row.variantId, to: to.variantId }

/**
 * Product by product, two fields a row; Enter goes right, then to the next row, arrows up and down, with Shift they mark. What
 * is typed beside a product's name goes to all its SKUs.
 */
export function OpeningRows({ sheet, goal, onPlace }: OpeningRowsProps) {
  const w = useWords(stockWords)
  const { rows, onEndReached } = sheet
  const items = useMemo(() => sheetItems(rows), [rows])
  const products = useMemo(() => rows.map(({ goodsName }) => goodsName.product), [rows])
  const scroller = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<OpeningPlace | null>(null)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_ROW,
    scrollPaddingStart: 30,
    overscan: 12,
  })
  const shown = virtualizer.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (onEndReached && last >= items.length - 15) onEndReached()
  }, [onEndReached, last, items.length])

  const goTo = (column: OpeningColumn, row: OpeningStockRow | undefined) => {
    if (!row) return
    const at = items.findIndex((item) => item.kind === 'row' && item.row.variantId === row.variantId)
    virtualizer.scrollToIndex(at, { align: 'auto' })
    goToPlace(`${column}/${row.variantId}`)
  }
  /** From the head of a product on: right, then to the next one. */
  const goToHead = (column: OpeningColumn, productId: Id) => {
    const heads = items.flatMap((item, at) => (item.kind === 'product' ? [{ productId: item.productId, at }] : []))
    const here = heads.findIndex((head) => head.productId === productId)
    const to = column === 'pieces' ? heads[here] : heads[here + 1]
    if (!to) return
    virtualizer.scrollToIndex(to.at, { align: 'auto' })
    goToPlace(`${column === 'pieces' ? 'cost' : 'pieces'}/all/${to.productId}`)
  }
  const entered = useRef<object | null>(null)
  useEffect(() => {
    const row = goal && rows.find(({ variantId }) => variantId === goal.variantId)
    if (!row || entered.current === goal) return
    entered.current = goal
    goTo(row.pieces === null ? 'pieces' : 'cost', row)
  })

  const mark = (next: OpeningPlace) => {
    setPlace(next)
    onPlace(next)
  }
  const isMarked = (column: OpeningColumn, index: number) => {
    if (!place || place.column !== column || markedReach(place) === null) return false
    const ends = [place.row, place.to].map(({ variantId }) => rows.findIndex((each) => each.variantId === variantId))
    return index >= Math.min(...ends) && index <= Math.max(...ends)
  }
  const onKeyDown = (event: KeyboardEvent, column: OpeningColumn, row: OpeningStockRow, index: number) => {
    const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!isEnter && step === 0) return
    event.preventDefault()
    if (step !== 0 && event.shiftKey) {
      const from = place && place.column === column ? place : { row, column, to: row }
      const to = rows[rows.findIndex(({ variantId }) => variantId === from.to.variantId) + step]
      if (to) mark({ ...from, to })
    } else if (step !== 0) goTo(column, rows[index + step])
    else if (column === 'pieces') goTo('cost', row)
    else if (rows[index + 1]) goTo('pieces', rows[index + 1])
    else {
      // the last row has no next one to go to; it is saved where it stands
      sheet.settle(row)
      sheet.leave(row)
      void sheet.saving.flush()
    }
  }
  return (
    <GoodsNames products={products}>
      <CellTable
        label={w.opening}
        scroller={scroller}
        height={virtualizer.getTotalSize()}
        columns={[
          { head: w.goods },
          { head: w.sku, width: 190 },
          { head: w.shelfHead, width: 60 },
          { head: w.soldLately, width: 104, isRight: true },
          { head: w.sellingPrice, width: 96, isRight: true },
          { head: w.openingPieces, width: 96, isRight: true },
          { head: w.openingCost, width: 120, isRight: true },
        ]}
      >
        {shown.map(({ index, start }) => {
          const item = items[index]
          if (!item) return null
          if (item.kind === 'product')
            return (
              <ProductHead
                key={item.productId}
                item={item}
                start={start}
                onFill={sheet.fillProduct}
                onDone={(column) => goToHead(column, item.productId)}
              />
            )
          const { row, at, isAlone } = item
          const draft = sheet.draft(row)
          const { troubles } = readDraft(row, draft)
          return (
            <CellRow
              key={row.variantId}
              start={start}
              onBlur={(event) => {
                if (!event.currentTarget.contains(event.relatedTarget)) sheet.leave(row)
              }}
            >
              <span className={isAlone ? undefined : classes.option}>
                <GoodsName goods={isAlone ? row.goodsName : { ...row.goodsName, product: '' }} title={row.label} />
              </span>
              <span className="kode cut" title={row.sku}>
                {row.sku}
              </span>
              <span className="quiet">{row.shelf}</span>
              <span className="right">{formatNumber(row.soldLast90Days)}</span>
              <span className="right quiet">{row.price > 0 ? formatRupiah(row.price) : '–'}</span>
              {(['pieces', 'cost'] as const).map((column) => (
                <OpeningCell
                  key={column}
                  column={column}
                  label={column === 'pieces' ? w.piecesFor(row.label) : w.costFor(row.label)}
                  place={row.variantId}
                  value={draft[column]}
                  trouble={troubles[column]}
                  isMarked={isMarked(column, at)}
                  onChange={(typed) => sheet.write(row, { [column]: typed })}
                  onBlur={() => sheet.settle(row)}
                  onFocus={() => mark({ row, column, to: row })}
                  onShiftClick={() => place?.column === column && mark({ ...place, to: row })}
                  onKeyDown={(event) => onKeyDown(event, column, row, at)}
                  onPasteTable={(text) => void sheet.paste(row, column, text)}
                />
              ))}
            </CellRow>
          )
        })}
      </CellTable>
    </GoodsNames>
  )
}

interface OpeningCellProps {
  column: OpeningColumn
  label: string
  place: string
  value: string
  trouble: CellTrouble | undefined
  isMarked: boolean
  onChange: (typed: string) => void
  onBlur: () => void
  onFocus: () => void
  onShiftClick: () => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onPasteTable: (text: string) => void
}

function OpeningCell({ column, trouble, place, onShiftClick, onPasteTable, ...cell }: OpeningCellProps) {
  const words = useWords(openingCellWords)
  return (
    <CellField
      {...cell}
      kind="number"
      place={`${column}/${place}`}
      placeholder={column === 'pieces' ? '–' : 'Rp'}
      error={trouble && `${cell.value} ${words[trouble]}`}
      onMouseDown={(event) => {
        if (!event.shiftKey) return
        event.preventDefault()
        onShiftClick()
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (!/[\t\n\r]/.test(text.trimEnd())) return
        event.preventDefault()
        onPasteTable(text)
      }}
    />
  )
}

interface ProductHeadProps {
  item: { productId: Id; name: string; count: number }
  start: number
  onFill: (productId: Id, column: OpeningColumn, typed: string) => Promise<void>
  /** Enter was pressed in a field. */
  onDone: (column: OpeningColumn) => void
}

/** A product above its SKUs, with two fields that fill all of them at once. */
function ProductHead({ item: { productId, name, count }, start, onFill, onDone }: ProductHeadProps) {
  const w = useWords(stockWords)
  const [typed, setTyped] = useState({ pieces: '', cost: '' })
  const fill = (column: OpeningColumn) => {
    const value = typed[column]
    if (value.trim() === '') return
    setTyped({ ...typed, [column]: '' })
    void onFill(productId, column, value)
  }
  const field = (column: OpeningColumn, label: string, hint: string) => (
    <CellField
      label={label}
      kind="number"
      place={`${column}/all/${productId}`}
      value={typed[column]}
      placeholder={hint}
      onChange={(value) => setTyped({ ...typed, [column]: value })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        fill(column)
        onDone(column)
      }}
      onBlur={() => fill(column)}
    />
  )
  return (
    <CellRow start={start} isHead>
      <strong className={classes.product}>
        <GoodsName goods={{ product: name, motif: '', colour: '', size: '' }} />
      </strong>
      <span className="quiet">{w.skus(formatNumber(count))}</span>
      <span />
      <span />
      <span className="quiet right small">{w.forAll}</span>
      {field('pieces', w.piecesForAll(name), w.all)}
      {field('cost', w.costForAll(name), 'Rp / %')}
    </CellRow>
  )
}
