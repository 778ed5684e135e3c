import { Flex, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { afterFees } from '../../src-shared/orders/orders.ts'
import type { Today } from '../../src-shared/reports/reports.contract.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { Figure } from '../design/Figure.tsx'
import { Ladder } from '../design/Ladder.tsx'
import type { Rung } from '../design/ladder.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { isEvening } from './greeting.ts'

const stepUnlessNothing = (id: string, label: string, amount: number, onOpen: () => void): Rung[] =>
  amount === 0 ? [] : [{ id, label, kind: 'step', amount, onOpen }]

/** What the orders of a day leave with what its books hold beside them, less what channels will probably keep: yesterday's, and in the evening today's. */
export function ProfitOfDay({ yesterday, soFar, now }: Pick<Today, 'yesterday' | 'soFar' | 'now'>) {
  const w = useWords(homeWords)
  const { language, zone } = useLocale()
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<'yesterday' | 'today' | null>(null)
  const shown = chosen ?? (isEvening(now, zone) ? 'today' : 'yesterday')
  const of = shown === 'today' ? soFar : yesterday
  const title = shown === 'today' ? w.profitToday : w.profitYesterday
  const openOrders = () => go(`/pesanan?day=${of.day}`)
  const openBooks = () => go(`/pembukuan/laba-rugi?from=${of.day}&to=${of.day}`)
  const { day, orders, pieces, grossSales, sellerCuts, costOfGoods, profit, expectedFees } = of
  const remark = of.costIncomplete ? { note: w.costIncomplete } : {}
  const left = afterFees(profit, expectedFees)
  const share = grossSales > 0 ? `${formatNumber(Math.round((left * 1000) / grossSales) / 10)}%` : null
  return (
    <Section
      title={title}
      aside={
        <Flex component="span" gap={2} align="center">
          {w.estimate(formatDay(day, language))}
          <ActionButton
            size="small"
            kind="quiet"
            label={shown === 'today' ? w.seeYesterday : w.seeToday}
            onAct={() => setChosen(shown === 'today' ? 'yesterday' : 'today')}
          />
        </Flex>
      }
    >
      <Card>
        <Figure
          label={title}
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
            ...stepUnlessNothing('other', w.returnsAndOther, of.other, openOrders),
            ...stepUnlessNothing('stock', w.stockDifferences, of.stockDifferences, openBooks),
            { id: 'expenses', label: w.expenses, kind: 'step', amount: -of.expenses, onOpen: openBooks },
            ...stepUnlessNothing('income', w.otherIncome, of.otherIncome, openBooks),
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
