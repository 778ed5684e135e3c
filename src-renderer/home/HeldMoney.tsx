import { Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { payoutsWords } from '../../src-shared/payouts/payouts.words.ts'
import type { Today } from '../../src-shared/reports/reports.contract.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Figure } from '../design/Figure.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { Section } from '../design/Section.tsx'

/** When the next of it should come, and what is late; it opens Saldo & Pencairan. */
function NextRelease() {
  const w = useWords(payoutsWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const held = useQuery(api.payouts.next.queryOptions()).data
  if (!held || (!held.next && held.late.orders === 0 && held.older === 0)) return null
  const { next, late, older } = held
  return (
    <Group justify="space-between" align="flex-end" gap={12} mt={6} fz="sm" wrap="nowrap">
      <span className="quiet">
        {[
          next && w.cardNext(formatDay(next.day, language), formatRupiah(next.amount)),
          late.orders > 0 && `${w.late(formatNumber(late.orders), formatRupiah(late.amount))}.`,
          older > 0 && w.older(formatRupiah(older)),
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
      <ActionButton size="small" kind="quiet" label={w.cardOpen} title={w.cardOpens} onAct={() => go('/saldo')} />
    </Group>
  )
}

/** Money that channels hold after delivery, and what is in hand; each opens what it is made of. */
export function HeldMoney({ held, cash }: Pick<Today, 'held' | 'cash'>) {
  const w = useWords(homeWords)
  const channels = useWords(channelWords)
  const [, go] = useLocation()
  const open = () => go('/pembukuan/neraca?open=marketplace%20receivables')
  return (
    <Section title={w.held} aside={w.heldAside}>
      <Card>
        <Group justify="space-between" gap={12} wrap="nowrap">
          <Figure label={w.held} isLabelHidden amount={held.total} onOpen={open} />
          <Stack gap={2}>
            {held.byChannel.map(({ channel, amount }) => (
              <Group key={channel} justify="flex-end" gap={8} fz="sm" wrap="nowrap">
                <ChannelTile channel={channel} />
                <MoneyText amount={amount} label={channels[channel]} onOpen={open} />
              </Group>
            ))}
          </Stack>
        </Group>
        <NextRelease />
        <Group gap="0 12px" justify="space-between" mt={10} pt={8} fz={13} className="line-above">
          <span>{w.cash}</span>
          <MoneyText
            amount={cash}
            label={w.cash}
            onOpen={() => go('/pembukuan/neraca?open=cash')}
            isBadWhenNegative
            isStrong
          />
        </Group>
      </Card>
    </Section>
  )
}
