import { Flex, Group, Text } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { ImportOutcome } from '../../../src-shared/channels/channels.ts'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { TAB_OF } from '../../../src-shared/orders/orders.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { choiceAt } from '../../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import classes from '../import.module.css'
import { importWork } from '../import-work.ts'

/** The result, and what it asks for next; the first step is the main one. */
export function NextSteps({ outcome }: { outcome: ImportOutcome }) {
  const w = useWords(importWords)
  const [, go] = useLocation()
  const { added, changed, unchanged, problems, unmappedListings, piecesWithoutCost } = outcome
  const taken = added.orders + changed.orders
  const toShip = outcome.arrivals
    .filter(({ state }) => TAB_OF[state] === 'to_ship')
    .reduce((total, { orders }) => total + orders, 0)
  const steps = [
    ...(unmappedListings > 0
      ? [{ label: w.nextMap(formatNumber(unmappedListings)), why: w.nextMapWhy, path: '/toko/pemetaan?' }]
      : []),
    ...(piecesWithoutCost > 0
      ? [{ label: w.nextCost, why: w.nextCostWhy(formatNumber(piecesWithoutCost)), path: '/stok/awal' }]
      : []),
    toShip > 0
      ? { label: w.nextShip(formatNumber(toShip)), why: w.nextShipWhy, path: '/pesanan?tab=to_ship' }
      : { label: w.nextOrders, why: w.nextOrdersWhy, path: '/pesanan?' },
  ]
  return (
    <Card>
      <Flex component="h2" align="center" gap={8} mb={2} className="heading">
        <IconCircleCheckFilled size={20} color="var(--lb-jolawe)" aria-hidden />
        {taken === 0 ? w.doneSame : w.doneTitle(formatNumber(taken))}
      </Flex>
      <Text component="p" mb={6} fz="sm" c="dimmed" role="status">
        {w.doneBody(formatNumber(added.orders), formatNumber(changed.orders), formatNumber(unchanged.orders))}{' '}
        {problems.orders > 0 && w.doneProblems(formatNumber(problems.orders))}
      </Text>
      {steps.map(({ label, why, path }, index) => (
        <Group key={path} justify="space-between" gap={12} wrap="nowrap" className={classes.step}>
          <span className="quiet small">{why}</span>
          <ActionButton
            label={label}
            kind={index === 0 ? 'primary' : 'secondary'}
            shortcut={index === 0 ? standingShortcuts.main : choiceAt(index, label)}
            onAct={() => {
              importWork.startOver()
              go(path)
            }}
          />
        </Group>
      ))}
      <Group justify="space-between" gap={12} wrap="nowrap" className={classes.step}>
        <span />
        <ActionButton label={w.another} kind="quiet" shortcut={standingShortcuts.back} onAct={importWork.startOver} />
      </Group>
    </Card>
  )
}
