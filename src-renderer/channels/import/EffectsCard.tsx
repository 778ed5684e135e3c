import { Stack, Text } from '@mantine/core'
import { IconClipboardList, IconReportMoney, IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { orderStateWords } from '../../../src-shared/app/parts.words.ts'
import type { ImportOutcome } from '../../../src-shared/channels/channels.ts'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { type BusinessDay, formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { useConfirm } from '../../design/confirm.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import classes from '../import.module.css'
import { importWork } from '../import-work.ts'
import { type EffectRow, EffectsPart } from './EffectsPart.tsx'
import { isWithoutCost, profitName } from './foretold-profit.ts'

export interface EffectsCardProps {
  outcome: ImportOutcome
  isDone: boolean
  /** The books begin on that day with it; null where they stay. */
  beginsOn: BusinessDay | null
}

export function EffectsCard({ outcome, isDone, beginsOn }: EffectsCardProps) {
  const w = useWords(importWords)
  return (
    <Card>
      <h2 className="heading">{isDone ? w.effectsDone : w.effects}</h2>
      <p style={{ color: 'var(--lb-tinta2)', fontSize: 13 }}>{isDone ? w.written : w.nothingWritten}</p>
      <EffectsPart icon={IconClipboardList} title={w.orders} rows={useOrderRows(outcome)} empty={w.noOrders} />
      <EffectsPart icon={IconStack2} title={w.stock} rows={useStockRows(outcome)} empty={w.noStock} />
      <EffectsPart
        icon={IconReportMoney}
        title={w.money}
        rows={[]}
        empty={outcome.entries === 0 ? w.noMoney : undefined}
      >
        {outcome.entries > 0 && <MoneyEffects outcome={outcome} />}
      </EffectsPart>
      <EffectsActs outcome={outcome} isDone={isDone} beginsOn={beginsOn} />
    </Card>
  )
}

function useOrderRows({ arrivals, changes, historyOrders }: ImportOutcome): EffectRow[] {
  const w = useWords(importWords)
  const states = useWords(orderStateWords)
  const rows = [
    ...arrivals.map(({ state, orders }) => ({ id: `in/${state}`, count: orders, text: w.arrives(states[state]) })),
    ...changes.map(({ from, to, orders }) => ({
      id: `${from}/${to}`,
      count: orders,
      text: w.becomes(states[from], states[to]),
    })),
  ].sort((a, b) => b.count - a.count)
  return historyOrders > 0 ? [...rows, { id: 'history', count: historyOrders, text: w.history }] : rows
}

function useStockRows(outcome: ImportOutcome): EffectRow[] {
  const w = useWords(importWords)
  const { reservedPieces, issuedPieces, newListings, unmappedListings, shortSkus } = outcome
  return [
    { id: 'reserved', count: Math.abs(reservedPieces), text: reservedPieces < 0 ? w.released : w.reserved },
    { id: 'issued', count: issuedPieces, text: w.issued },
    { id: 'new', count: newListings, text: w.newListings },
    { id: 'unmapped', count: unmappedListings, text: w.unmapped },
    {
      id: 'short',
      count: shortSkus.length,
      text: `${w.shortSkus}: ${shortSkus
        .slice(0, 3)
        .map(({ sku, short }) => w.short(sku, formatNumber(short)))
        .join(', ')}`,
      isBad: true,
    },
  ].filter(({ count }) => count > 0)
}

function MoneyEffects({ outcome }: { outcome: ImportOutcome }) {
  const w = useWords(importWords)
  const { piecesWithoutCost, unmappedListings } = outcome
  const incomplete =
    piecesWithoutCost > 0 ? w.withoutCost(formatNumber(piecesWithoutCost)) : unmappedListings > 0 ? w.withoutSku : null
  return (
    <>
      <KeyValueRows
        rows={[
          { key: 'sales', label: w.sales, value: <MoneyText amount={outcome.sales} /> },
          ...(outcome.sellerCuts === 0
            ? []
            : [{ key: 'cuts', label: w.sellerCuts, value: <MoneyText amount={-outcome.sellerCuts} /> }]),
          {
            key: 'cost',
            label: w.costOfGoods,
            value: isWithoutCost(outcome) ? w.notYet : <MoneyText amount={-outcome.costOfGoods} />,
          },
          {
            key: 'profit',
            label: profitName(outcome, w),
            value: <MoneyText amount={outcome.profit} isStrong />,
            kind: incomplete ? ('sum' as const) : ('total' as const),
          },
        ]}
      />
      <Text component="p" mt={6} fz="sm" c="dimmed">
        {w.profitNote} {incomplete}
      </Text>
    </>
  )
}

function EffectsActs({ outcome, isDone, beginsOn }: EffectsCardProps) {
  const w = useWords(importWords)
  const { language } = useLocale()
  const shops = useQuery(api.channels.shops.list.queryOptions()).data ?? []
  const confirm = useConfirm()
  const orders = outcome.added.orders + outcome.changed.orders
  const isIdle = orders === 0 && beginsOn === null
  const [doubt] = outcome.doubts
  const isDoubted = doubt !== undefined && !isIdle
  if (isDone) return null
  const take = async () => {
    const shop = shops.find(({ id }) => id === outcome.shopId)?.name ?? ''
    const agreed =
      !doubt ||
      (await confirm({
        title: w.despiteTitle(shop),
        body:
          doubt.why === 'strange'
            ? w.despiteBodyStrange(shop)
            : (doubt.why === 'numbers' ? w.despiteBody : w.despiteBodyGoods)(doubt.shopName, shop),
        action: w.takeDespite,
      }))
    if (agreed) await importWork.confirm()
  }
  return (
    <Stack gap={4} className={classes.acts}>
      {isIdle && <p>{w.nothingNew}</p>}
      <ActionButton
        label={
          isIdle
            ? w.finish
            : isDoubted
              ? w.takeDespite
              : beginsOn
                ? w.begin(formatDay(beginsOn, language))
                : w.take(formatNumber(orders))
        }
        kind={isDoubted ? 'secondary' : 'primary'}
        size="large"
        shortcut={isDoubted ? channelsShortcuts.preview.takeDespite : standingShortcuts.main}
        isWide
        onAct={() => (isIdle ? importWork.startOver() : void take())}
      />
      <ActionButton
        label={w.cancel}
        kind="quiet"
        shortcut={standingShortcuts.back}
        isWide
        onAct={importWork.startOver}
      />
    </Stack>
  )
}
