import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { keyRows } from '../../src-renderer/app/KeyListDialog.tsx'
import { createHotkeyRegistry, type Hotkey } from '../../src-renderer/design/hotkeys/hotkey-registry.ts'
import { ariaKeys, matches } from '../../src-renderer/design/hotkeys/key-combination.ts'
import { type Shortcut, shortcutsOf } from '../../src-renderer/design/hotkeys/shortcuts.ts'
import { standingShortcuts, tableShortcuts } from '../../src-renderer/design/hotkeys/standing.shortcuts.ts'

const root = join(import.meta.dirname, '../..')
const FILES = globSync('src-renderer/**/*.shortcuts.ts', { cwd: root })

const isShortcut = (value: object): value is Shortcut => 'keys' in value && 'label' in value

/** Every part of a list of shortcuts: the whole of a flat one, or each branch of a nested one. */
function partsOf(name: string, value: object): { name: string; shortcuts: Shortcut[] }[] {
  const entries = Object.entries(value) as [string, object][]
  const own = entries.flatMap(([, each]) => (isShortcut(each) ? [each] : []))
  const nested = entries.flatMap(([key, each]) => (isShortcut(each) ? [] : partsOf(`${name}.${key}`, each)))
  return own.length > 0 ? [{ name, shortcuts: own }, ...nested] : nested
}

describe('the lists of shortcuts', async () => {
  const lists = await Promise.all(FILES.map((file) => import(join(root, file)) as Promise<object>))
  const parts = lists.flatMap((list) => Object.entries(list).flatMap(([name, value]) => partsOf(name, value as object)))

  test('are found', () => expect(parts.length).toBeGreaterThan(20))

  test.each(parts)('$name says every key in both languages and gives no two acts one key', ({ shortcuts }) => {
    const meanings = new Map<string, string>()
    for (const { keys, label } of shortcuts) {
      expect(label.id && label.en).toBeTruthy()
      expect(meanings.get(keys) ?? label.id, keys).toBe(label.id)
      meanings.set(keys, label.id)
      expect(ariaKeys(keys)).not.toBe('')
    }
  })

  test('are the only place where a key is written', () => {
    const strays = globSync('src-renderer/**/*.{ts,tsx}', { cwd: root })
      .filter((file) => !/shortcuts\.ts$/.test(file))
      .filter((file) =>
        /as Keys\b|aria-keyshortcuts=["{]['"`]|\bkeys(: |=["{])['"`]/.test(readFileSync(join(root, file), 'utf8')),
      )
    expect(strays).toEqual([])
  })
})

describe('keys that act', () => {
  class Nothing {}
  beforeAll(() => {
    for (const name of ['HTMLElement', 'HTMLInputElement', 'HTMLTextAreaElement', 'HTMLSelectElement'])
      vi.stubGlobal(name, Nothing)
    vi.stubGlobal('document', { activeElement: null })
    vi.useFakeTimers()
  })
  afterAll(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  const { pay, correct } = shortcutsOf(
    { id: { pay: 'Bayar', correct: 'Betulkan' }, en: { pay: 'Pay', correct: 'Correct' } },
    { pay: 'P', correct: 'E' },
  )
  let registry: ReturnType<typeof createHotkeyRegistry>
  let done: string[]
  beforeEach(() => {
    registry = createHotkeyRegistry()
    done = []
  })
  const add = ({ keys, label }: Shortcut, more: Partial<Hotkey> = {}) =>
    registry.add({
      keys,
      label: label.id,
      reach: 'page',
      layer: 0,
      inFields: false,
      isOwn: false,
      perform: () => done.push(more.label ?? label.id),
      ...more,
    })
  const press = (key: string) => {
    const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    registry.handle({ key, ...held, target: null, preventDefault: () => undefined } as unknown as KeyboardEvent)
    vi.advanceTimersByTime(100)
  }

  test('a key pressed while its panel is on its way acts as soon as the panel is there', () => {
    registry.whileComing(() => true)
    press('p')
    expect(done).toEqual([])
    add(pay)
    vi.advanceTimersByTime(100)
    expect(done).toEqual(['Bayar'])
  })

  test('it is forgotten after the next key, a click, or two seconds', () => {
    const moments = [() => press('x'), registry.forgetEarly, () => vi.advanceTimersByTime(2_001)]
    registry.whileComing(() => true)
    for (const pass of moments) {
      press('p')
      pass()
      const remove = add(pay)
      vi.advanceTimersByTime(100)
      remove()
    }
    expect(done).toEqual([])
  })

  test('nothing is kept when nothing is on its way, and never Enter: a double press must not do the next thing', () => {
    press('p')
    registry.whileComing(() => true)
    press('Enter')
    add(pay)
    add(standingShortcuts.main)
    vi.advanceTimersByTime(100)
    expect(done).toEqual([])
  })

  test('the main act of a page goes before opening a row of its table, whichever came later', () => {
    add(standingShortcuts.main, { label: 'Simpan' })
    add(tableShortcuts.open, { reach: 'table' })
    press('Enter')
    expect(done).toEqual(['Simpan'])
  })

  test('two acts on one key are reported; Enter and Esc belong to the innermost part', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    add(pay)
    add(correct)
    add(standingShortcuts.back, { label: 'Tutup' })
    add(standingShortcuts.back, { label: 'Kembali' })
    const remove = add(pay, { label: 'Pribadi' })
    remove()
    vi.advanceTimersByTime(1_000)
    expect(report).not.toHaveBeenCalled()
    add(pay, { label: 'Pribadi' })
    vi.advanceTimersByTime(1_000)
    expect(report.mock.calls).toEqual([['Two shortcuts want P: "Bayar" and "Pribadi"']])
    report.mockRestore()
  })

  test('F1 shows each act once with all its keys, and of two acts on one key the one that is done', () => {
    add(tableShortcuts.up, { reach: 'table' })
    add(tableShortcuts.down, { reach: 'table' })
    add(standingShortcuts.back, { label: 'Kembali' })
    add(standingShortcuts.back, { label: 'Tutup' })
    expect(keyRows(registry.list(), 'table')).toEqual([{ keys: ['Up', 'Down'], label: 'Pindah baris' }])
    expect(keyRows(registry.list(), 'page')).toEqual([{ keys: ['Esc'], label: 'Tutup' }])
  })

  test('a press means the key that is printed', () => {
    const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    expect(matches(pay.keys, { key: 'p', ...held })).toBe(true)
    expect(matches(pay.keys, { key: 'p', ...held, ctrlKey: true })).toBe(false)
  })
})
