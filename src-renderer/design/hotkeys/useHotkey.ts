import { createContext, useContext, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useLocale } from '../language.tsx'
import { type Hotkey, type HotkeyReach, hotkeyRegistry } from './hotkey-registry.ts'
import type { Shortcut } from './shortcuts.ts'

/** The layer this part lives in; dialogs provide their own. */
export const HotkeyLayerContext = createContext(0)

export interface HotkeyOptions {
  /** False switches the key off without forgetting it. Default true. */
  enabled?: boolean
  /** True lets the key act while a text field has focus. Function keys and Ctrl keys do so anyway. */
  inFields?: boolean
  /** What the button says, where that is more than the shortcut's own label: `Simpan 3 baris`. */
  label?: string | undefined
  /** Default `page`. */
  reach?: HotkeyReach
  /** True where the part handles the key itself while it has the focus; then it is only listed under F1. */
  isOwn?: boolean
}

/**
 * Makes a shortcut act while this part is on screen. Single letters and Enter leave text fields alone.
 * Without a shortcut nothing happens, so a button may pass its optional one straight through.
 */
export function useHotkey(shortcut: Shortcut | undefined, perform: () => void, options: HotkeyOptions = {}) {
  const { enabled = true, inFields = false, reach = 'page', isOwn = false } = options
  const layer = useContext(HotkeyLayerContext)
  const { language } = useLocale()
  const keys = shortcut?.keys
  const label = options.label ?? shortcut?.label[language] ?? ''
  const latest = useRef(perform)
  useLayoutEffect(() => {
    latest.current = perform
  })
  // a layout effect, because a page that waits hidden behind the next one must not answer: other effects live on there
  useLayoutEffect(() => {
    if (!keys || !enabled) return
    return hotkeyRegistry.add({ keys, label, reach, layer, inFields, isOwn, perform: () => latest.current() })
  }, [keys, label, reach, layer, inFields, isOwn, enabled])
}

/** All keys that act on this screen, for the F1 list and the palette. */
export const useHotkeyList = (): readonly Hotkey[] =>
  useSyncExternalStore(hotkeyRegistry.subscribe, hotkeyRegistry.list)
