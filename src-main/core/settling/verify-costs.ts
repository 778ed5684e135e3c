import { sql } from 'kysely'
import { monthOf } from '../../../src-shared/kernel/business-day.ts'
import { breathe, type Reader } from '../database/open.ts'
import { type Costs, costOf, type DatedMovement } from '../inventory/moving-average.ts'
import type { Finding } from '../ledger/verifier/finding.ts'
import type { Shelf } from './date-order.ts'
import { costOnItsOwn } from './movement-plan.ts'
import { wholeLife } from './recost-from.ts'
import { documentKey, recordedCost, type StandingMovement } from './standing.ts'
import { SOLD_DAY } from './uncosted.ts'

/**
 * Costs every SKU anew from its dated movements and compares: the average that the next issue will take, what the movements
 * of each month cost, and the goods that left without a cost.
 */
export async function verifyCosts(reader: Reader, averages: Finding, uncosted: Finding): Promise<void> {
  const skus = await reader.selectFrom('variant').select(['id', 'sku']).orderBy('sku').execute()
  const shelves = await reader.selectFrom('moving_average').selectAll().execute()
  const shelfOf = new Map(shelves.map((shelf) => [shelf.variant_id, shelf]))
  const waiting = new Waiting()
  for (const { id, sku } of skus) {
    // what was costed for now is put right by work that is under way
    const isLater = shelfOf.get(id)?.recost_from != null
    const { movements } = await wholeLife(reader, id)
    const shelf = shelfOf.get(id)
    if (movements.length === 0 && !shelf) continue
    averages.counted++
    const standing = new Map(movements.map((movement) => [asDated(movement), movement]))
    const recounted = costOf([...standing.keys()])
    if (!isLater) {
      compareShelf(sku, shelf ?? NO_SHELF, recounted, averages)
      compareMonths(sku, standing, recounted, averages)
    }
    compareBound(sku, shelf, movements, averages)
    for (const movement of movements) waiting.count(id, movement)
    await breathe()
  }
  await waiting.compare(reader, new Map(skus.map(({ id, sku }) => [id, sku])), uncosted)
}

const asDated = (movement: StandingMovement): DatedMovement => {
  const { document, effect, kind, day, at, pieces, basis } = movement
  const cost = basis === 'stated' ? costOnItsOwn(movement) : basis
  return { document: documentKey(document), effect, kind, day, at, pieces, cost }
}

interface KeptShelf {
  pieces: number
  value: number
  changed_day: string
  uncosted: number
}
type Bound = Pick<Shelf, 'moved' | 'dearest'>
const NO_SHELF: KeptShelf = { pieces: 0, value: 0, changed_day: '', uncosted: 0 }

function compareShelf(sku: string, kept: KeptShelf, { average, changed, uncosted }: Costs, finding: Finding): void {
  const { say } = finding
  const right: KeptShelf = {
    pieces: average.pieces,
    value: average.value,
    changed_day: changed?.day ?? '',
    uncosted,
  }
  // goods at nothing are worth nothing, however many they were
  const atNothing = kept.value === 0 && right.value === 0 && kept.uncosted === right.uncosted
  const same =
    atNothing || (Object.keys(right) as (keyof KeptShelf)[]).every((column) => kept[column] === right[column])
  const sentence = (of: KeptShelf) => say.average(of.pieces, of.value, of.changed_day, of.uncosted)
  if (!same) finding.fault(say.averageDiffers(sku, sentence(kept), sentence(right)))
}

/** What is taken in is measured by these (`cost-bound.ts`). The dearest receipt may be known too dear: it is looked at when that matters. */
function compareBound(
  sku: string,
  kept: Partial<Bound> = { moved: 0, dearest: 0 },
  movements: readonly StandingMovement[],
  finding: Finding,
): void {
  let [moved, dearest] = [0, 0]
  for (const movement of movements) {
    moved += Math.abs(movement.pieces)
    if (movement.basis === 'stated' && movement.pieces > 0)
      dearest = Math.max(dearest, Math.ceil(recordedCost(movement).cost / movement.pieces))
  }
  // a file of a Lumbung that kept no bound
  if (kept.moved === undefined || kept.dearest === undefined) return
  if (kept.moved !== moved || kept.dearest < dearest)
    finding.fault(finding.say.boundDiffers(sku, kept.moved, kept.dearest, moved, dearest))
}

