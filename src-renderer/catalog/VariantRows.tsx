import { Center, Group } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { readRupiah, rupiahText } from '../design/fields/rupiah-entry.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { RemoveButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { CellField, goToPlace } from '../design/table/CellField.tsx'
import { CELL_ROW, CellRow, CellTable } from '../design/table/CellTable.tsx'
import { pricesBelowCost } from './below-cost.ts'
import { optionName, type ProductForm, rowsOf, type VariantText } from './product-form.ts'
import { isPiecesWrong, isPriceWrong } from './product-problems.ts'
import classes from './products.module.css'

const COLUMNS = ['sku', 'barcode', 'shelf', 'price', 'reorderPoint', 'safetyStock'] as const
type ColumnId = (typeof COLUMNS)[number]
const KINDS = {
  sku: 'code',
  barcode: 'code',
  shelf: 'text',
  price: 'number',
  reorderPoint: 'number',
  safetyStock: 'number',
} as const
/** In px. */
const WIDTHS = { sku: 152, barcode: 126, shelf: 64, price: 92, reorderPoint: 66, safetyStock: 70 }

/** A scan fills the row that holds the focus, else the first one without a barcode, so that none is lost unseen. */
function placeForBarcode(rows: readonly VariantText[]): number {
  const place = document.activeElement?.getAttribute('data-place') ?? ''
  const here = rows.findIndex(({ id }) => place.endsWith(`/${id}`))
  return here >= 0 ? here : rows.findIndex(({ barcode }) => barcode === '')
}

export interface VariantRowsProps {
  form: ProductForm
  newest: RefObject<ProductForm>
  onChange: (variants: readonly VariantText[]) => void
  /** The cell a refusal speaks of. */
  refused: { row: string; column: 'sku' | 'barcode' } | null
}

/** The SKUs as a sheet: Enter and arrows move, Ctrl+D fills a column down, a scan fills the barcode of this row. */
export function VariantRows({ form, newest, onChange, refused }: VariantRowsProps) {
  const w = useWords(productsWords)
  const variants = rowsOf(form)
  const scroller = useRef<HTMLDivElement>(null)
  const [remark, setRemark] = useState('')
  const heads = {
    sku: w.sku,
    barcode: w.barcode,
    shelf: w.shelf,
    price: w.price,
    reorderPoint: w.reorderShort,
    safetyStock: w.safetyShort,
  }
  const virtualizer = useVirtualizer({
    count: variants.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_ROW,
    scrollPaddingStart: 30,
    overscan: 10,
  })
  const goTo = (column: ColumnId, index: number) => {
    const to = newest.current.variants[index]
    if (!to) return
    virtualizer.scrollToIndex(index, { align: 'auto' })
    goToPlace(`${column}/${to.id}`)
  }
  const write = (id: string, change: Partial<VariantText>) =>
    onChange(newest.current.variants.map((each) => (each.id === id ? { ...each, ...change } : each)))
  useScanner(
    (code) => {
      const rows = newest.current.variants
      const known = rows.findIndex(({ barcode }) => barcode === code)
      const at = known >= 0 ? known : placeForBarcode(rows)
      const row = rows[at]
      if (!row) return
      setRemark(known >= 0 ? w.barcodeHere(code, optionName(row) || w.oneSku) : '')
      if (known < 0) write(row.id, { barcode: code })
      goTo('barcode', known < 0 && at + 1 < rows.length ? at + 1 : at)
    },
    variants.length > 0 && !form.isBundle,
  )

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, column: ColumnId, index: number) => {
    const isCtrl = event.ctrlKey || event.metaKey
    if (isCtrl && event.key.toLowerCase() === 'd' && column !== 'sku' && column !== 'barcode') {
      event.preventDefault()
      const value = variants[index]?.[column] ?? ''
      onChange(variants.map((each, at) => (at > index ? { ...each, [column]: value } : each)))
    } else if (!isCtrl && (event.key === 'Enter' || event.key === 'ArrowDown')) {
      event.preventDefault()
      goTo(column, index + 1)
    } else if (!isCtrl && event.key === 'ArrowUp') {
      event.preventDefault()
      goTo(column, index - 1)
    }
  }
  const errorOf = (each: VariantText, column: ColumnId) => {
    if (refused?.row === each.id && refused.column === column) return w.skuTwice(each[column])
    if (column === 'price' && isPriceWrong(each.price)) return w.numberUnreadable(each.price)
    if ((column === 'reorderPoint' || column === 'safetyStock') && isPiecesWrong(each[column]))
      return w.numberUnreadable(each[column])
    return undefined
  }
  const settlePrice = (each: VariantText) => {
    const read = readRupiah(each.price)
    if (read.kind === 'amount' && rupiahText(read.amount) !== each.price)
      write(each.id, { price: rupiahText(read.amount) })
  }
  const belowCost = new Set(pricesBelowCost(variants).map(({ row }) => row.id))
  const firstWrong = variants.flatMap((each) => COLUMNS.map((column) => errorOf(each, column))).find(Boolean)
  if (variants.length === 0)
    return (
      <Center flex={1} p="lg" ta="center" c="dimmed">
        {w.noVariants}
      </Center>
    )
  return (
    <>
      <Group p="8px 20px 6px" gap={12} className={classes.sheetTitle}>
        <strong>{w.variants(formatNumber(variants.length))}</strong>
        <span className="quiet" role="status">
          {remark || firstWrong || w.variantsHelp}
        </span>
      </Group>
      <CellTable
        label={w.variants(formatNumber(variants.length))}
        scroller={scroller}
        height={virtualizer.getTotalSize()}
        columns={[
          { head: w.option },
          ...COLUMNS.flatMap((column) => [
            { head: heads[column], width: WIDTHS[column], isRight: KINDS[column] === 'number' },
            ...(column === 'price' ? [{ head: w.cost, width: 88, isRight: true }] : []),
          ]),
          { head: '', width: 30 },
        ]}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const each = variants[index]
          if (!each) return null
          const option = optionName(each)
          const name = option || w.oneSku
          return (
            <CellRow key={each.id} start={start}>
              {option === '' ? (
                <span className="cut">{name}</span>
              ) : (
                <GoodsName
                  goods={{ product: '', motif: each.motif, colour: each.colour, size: each.size }}
                  title={name}
                />
              )}
              {COLUMNS.map((column) => (
                <Fragment key={column}>
                  <CellField
                    label={w.field(heads[column], name)}
                    kind={KINDS[column]}
                    place={`${column}/${each.id}`}
                    value={each[column]}
                    maxLength={column === 'barcode' ? 128 : column === 'shelf' ? 30 : 60}
                    error={errorOf(each, column)}
                    onChange={(typed) => write(each.id, { [column]: typed })}
                    {...(column === 'price' ? { onBlur: () => settlePrice(each) } : {})}
                    onKeyDown={(event) => onKeyDown(event, column, index)}
                  />
                  {column === 'price' && (
                    <span className={belowCost.has(each.id) ? 'right bad' : 'right quiet'}>
                      {each.rest.averageCost === null ? '–' : formatRupiah(each.rest.averageCost)}
                    </span>
                  )}
                </Fragment>
              ))}
              {variants.length > 1 ? (
                <RemoveButton
                  label={w.removeVariant(name)}
                  onAct={() => onChange(variants.filter(({ id }) => id !== each.id))}
                />
              ) : (
                <span />
              )}
            </CellRow>
          )
        })}
      </CellTable>
    </>
  )
}
