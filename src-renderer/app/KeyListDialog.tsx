import { Box, Flex, Text } from '@mantine/core'
import { appWords } from '../../src-shared/app/app.words.ts'
import { Columns } from '../design/Columns.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { actingOf, type Hotkey, type HotkeyReach } from '../design/hotkeys/hotkey-registry.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import type { Keys } from '../design/hotkeys/key-combination.ts'
import { useHotkeyList } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'

const HEADINGS = [
  { reach: 'page', title: 'keysOnThisPage' },
  { reach: 'table', title: 'keysInTables' },
  { reach: 'field', title: 'keysInForms' },
  { reach: 'everywhere', title: 'keysEverywhere' },
] as const satisfies readonly { reach: HotkeyReach; title: keyof (typeof appWords)['id'] }[]

/** F1: what every key does here. Drawn from the keys that are registered at this moment and from nothing else. */
export function KeyListDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords(appWords)
  const hotkeys = useHotkeyList()
  return (
    <Dialog title={w.keysTitle} isOpen={isOpen} onClose={onClose} width="wide">
      <div className="newspaper">
        {HEADINGS.map(({ reach, title }) => {
          const rows = keyRows(hotkeys, reach)
          return rows.length > 0 && <KeyGroup key={reach} title={w[title]} rows={rows} />
        })}
      </div>
      <Text component="p" mt={4} c="dimmed">
        {w.scannerAnywhere}
      </Text>
    </Dialog>
  )
}

interface KeyRow {
  keys: Keys[]
  label: string
}

/** One line per act with every key that does it. Of two acts on one key only the one that is done. */
export function keyRows(hotkeys: readonly Hotkey[], reach: HotkeyReach): KeyRow[] {
  const here = hotkeys.filter((hotkey) => hotkey.layer === 0)
  const isActing = (hotkey: Hotkey) =>
    hotkey.isOwn || actingOf(here.filter(({ keys, isOwn }) => !isOwn && keys === hotkey.keys)) === hotkey
  const rows = new Map<string, Set<Keys>>()
  for (const hotkey of here) {
    if (hotkey.reach !== reach || !isActing(hotkey)) continue
    rows.set(hotkey.label, (rows.get(hotkey.label) ?? new Set()).add(hotkey.keys))
  }
  return [...rows].map(([label, keys]) => ({ keys: [...keys], label }))
}

function KeyGroup({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  return (
    <section>
      <Box component="h3" mb={4} c="var(--lb-soga)" className="label">
        {title}
      </Box>
      <dl>
        {rows.map(({ keys, label }) => (
          <Columns key={keys.join()} of="108px 1fr" gap={8} align="center" mih={28} className="line-above">
            <Flex component="dt" wrap="wrap" gap={4} p="3px 0">
              {keys.map((each) => (
                <Kbd key={each} keys={each} isSpoken />
              ))}
            </Flex>
            <dd>{label}</dd>
          </Columns>
        ))}
      </dl>
    </section>
  )
}
