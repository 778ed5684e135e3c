import { tableShortcuts } from '../hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../hotkeys/useHotkey.ts'

interface Needs {
  /** False while there is nothing to walk through or to do. */
  isOn: boolean
  canChoose: boolean
  canOpen: boolean
  /** False where a row holds nothing that opens by itself. */
  canGoInside: boolean
  /** Does in the table what the key would do there, and takes the focus into it. */
  enter: (key: string) => void
}

/** A table's keys before anything in it has the focus: whoever arrives on a page goes on by keyboard at once. */
export function useTableHotkeys({ isOn, canChoose, canOpen, canGoInside, enter }: Needs) {
  const moves = { enabled: isOn, reach: 'table' } as const
  const choosing = { enabled: isOn && canChoose, reach: 'table' } as const
  const inside = { enabled: isOn && canGoInside, reach: 'table', isOwn: true } as const
  useHotkey(tableShortcuts.up, () => enter('ArrowUp'), moves)
  useHotkey(tableShortcuts.down, () => enter('ArrowDown'), moves)
  useHotkey(tableShortcuts.pageUp, () => enter('PageUp'), moves)
  useHotkey(tableShortcuts.pageDown, () => enter('PageDown'), moves)
  useHotkey(tableShortcuts.first, () => enter('Home'), moves)
  useHotkey(tableShortcuts.last, () => enter('End'), moves)
  useHotkey(tableShortcuts.open, () => enter('Enter'), { enabled: isOn && canOpen, reach: 'table' })
  useHotkey(tableShortcuts.choose, () => enter(' '), choosing)
  useHotkey(tableShortcuts.all, () => enter('a'), choosing)
  useHotkey(tableShortcuts.range, NOTHING_HERE, { ...choosing, isOwn: true })
  useHotkey(tableShortcuts.left, NOTHING_HERE, inside)
  useHotkey(tableShortcuts.right, NOTHING_HERE, inside)
}

/** Within the table its own key handler does it. */
const NOTHING_HERE = () => undefined
