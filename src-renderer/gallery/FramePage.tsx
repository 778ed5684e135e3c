import { useMantineColorScheme } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { Frame } from '../app/Frame.tsx'
import type { FrameEntry } from '../app/frame-entry.ts'
import { KeyListDialog } from '../app/KeyListDialog.tsx'
import { Palette, type PaletteItem } from '../app/Palette.tsx'
import { PersonMenu } from '../app/PersonMenu.tsx'
import { PracticeFrame } from '../app/PracticeFrame.tsx'
import { bestMatches } from '../app/palette-match.ts'
import { PLACES } from '../app/places.ts'
import { StatusBar } from '../app/StatusBar.tsx'
import { Page } from '../base/Page.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { frameShortcuts, standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { galleryShortcuts } from './gallery.shortcuts.ts'
import { NOW } from './sample-orders.ts'

const COUNTS: Record<string, number> = { orders: 64, stock: 2, shops: 3 }

/** The frame around an empty page: sidebar, header, status bar, palette, key list, practice frame. */
export function FramePage({ onLeave }: { onLeave: () => void }) {
  const w = useWords(appWords)
  const [current, setCurrent] = useState('/')
  const [isCollapsed, setCollapsed] = useState(false)
  const [isPractice, setPractice] = useState(false)
  const [isOnline, setOnline] = useState(true)
  const [isConnected, setConnected] = useState(true)
  const [isKeys, setKeys] = useState(false)
  const [isPalette, setPalette] = useState(false)
  const [query, setQuery] = useState('')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  useHotkey(frameShortcuts.keyHelp, () => setKeys(true), { reach: 'everywhere', inFields: true })
  const entries = useMemo(
    () =>
      PLACES.flatMap(({ path, name, icon, group }): FrameEntry[] =>
        group ? [{ path, label: w[name], icon, group, count: COUNTS[name], isBad: name === 'stock' }] : [],
      ),
    [w],
  )
  const items = entries.map(
    ({ path, label, icon: EntryIcon }): PaletteItem => ({
      id: path,
      icon: <EntryIcon size={17} stroke={1.6} />,
      label,
      perform: () => setCurrent(path),
    }),
  )
  const orders: PaletteItem[] = ['2611219K3M7QXP', '261122X4VXZG5P'].map((label) => ({
    id: label,
    icon: <IconClipboardList size={17} stroke={1.6} />,
    label,
    detail: 'Siti Rahmawati, Label Tercetak',
    perform: () => setCurrent('/pesanan'),
  }))
  const title = entries.find((entry) => entry.path === current)?.label ?? ''
  return (
    <PracticeFrame isPractice={isPractice}>
      <Frame
        entries={entries}
        current={current}
        location={current}
        onGo={setCurrent}
        isCollapsed={isCollapsed}
        onCollapse={setCollapsed}
        onSearch={() => setPalette(true)}
        isPractice={isPractice}
        person={
          <PersonMenu
            name="Bu Ratna"
            role={w.owner}
            language="id"
            mayChange
            onLanguage={() => {}}
            scheme={colorScheme}
            onScheme={setColorScheme}
          />
        }
        statusBar={
          <StatusBar
            isConnected={isConnected}
            isOnline={isOnline}
            shops={[
              {
                id: '1',
                name: 'Batik Ratna',
                channel: 'shopee',
                isConnected: true,
                isBroken: false,
                isFailing: false,
                consentUntil: NOW + 5 * 86_400_000,
                lastImportAt: NOW,
              },
              {
                id: '2',
                name: 'Ratna Outer',
                channel: 'tiktok',
                isConnected: false,
                isBroken: false,
                isFailing: false,
                consentUntil: null,
                lastImportAt: NOW - 20 * 3_600_000,
              },
            ]}
            lastVerified={{ at: NOW - 3_600_000, ok: true, differing: [] }}
            onKeys={() => setKeys(true)}
            now={NOW}
          />
        }
      >
        <Page title={title} quietLine="Minggu, 22 November 2026, 09.14 WIB">
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <ActionButton shortcut={galleryShortcuts.practice} onAct={() => setPractice(!isPractice)} />
            <ActionButton shortcut={galleryShortcuts.offline} onAct={() => setOnline(!isOnline)} />
            <ActionButton label="Penyimpan data pergi" onAct={() => setConnected(!isConnected)} />
            <ActionButton label="Ciutkan menu" onAct={() => setCollapsed(!isCollapsed)} />
            <ActionButton label="Kembali ke galeri" kind="primary" shortcut={standingShortcuts.back} onAct={onLeave} />
          </div>
        </Page>
      </Frame>
      <KeyListDialog isOpen={isKeys} onClose={() => setKeys(false)} />
      <Palette
        isOpen={isPalette}
        onClose={() => setPalette(false)}
        query={query}
        onQuery={setQuery}
        groups={[
          { title: w.searchOrders, items: bestMatches(orders, query) },
          { title: w.searchPages, items: bestMatches(items, query) },
        ]}
      />
    </PracticeFrame>
  )
}
