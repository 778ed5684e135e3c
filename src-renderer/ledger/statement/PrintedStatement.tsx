import { createPortal } from 'react-dom'
import { businessDay, formatDayLong } from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { useSettings } from '../../base/use-settings.ts'
import { useNow } from '../../design/clock.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { formatMoney } from '../../design/money.ts'
import classes from './printed.module.css'
import type { SheetRow } from './sheet-rows.ts'

export interface PrintedStatementProps {
  title: string
  /** `Per 22 November 2026`. */
  period: string
  heads: readonly [string, string]
  rows: readonly SheetRow[]
}

/** The statement on A4 as a bank reads it (SAK EMKM 3.9: name, date, currency, rounding); seen only on paper. */
export function PrintedStatement({ title, period, heads, rows }: PrintedStatementProps) {
  const w = useWords(booksWords)
  const { language, zone } = useLocale()
  const settings = useSettings()
  const today = formatDayLong(businessDay(useNow(), zone), language)
  return createPortal(
    <div className={`printed ${classes.paper}`} aria-hidden>
      <div className={classes.top}>
        <div className={classes.shop}>{settings?.businessName}</div>
        {settings?.businessNumber && <div className={classes.small}>{w.paperNumber(settings.businessNumber)}</div>}
        <div className={classes.title}>{title}</div>
        <div>{period}</div>
        <div className={classes.small}>{w.paperRupiah}</div>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th />
            <th>{heads[0]}</th>
            <th>{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-kind={row.kind}>
              <th scope="row">{row.name}</th>
              {row.kind === 'head' ? (
                <td colSpan={2} />
              ) : (
                <>
                  <td>{formatMoney(row.amount, 'statement')}</td>
                  <td>{formatMoney(row.compared, 'statement')}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        <div className={classes.small}>
          <div>{w.unaudited}</div>
          <div>{w.printedOn(today)}</div>
        </div>
        <div className={classes.sign}>
          <div>{[settings?.city, today].filter(Boolean).join(', ')}</div>
          <div>{w.signature}</div>
          <div className={classes.signLine}>{settings?.ownerName}</div>
        </div>
      </div>
    </div>,
    document.body,
  )
}
