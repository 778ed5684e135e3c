import { Box, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Today } from '../../src-shared/reports/reports.contract.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { StackedBar } from '../design/charts/StackedBar.tsx'
import { Swatch } from '../design/charts/Swatch.tsx'
import { useWords } from '../design/language.tsx'
import { CountButton } from './CountButton.tsx'
import classes from './WorkList.module.css'

/** Orders to ship as one bar in four steps; each step opens its list. */
export function ToShipRow({ counts, action }: { counts: Today['toShip']; action: ReactNode }) {
  const w = useWords(homeWords)
  const [, go] = useLocation()
  const steps = [
    { state: 'to_arrange', label: w.toArrange, orders: counts.toArrange, fill: 'nila' },
    { state: 'arranged', label: w.arranged, orders: counts.arranged, fill: 'nila-sedang' },
    { state: 'printed', label: w.printed, orders: counts.printed, fill: 'nila-garis' },
    { state: 'packed', label: w.packed, orders: counts.packed, fill: 'jolawe' },
  ] as const
  return (
    <div className={classes.row} data-first>
      <CountButton count={counts.orders} what={w.toShip} onOpen={() => go('/pesanan?tab=to_ship')} />
      <Box miw={0}>
        <div className={classes.title}>{w.toShip}</div>
        <Box mt={4} mb={3}>
          <StackedBar
            parts={steps.map(({ state, orders, fill }) => ({ id: state, amount: orders, fill }))}
            aria-hidden
          />
        </Box>
        <Group gap="0 6px">
          {steps.map(({ state, label, orders, fill }) => (
            <button
              key={state}
              type="button"
              className={classes.step}
              onClick={() => go(`/pesanan?tab=to_ship&state=${state}`)}
            >
              <Swatch fill={fill} />
              {label} <strong className="ink">{formatNumber(orders)}</strong>
            </button>
          ))}
        </Group>
      </Box>
      {action}
    </div>
  )
}
