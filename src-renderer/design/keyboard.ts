import type { ScannerProfile } from '../../src-shared/settings/settings.ts'
import { hotkeyRegistry } from './hotkeys/hotkey-registry.ts'
import { createScanner } from './scanner/scanner.ts'
import { rulesFor } from './scanner/scanner-profile.ts'

/** Scans come first: they are caught before a field or a key can take them. */
export const scanner = createScanner({ onBurst: hotkeyRegistry.forgetPressed })

/** Scans as the learned scanner sends them; null: as most do. A letter's key waits until it cannot begin such a code. */
export function followScanner(profile: ScannerProfile | null): void {
  const rules = rulesFor(profile)
  scanner.follow(rules)
  hotkeyRegistry.outwait(rules.gapMs)
}

/**
 * Whether a key sends what stands in a field for codes: Enter, or the key of the learned scanner, whose codes of two
 * letters are too short to be told from a hand.
 */
export const sendsCode = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean =>
  key === 'Enter' || (!shiftKey && scanner.isCloser(key))

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
