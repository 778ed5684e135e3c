import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { headingTexts } from '../reading/heading-names.ts'
import { type Column, orderNumberOf, textOf } from '../reading/report-cells.ts'
import { type IncomeLayout, isOrderNumber, isViewBy, titleAt } from './income-layout.ts'
import { bareName, isOther, meaningOf } from './names.ts'

/** What a sheet of details says beside the income sheet, by order: parts of a column, the column again, or a group of them. */
export interface Details {
  /** Parts of the column of a meaning, each with its name; an order may stand there several times. */
  splits: Map<string, Map<string, Part[][]>>
  /** What a column or a group of columns comes to, told once more. */
  repeated: { of: string; isGroup: boolean; byOrder: Map<string, Rupiah> }[]
  /** Why what a courier took differs from what was expected. */
  shippingReasons: Map<string, string>
}

export interface Part {
  name: string
  amount: Rupiah
}

export const noDetails = (): Details => ({ splits: new Map(), repeated: [], shippingReasons: new Map() })

/** Reads the rows below the heading row of a sheet of details. */
export interface DetailSheet {
  add(row: SheetRow): void
}

interface KnownColumns {
  columns: ReadonlySet<string>
  groups: ReadonlySet<string>
}

/** What the income sheets of the file have, to tell what a sheet of details is about. */
export const knownColumns = (layouts: readonly IncomeLayout[]): KnownColumns => {
  const amounts = layouts.flatMap((layout) => layout.amounts)
  return {
    columns: new Set(amounts.map(({ name }) => meaningOf(name))),
    groups: new Set(amounts.map(({ group }) => bareName(group)).filter((group) => group !== '')),
  }
}

/** Sheets whose title row may be missing: their name says what they split. */
const BY_SHEET_NAME: readonly [RegExp, string][] = [
  [/^(service fee|biaya layanan)/i, 'Biaya Layanan'],
  [/^free returns?/i, 'Premi'],
]

/** The heading row of details by order; null when the row is none, or tells nothing about the income sheets. */
export function detailSheet(
  sheetName: string,
  row: SheetRow,
  above: SheetRow | undefined,
  known: KnownColumns,
  details: Details,
): DetailSheet | null {
  const columns = headingTexts(row).map((name, index) => ({ index, name: name.replace(/\s+/g, ' ') }))
  const orderNumber = columns.find(({ name }) => isOrderNumber(name))
  if (!orderNumber) return null
  const viewBy = columns.find(({ name }) => isViewBy(name)) ?? null
  const reason = columns.find(({ name }) => /^(discrepancy reason|alasan)/i.test(name)) ?? null
  const rest = columns.filter(
    (column) => column !== orderNumber && column !== viewBy && column.name !== '' && !isOther(column.name),
  )
  const bySheet = BY_SHEET_NAME.find(([pattern]) => pattern.test(sheetName))?.[1]
  const titleOf = (index: number): string => {
    const title = meaningOf(titleAt(above, index))
    if (known.columns.has(title)) return title
    const named = bySheet === undefined ? '' : meaningOf(bySheet)
    return known.columns.has(named) ? named : ''
  }
  const parts = new Map<string, Column[]>()
  const repeats: { column: Column; byOrder: Map<string, Rupiah> }[] = []
  for (const column of rest) {
    const title = titleOf(column.index)
    const isGroup = known.groups.has(bareName(column.name))
    const splitsItself = title !== '' && rest.length === 1 && title === meaningOf(column.name)
    if (title !== '' && !splitsItself) parts.set(title, [...(parts.get(title) ?? []), column])
    else if (isGroup || known.columns.has(meaningOf(column.name))) {
      const byOrder = new Map<string, Rupiah>()
      details.repeated.push({ of: isGroup ? bareName(column.name) : meaningOf(column.name), isGroup, byOrder })
      repeats.push({ column, byOrder })
    }
  }
  if (parts.size === 0 && repeats.length === 0 && !reason) return null
  return {
    add(row) {
      const order = orderNumberOf(row, orderNumber)
      if (order === '' || isProductRow(row, viewBy)) return
      for (const [title, columns] of parts) {
        const amounts = columns.map(({ index, name }) => ({ name, amount: amountIn(row, index) }))
        if (amounts.some(({ amount }) => amount === null)) continue
        const byOrder = details.splits.get(title) ?? new Map<string, Part[][]>()
        details.splits.set(title, byOrder)
        byOrder.set(order, [...(byOrder.get(order) ?? []), amounts as Part[]])
      }
      for (const { column, byOrder } of repeats) {
        const amount = amountIn(row, column.index)
        if (amount !== null) byOrder.set(order, (byOrder.get(order) ?? 0) + amount)
      }
      const why = textOf(row, reason)
      if (why !== '') details.shippingReasons.set(order, why.replace(/^alasan:\s*/i, ''))
    },
  }
}

/** Sheets that list orders and their products name each twice; only the order's own row counts. */
export const isProductRow = (row: SheetRow, viewBy: Column | null): boolean =>
  viewBy !== null && /^(sku|produk|product|item|variasi)/i.test(textOf(row, viewBy))

/** A blank or a dash is nothing; null for what is no amount. */
function amountIn(row: SheetRow, index: number): Rupiah | null {
  const { amount, style } = readSignedAmount(contentOf(row.cells[index]))
  return style === 'nothing' ? 0 : amount
}
