import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { defectLog } from '../../src-main/hosting/defect-log.ts'
import { createDefectTeller } from '../../src-renderer/base/defect-teller.ts'
import type { Defect } from '../../src-shared/kernel/defect.ts'
import { aCore } from '../builders/a-core.ts'

test('what breaks in a window reaches lumbung.log, once for each thing that broke', async () => {
  const { core, folder } = await aCore()
  const client = createRouterClient(core.router, { context: { noteDefect: defectLog(folder) } })
  const told: Promise<unknown>[] = []
  const tell = createDefectTeller((defect: Defect) => {
    const telling = client.settings.noteDefect(defect)
    told.push(telling)
    return telling
  })
  const broken = new Error('the page broke')
  tell(broken, '#/pesanan')
  tell(broken, '#/pesanan')
  await Promise.all(told)
  expect(told).toHaveLength(1)
  const log = readFileSync(join(folder, 'lumbung.log'), 'utf8')
  expect(log).toContain('Error: the page broke')
  expect(log).toContain('#/pesanan')
})

test('what a window tells is limited', async () => {
  const { client } = await aCore()
  await expect(client.settings.noteDefect({ code: 'LB-0001', details: 'x'.repeat(8_001) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})
