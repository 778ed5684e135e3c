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
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'

/** What yesterday's orders leave, less what channels will probably keep of them. */
export function ProfitYesterday({ yesterday }: { yesterday: Today['yesterday'] }) {
  const w = useWords(homeWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const openOrders = () => go(`/pesanan?day=${yesterday.day}`)
  const { day, orders, pieces, grossSales, sellerCuts, costOfGoods, other, expenses, profit, expectedFees } = yesterday
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
            ...(other === 0
              ? []
              : [{ id: 'other', label: w.returnsAndOther, kind: 'step' as const, amount: other, onOpen: openOrders }]),
            {
              id: 'expenses',
              label: w.expenses,
              kind: 'step',
              amount: -expenses,
              onOpen: () => go(`/pembukuan/laba-rugi?from=${day}&to=${day}`),
            },
            ...(expectedFees === 0
              ? []
              : [
                  {
                    id: 'fees',
                    label: w.expectedFees,
                    kind: 'step' as const,
                    amount: -expectedFees,
                    onOpen: () => go('/toko/potongan?part=rates'),
                  },
                ]),
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
