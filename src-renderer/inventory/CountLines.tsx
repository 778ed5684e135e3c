import { Flex } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import type { BusinessDay } from '../../src-shared/kernel/business-day.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { readPieces } from '../../src-shared/kernel/written-pieces.ts'
import { api } from '../base/api.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { RemoveButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import { CellField } from '../design/table/CellField.tsx'
import { CellRow, CellTable } from '../design/table/CellTable.tsx'
import type { CountLine, CountSheet } from './count-sheet.ts'
import { signed, signedRupiah } from './signed.ts'
import { standingText } from './standing-text.ts'

export interface CountLinesProps {
  sheet: CountSheet
  day: BusinessDay
  onCount: (variantId: Id, counted: number | null) => void
  onRemove: (variantId: Id) => void
}

/** The count sheet; the books, the difference and its value appear only when counting is over. */
export function CountLines({ sheet, day, onCount, onRemove }: CountLinesProps) {
  const w = useWords(stockWords)
  const { lines, isComparing } = sheet
  const levels = useQueries({
    queries: lines.map(({ variantId }) =>
      api.inventory.level.queryOptions({ input: { variantId }, enabled: isComparing }),
    ),
  })
  const books = useQuery(
    api.inventory.booksWhenCounted.queryOptions({
      input: { day, lines: lines.map(({ variantId, countedAt }) => ({ variantId, countedAt })) },
      enabled: isComparing,
    }),
  )
  const bookOf = new Map(books.data?.map((book) => [book.variantId, book]))
  const compared = lines.map((line, index): ComparedProps => {
    const book = bookOf.get(line.variantId)
    const difference = book && line.counted !== null ? line.counted - book.expected : null
    const value = (difference ?? 0) * (levels[index]?.data?.averageCost ?? 0)
    return { expected: book?.expected ?? null, difference, value, left: book?.left ?? 0, came: book?.came ?? 0 }
  })
  const differing = compared.filter(({ difference }) => difference !== null && difference !== 0).length
  const total = compared.reduce((sum, { value }) => sum + value, 0)
  return (
    <GoodsNames products={lines.map(({ goodsName }) => goodsName.product)}>
      <CellTable
        label={w.sheet}
        columns={[
          { head: w.goods },
          { head: w.shelfHead, width: 100 },
          { head: w.countedPieces, width: 100, isRight: true },
          ...(isComparing
            ? [
                { head: w.expected, width: 210, isRight: true },
                { head: w.difference, width: 90, isRight: true },
                { head: w.differenceValue, width: 140, isRight: true },
              ]
            : []),
          { head: '', width: 32 },
        ]}
        total={
          isComparing && (
            <>
              <span>{w.countDifference(formatNumber(differing))}</span>
              <span />
              <span />
              <span />
              <span />
              <span className="right">{signedRupiah(total)}</span>
            </>
          )
        }
      >
        {lines.map((line, index) => (
          <CellRow key={line.variantId}>
            <Flex component="span" align="center" gap={10} miw={0}>
              <GoodsName goods={line.goodsName} />
              <span className="kode quiet">{line.sku}</span>
            </Flex>
            <span className="quiet">{line.shelf}</span>
            {isComparing ? (
              <span className="right">{line.counted === null ? '–' : formatNumber(line.counted)}</span>
            ) : (
              <CountField line={line} onCount={onCount} />
            )}
            {isComparing && <Compared {...compared[index]!} />}
            <RemoveButton label={w.remove(line.label)} onAct={() => onRemove(line.variantId)} />
          </CellRow>
        ))}
      </CellTable>
    </GoodsNames>
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
  left: number
  came: number
}

function Compared({ expected, difference, value, left, came }: ComparedProps) {
  const w = useWords(stockWords)
  return (
    <>
      <div className="right">
        {expected === null ? '–' : standingText(w, expected)}
        {left > 0 && <div className="quiet small">{w.leftSince(formatNumber(left))}</div>}
        {came > 0 && <div className="quiet small">{w.cameSince(formatNumber(came))}</div>}
      </div>
      <span className={(difference ?? 0) === 0 ? 'right' : 'right strong bad'}>
        {difference === null ? '–' : difference === 0 ? w.matches : signed(difference)}
      </span>
      <span className="right">{value === 0 ? '–' : signedRupiah(value)}</span>
    </>
  )
}
