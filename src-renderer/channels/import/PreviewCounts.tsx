import { Flex, Text } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconEqual,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ImportOutcome, StagedFile } from '../../../src-shared/channels/channels.ts'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../design/Card.tsx'
import { StackedBar } from '../../design/charts/StackedBar.tsx'
import { useWords } from '../../design/language.tsx'
import type { Column } from '../../design/table/columns.ts'
import { DataTable } from '../../design/table/DataTable.tsx'

const FILLS = { added: 'nila', changed: 'soga-isi', unchanged: 'garis2', problems: 'mengkudu' } as const

type Part = 'added' | 'changed' | 'unchanged' | 'problems'
interface Row {
  part: Part
  icon: Icon
  tone: string
  label: string
  orders: number
  lines: number
  /** Null when none of its rows tells an amount. */
  grossSales: number | null
  does: string
}

/** What is new, changed, the same and kept out, added up and compared with what the file itself says. */
export function PreviewCounts({ file, outcome }: { file: StagedFile; outcome: ImportOutcome }) {
  const w = useWords(importWords)
  const unread = file.keptOut.rowsWithoutAmount
  const isUnread = unread > 0 && unread === file.keptOut.rows
  const rows: Row[] = [
    { part: 'added', icon: IconPlus, tone: 'nila-teks', label: w.added, ...outcome.added, does: w.addedDoes },
    { part: 'changed', icon: IconPencil, tone: 'soga', label: w.changed, ...outcome.changed, does: w.changedDoes },
    {
      part: 'unchanged',
      icon: IconEqual,
      tone: 'abu',
      label: w.unchanged,
      ...outcome.unchanged,
      does: w.unchangedDoes,
    },
    {
      part: 'problems',
      icon: IconAlertTriangle,
      tone: 'mengkudu',
      label: w.problems,
      ...outcome.problems,
      grossSales: isUnread ? null : file.keptOut.grossSales,
      does: unread > 0 ? w.problemsDoPartly(formatNumber(unread)) : w.problemsDo,
    },
  ]
  const columns = useMemo(() => countColumns(w), [w])
  const sum = (key: 'orders' | 'lines' | 'grossSales') => rows.reduce((total, row) => total + (row[key] ?? 0), 0)
  const takenIn = { orders: sum('orders') - outcome.problems.orders, lines: sum('lines') - outcome.problems.lines }
  const isProven = takenIn.orders === file.totals.orders && takenIn.lines === file.totals.rows
  const { totals } = file
  return (
    <>
      <StackedBar
        parts={rows.map(({ part, orders }) => ({ id: part, amount: orders, fill: FILLS[part] }))}
        isTall
        role="img"
        aria-label={w.bar}
      />
      <Card isFlush>
        <DataTable
          label={w.contents}
          rows={rows}
          rowId={(row) => row.part}
          columns={columns}
          size="fit"
          totals={{
            label: w.sum,
            cells: {
              orders: formatNumber(sum('orders')),
              lines: formatNumber(sum('lines')),
              grossSales: formatRupiah(sum('grossSales')),
              does: isProven ? (
                <Flex component="span" align="center" gap={6} fw={600} className="good">
                  <IconCircleCheckFilled size={15} aria-hidden />
                  {w.proofHolds}
                </Flex>
              ) : (
                <Flex component="span" align="center" gap={6} fw={600} className="bad">
                  <IconAlertTriangle size={15} aria-hidden />
                  {w.proofFails(formatNumber(totals.orders), formatNumber(totals.rows))}
                </Flex>
              ),
            },
          }}
        />
      </Card>
      <Text component="p" mt={6} fz="sm" c="dimmed" style={{ marginTop: 0 }}>
        {(file.keptOut.rows > 0 ? w.readableSays : w.fileSays)(
          formatNumber(totals.rows),
          formatNumber(totals.orders),
          formatNumber(totals.pieces),
          formatRupiah(totals.goodsValue),
        )}{' '}
        {totals.buyerPayment > 0 && w.buyersPaid(formatRupiah(totals.buyerPayment))}
      </Text>
    </>
  )
}

const countColumns = (w: (typeof importWords)['id']): Column<Row>[] => [
  {
    id: 'part',
    head: w.contents,
    kind: 'text',
    width: { share: 1, least: 130 },
    value: (row) => row.label,
    cell: (row) => (
      <Flex component="span" align="center" gap={8} fw={650}>
        <row.icon size={16} aria-hidden style={{ color: `var(--lb-${row.tone})` }} />
        {row.label}
      </Flex>
    ),
  },
  { id: 'orders', head: w.orders, kind: 'number', width: 80, isStrong: true, value: (row) => row.orders },
  { id: 'lines', head: w.lines, kind: 'number', width: 96, value: (row) => row.lines },
  {
    id: 'grossSales',
    head: w.grossSales,
    kind: 'money',
    width: 124,
    value: (row) => row.grossSales,
    cell: (row) => (row.grossSales === null ? <span title={w.amountUnread}>–</span> : formatRupiah(row.grossSales)),
  },
  {
    id: 'does',
    head: w.whatHappens,
    kind: 'text',
    width: { share: 2, least: 210 },
    value: (row) => row.does,
    isQuiet: true,
  },
]
