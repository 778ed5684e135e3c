import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { defectLog } from '../../src-main/hosting/defect-log.ts'
import { SUNDAY } from '../builders/a-core.ts'

test('defects are kept beside the shop with their moment, the last megabytes of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const note = defectLog(folder, () => SUNDAY)
  note({ code: 'LB-4F2A', details: 'LB-4F2A\nError: broken' })
  const log = () => readFileSync(join(folder, 'lumbung.log'), 'utf8')
  expect(log()).toBe('2026-11-22T02:14:00.000Z LB-4F2A\nError: broken\n\n')

  for (let count = 0; count < 3; count++) note({ code: 'LB-0001', details: 'x'.repeat(600_000) })
  expect(log().length).toBeLessThan(1_300_000)
  expect(existsSync(join(folder, 'lumbung.1.log'))).toBe(true)
})

test('a folder that is gone makes no second defect', () => {
  expect(() => defectLog(join(tmpdir(), 'lumbung-nowhere', 'gone'))({ code: 'LB-0001', details: 'x' })).not.toThrow()
})
