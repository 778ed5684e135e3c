import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import { orderStateWords } from '../../../src-shared/app/parts.words.ts'
import { problemSentence } from '../../../src-shared/channels/channels.words.ts'
import type { MappingTrial } from '../../../src-shared/channels/file-look.ts'
import { teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../design/Card.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'

/** Many rows stay out for one reason; the import screen lists them all. */
const OUT_SHOWN = 6

/** The first rows as they would come in, and those that would not, each with its reason. */
export function TrialRows({ trial, isTrying }: { trial: MappingTrial | null; isTrying: boolean }) {
  const w = useWords(teachWords)
  const { language } = useLocale()
  if (!trial) return null
  const out = trial.problems.slice(0, OUT_SHOWN)
  const shown = out.reduce((sum, { times }) => sum + times, 0)
  const outInAll = trial.problemCount - trial.remarkCount
  return (
    <>
      <Section title={w.previewTitle} aside={w.previewAside}>
        <Card isFlush>
          <div aria-busy={isTrying}>
            {trial.rows.length === 0 ? <OutLine>{w.nothingRead}</OutLine> : <Rows trial={trial} />}
          </div>
        </Card>
      </Section>
      {out.length > 0 && (
        <Section title={w.stayOut} aside={formatNumber(outInAll)}>
          <Card isFlush>
            {out.map((problem) => (
              <OutLine key={`${problem.row}/${problem.columnLetter}/${problem.code}`}>
                {problem.code === 'WORD_NOT_TAUGHT' ? (
                  w.wordStaysOut(problem.value, formatNumber(problem.times))
                ) : (
                  <>
                    {problem.orderNumber && <b className="kode">{problem.orderNumber} </b>}
                    {problemSentence(problem, language, { isLayoutOpen: true })}
                    {problem.times > 1 && <span className="quiet"> {w.sameIn(formatNumber(problem.times - 1))}</span>}
                  </>
                )}
              </OutLine>
            ))}
            {outInAll > shown && <OutLine isQuiet>{w.stayOutMore(formatNumber(outInAll - shown))}</OutLine>}
          </Card>
        </Section>
      )}
    </>
  )
}

type Cell = { head: string; value: ReactNode; isNumber?: boolean }

function Rows({ trial }: { trial: MappingTrial }) {
  const w = useWords(teachWords)
  const states = useWords(orderStateWords)
  const { language } = useLocale()
  const day = (value: string | null) => (value === null ? '' : formatDay(value, language))
  const money = (head: string, value: number | null): Cell => ({
    head,
    value: value === null ? '' : formatRupiah(value),
    isNumber: true,
  })
  const rows: Cell[][] =
    trial.subject === 'orders'
      ? trial.rows.map((row) => [
          { head: w.colNumber, value: <span className="kode">{row.number}</span> },
          { head: w.colDay, value: day(row.placedOn) },
          { head: w.colState, value: states[row.state] },
          { head: w.colGoods, value: row.goods },
          { head: w.colPieces, value: formatNumber(row.pieces), isNumber: true },
          money(w.colPrice, row.price),
          money(w.colPaid, row.buyerPayment),
        ])
      : trial.subject === 'settlements'
        ? trial.rows.map((row) => [
            {
              head: w.colNumber,
              value: row.orderNumber ? <span className="kode">{row.orderNumber}</span> : w.adjustment,
            },
            { head: w.colDay, value: day(row.releasedOn) },
            money(w.colReleased, row.released),
            {
              head: w.colLines,
              value: row.lines.map(({ name, amount }) => `${name} ${formatRupiah(amount)}`).join(', '),
            },
          ])
        : trial.rows.map((row) => [
            { head: w.colDay, value: day(row.day) },
            { head: w.colText, value: row.description },
            money(w.colAmount, row.amount),
            money(w.colBalance, row.balance),
          ])
  return (
    <table className="figures told">
      <thead>
        <tr>
          {rows[0]!.map(({ head, isNumber }) => (
            <th key={head} data-right={isNumber || undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          <tr key={at}>
            {cells.map(({ head, value, isNumber }) => (
              <Box key={head} component="td" maw={260} data-right={isNumber || undefined}>
                {value}
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const OutLine = ({ isQuiet = false, children }: { isQuiet?: boolean; children: ReactNode }) => (
  <Box component="p" p="6px 14px" fz={13} className={isQuiet ? 'line-between quiet' : 'line-between'}>
    {children}
  </Box>
)
