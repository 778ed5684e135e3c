import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { hotkeyRegistry } from './hotkey-registry.ts'
import { HotkeyLayerContext } from './useHotkey.ts'

/**
 * Keeps the keys of what lies beneath quiet while its children (a dialog, the palette) are on screen. What is marked
 * `data-autofocus` has the focus with the first frame, and whoever had it before gets it back.
 */
export function HotkeyLayer({ children }: { children: ReactNode }) {
  const [layer, setLayer] = useState<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  // with what is seen, not after it: a key may follow at once, and of `-2` the first sign must not be lost
  useLayoutEffect(() => {
    const before = document.activeElement
    const opened = hotkeyRegistry.openLayer()
    setLayer(opened.layer)
    box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true })
    return () => {
      opened.close()
      setTimeout(() => giveBack(before), RETURN_AFTER_MS)
    }
  }, [])
  return (
    <HotkeyLayerContext value={layer ?? -1}>
      <div ref={box} style={{ display: 'contents' }}>
        {children}
      </div>
    </HotkeyLayerContext>
  )
}

/** Whoever takes the focus by an own wish does so at once. */
const RETURN_AFTER_MS = 20

function giveBack(before: Element | null) {
  if (document.activeElement !== document.body || !before?.isConnected) return
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
}
