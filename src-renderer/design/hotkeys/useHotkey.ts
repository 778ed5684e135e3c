import { createContext, useContext, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { type Hotkey, hotkeyRegistry } from './hotkey-registry.ts'
import type { Keys } from './key-combination.ts'

/** The layer this part lives in; dialogs provide their own. */
export const HotkeyLayerContext = createContext(0)
/** The heading under which keys of this part stand in the F1 list. */
export const HotkeyGroupContext = createContext('')

export interface HotkeyOptions {
  /** False switches the key off without forgetting it. Default true. */
  enabled?: boolean
  /** True lets the key act while a text field has focus. Function keys and Ctrl keys do so anyway. */
  inFields?: boolean
  /** True keeps it out of the F1 list and the palette. */
  isUnlisted?: boolean
}

/**
 * Makes a key do something while this part is on screen. Single letters and Enter leave text fields alone.
 * Without `keys` nothing happens, so a button may pass its optional key straight through.
 */
export function useHotkey(keys: Keys | undefined, label: string, perform: () => void, options: HotkeyOptions = {}) {
  const { enabled = true, inFields = false, isUnlisted = false } = options
  const layer = useContext(HotkeyLayerContext)
  const group = useContext(HotkeyGroupContext)
  const latest = useRef(perform)
  useLayoutEffect(() => {
    latest.current = perform
  })
  useEffect(() => {
    if (!keys || !enabled) return
    return hotkeyRegistry.add({ keys, label, group, layer, inFields, isUnlisted, perform: () => latest.current() })
  }, [keys, label, group, layer, inFields, isUnlisted, enabled])
}

/** All keys that act on this screen, for the F1 list and the palette. */
export const useHotkeyList = (): readonly Hotkey[] =>
  useSyncExternalStore(hotkeyRegistry.subscribe, hotkeyRegistry.list)
