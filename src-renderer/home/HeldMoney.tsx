import { Group, Stack } from '@mantine/core'
import { useLocation } from 'wouter'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import type { Today } from '../../src-shared/reports/reports.contract.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { Card } from '../design/Card.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Figure } from '../design/Figure.tsx'
import { useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { Section } from '../design/Section.tsx'

/** Money that channels hold after delivery; it opens the entries it is made of. */
export function HeldMoney({ held }: { held: Today['held'] }) {
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
      </Card>
    </Section>
  )
}
