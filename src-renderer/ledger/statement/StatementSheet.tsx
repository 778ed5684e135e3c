import { Box, Flex, Group } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { useWords } from '../../design/language.tsx'
import { formatMoney } from '../../design/money.ts'
import type { FigureRows } from '../books-address.ts'
import { SheetLine } from './SheetLine.tsx'
import type { SheetRow } from './sheet-rows.ts'
import classes from './statement.module.css'

export interface StatementSheetProps {
  title: string
  subtitle: string
  /** Heads of the two money columns. */
  heads: readonly [string, string]
  rows: readonly SheetRow[]
  /** What the two sides differ by, for the neraca's mark; absent where there is nothing to balance. */
  difference?: number
  open: ReadonlySet<string>
  onToggle: (row: SheetRow) => void
  onFigure: (figure: FigureRows) => void
  showsCodes: boolean
}

/** A ledger sheet: columns for now, the compared day and the change; rows open in place. Up and Down walk the rows. */
export function StatementSheet(props: StatementSheetProps) {
  const { title, subtitle, heads, rows, difference, open, onToggle, onFigure, showsCodes } = props
  const w = useWords(booksWords)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-opener]')]
    const at = openers.indexOf(document.activeElement as HTMLElement)
    event.preventDefault()
    openers[Math.min(openers.length - 1, Math.max(0, at + step))]?.focus()
  }
  return (
    <section className={classes.sheet} aria-label={title}>
      <div className={classes.margin}>
        <Group justify="space-between" align="flex-start" gap={16} wrap="nowrap">
          <div>
            <Box component="h2" lh="26px" fz={21} className="serif">
              {title}
            </Box>
            <div className="quiet small">{subtitle}</div>
          </div>
          {difference !== undefined &&
            (difference === 0 ? (
              <Flex component="span" align="center" gap={6} pt={8} className="good strong nowrap">
                <IconCircleCheckFilled size={17} aria-hidden />
                {w.balanced}
              </Flex>
            ) : (
              <Flex component="span" align="center" gap={6} pt={8} className="bad strong nowrap">
                <IconAlertTriangle size={17} aria-hidden />
                {w.unbalanced(formatMoney(difference))}
              </Flex>
            ))}
        </Group>
        <table className={`figures ${classes.table}`} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">
                <span className="hanya-terdengar">{w.note}</span>
              </th>
              <th scope="col" className={classes.amount}>
                {heads[0]}
              </th>
              <th scope="col" className={classes.compared}>
                {heads[1]}
              </th>
              <th scope="col" className={classes.change}>
                {w.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SheetLine
                key={row.key}
                row={row}
                isOpen={open.has(row.key)}
                onToggle={onToggle}
                onFigure={onFigure}
                showsCodes={showsCodes}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
