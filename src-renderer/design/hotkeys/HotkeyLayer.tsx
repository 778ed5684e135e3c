import { type ReactNode, useLayoutEffect, useState } from 'react'
import { hotkeyRegistry } from './hotkey-registry.ts'
import { HotkeyLayerContext } from './useHotkey.ts'

/** Keeps the keys of what lies beneath quiet while its children (a dialog, the palette) are on screen. */
export function HotkeyLayer({ children }: { children: ReactNode }) {
  const [layer, setLayer] = useState<number | null>(null)
  // with what is seen, not after it: a key may follow at once
  useLayoutEffect(() => {
    const opened = hotkeyRegistry.openLayer()
    setLayer(opened.layer)
    return opened.close
  }, [])
  return <HotkeyLayerContext value={layer ?? -1}>{children}</HotkeyLayerContext>
}
