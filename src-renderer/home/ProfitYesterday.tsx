import { Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { afterFees } from '../../src-shared/orders/orders.ts'
import type { Today } from '../../src-shared/reports/reports.contract.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { Card } from '../design/Card.tsx'
import { Figure } from '../design/Figure.tsx'
import { Ladder } from '../design/Ladder.tsx'
import type { Rung } from '../design/ladder.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'

const stepUnlessNothing = (id: string, label: string, amount: number, onOpen: () => void): Rung[] =>
  amount === 0 ? [] : [{ id, label, kind: 'step', amount, onOpen }]

/** What yesterday's orders leave with what the books of that day hold beside them, less what channels will probably keep. */
export function ProfitYesterday({ yesterday }: { yesterday: Today['yesterday'] }) {
  const w = useWords(homeWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const openOrders = () => go(`/pesanan?day=${yesterday.day}`)
  const openBooks = () => go(`/pembukuan/laba-rugi?from=${yesterday.day}&to=${yesterday.day}`)
  const { day, orders, pieces, grossSales, sellerCuts, costOfGoods, profit, expectedFees } = yesterday
  const remark = yesterday.costIncomplete ? { note: w.costIncomplete } : {}
  const left = afterFees(profit, expectedFees)
  const share = grossSales > 0 ? `${formatNumber(Math.round((left * 1000) / grossSales) / 10)}%` : null
  return (
    <Section title={w.profitYesterday} aside={w.estimate(formatDay(day, language))}>
      <Card>
        <Figure
          label={w.profitYesterday}
          isLabelHidden
          amount={left}
          note={
            <>
              {share && <div>{w.shareOfSales(share)}</div>}
              <div>{w.ordersAndPieces(formatNumber(orders), formatNumber(pieces))}</div>
            </>
          }
          onOpen={openOrders}
        />
        <Ladder
          form="card"
          rungs={[
            { id: 'gross', label: w.grossSales, kind: 'start', amount: grossSales, onOpen: openOrders },
            { id: 'cuts', label: w.sellerCuts, kind: 'step', amount: -sellerCuts, onOpen: openOrders },
            {
              id: 'cost',
              label: w.costOfGoods,
              kind: 'step',
              amount: -costOfGoods,
              onOpen: openOrders,
              ...remark,
            },
            ...stepUnlessNothing('other', w.returnsAndOther, yesterday.other, openOrders),
            ...stepUnlessNothing('stock', w.stockDifferences, yesterday.stockDifferences, openBooks),
            { id: 'expenses', label: w.expenses, kind: 'step', amount: -yesterday.expenses, onOpen: openBooks },
            ...stepUnlessNothing('income', w.otherIncome, yesterday.otherIncome, openBooks),
            ...stepUnlessNothing('fees', w.expectedFees, -expectedFees, () => go('/toko/potongan?part=rates')),
            {
              id: 'profit',
              label: expectedFees === 0 ? w.profit : w.profitAfterFees,
              kind: 'total',
              amount: left,
              onOpen: openOrders,
              ...remark,
            },
          ]}
        />
        <Text component="p" mt={8} fz="xs" lh="xs" c="dimmed">
          {expectedFees === 0 ? w.feesUnknown : w.feesExpected}
        </Text>
      </Card>
    </Section>
  )
}
