import { divRound, partOf } from '../../../src-shared/kernel/allocate.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Movement } from '../effects.ts'

/**
 * The moving average of one SKU: what every issue costs is a function of the SKU's dated movements, never of the order in
 * which people typed them. SAK EMKM chapter 9 allows the weighted average.
 *
 * The rules a bookkeeper would check:
 * - Within a day, what comes is there before anything leaves: Stok Awal, goods received, goods that came back, surplus found,
 *   then sales, then what was counted short, broken or taken home. Nobody knows the hour of a delivery note.
 * - Between two changes of value the average stands still. The first n pieces taken of it cost V·n/Q, rounded once, and an
 *   issue costs the difference of two such sums: what leaves in a month comes to the same whatever its order, and the
 *   last piece carries what remains.
 * - Goods that left without cover wait, oldest first, for the next day that brings goods with a cost, and take the average of
 *   all that this day brought. Surplus found while there is no average
 *   waits for the first one (it is not worth nothing: sold at nothing it would flatter the profit), before those who wait to
 *   be paid. Goods received without a cost stand on the shelf uncosted.
 * - What comes back stands at its share of what it left at, as far as that is known.
 */
export interface DatedMovement {
  /** Kind and id of the document. */
  document: string
  effect: string
  kind: Movement['kind']
  day: BusinessDay
  at: Instant
  /** Negative for goods that left. */
  pieces: number
  cost: Movement['cost']
}

/** How much of a movement is costed, in pieces and rupiah; both without sign. */
export interface Cost {
  costed: number
  cost: Rupiah
  /** Number of the average that paid for the whole issue; null when several did, or none. */
  average: number | null
}

/** Goods at one average: so many pieces were worth so much when that last changed, and so many of them are left. */
export interface Average {
  pieces: number
  value: Rupiah
  left: number
}

export const NO_AVERAGE: Average = { pieces: 0, value: 0, left: 0 }

const costOfFirst = ({ pieces, value }: Average, taken: number): Rupiah =>
  taken === 0 ? 0 : divRound(value, taken, pieces)

export const valueLeft = (average: Average): Rupiah =>
  average.value - costOfFirst(average, average.pieces - average.left)

/** Value of so many pieces found, at the average. */
export const worth = (average: Average, pieces: number): Rupiah => divRound(valueLeft(average), pieces, average.left)

export const putIn = (average: Average, pieces: number, cost: Rupiah): Average => ({
  pieces: average.left + pieces,
  value: valueLeft(average) + cost,
  left: average.left + pieces,
})

/** Takes out what there is of the pieces asked for. */
export function takeOut(average: Average, asked: number): { average: Average; costed: number; cost: Rupiah } {
  const costed = Math.min(asked, average.left)
  const after = { ...average, left: average.left - costed }
  return { average: after, costed, cost: valueLeft(average) - valueLeft(after) }
}

const RANK = { opening: 0, received: 1, returned: 2, found: 3, sold: 4, lost: 5 } as const

/** The place of a movement within its day. */
export function rankOf({ kind, pieces, cost }: Pick<DatedMovement, 'kind' | 'pieces' | 'cost'>): number {
  if (pieces < 0) return kind === 'issue' ? RANK.sold : RANK.lost
  if (cost === 'average') return RANK.found
  if (typeof cost === 'object') return RANK.returned
  return kind === 'opening' ? RANK.opening : RANK.received
}

export const isSale = (movement: DatedMovement): boolean => rankOf(movement) === RANK.sold

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * By day and rank; sales of a day by their moment. Of movements that are alike the smaller comes first, and ids decide only
 * between those that could change places without a trace.
 */
export const byDate = (a: DatedMovement, b: DatedMovement): number =>
  compare(a.day, b.day) ||
  compare(rankOf(a), rankOf(b)) ||
  (isSale(a) ? compare(a.at, b.at) : 0) ||
  compare(Math.abs(a.pieces), Math.abs(b.pieces)) ||
  compare(a.document, b.document) ||
  compare(a.effect, b.effect)

export interface Costs {
  of: ReadonlyMap<DatedMovement, Cost>
  /** As it stands after the last movement. */
  average: Average
  /** Day and rank of the last change of value; null when there never was one. */
  changed: { day: BusinessDay; rank: number } | null
  /** Movements that are still without (all of) their cost. */
  uncosted: number
}

/**
 * What every movement of one SKU costs. `movements` are those that stand, in any order; all of them, or those since a day
 * that began with `start` on the shelf and nobody waiting.
 */
