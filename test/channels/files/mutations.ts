import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { expect } from 'vitest'
import { recordsOf } from '../../../src-main/core/channels/files/kind-facts.ts'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import type { ChannelFile } from '../../../src-shared/channels/channel-file.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const harm = fc.record({
  part: place,
  writes: fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 20 }),
  keep: fc.oneof(fc.constant(1), place),
})
type Harm = typeof harm extends fc.Arbitrary<infer Each> ? Each : never

function written(bytes: Uint8Array, { writes, keep }: Harm): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const [at, byte] of writes) copy[Math.floor(at * copy.length)] = byte
  return copy.subarray(0, Math.floor(copy.length * keep))
}

/** Up to twenty bytes written over and maybe the end cut off: of a text, or of a part inside a sound archive. */
export function mutationsOf(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return harm.map((each) => written(bytes, each))
  const parts = unzipSync(bytes)
  const paths = Object.keys(parts)
  return harm.map((each) => {
    const path = paths[Math.floor(each.part * paths.length)]!
    return zipSync({ ...parts, [path]: written(parts[path]!, each) }, { level: 0 })
  })
}

const LONGEST_MS = 10_000

/** A file is read or refused in time; the sums of what was read are those of its records. */
export async function isReadOrRefused(name: string, bytes: Uint8Array): Promise<void> {
  const began = performance.now()
  try {
    const file = await readChannelFile({ name, bytes, zone: 'WIB' })
    expect(sumsOf(file)).toEqual(sumsOfRecords(file))
    expect(recordsOf(file).length + file.problemCount).toBeGreaterThan(0)
  } catch (problem) {
    if (!(problem instanceof DomainError)) throw problem
  }
  expect(performance.now() - began).toBeLessThan(LONGEST_MS)
}

function sumsOf(file: ChannelFile) {
  if ('orders' in file) return { orders: file.totals.orders, payment: file.totals.buyerPayment }
  if ('settlements' in file) return { orders: file.totals.orders, released: file.totals.released }
  if ('returns' in file) return { returns: file.totals.returns, refund: file.totals.refund }
  if ('listings' in file) return { listings: file.totals.listings, stock: file.totals.stock }
  return { in: file.totals.in, out: file.totals.out }
}

function sumsOfRecords(file: ChannelFile) {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
  if ('orders' in file)
    return { orders: file.orders.length, payment: sum(file.orders.map(({ snapshot }) => snapshot.buyerPayment)) }
  if ('settlements' in file) {
    const orders = file.settlements.filter(({ kind }) => kind === 'order')
    return {
      orders: new Set(orders.map(({ orderNumber }) => orderNumber)).size,
      released: sum(orders.map(({ released }) => released)),
    }
  }
  if ('returns' in file) return { returns: file.returns.length, refund: sum(file.returns.map(({ refund }) => refund)) }
  if ('listings' in file)
    return { listings: file.listings.length, stock: sum(file.listings.map(({ stock }) => stock ?? 0)) }
  const counted = file.lines.flatMap((line) =>
    ('status' in line ? line.status === 'done' : !line.isPending) ? [line.amount] : [],
  )
  return { in: sum(counted.filter((amount) => amount > 0)), out: sum(counted.filter((amount) => amount < 0)) }
}
