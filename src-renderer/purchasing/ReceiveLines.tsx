import { Stack } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { rupiahText } from '../design/fields/rupiah-entry.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { RemoveButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import { CellField, goToPlace } from '../design/table/CellField.tsx'
import { CellRow, CellTable } from '../design/table/CellTable.tsx'
import {
  priceOf,
  quantityOf,
  type ReceiptMissing,
  type ReceiptSums,
  type ReceiveForm,
  type ReceiveLine,
} from './receive-form.ts'

export interface ReceiveLinesProps {
  form: ReceiveForm
  sums: ReceiptSums
  missing: ReceiptMissing | null
  onLine: (variantId: Id, change: Partial<ReceiveLine>) => void
  onRemove: (variantId: Id) => void
  /** Enter in the price: back to the finder for the next goods. */
  onLineDone: () => void
}

/** The goods received with quantity and price, and what a piece costs on the shelf once extra cost is spread. */
export function ReceiveLines({ form, sums, missing, onLine, onRemove, onLineDone }: ReceiveLinesProps) {
  const w = useWords(purchasesWords)
  const parts = useWords(partsWords)
  const onKeyDown = (event: KeyboardEvent, field: 'quantity' | 'price', index: number) => {
    if (event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const line = form.lines[index]
    if (step !== 0) {
      event.preventDefault()
      const next = form.lines[index + step]
      if (next) goToPlace(`${field}/${next.variantId}`)
    } else if (event.key === 'Enter' && line) {
      event.preventDefault()
      if (field === 'quantity') goToPlace(`price/${line.variantId}`)
      else onLineDone()
    }
  }
  return (
    <>
      <GoodsNames products={form.lines.map(({ goodsName }) => goodsName.product)}>
        <CellTable
          label={w.lines}
          columns={[
            { head: w.goods },
            { head: w.quantity, width: 100, isRight: true },
            { head: w.price, width: 124, isRight: true },
            { head: w.sum, width: 116, isRight: true },
            { head: w.landedHead, width: 106, isRight: true },
            { head: '', width: 30 },
          ]}
          empty={form.lines.length === 0 && w.noLines}
          total={
            <>
              <span>{w.linesTotal(formatNumber(form.lines.length), formatNumber(sums.pieces))}</span>
              <span />
              <span />
              <span className="right">{formatRupiah(sums.goods)}</span>
            </>
          }
        >
          {form.lines.map((line, index) => {
            const pieces = quantityOf(line)
            const sum = sums.lines[index]
            const isAsked = missing?.what === 'line' && missing.line.variantId === line.variantId
            return (
              <CellRow key={line.variantId}>
                <Stack component="span" gap={0} lh="17px" miw={0} fz={13}>
                  <GoodsName goods={line.goodsName} />
                  <span className="kode quiet">{line.sku}</span>
                </Stack>
                <CellField
                  label={w.quantityOf(line.label)}
                  kind="number"
                  place={`quantity/${line.variantId}`}
                  value={line.quantity}
                  error={pieces === null && (isAsked || line.quantity !== '') ? w.quantityUnreadable : undefined}
                  onChange={(quantity) => onLine(line.variantId, { quantity })}
                  onBlur={() => pieces !== null && onLine(line.variantId, { quantity: String(pieces) })}
                  onKeyDown={(event) => onKeyDown(event, 'quantity', index)}
                />
                <CellField
                  label={w.priceOf(line.label)}
                  kind="number"
                  place={`price/${line.variantId}`}
                  value={line.price}
                  placeholder="Rp"
                  error={priceOf(line) === null && (isAsked || line.price !== '') ? parts.rupiahUnreadable : undefined}
                  onChange={(price) => onLine(line.variantId, { price })}
                  onBlur={() => {
                    const price = priceOf(line)
                    if (price !== null) onLine(line.variantId, { price: rupiahText(price) })
                  }}
                  onKeyDown={(event) => onKeyDown(event, 'price', index)}
                />
                <span className="right">{formatRupiah(sum?.value ?? 0)}</span>
                <span className="right">
                  {sum?.landedEach === null || sum === undefined ? '–' : formatRupiah(sum.landedEach)}
                </span>
                <RemoveButton label={w.remove(line.label)} onAct={() => onRemove(line.variantId)} />
              </CellRow>
            )
          })}
        </CellTable>
      </GoodsNames>
      {missing?.what === 'line' && (
        <p className="bad" style={{ padding: '8px 20px' }} role="alert">
          {w.lineIncomplete(missing.line.label)}
        </p>
      )}
    </>
  )
}
