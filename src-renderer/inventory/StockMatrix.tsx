// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of plain boxes; cells span and rows are placed by transform, one stop holds the focus
// biome-ignore-all lint/a11y/useFocusableInteractive: heads and sums are read, not walked
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { ChannelMark } from '../../src-shared/channels/stock-out.ts'
import type { StockRow, StockTotals } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { useSeesMoney } from '../base/use-me.ts'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { tableShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { MatrixLine } from './MatrixLine.tsx'
import { MatrixTotals } from './MatrixTotals.tsx'
import classes from './matrix.module.css'
import { type CellAt, movedCell } from './matrix-moves.ts'
import type { StockView } from './stock-address.ts'
import { headSizes, type StockLine, type StockSection } from './stock-lines.ts'

export interface StockMatrixProps {
  sections: readonly StockSection[]
  lines: readonly StockLine[]
  view: StockView
  totals: StockTotals | undefined
  /** The shops that list a product. */
  marksOf: (productId: string) => readonly ChannelMark[]
  /** Sums per size can stand only when every line is loaded. */
  isWhole: boolean
  at: CellAt | null
  /** Moves the cursor: by key, click or Tab. */
  onMove: (at: CellAt) => void
  /** Enter, or a second click. */
  onEdit: (row: StockRow) => void
  /** The form of the SKU being changed, laid over its cell. */
  editing: { variantId: string; form: ReactNode } | null
  onEndReached: (() => void) | undefined
}

/** Arrows act before a cell has the focus: whoever arrives at Stok walks on at once. */
const IN_TABLE = { reach: 'table' } as const

const LINE_HEIGHT = 41
const SECTION_HEIGHT = 27
const HEAD_HEIGHT = 31

type Item = { kind: 'section'; section: StockSection } | { kind: 'line'; line: StockLine; index: number }

/** Stock by category, goods and size. Arrows walk the cells, Enter changes one in place. */
export function StockMatrix(props: StockMatrixProps) {
  const { sections, lines, view, at, onMove } = props
  const w = useWords(stockWords)
  const scroller = useRef<HTMLDivElement>(null)
  const measured = useElementSize()
  const attach = useMergedRef(scroller, measured.ref)
  const items = useMemo(() => matrixItems(lines, sections), [lines, sections])
  const products = useMemo(() => lines.map(({ goods }) => goods.product), [lines])
  const head = headSizes(sections)
  const here = at ?? { line: 0, column: lines[0]?.cells.findIndex(Boolean) ?? 0 }
  const itemHere = items.findIndex((item) => item.kind === 'line' && item.index === here.line)
  const mustFocus = useRef(false)

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'section' ? SECTION_HEIGHT : LINE_HEIGHT),
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: 44,
    overscan: 10,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when the items change
  useLayoutEffect(() => virtualizer.measure(), [items])

  const shown = virtualizer.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const { onEndReached } = props
  useEffect(() => {
    if (onEndReached && items.length > 0 && last >= items.length - 20) onEndReached()
  }, [onEndReached, last, items.length])

  const scrollTo = virtualizer.scrollToIndex
  useLayoutEffect(() => {
    if (!mustFocus.current || itemHere < 0) return
    scrollTo(itemHere, { align: 'auto' })
    const cell = scroller.current?.querySelector<HTMLElement>('[data-here]')
    if (!cell) return
    mustFocus.current = false
    cell.focus({ preventScroll: true })
  })

  const move = (to: CellAt) => {
    mustFocus.current = true
    onMove(to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isInCell = event.target instanceof Element && event.target.matches('[data-sku-cell]')
    if (!isInCell || event.ctrlKey || event.metaKey || event.altKey) return
    const to = movedCell(event.key, here, lines, Math.max(1, Math.floor(measured.height / LINE_HEIGHT) - 2))
    const row = lines[here.line]?.cells[here.column]
    if (to) {
      event.preventDefault()
      move(to)
    } else if (event.key === 'Enter' && row) {
      event.preventDefault()
      props.onEdit(row)
    }
  }

  const step = (key: string) => {
    const to =
      at === null ? here : movedCell(key, here, lines, Math.max(1, Math.floor(measured.height / LINE_HEIGHT) - 2))
    if (to) move(to)
  }
  const seesMoney = useSeesMoney()
  useHotkey(tableShortcuts.up, () => step('ArrowUp'), IN_TABLE)
  useHotkey(tableShortcuts.down, () => step('ArrowDown'), IN_TABLE)
  useHotkey(tableShortcuts.left, () => step('ArrowLeft'), IN_TABLE)
  useHotkey(tableShortcuts.right, () => step('ArrowRight'), IN_TABLE)
  useHotkey(tableShortcuts.pageUp, () => step('PageUp'), IN_TABLE)
  useHotkey(tableShortcuts.pageDown, () => step('PageDown'), IN_TABLE)

  const columns = Math.max(
    ...sections.map(({ sizes }) => sizes.length),
    ...lines.map(({ layout, cells }) => (layout === 'captioned' ? cells.length : 1)),
    1,
  )
  const template = { '--columns': columns } as CSSProperties
  return (
    <GoodsNames products={products}>
      <div className={classes.frame} style={template} data-no-value={!seesMoney || undefined}>
        <div ref={attach} role="grid" aria-label={w.matrix} className={classes.scroller} onKeyDown={onKeyDown}>
          <div role="row" className={classes.head}>
            <div role="columnheader">{w.motif}</div>
            {head.length > 0 ? (
              <Sizes role="columnheader" sizes={head} columns={columns} />
            ) : (
              <div role="columnheader" style={{ gridColumn: `span ${columns}` }}>
                {w.sizes}
              </div>
            )}
            <div role="columnheader">{w.available}</div>
            <div role="columnheader" className={classes.spare}>
              {w.reserved}
            </div>
            <div role="columnheader" className={classes.spare}>
              {w.safety}
            </div>
            <div role="columnheader" className={classes.shelf}>
              {w.onHand}
            </div>
            <div role="columnheader">{seesMoney && w.value}</div>
          </div>
          <div role="rowgroup" className="placed-rows" style={{ height: virtualizer.getTotalSize() }}>
            {shown.map(({ index, start, key }) => {
              const item = items[index]
              if (!item) return null
              const place = { transform: `translateY(${start - HEAD_HEIGHT}px)` }
              if (item.kind === 'section')
                return (
                  <SectionHead
                    key={key}
                    section={item.section}
                    columns={columns}
                    namesSizes={head.length === 0}
                    hasSums={sections.length > 1 && props.isWhole}
                    style={place}
                  />
                )
              return (
                <MatrixLine
                  key={key}
                  line={item.line}
                  columns={columns}
                  view={view}
                  marks={marksOfLine(item.line, props.marksOf)}
                  style={place}
                  hereColumn={item.index === here.line ? here.column : null}
                  isMarked={at !== null}
                  editing={props.editing}
                  onCell={(column, row, isAgain) => {
                    if (isAgain) props.onEdit(row)
                    else move({ line: item.index, column })
                  }}
                />
              )
            })}
          </div>
          {props.totals && (
            <MatrixTotals
              sizes={lines.every(({ layout }) => layout === 'columns') ? head : []}
              columns={columns}
              lines={lines}
              view={view}
              isWhole={props.isWhole}
              totals={props.totals}
            />
          )}
        </div>
      </div>
    </GoodsNames>
  )
}

/** Of a product in several motifs, the marks of this motif's SKUs. */
function marksOfLine({ cells }: StockLine, marksOf: StockMatrixProps['marksOf']): readonly ChannelMark[] {
  const rows = cells.filter((row) => row !== null)
  const ids = new Set(rows.map(({ variantId }) => variantId))
  return rows[0] ? marksOf(rows[0].productId).filter(({ variantId }) => ids.has(variantId)) : []
}

const matrixItems = (lines: readonly StockLine[], sections: readonly StockSection[]): Item[] =>
  lines.flatMap((line, index): Item[] => {
    const item: Item = { kind: 'line', line, index }
    const section = sections[line.section]
    return section && lines[index - 1]?.section !== line.section ? [{ kind: 'section', section }, item] : [item]
  })

interface SectionHeadProps {
  section: StockSection
  columns: number
  /** Where sections have sizes of their own; otherwise the head of the table names them. */
  namesSizes: boolean
  hasSums: boolean
  style: CSSProperties
}

/** A category, or the part of one that shares its sizes: these over their columns, and its own sums. */
function SectionHead({ section, columns, namesSizes, hasSums, style }: SectionHeadProps) {
  const w = useWords(stockWords)
  const { sizes, sums, category } = section
  const seesMoney = useSeesMoney()
  return (
    <div role="row" className={classes.section} style={style}>
      <div role="rowheader">{category || w.noCategory}</div>
      {namesSizes && sizes.length > 0 ? (
        <Sizes role="gridcell" sizes={sizes} columns={columns} />
      ) : (
        <div role="gridcell" style={{ gridColumn: `span ${columns}` }} />
      )}
      {hasSums &&
        [sums.available, sums.reserved, sums.safetyStock, sums.onHand].map((sum, index) => (
          <div role="gridcell" key={index} className={[undefined, classes.spare, classes.spare, classes.shelf][index]}>
            {formatNumber(sum)}
          </div>
        ))}
      {hasSums && <div role="gridcell">{seesMoney && formatRupiah(sums.value)}</div>}
    </div>
  )
}

/** Sizes over their columns; what is left of the widest section stays empty. */
const Sizes = ({ role, sizes, columns }: { role: string; sizes: readonly string[]; columns: number }) => (
  <>
    {sizes.map((size) => (
      <div role={role} key={size}>
        {size}
      </div>
    ))}
    {sizes.length < columns && <div role={role} style={{ gridColumn: `span ${columns - sizes.length}` }} />}
  </>
)
