import { expect, test } from 'vitest'
import {
  ariaKeys,
  belongsToFields,
  isTyped,
  type KeyPress,
  matches,
} from '../../src-renderer/design/hotkeys/key-combination.ts'
import { nextTab } from '../../src-renderer/design/tabs/tab-keys.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test.each([
  ['F4', press('F4'), true],
  ['Ctrl+K', press('k', { ctrlKey: true }), true],
  ['Ctrl+K', press('k', { metaKey: true }), true],
  ['Ctrl+K', press('k'), false],
  ['T', press('t'), true],
  ['T', press('T', { shiftKey: true }), false],
  ['T', press('t', { ctrlKey: true }), false],
  ['/', press('/', { shiftKey: true }), true],
  ['Esc', press('Escape'), true],
  ['Shift+F9', press('F9', { shiftKey: true }), true],
  ['F9', press('F9', { shiftKey: true }), false],
] as const)('the key %s and a press of %o: %s', (keys, event, isIt) => expect(matches(keys, event)).toBe(isIt))

test('letters, arrows, undo and clipboard belong to a field that has focus; function keys do not', () => {
  expect(['T', '2', 'Ctrl+Z', 'Ctrl+A', 'Up'].every(belongsToFields)).toBe(true)
  expect(['F4', 'Ctrl+K', 'Ctrl+Enter', 'Esc'].some(belongsToFields)).toBe(false)
  expect(isTyped('Ctrl+T')).toBe(false)
})

test('keys are told to screen readers by their ARIA names', () => {
  expect(ariaKeys('Ctrl+Enter')).toBe('Control+Enter')
  expect(ariaKeys('Esc')).toBe('Escape')
})

test('arrows go round the tabs, Home and End to their ends', () => {
  expect(nextTab('ArrowRight', 3, 4)).toBe(0)
  expect(nextTab('ArrowLeft', 0, 4)).toBe(3)
  expect(nextTab('End', 0, 4)).toBe(3)
  expect(nextTab('a', 0, 4)).toBeNull()
})
