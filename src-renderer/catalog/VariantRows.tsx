import { Center, Group } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { openingCellWords } from '../../src-shared/inventory/opening.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { receiptPath } from '../base/use-way-to-cost.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { readRupiah, rupiahText } from '../design/fields/rupiah-entry.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { RemoveButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { CellField, goToPlace } from '../design/table/CellField.tsx'
import { CELL_ROW, CellRow, CellTable } from '../design/table/CellTable.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { pricesBelowCost } from './below-cost.ts'
import { catalogShortcuts } from './catalog.shortcuts.ts'
import {
  NOTHING_STANDS,
  openingOf,
  openingText,
  optionName,
  type ProductForm,
  rowsOf,
  type VariantText,
  withPhoto,
} from './product-form.ts'
import { isPiecesWrong, isPriceWrong, openingTrouble } from './product-problems.ts'
import { VariantPhoto } from './VariantPhoto.tsx'
import { COLUMNS, type ColumnId, headsOf, KINDS, MOST, type SheetView, WIDTHS } from './variant-columns.ts'

/** A scan fills the row that holds the focus, else the first one without a barcode, so that none is lost unseen. */
function placeForBarcode(rows: readonly VariantText[]): number {
  const place = document.activeElement?.getAttribute('data-place') ?? ''
  const here = rows.findIndex(({ id }) => place.endsWith(`/${id}`))
  return here >= 0 ? here : rows.findIndex(({ barcode }) => barcode === '')
}

export interface VariantRowsProps {
  form: ProductForm
  view: SheetView
  onView: (view: SheetView) => void
  newest: RefObject<ProductForm>
  onChange: (variants: readonly VariantText[]) => void
  /** The cell a refusal speaks of. */
  refused: { row: string; column: 'sku' | 'barcode' } | null
  /** Leads away from the form, after asking when something was typed. */
  onGo: (path: string) => void
}

