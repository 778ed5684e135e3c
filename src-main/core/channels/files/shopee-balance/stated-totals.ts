import type { WalletFile, WalletTotals } from '../../../../../src-shared/payouts/wallet-file.ts'
import { readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { headingTexts, normalHeading } from '../reading/heading-names.ts'

type Control = WalletFile['controls'][number]

/** What is told above the lines, by the label before it: `Total:` stands twice in reports of 2023, first of what came in. */
const LABELS: Readonly<Record<string, readonly (keyof WalletTotals & ('in' | 'out' | 'opening' | 'closing'))[]>> = {
  'total saldo masuk': ['in'],
  'total saldo keluar': ['out'],
  total: ['in', 'out'],
  awal: ['opening'],
  akhir: ['closing'],
}

const NAMES = {
  in: 'Total Saldo Masuk',
  out: 'Total Saldo Keluar',
  opening: 'Saldo Awal',
  closing: 'Saldo Akhir',
} as const

/** The totals that a report prints of itself beside what its lines come to. */
export function statedTotals(above: readonly SheetRow[], totals: WalletTotals): Control[] {
  const seen = new Map<string, number>()
  return above.flatMap((row) =>
    headingTexts(row).flatMap((text, column): Control[] => {
      const label = normalHeading(text)
      const whats = LABELS[label]
      if (!whats) return []
      const time = seen.get(label) ?? 0
      seen.set(label, time + 1)
      const what = whats[time]
      const stated = besides(row, column)
      if (what === undefined || stated === null) return []
      const computed = totals[what]
      if (computed === null) return []
      return [{ name: NAMES[what], stated: what === 'out' ? -Math.abs(stated) : stated, computed }]
    }),
  )
}

/** The amount to the right of a label; to its left where the columns of the sheet were turned around. */
const besides = ({ cells }: SheetRow, column: number): number | null =>
  firstAmount(cells.slice(column + 1)) ?? firstAmount(cells.slice(0, column).reverse())

function firstAmount(cells: SheetRow['cells']): number | null {
  for (const cell of cells) {
    const content = contentOf(cell)
    if (content === null || content === '') continue
    return readSignedAmount(content).amount
  }
  return null
}
