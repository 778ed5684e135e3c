import { Box, Flex, Group } from '@mantine/core'
import { IconCalendarPlus, IconPlayerStop, IconShoppingBag } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { businessDay, formatDayFull } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { PracticePace, type Practising } from '../../../src-shared/sync/practice.ts'
import { practiceWords } from '../../../src-shared/sync/practice.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import { useConfirm } from '../../design/confirm.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../../design/toast.tsx'
import { syncShortcuts } from './sync.shortcuts.ts'

/** Its orders change by themselves. */
const LOOKED_AT_EVERY_MS = 2_000

/** Pasar latihan: marketplaces that Toko Latihan sells at, their buyers, and the day that can be passed over. */
export function PracticeSection() {
  const w = useWords(practiceWords)
  const { zone, language } = useLocale()
  const { data } = useQuery({ ...api.sync.practice.state.queryOptions(), refetchInterval: LOOKED_AT_EVERY_MS })
  if (!data) return null
  const today = formatDayFull(businessDay(data.now, zone), language)
  const ahead = data.daysAhead > 0 ? `, ${w.ahead(formatNumber(data.daysAhead))}` : ''
  return (
    <Section title={w.title} aside={`${w.today(today)}${ahead}`}>
      <Card>
        <p className="quiet small">{w.what}</p>
        <Markets practising={data} />
        {data.markets.some(({ isOpen }) => isOpen) && <Acts practising={data} />}
      </Card>
    </Section>
  )
}

function Markets({ practising }: { practising: Practising }) {
  const w = useWords(practiceWords)
  const channels = useWords(channelWords)
  const queries = useQueryClient()
  const isNoneOpen = practising.markets.every(({ isOpen }) => !isOpen)
  const open = useMutation(api.sync.practice.open.mutationOptions({ onSettled: () => queries.invalidateQueries() }))
  return (
    <>
      <Box component="ul" className="ruled" mt={8} aria-label={w.title}>
        {practising.markets.map(({ channel, isOpen, orders, hasBegunAgain }, index) => (
          <li key={channel}>
            <Group gap={12} mih={44} py={6} wrap="nowrap">
              <ChannelTile channel={channel} isNamedBeside />
              <Flex direction="column" flex={1} miw={0}>
                <b>{channels[channel]}</b>
                {isOpen && (
                  <span className="quiet small">
                    {w.orders(formatNumber(orders.toShip), formatNumber(orders.underWay), formatNumber(orders.over))}
                  </span>
                )}
                {hasBegunAgain && <span className="bad small">{w.hasBegunAgain}</span>}
              </Flex>
              {!isOpen && (
                <ActionButton
                  label={w.open(channels[channel])}
                  kind={isNoneOpen && index === 0 ? 'primary' : 'secondary'}
                  isBusy={open.isPending && open.variables.channel === channel}
                  busyLabel={w.opening}
                  onAct={() => open.mutate({ channel })}
                />
              )}
            </Group>
          </li>
        ))}
      </Box>
      <RefusalNotice error={open.error} />
    </>
  )
}

function Acts({ practising }: { practising: Practising }) {
  const w = useWords(practiceWords)
  const { zone, language } = useLocale()
  const queries = useQueryClient()
  const confirm = useConfirm()
  const [, go] = useLocation()
  const again = () => queries.invalidateQueries()
  const pace = useMutation(api.sync.practice.pace.mutationOptions({ onSettled: again }))
  const buyer = useMutation(
    api.sync.practice.buyer.mutationOptions({
      onSuccess: ({ orders }) => showToast({ text: orders > 0 ? w.came(formatNumber(orders)) : w.soldOut }),
    }),
  )
  const nextDay = useMutation(
    api.sync.practice.nextDay.mutationOptions({
      async onSuccess({ now }) {
        showToast({ text: w.passed(formatDayFull(businessDay(now, zone), language), practising.pace) })
        await again()
      },
    }),
  )
  const close = useMutation(
    api.sync.practice.close.mutationOptions({
      async onSuccess() {
        showToast({ text: w.closed })
        await again()
      },
    }),
  )
  const askClose = async () => {
    if (await confirm({ title: w.closeTitle, body: w.closeBody, action: w.close })) close.mutate(undefined)
  }
  return (
    <>
      <Group gap="8px 14px" mt={10}>
        <span className="label">{w.buyers}</span>
        <SegmentedTabs
          label={w.buyers}
          items={PracticePace.options.map((each) => ({ id: each, label: w.pace(each) }))}
          value={practising.pace}
          onChange={(each) => pace.mutate({ pace: each })}
        />
        <ActionButton
          icon={IconShoppingBag}
          shortcut={syncShortcuts.practice.buyer}
          isBusy={buyer.isPending}
          onAct={() => buyer.mutate(undefined)}
        />
        <ActionButton
          icon={IconCalendarPlus}
          shortcut={syncShortcuts.practice.nextDay}
          kind="primary"
          isBusy={nextDay.isPending}
          busyLabel={w.passing}
          onAct={() => nextDay.mutate({ day: businessDay(practising.now, zone) })}
        />
        <ActionButton
          icon={IconPlayerStop}
          shortcut={syncShortcuts.practice.close}
          kind="quiet"
          isBusy={close.isPending}
          onAct={() => void askClose()}
        />
      </Group>
      <Group gap={8} mt={10}>
        <span className="label">{w.steps}</span>
        <ActionButton size="small" label={w.stepOrders} onAct={() => go('/pesanan?tab=to_ship&by=placed')} />
        <ActionButton size="small" label={w.stepPack} onAct={() => go('/kemas')} />
        <ActionButton size="small" label={w.stepMoney} onAct={() => go('/saldo')} />
      </Group>
      <RefusalNotice error={pace.error ?? buyer.error ?? nextDay.error ?? close.error} />
    </>
  )
}
