// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid of plain boxes
// biome-ignore-all lint/a11y/useFocusableInteractive: heads and sums are read, not walked

import { Popover } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import { goodsNameOf, wholeName } from '../../src-shared/catalog/goods-name.ts'
import type { ChannelMark } from '../../src-shared/channels/stock-out.ts'
import type { StockRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { useSeesMoney } from '../base/use-me.ts'
import { usePhoto } from '../base/use-photo.ts'
import { ChannelMarks } from '../design/ChannelMarks.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import classes from './matrix.module.css'
import { StockNumber } from './StockNumber.tsx'
import type { StockView } from './stock-address.ts'
import type { StockLine } from './stock-lines.ts'

export interface MatrixLineProps {
  line: StockLine
  columns: number
  view: StockView
  marks: readonly ChannelMark[]
  style: CSSProperties
  /** The column of the cursor when it stands in this line. */
  hereColumn: number | null
  /** False before anyone has chosen a cell: then the first one only holds the Tab stop. */
  isMarked: boolean
  editing: { variantId: string; form: ReactNode } | null
  /** `isAgain` when the cell was chosen already. */
  onCell: (column: number, row: StockRow, isAgain: boolean) => void
}

/** Goods of one motif: a cell a size, then the sums. */
export function MatrixLine(props: MatrixLineProps) {
  const { line, columns, view, marks, style, hereColumn, isMarked, editing, onCell } = props
  const w = useWords(stockWords)
  const photo = usePhoto(line.photoId)
  const { sums } = line
  const seesMoney = useSeesMoney()
  return (
    <div role="row" className={classes.line} style={style}>
      <div role="rowheader" className={classes.name}>
        {sums && (
          <>
            <GoodsPhoto name={line.whole.product} category={line.category} colour={line.whole.colour} src={photo} />
            <GoodsName goods={line.goods} title={wholeName({ ...line.whole, size: '' })} />
            <span className={classes.marks}>
              <ChannelMarks marks={marks} />
            </span>
          </>
        )}
      </div>
      {line.cells.map((row, column) => {
        if (!row) return <div role="gridcell" key={column} className={`${classes.cell} ${classes.none}`} />
        const isHere = hereColumn === column
        const cell = (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
          <div
            key={row.variantId}
            role="gridcell"
            className={classes.cell}
            style={line.layout === 'whole' ? { gridColumn: `span ${columns}` } : undefined}
            data-sku-cell
            data-sku={row.sku}
            data-state={row.state}
            data-here={isHere || undefined}
            data-marked={(isHere && isMarked) || undefined}
            tabIndex={isHere ? 0 : -1}
            aria-selected={isHere && isMarked}
            onClick={() => onCell(column, row, isHere && isMarked)}
          >
            <span className="hanya-terdengar">
              {w.cellName(
                wholeName(goodsNameOf(row)),
                formatNumber(row.available),
                formatNumber(shortageOf(row).onShelf),
              )}
            </span>
            <StockNumber row={row} view={view} caption={line.layout === 'captioned' ? row.size : null} />
          </div>
        )
        if (editing?.variantId !== row.variantId) return cell
        return (
          <Popover
            key={row.variantId}
            opened
            position="bottom-start"
            preventPositionChangeWhenVisible
            withinPortal
            trapFocus
            shadow="md"
            width={332}
          >
            <Popover.Target>{cell}</Popover.Target>
            <Popover.Dropdown p={14}>{editing.form}</Popover.Dropdown>
          </Popover>
        )
      })}
      {line.layout !== 'whole' && line.cells.length < columns && (
        <div role="gridcell" className={classes.none} style={{ gridColumn: `span ${columns - line.cells.length}` }} />
      )}
      {sums ? (
        <>
          <Sum isStrong>{formatNumber(sums.available)}</Sum>
          <Sum gives="spare">{dashed(sums.reserved)}</Sum>
          <Sum gives="spare">{dashed(sums.safetyStock)}</Sum>
          <Sum gives="shelf" isStrong>
            {formatNumber(sums.onHand)}
          </Sum>
          <Sum isInk>{seesMoney && formatRupiah(sums.value)}</Sum>
        </>
      ) : (
        <div role="gridcell" className={classes.rest} />
      )}
    </div>
  )
}

const dashed = (pieces: number) => (pieces === 0 ? '–' : formatNumber(pieces))

interface SumProps {
  children: ReactNode
  isStrong?: boolean
  isInk?: boolean
  /** Gives its room to the names where there is little; `spare` before `shelf`. */
  gives?: 'spare' | 'shelf'
}

const Sum = ({ children, isStrong, isInk, gives }: SumProps) => (
  <div
    role="gridcell"
    className={gives ? `${classes.sum} ${classes[gives]}` : classes.sum}
    data-strong={isStrong}
    data-ink={isInk}
  >
    {children}
  </div>
)
