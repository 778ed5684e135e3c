import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import type { Cost } from './upload-process.ts'

const program = join(import.meta.dirname, 'upload-process.ts')
const started = (...args: string[]) => fork(program, args, { execArgv: ['--expose-gc'] })

/** What reading a large workbook costs the process that owns the shop: in its own thread, and apart as hosts do it. */
export async function readingAgainstFloor(rows: number): Promise<{ here: Cost; apart: Cost }> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-bench-'))
  try {
    const file = join(folder, 'pesanan.xlsx')
    const orders = anOrderFile()
    for (let index = 0; index < rows; index++)
      orders.withOrder(`261104${String(index).padStart(8, '0')}`, { items: [{ price: 50_000 + (index % 977) }] })
    writeFileSync(file, orders.xlsx())
    const cost = async (how: string) => (await once(started(how, file), 'message'))[0] as Cost
    return { here: await cost('read-here'), apart: await cost('read-apart') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bodies that a script sends at once: what they cost the host, and how they were answered. */
export async function uploadsAtOnce(count: number, megabytes: number): Promise<Cost & { statuses: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-bench-'))
  const host = started('door', folder)
  try {
    const [{ url, token }] = (await once(host, 'message')) as [{ url: string; token: string }]
    // text that no reader takes for an order list: what is measured is the way in
    const file = new File([Buffer.alloc(megabytes * 1024 * 1024, 'Ratna;Batik;Jepara\n')], 'besar.csv')
    const send = async () => {
      const body = new FormData()
      body.append('file', file)
      const answer = await fetch(`${url}/api/imports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
      })
      await answer.text()
      return answer.status
    }
    const statuses = await Promise.all(Array.from({ length: count }, send))
    host.send('stop')
    const [cost] = (await once(host, 'message')) as [Cost]
    return { ...cost, statuses }
  } finally {
    host.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
