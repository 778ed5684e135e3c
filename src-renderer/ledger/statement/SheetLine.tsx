import { Box } from '@mantine/core'
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
      <tr data-kind="head">
        <th scope="colgroup" colSpan={4} className="serif">
          {row.name}
        </th>
      </tr>
    )
  }
  return (
    <>
      <tr data-kind={row.kind} data-open={isOpen || undefined}>
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
        <Amounts {...row} onFigure={onFigure} />
      </tr>
      {isOpen &&
        row.accounts.map((account) => (
          <tr key={account.code} className={classes.account}>
            <th scope="row">
              <button
                type="button"
                className={classes.opener}
                data-opener
                onClick={() => account.figure && onFigure(account.figure)}
              >
                {showsCodes && (
                  <Box component="span" mr={6} className="kode quiet">
                    {account.code}
                  </Box>
                )}
                {account.name}
              </button>
            </th>
            <Amounts {...account} onFigure={onFigure} />
          </tr>
        ))}
    </>
  )
}

type AmountsProps = Pick<SheetRow, 'name' | 'amount' | 'compared' | 'figure' | 'comparedFigure'> &
  Pick<SheetLineProps, 'onFigure'>

/** Both columns open what they are made of; the change is only their difference. */
const Amounts = ({ name, amount, compared, figure, comparedFigure, onFigure }: AmountsProps) => (
  <>
    <td>
      <Cell name={name} amount={amount} figure={figure} onFigure={onFigure} />
    </td>
    <td className={classes.compared}>
      <Cell name={name} amount={compared} figure={comparedFigure} onFigure={onFigure} />
    </td>
    <td className={classes.change}>
      <MoneyText amount={amount - compared} style="change" />
    </td>
  </>
)

const Cell = ({ name, amount, figure, onFigure }: Pick<AmountsProps, 'name' | 'amount' | 'figure' | 'onFigure'>) => (
  <MoneyText
    amount={amount}
    style="statement"
    label={name}
    {...(figure && amount !== 0 && { onOpen: () => onFigure(figure) })}
  />
)