/** The SKUs as a sheet: Enter and arrows move, Ctrl+D fills a column down, a scan fills the barcode of this row. */
export function VariantRows({ form, view, onView, newest, onChange, refused, onGo }: VariantRowsProps) {
  const w = useWords(productsWords)
  const cellWords = useWords(openingCellWords)
  const variants = rowsOf(form)
  const scroller = useRef<HTMLDivElement>(null)
  const [remark, setRemark] = useState('')
  const heads = headsOf(w)
  // the stock of a bundle is that of its parts
  const columns: readonly ColumnId[] =
    view === 'stock' && form.isBundle ? ['reorderPoint', 'safetyStock'] : COLUMNS[view]
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
      onView('codes')
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
    if (column === 'openingPieces' || column === 'openingCost') {
      const why = openingTrouble(each, column)
      return why && `${each[column]} ${cellWords[why]}`
    }
    return undefined
  }
  /** What was typed as it will be kept: `60rb` is 60.000, `60%` the rupiah it comes to. */
  const settle = (each: VariantText, column: ColumnId) => {
    const read = column === 'price' && readRupiah(each.price)
    const settled =
      column === 'openingCost' && !openingTrouble(each, column)
        ? openingText(openingOf(each)).openingCost
        : read && read.kind === 'amount'
          ? rupiahText(read.amount)
          : each[column]
    if (settled !== each[column]) write(each.id, { [column]: settled })
  }
  useHotkey(catalogShortcuts.editor.stockView, () => onView(view === 'stock' ? 'codes' : 'stock'), {
    inFields: true,
    enabled: variants.length > 0,
  })
  // a motif that all of them have tells no two apart, and takes the room of what does
  const isOneMotif = new Set(variants.map(({ motif }) => motif)).size === 1
  const belowCost = new Set(pricesBelowCost(variants).map(({ row }) => row.id))
  const firstWrong = variants.flatMap((each) => columns.map((column) => errorOf(each, column))).find(Boolean)
  if (variants.length === 0)
    return (
      <Center flex={1} p="lg" ta="center" c="dimmed">
        {w.noVariants}
      </Center>
    )
  return (
    <>
      <Group p="8px 20px 6px" gap={12} flex="none" className="line-above">
        <strong>{w.variants(formatNumber(variants.length))}</strong>
        <SegmentedTabs
          label={w.sheets}
          items={[
            { id: 'codes', label: w.codesView },
            { id: 'stock', label: w.stockView },
          ]}
          value={view}
          onChange={onView}
        />
        <Kbd keys={catalogShortcuts.editor.stockView.keys} />
        <span className="quiet" role="status">
          {remark || firstWrong || (view === 'stock' && !form.isBundle ? w.stockHelp : w.variantsHelp)}
        </span>
      </Group>
      <CellTable
        label={w.variants(formatNumber(variants.length))}
        scroller={scroller}
        height={virtualizer.getTotalSize()}
        columns={[
          { head: '', width: 30 },
          { head: w.option },
          ...columns.flatMap((column) => [
            { head: heads[column], width: WIDTHS[column], most: MOST[column], isRight: KINDS[column] === 'number' },
            ...(column === 'price' ? [{ head: w.cost, width: 92, isRight: true }] : []),
            ...(column === 'openingCost'
              ? [
                  { head: w.stockNow, width: 62, isRight: true },
                  { head: w.costNow, width: 112, isRight: true },
                ]
              : []),
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
              <VariantPhoto
                row={each}
                form={form}
                onPhoto={(photoId) => onChange(withPhoto(newest.current.variants, each, photoId))}
                onTrouble={setRemark}
              />
              {option === '' ? (
                <span className="cut">{name}</span>
              ) : (
                <GoodsName
                  goods={{
                    product: '',
                    motif: isOneMotif && (each.colour || each.size) ? '' : each.motif,
                    colour: each.colour,
                    size: each.size,
                  }}
                  title={name}
                />
              )}
              {columns.map((column) => (
                <Fragment key={column}>
                  <CellField
                    label={w.field(heads[column], name)}
                    kind={KINDS[column]}
                    place={`${column}/${each.id}`}
                    value={each[column]}
                    maxLength={column === 'barcode' ? 128 : column === 'shelf' ? 30 : 60}
                    error={errorOf(each, column)}
                    onChange={(typed) => write(each.id, { [column]: typed })}
                    onBlur={() => settle(each, column)}
                    {...(column === 'openingCost' ? { placeholder: 'Rp / %' } : {})}
                    onKeyDown={(event) => onKeyDown(event, column, index)}
                  />
                  {column === 'price' && (
                    <span className={belowCost.has(each.id) ? 'right bad' : 'right quiet'}>{costText(each)}</span>
                  )}
                  {column === 'openingCost' && <StandingNow row={each} name={name} onGo={onGo} />}
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

const costText = (each: VariantText): string => {
  const cost = each.rest.averageCost ?? openingOf(each).unitCost
  return cost === null ? '–' : formatRupiah(cost)
}

/** What lies on the shelf now and what a piece costs; each leads to where it is changed: a count, or the goods that bring their cost. */
function StandingNow({ row, name, onGo }: { row: VariantText; name: string; onGo: (path: string) => void }) {
  const w = useWords(productsWords)
  const { onHand, missing } = row.stands
  return (
    <>
      <span className="right">
        {row.stands === NOTHING_STANDS ? (
          <span className="quiet">–</span>
        ) : (
          <ActionButton
            label={formatNumber(onHand)}
            title={w.changeStockOf(name)}
            size="small"
            kind="quiet"
            onAct={() => onGo(`/stok?sku=${row.id}`)}
          />
        )}
      </span>
      {missing === null ? (
        <span className="right quiet">{costText(row)}</span>
      ) : (
        <span className="right">
          {missing.costComesWith === 'goods' ? (
            <ActionButton
              label={w.costWithGoods}
              title={w.costWithGoodsOf(formatNumber(missing.pieces), name)}
              size="small"
              onAct={() => onGo(receiptPath([{ variantId: row.id, pieces: missing.pieces }]))}
            />
          ) : (
            <span className="bad" title={w.costMissingOf(formatNumber(missing.pieces), name)}>
              {w.costMissing}
            </span>
          )}
        </span>
      )}
    </>
  )
}
