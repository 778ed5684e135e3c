import { hotkeyRegistry } from './hotkeys/hotkey-registry.ts'
import { createScanner } from './scanner/scanner.ts'

/** Scans come first: they are caught before a field or a key can take them. */
export const scanner = createScanner({ onBurst: hotkeyRegistry.forgetPressed })

/** Listens to the keyboard of this window: scanner first, then keys. Returns the way to stop. */
export function listenToKeyboard(on: Window): () => void {
  const stopScanner = scanner.listen(on)
  on.addEventListener('keydown', hotkeyRegistry.handle)
  on.addEventListener('pointerdown', hotkeyRegistry.forgetEarly)
  return () => {
    stopScanner()
    on.removeEventListener('pointerdown', hotkeyRegistry.forgetEarly)
    on.removeEventListener('keydown', hotkeyRegistry.handle)
  }
}
