import { Box, Flex, Group } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { Ladder } from '../design/Ladder.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { StatusChip } from '../design/StatusChip.tsx'
import { Timeline } from '../design/Timeline.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { Tabs } from '../design/tabs/Tabs.tsx'
import { galleryShortcuts } from './gallery.shortcuts.ts'
import { ORDER_LADDER } from './MoneyPage.tsx'

/** Tabs with counts, sub-tabs, and the side panel of one order. */
export function PanelsPage() {
  const [tab, setTab] = useState<'ship' | 'wait' | 'sent' | 'cancel' | 'done' | 'unknown'>('ship')
  const [part, setPart] = useState<'all' | 'arrange' | 'print'>('all')
  const [isOpen, setOpen] = useState(true)
  return (
    <Flex h={560} pos="relative" bd="1px solid var(--lb-garis)">
      <Box flex={1} miw={0}>
        <Tabs
          label="Pesanan"
          items={[
            { id: 'ship', label: 'Perlu Dikirim', count: 64 },
            { id: 'wait', label: 'Menunggu Dijemput', count: 21 },
            { id: 'sent', label: 'Dikirim', count: 1_148 },
            { id: 'cancel', label: 'Minta Batal', count: 3, icon: IconHandStop, tone: 'kunyit' },
          ]}
          more={[
            { id: 'done', label: 'Selesai' },
            { id: 'unknown', label: 'Status Belum Dikenal', count: 1 },
          ]}
          value={tab}
          onChange={setTab}
        />
        <Group style={{ padding: 12 }} gap={10}>
          <SegmentedTabs
            label="Bagian"
            items={[
              { id: 'all', label: 'Semua', count: 64 },
              { id: 'arrange', label: 'Belum Diatur', count: 23 },
              { id: 'print', label: 'Siap Cetak', count: 14 },
            ]}
            value={part}
            onChange={setPart}
          />
          {!isOpen && <ActionButton label="Buka panel" onAct={() => setOpen(true)} />}
        </Group>
      </Box>
      {isOpen && (
        <SidePanel
          title={<span className="kode">2611219K3M7QXP</span>}
          chips={
            <>
              <ChannelTile channel="shopee" />
              <StatusChip state="printed" isFilled />
            </>
          }
          subtitle="Siti Rahmawati, Kudus. Di Shopee: PROCESSED"
          onClose={() => setOpen(false)}
          actions={
            <>
              <ActionButton
                label="Kemas"
                kind="primary"
                shortcut={standingShortcuts.main}
                onAct={() => setOpen(false)}
              />
              <ActionButton shortcut={galleryShortcuts.reprint} onAct={() => {}} />
              <ActionButton shortcut={galleryShortcuts.hold} onAct={() => {}} />
            </>
          }
        >
          <PanelPart>
            {['Kemeja Lung Ukir', 'Kemeja Kawung Alit'].map((name) => (
              <Group key={name} gap={10} style={{ flexWrap: 'nowrap', padding: '4px 0' }}>
                <GoodsPhoto name={name} size={36} />
                <Box component="span" flex={1} miw={0}>
                  <b>{name}</b>
                  <br />
                  <small>Ukuran L, Rak B-04</small>
                </Box>
                <span className="serif">×1</span>
                <span>Rp169.000</span>
              </Group>
            ))}
          </PanelPart>
          <PanelPart title="Perjalanan pesanan">
            <Timeline
              label="Perjalanan pesanan"
              steps={[
                { id: '1', when: '21 Nov 21.47', what: 'Pesanan dibuat', state: 'done' },
                { id: '2', when: '21 Nov 21.49', what: 'Dibayar, SPayLater', state: 'done' },
                { id: '3', when: '22 Nov 08.40', what: 'Label Tercetak, Gelombang 3', state: 'now' },
                { id: '4', when: 'sebelum 23.59', what: 'Kemas lalu Serah Kurir', state: 'next' },
              ]}
            />
          </PanelPart>
          <PanelPart title="Dari Omzet Kotor ke Laba" aside="Perkiraan, tarif 13 Feb 2026">
            <Ladder rungs={ORDER_LADDER} />
          </PanelPart>
        </SidePanel>
      )}
    </Flex>
  )
}