export function costOf(movements: readonly DatedMovement[], start: Average = NO_AVERAGE): Costs {
  const costs = new Map<DatedMovement, Cost>()
  const returns = returnsByIssue(movements)
  const unpaid: { movement: DatedMovement; pieces: number }[] = []
  let nextUnpaid = 0
  let foundWithoutAverage: DatedMovement[] = []
  let average = start
  let number = 0
  let changed: Costs['changed'] = null

  const change = (movement: DatedMovement, costed: number, cost: Rupiah) => {
    const before = costs.get(movement)!
    costs.set(movement, { costed: before.costed + costed, cost: before.cost + cost, average: null })
    if (costed === 0 && cost === 0) return
    average = putIn(average, costed, cost)
    number++
  }

  /** Pays what it can of an issue, and answers with the pieces left unpaid. */
  const pay = (movement: DatedMovement, pieces: number): number => {
    const taken = takeOut(average, pieces)
    average = taken.average
    const before = costs.get(movement)!
    costs.set(movement, {
      costed: before.costed + taken.costed,
      cost: before.cost + taken.cost,
      average: taken.costed === -movement.pieces ? number : null,
    })
    return pieces - taken.costed
  }

  /** Goods that came back follow the issues they came from. */
  const follow = (group: ReturnGroup | undefined): void => {
    if (!group) return
    for (const [index, movement] of group.arrived.entries()) {
      const target = shareOf(group, index, costs)
      const known = costs.get(movement)!
      if (target.costed !== known.costed || target.cost !== known.cost)
        change(movement, target.costed - known.costed, target.cost - known.cost)
    }
  }

  /** Goods with a cost have come: surplus takes the average, then those who wait are paid, and what came back of these follows. */
  const payWaiting = () => {
    while (average.left > 0) {
      const found = foundWithoutAverage
      foundWithoutAverage = []
      for (const movement of found) change(movement, movement.pieces, worth(average, movement.pieces))
      const first = unpaid[nextUnpaid]
      if (!first) return
      first.pieces = pay(first.movement, first.pieces)
      if (first.pieces === 0) nextUnpaid++
      for (const group of returns.get(first.movement) ?? []) follow(group)
    }
  }

  /** Runs a step of one day and notes whether it changed the value. */
  const step = (day: BusinessDay, rank: number, work: () => void) => {
    const before = number
    work()
    if (number !== before) changed = { day, rank }
  }

  let today = ''
  for (const movement of movements.toSorted(byDate)) {
    const { day, pieces, cost } = movement
    // all that a day brought is there before anyone is paid of it
    if (day !== today || pieces < 0) step(today, RANK.found, payWaiting)
    today = day
    costs.set(movement, { costed: 0, cost: 0, average: null })
    step(day, rankOf(movement), () => {
      if (cost === 'unknown') return
      if (typeof cost === 'number') change(movement, pieces, cost)
      else if (typeof cost === 'object') {
        const group = groupOf(returns, movement)
        group.arrived.push(movement)
        follow(group)
      } else if (pieces > 0) {
        if (average.left > 0) change(movement, pieces, worth(average, pieces))
        else foundWithoutAverage.push(movement)
      } else {
        const left = pay(movement, -pieces)
        if (left > 0) unpaid.push({ movement, pieces: left })
        for (const group of returns.get(movement) ?? []) follow(group)
        payWaiting()
      }
    })
  }
  step(today, RANK.found, payWaiting)

  let uncosted = 0
  for (const [{ pieces, cost }, { costed }] of costs)
    if (cost !== 'unknown' && typeof cost !== 'number' && costed < Math.abs(pieces)) uncosted++
  return { of: costs, average, changed, uncosted }
}

/** Returns of the same issues, in the order of their dates. */
interface ReturnGroup {
  issues: DatedMovement[]
  arrived: DatedMovement[]
}

const keyOf = (document: string, effect: string) => `${document}\n${effect}`

interface Returns {
  get(issue: DatedMovement): ReturnGroup[] | undefined
  groups: Map<string, ReturnGroup>
}

const groupName = ({ document, cost }: DatedMovement) =>
  `${document}\n${typeof cost === 'object' ? cost.issuedBy.toSorted().join('\n') : ''}`

function groupOf(returns: Returns, movement: DatedMovement): ReturnGroup {
  return returns.groups.get(groupName(movement))!
}

function returnsByIssue(movements: readonly DatedMovement[]): Returns {
  const groups = new Map<string, ReturnGroup>()
  const byIssue = new Map<DatedMovement, ReturnGroup[]>()
  const back = movements.filter(({ cost }) => typeof cost === 'object')
  if (back.length === 0) return { groups, get: () => undefined }
  const issues = new Map(
    movements.filter(({ pieces }) => pieces < 0).map((issue) => [keyOf(issue.document, issue.effect), issue]),
  )
  for (const movement of back) {
    const name = groupName(movement)
    if (groups.has(name) || typeof movement.cost !== 'object') continue
    const named = movement.cost.issuedBy.flatMap((effect) => issues.get(keyOf(movement.document, effect)) ?? [])
    const group = { issues: named, arrived: [] }
    groups.set(name, group)
    for (const issue of named) byIssue.set(issue, [...(byIssue.get(issue) ?? []), group])
  }
  return { groups, get: (issue) => byIssue.get(issue) }
}

/** What one of several returns stands at: exact once its issues are wholly paid, till then the whole pieces and rupiah known. */
function shareOf(group: ReturnGroup, index: number, costs: ReadonlyMap<DatedMovement, Cost>) {
  const movement = group.arrived[index]!
  if (typeof movement.cost !== 'object') throw new Error('only goods that came back follow an issue')
  const { part } = movement.cost
  let costed = 0
  let cost = 0
  let pieces = 0
  for (const issue of group.issues) {
    costed += costs.get(issue)?.costed ?? 0
    cost += costs.get(issue)?.cost ?? 0
    pieces -= issue.pieces
  }
  if (pieces > 0 && costed === pieces) {
    let after = 0
    for (const earlier of group.arrived.slice(0, index))
      if (typeof earlier.cost === 'object') after += earlier.cost.part.pieces
    return { costed: movement.pieces, cost: partOf(cost, { after, ...part }) }
  }
  return {
    costed: Math.floor((costed * movement.pieces) / part.of),
    cost: Math.floor((cost * part.pieces) / part.of),
  }
}
