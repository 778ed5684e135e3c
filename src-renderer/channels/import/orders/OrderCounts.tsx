import { Box, Flex } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconEqual,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react'
import type { OrdersOutcome } from '../../../../src-shared/channels/channels.ts'
import type { OrderListShown } from '../../../../src-shared/channels/file-shown.ts'
import { importWords } from '../../../../src-shared/channels/import.words.ts'
import { formatNumber, formatRupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../../design/Card.tsx'
import { StackedBar } from '../../../design/charts/StackedBar.tsx'
import { useWords } from '../../../design/language.tsx'
import classes from '../../import.module.css'

const FILLS = { added: 'nila', changed: 'soga-isi', unchanged: 'garis2', problems: 'mengkudu' } as const
type Part = keyof typeof FILLS

/** The sums of which both the shop and the file tell, by the one name that each has everywhere. */
const SUMS = ['orders', 'lines', 'grossSales', 'goodsValue', 'buyerPayment'] as const
type Sum = (typeof SUMS)[number]
type Amounts = Record<Sum, number>

interface Row {
  part: Part
  icon: Icon
  tone: string
  label: string
  does: string
  /** Null where its rows do not tell. */
  amounts: Record<Sum, number | null>
}

/** What is new, changed, the same and kept out; each sum of what comes in beside the one that the file tells of itself. */
export function OrderCounts({ file, outcome }: { file: OrderListShown; outcome: OrdersOutcome }) {
  const w = useWords(importWords)
  const { added, changed, unchanged, problems } = outcome
  const taken = [added, changed, unchanged]
  const rows: Row[] = [
    { part: 'added', icon: IconPlus, tone: 'nila-teks', label: w.added, does: w.addedDoes, amounts: added },
    { part: 'changed', icon: IconPencil, tone: 'soga', label: w.changed, does: w.changedDoes, amounts: changed },
    { part: 'unchanged', icon: IconEqual, tone: 'abu', label: w.unchanged, does: w.unchangedDoes, amounts: unchanged },
  ]
  const { totals, keptOut } = file
  const ofFile: Amounts = { ...totals, lines: totals.rows }
  const ofShop = Object.fromEntries(
    SUMS.map((sum) => [sum, taken.reduce((total, amounts) => total + amounts[sum], 0)]),
  ) as Amounts
  // a download without the column tells nothing of it
  const sums = SUMS.filter((sum) => sum !== 'buyerPayment' || totals.buyerPayment > 0)
  const unlike = sums.filter((sum) => ofShop[sum] !== ofFile[sum])
  // rows of one thing at one price in one order are one line: nothing else differs then
  const areTwins = unlike.join() === 'lines' && ofShop.lines < ofFile.lines
  const keptOutRow: Row = {
    part: 'problems',
    icon: IconAlertTriangle,
    tone: 'mengkudu',
    label: w.problems,
    does: keptOut.rowsWithoutAmount > 0 ? w.problemsDoPartly(formatNumber(keptOut.rowsWithoutAmount)) : w.problemsDo,
    amounts: {
      orders: problems.orders,
      lines: problems.lines,
      grossSales: keptOut.rowsWithoutAmount === keptOut.rows ? null : keptOut.grossSales,
      goodsValue: null,
      buyerPayment: null,
    },
  }
  // one part alone is no comparison
  const bar = [...rows, keptOutRow].map(({ part, amounts }) => ({
    id: part,
    amount: amounts.orders ?? 0,
    fill: FILLS[part],
  }))
  return (
    <>
      {bar.filter(({ amount }) => amount > 0).length > 1 && (
        <StackedBar parts={bar} isTall role="img" aria-label={w.bar} />
      )}
      <Card isFlush>
        <div className={classes.proof}>
          <table className="figures" aria-label={w.contents}>
            <thead>
              <tr>
                <th scope="col">{w.contents}</th>
                {sums.map((sum) => (
                  <th key={sum} scope="col">
                    {w[sum]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <PartRow key={row.part} row={row} sums={sums} />
              ))}
              <tr data-sum>
                <th scope="row">{w.sum}</th>
                {sums.map((sum) => (
                  <td key={sum}>{shown(sum, ofShop[sum])}</td>
                ))}
              </tr>
              <tr data-file>
                <th scope="row">{keptOut.rows > 0 ? w.readableSays : w.fileSays}</th>
                {sums.map((sum) => (
                  <td key={sum} data-differs={(unlike.includes(sum) && !areTwins) || undefined}>
                    {shown(sum, ofFile[sum])}
                  </td>
                ))}
              </tr>
              {keptOut.rows > 0 && <PartRow row={keptOutRow} sums={sums} />}
            </tbody>
          </table>
          {areTwins ? (
            <p className="quiet small">{w.proofOfTwins(formatNumber(ofFile.lines - ofShop.lines))}</p>
          ) : (
            <Proof differs={unlike.map((sum) => w[sum])} />
          )}
        </div>
      </Card>
    </>
  )
}

const shown = (sum: Sum, amount: number | null): string =>
  amount === null ? '–' : sum === 'orders' || sum === 'lines' ? formatNumber(amount) : formatRupiah(amount)

function PartRow({ row, sums }: { row: Row; sums: readonly Sum[] }) {
  const w = useWords(importWords)
  return (
    <tr>
      <th scope="row">
        <Flex component="span" align="center" gap={8} miw={0} title={row.does}>
          <Box
            component="span"
            w={10}
            h={10}
            bdrs={2}
            className="keeps-size"
            style={{ background: `var(--lb-${FILLS[row.part]})` }}
            aria-hidden
          />
          <row.icon size={16} aria-hidden style={{ color: `var(--lb-${row.tone})` }} />
          <b>{row.label}</b>
          <span className={classes.does} data-told={row.part === 'problems' || undefined}>
            {row.does}
          </span>
        </Flex>
      </th>
      {sums.map((sum) => (
        <td key={sum} title={row.amounts[sum] === null ? w.amountUnread : undefined}>
          {shown(sum, row.amounts[sum])}
        </td>
      ))}
    </tr>
  )
}

/** Whether every sum is the file's own; where one is not, newer statements of the same orders stand. */
function Proof({ differs }: { differs: readonly string[] }) {
  const w = useWords(importWords)
  return differs.length === 0 ? (
    <Flex component="p" align="center" gap={6} fw={600} className="good">
      <IconCircleCheckFilled size={15} aria-hidden />
      {w.proofHolds}
    </Flex>
  ) : (
    <p className="quiet small">{w.proofFails(differs.join(', '))}</p>
  )
}
