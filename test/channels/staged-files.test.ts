import { expect, test } from 'vitest'
import { createStagedFiles, type WaitingFile } from '../../src-main/core/channels/staged-files.ts'
import type { Scheduler } from '../../src-main/core/outside.ts'

const HALF_AN_HOUR = 30 * 60_000
const aFile = (name: string) => ({ name, bytes: new Uint8Array(1) }) as WaitingFile

/** Time that passes by hand. */
function aScheduler() {
  const planned = new Map<object, { at: number; work: () => void }>()
  let now = 0
  const scheduler: Scheduler = {
    after(ms, work) {
      const plan = { callOff: () => void planned.delete(plan) }
      planned.set(plan, { at: now + ms, work })
      return plan
    },
  }
  return {
    scheduler,
    planned,
    pass(ms: number) {
      now += ms
      for (const [plan, { at, work }] of planned) if (at <= now && planned.delete(plan)) work()
    },
  }
}

test('a file that nobody answers is forgotten by itself after half an hour', () => {
  const { scheduler, pass } = aScheduler()
  const staged = createStagedFiles(scheduler)
  staged.add('a', aFile('pesanan.xlsx'))
  pass(HALF_AN_HOUR - 1)
  expect(staged.get('a')?.name).toBe('pesanan.xlsx')
  pass(1)
  expect(staged.get('a')).toBeUndefined()
})

test('of five files the oldest gives way, and what was answered waits for nothing', () => {
  const { scheduler, planned } = aScheduler()
  const staged = createStagedFiles(scheduler)
  for (const id of ['a', 'b', 'c', 'd', 'e']) staged.add(id, aFile(id))
  expect(['a', 'b', 'e'].map((id) => staged.get(id)?.name)).toEqual([undefined, 'b', 'e'])
  for (const id of ['b', 'c', 'd', 'e']) staged.remove(id)
  expect(planned.size).toBe(0)
})

test('large files make room for each other, and the newest always waits', () => {
  const staged = createStagedFiles(aScheduler().scheduler)
  const large = (megabytes: number) => ({ bytes: new Uint8Array(megabytes * 1024 * 1024) }) as WaitingFile
  const waiting = () => ['a', 'b', 'c'].filter((id) => staged.get(id))
  staged.add('a', large(40))
  staged.add('b', large(30))
  expect(waiting()).toEqual(['b'])
  staged.add('c', large(70))
  expect(waiting()).toEqual(['c'])
})
