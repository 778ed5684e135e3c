import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createToastPile } from '../../src-renderer/design/toast-pile.ts'

let pile: ReturnType<typeof createToastPile>
beforeEach(() => {
  vi.useFakeTimers()
  pile = createToastPile()
})
afterEach(() => vi.useRealTimers())

const shown = () => pile.read().said?.text ?? null
const after = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

test('one sentence stands, the earlier ones are counted, and all leave six seconds after the last', () => {
  pile.say({ text: 'satu' })
  after(5)
  pile.say({ text: 'dua' })
  pile.say({ text: 'tiga' })
  expect(pile.read()).toMatchObject({ said: { text: 'tiga' }, others: 2, isLast: true })
  after(5.9)
  expect(shown()).toBe('tiga')
  after(0.2)
  expect(pile.read()).toEqual({ said: null, others: 0, isLast: true })
})

test('a hand that rests on it holds it, but not for longer than half a minute', () => {
  pile.say({ text: 'satu' })
  pile.hold(true)
  after(29)
  expect(shown()).toBe('satu')
  after(2)
  expect(shown()).toBe(null)
  // the hand still lies there: the next sentence leaves by itself
  pile.say({ text: 'dua' })
  after(7)
  expect(shown()).toBe(null)
})

test('once the hand has gone it stands six seconds more', () => {
  pile.say({ text: 'satu' })
  pile.hold(true)
  after(10)
  pile.hold(false)
  after(5)
  expect(shown()).toBe('satu')
  after(2)
  expect(shown()).toBe(null)
})

test('taken back, a sentence makes way for the one before: Ctrl+Z takes back the acts from the last to the first', () => {
  const undone: string[] = []
  for (const text of ['satu', 'dua', 'tiga']) pile.say({ text, undo: () => undone.push(text) })
  for (let said = pile.read().said; said; said = pile.read().said) {
    expect(pile.read().isLast).toBe(true)
    pile.undo(said)
  }
  expect(undone).toEqual(['tiga', 'dua', 'satu'])
})

test('an earlier sentence can be looked at; only the last act answers Ctrl+Z', () => {
  for (const text of ['satu', 'dua', 'tiga']) pile.say({ text })
  pile.earlier()
  expect(pile.read()).toMatchObject({ said: { text: 'dua' }, others: 2, isLast: false })
  pile.earlier()
  pile.earlier()
  expect(pile.read()).toMatchObject({ said: { text: 'tiga' }, isLast: true })
})

test('at the desk nothing is said, and what was said leaves', () => {
  pile.say({ text: 'satu' })
  pile.quiet(true)
  expect(shown()).toBe(null)
  pile.say({ text: 'dua' })
  expect(shown()).toBe(null)
  pile.quiet(false)
  pile.say({ text: 'tiga' })
  expect(shown()).toBe('tiga')
})