/** Single sales of a month may differ by the rupiah they were rounded to; together they come to what is right. */
function compareMonths(
  sku: string,
  standing: ReadonlyMap<DatedMovement, StandingMovement>,
  { of }: Costs,
  finding: Finding,
): void {
  const months = new Map<string, { recorded: number; right: number }>()
  for (const [dated, movement] of standing) {
    const month = monthOf(movement.day)
    const sums = months.get(month) ?? { recorded: 0, right: 0 }
    sums.recorded += recordedCost(movement).cost
    sums.right += Math.sign(movement.pieces) * of.get(dated)!.cost
    months.set(month, sums)
  }
  for (const [month, { recorded, right }] of months)
    if (recorded !== right) finding.fault(finding.say.costsDiffer(sku, month, recorded, right))
}

/** Pieces that left without a cost, by SKU and day, by SKU and month, and in the list of what waits. */
class Waiting {
  private readonly days = new Map<string, number>()
  private readonly months = new Map<string, number>()

  count(variantId: string, movement: StandingMovement): void {
    const pieces = movement.pieces < 0 ? recordedCost(movement).costed - movement.pieces : 0
    if (pieces === 0) return
    const add = (sums: Map<string, number>, period: string) =>
      sums.set(`${variantId}|${period}`, (sums.get(`${variantId}|${period}`) ?? 0) + pieces)
    add(this.days, movement.day)
    add(this.months, monthOf(movement.day))
  }

  async compare(reader: Reader, skuOf: ReadonlyMap<string, string>, finding: Finding): Promise<void> {
    const listed = await reader
      .selectFrom('uncosted_issue')
      .select(({ fn }) => ['variant_id', 'day as period', fn.sum<number>('pieces').as('pieces')])
      .groupBy(['variant_id', 'day'])
      .execute()
    const days = await reader.selectFrom('uncosted_day').select(['variant_id', 'day as period', 'pieces']).execute()
    const months = await reader
      .selectFrom('uncosted_month')
      .select(['variant_id', 'month as period', 'pieces'])
      .execute()
    for (const [kept, right] of [
      [listed, this.days],
      [days, this.days],
      [months, this.months],
      ...(await soldSums(reader)),
    ] as const) {
      const keptOf = new Map(kept.map(({ variant_id, period, pieces }) => [`${variant_id}|${period}`, pieces]))
      finding.counted += keptOf.size
      for (const key of new Set([...keptOf.keys(), ...right.keys()])) {
        const [variantId = '', period = ''] = key.split('|')
        const [a, b] = [keptOf.get(key) ?? 0, right.get(key) ?? 0]
        if (a !== b) finding.fault(finding.say.uncostedDiffers(skuOf.get(variantId) ?? variantId, period, a, b))
      }
    }
  }
}

interface Uncosted {
  variant_id: string
  period: string
  pieces: number
}

/** The sums of what was sold, with what they ought to be; none in a file of a Lumbung that kept no such sums. */
async function soldSums(reader: Reader): Promise<[Uncosted[], Map<string, number>][]> {
  const { rows } = await sql`select 1 from sqlite_schema where name = 'uncosted_sold'`.execute(reader)
  if (rows.length === 0) return []
  const days = await reader.selectFrom('uncosted_sold').select(['variant_id', 'day as period', 'pieces']).execute()
  const months = await reader
    .selectFrom('uncosted_sold_month')
    .select(['variant_id', 'month as period', 'pieces'])
    .execute()
  const right = await soldWithoutCost(reader)
  return [
    [days, sumsBy(right, (day) => day)],
    [months, sumsBy(right, monthOf)],
  ]
}

async function soldWithoutCost(reader: Reader): Promise<Uncosted[]> {
  const { rows } = await sql<Uncosted>`
    select variant_id, period, sum(pieces) as pieces from (
      select variant_id, pieces, ${SOLD_DAY} as period from uncosted_issue)
    where period is not null group by variant_id, period`.execute(reader)
  return rows
}

function sumsBy(rows: readonly Uncosted[], periodOf: (day: string) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { variant_id, period, pieces } of rows) {
    const key = `${variant_id}|${periodOf(period)}`
    sums.set(key, (sums.get(key) ?? 0) + pieces)
  }
  return sums
}
