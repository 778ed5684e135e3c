import { Group, Stack } from '@mantine/core'
import { IconPrinter, IconTruckDelivery } from '@tabler/icons-react'
import { useState } from 'react'
import { Channel, OrderState } from '../../src-shared/orders/order.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Columns } from '../design/Columns.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { frameShortcuts, standingShortcuts, tableShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { Section } from '../design/Section.tsx'
import { StatusChip } from '../design/StatusChip.tsx'
import { StockChip } from '../design/StockChip.tsx'
import { galleryShortcuts } from './gallery.shortcuts.ts'
import { NOW } from './sample-orders.ts'

const HOUR = 3_600_000

const CAPS = [
  galleryShortcuts.arrange,
  frameShortcuts.keyFindAnything,
  standingShortcuts.main,
  standingShortcuts.back,
  galleryShortcuts.hold,
  standingShortcuts.search,
  tableShortcuts.up,
  tableShortcuts.down,
]

/** Buttons in every kind and state, chips, tiles, countdowns. */
export function ButtonsPage() {
  const [presses, setPresses] = useState(0)
  const press = () => setPresses(presses + 1)
  return (
    <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
      <Section title="Tombol" aside={<output data-testid="presses">{presses} kali ditekan</output>}>
        <Card>
          <Stack gap={14}>
            <Group gap={10}>
              <ActionButton kind="primary" icon={IconTruckDelivery} shortcut={galleryShortcuts.arrange} onAct={press} />
              <ActionButton shortcut={galleryShortcuts.wave} onAct={press} />
              <ActionButton label="Batal" kind="quiet" shortcut={standingShortcuts.back} onAct={press} />
              <ActionButton label="Hapus 3 foto" kind="destructive" onAct={press} />
            </Group>
            <Group gap={10}>
              <ActionButton
                label="Selesai"
                shortcut={standingShortcuts.save}
                disabledBecause="Masih ada 2 barang yang belum discan."
                onAct={press}
              />
              <ActionButton label="Simpan" busyLabel="Menyimpan..." kind="primary" isBusy onAct={press} />
              <ActionButton label="Kecil" size="small" onAct={press} />
              <ActionButton
                label="Kaki panel"
                size="large"
                icon={IconPrinter}
                shortcut={galleryShortcuts.reprint}
                listens={false}
                onAct={press}
              />
            </Group>
            <Stack style={{ maxWidth: 394 }} gap={14}>
              <ActionButton size="desk" icon={IconPrinter} shortcut={galleryShortcuts.reprint} isWide onAct={press} />
              <ActionButton
                label="Selesai"
                size="desk"
                shortcut={standingShortcuts.main}
                isWide
                disabledBecause="Scan barang terakhir dulu."
                onAct={press}
              />
            </Stack>
            <Group gap={10}>
              {CAPS.map(({ keys }) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </Group>
          </Stack>
        </Card>
      </Section>
      <Section title="Status pesanan">
        <Card>
          <Columns of="1fr 1fr" gap="6px 20px" align="start">
            {OrderState.options.map((state) => (
              <div key={state} style={{ paddingLeft: 6 }}>
                <StatusChip state={state} />
              </div>
            ))}
          </Columns>
        </Card>
      </Section>
      <Section title="Stok, kanal, tenggat">
        <Card>
          <Stack gap={14}>
            <Group gap={10} style={{ gap: 20, paddingLeft: 6 }}>
              <StockChip state="enough" />
              <StockChip state="low" />
              <StockChip state="out" />
              <StockChip state="short" short={3} />
            </Group>
            <Group gap={10}>
              {Channel.options.map((channel) => (
                <ChannelTile key={channel} channel={channel} />
              ))}
            </Group>
            <Stack gap={14} style={{ gap: 4 }}>
              {[61 / 60, 4.77, 14.75, 30, 90, -40 / 60].map((hours) => (
                <DeadlineText key={hours} at={NOW + hours * HOUR} now={NOW} />
              ))}
            </Stack>
          </Stack>
        </Card>
      </Section>
    </Columns>
  )
}
