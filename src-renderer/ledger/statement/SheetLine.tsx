import { IconChevronRight } from '@tabler/icons-react'
import { MoneyText } from '../../design/MoneyText.tsx'
import type { FigureRows } from '../books-address.ts'
import type { SheetRow } from './sheet-rows.ts'
import classes from './statement.module.css'

export interface SheetLineProps {
  row: SheetRow
  isOpen: boolean
  onToggle: (row: SheetRow) => void
  onFigure: (figure: FigureRows) => void
  showsCodes: boolean
}

/** One row of a statement, with its accounts below it while it is open. */
export function SheetLine({ row, isOpen, onToggle, onFigure, showsCodes }: SheetLineProps) {
  if (row.kind === 'head') {
    return (
      <tr className={classes.head}>
        <th scope="colgroup" colSpan={4}>
          {row.name}
        </th>
      </tr>
    )
  }
  const { figure } = row
  return (
    <>
      <tr className={classes[row.kind]} data-open={isOpen || undefined}>
        <th scope="row">
          {row.accounts.length > 0 ? (
            <button
              type="button"
              className={classes.opener}
              aria-expanded={isOpen}
              data-opener
              onClick={() => onToggle(row)}
            >
              <IconChevronRight size={14} className={classes.chevron} aria-hidden />
              {row.name}
            </button>
          ) : (
            <span className={row.kind === 'line' ? classes.plain : undefined}>{row.name}</span>
          )}
        </th>
        <Amounts
          amount={row.amount}
          compared={row.compared}
          label={row.name}
          onOpen={figure && (() => onFigure(figure))}
        />
      </tr>
      {isOpen &&
        row.accounts.map((account) => (
          <tr key={account.code} className={classes.account}>
            <th scope="row">
              <button type="button" className={classes.opener} data-opener onClick={() => onFigure(account.figure)}>
                {showsCodes && <span className={`kode ${classes.code}`}>{account.code}</span>}
                {account.name}
              </button>
            </th>
            <Amounts
              amount={account.amount}
              compared={account.compared}
              label={account.name}
              onOpen={() => onFigure(account.figure)}
            />
          </tr>
        ))}
    </>
  )
}

interface AmountsProps {
  amount: number
  compared: number
  label: string
  onOpen: (() => void) | undefined
}

const Amounts = ({ amount, compared, label, onOpen }: AmountsProps) => (
  <>
    <td>
      <MoneyText amount={amount} style="statement" label={label} {...(onOpen && amount !== 0 ? { onOpen } : {})} />
    </td>
    <td className={classes.compared}>
      <MoneyText amount={compared} style="statement" />
    </td>
    <td className={classes.change}>
      <MoneyText amount={amount - compared} style="change" />
    </td>
  </>
)
