import type { ReactNode } from 'react'
import { formatDay, type Language } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ShortNames } from '../goods/ShortName.tsx'
import { useLocale } from '../language.tsx'
import { MoneyText } from '../MoneyText.tsx'
import { CodeText } from './CodeText.tsx'
import type { Column } from './columns.ts'
import { FileName } from './FileName.tsx'

/** The content of one cell: the column's own drawing, or the value in its one proper format. */
export function TableCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { language } = useLocale()
  return column.cell ? column.cell(row) : plainCell(column, row, language)
}

function plainCell<Row>(column: Column<Row>, row: Row, language: Language): ReactNode {
  switch (column.kind) {
    case 'text':
      return <span title={column.value(row)}>{column.value(row)}</span>
    case 'names':
      return <ShortNames names={column.value(row)} between={column.between} />
    case 'code':
      return <CodeText code={column.value(row)} />
    case 'file':
      return <FileName name={column.value(row)} />
    case 'number': {
      const value = column.value(row)
      return value === null ? '–' : formatNumber(value)
    }
    case 'date': {
      const day = column.value(row)
      return day === null ? '–' : formatDay(day, language)
    }
    case 'money': {
      const amount = column.value(row)
      if (amount === null) return '–'
      const { onOpen } = column
      return (
        <MoneyText
          amount={amount}
          style={column.style}
          label={column.head}
          isBadWhenNegative={column.isBadWhenNegative}
          isStrong={column.isStrong}
          onOpen={onOpen && (() => onOpen(row))}
        />
      )
    }
    case 'status':
      return null
  }
}
