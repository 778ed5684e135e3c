import { afterEach, expect, test, vi } from 'vitest'
import { createScanner } from '../../src-renderer/design/scanner/scanner.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A scanner at a window without fields, and a way to scan into it. */
function aListeningScanner() {
  for (const name of ['HTMLElement', 'HTMLInputElement', 'HTMLTextAreaElement']) vi.stubGlobal(name, class {})
  const scanner = createScanner({ onBurst() {} })
  let onKeyDown: (event: unknown) => void = () => {}
  scanner.listen({ addEventListener: (_: string, hears: typeof onKeyDown) => (onKeyDown = hears) } as never)
  let at = 0
  return {
    scanner,
    scan(code: string) {
      at += 1_000
      for (const key of [...code, 'Enter']) {
        at += 5
        onKeyDown({ key, timeStamp: at, target: null, preventDefault() {}, stopImmediatePropagation() {} })
      }
    },
  }
}

test('a code that somebody takes first comes to nobody who waits for codes, and every other one does', () => {
  const { scanner, scan } = aListeningScanner()
  const [waits, fallback, badges] = [vi.fn(), vi.fn(), vi.fn()]
  scanner.setFallback(fallback)
  const stop = scanner.takeFirst((code) => {
    if (!code.startsWith('LMB-')) return false
    badges(code)
    return true
  })
  scan('LMB-2B96GFGF6919VK6J')
  const leave = scanner.add(waits)
  scan('LMB-2B96GFGF6919VK6J')
  expect(badges).toHaveBeenCalledTimes(2)
  expect(waits).not.toHaveBeenCalled()
  expect(fallback).not.toHaveBeenCalled()
  scan('JX0123456789')
  expect(waits.mock.calls.map(([code]) => code)).toEqual(['JX0123456789'])
  leave()
  stop()
  scan('LMB-2B96GFGF6919VK6J')
  expect(fallback.mock.calls.map(([code]) => code)).toEqual(['LMB-2B96GFGF6919VK6J'])
})
