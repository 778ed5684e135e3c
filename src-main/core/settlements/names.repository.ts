import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Marketplace } from '../../../src-shared/orders/order.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { FeeAccounts, Meant } from './fee-accounts.ts'
import { normalName } from './normal-name.ts'
import { standingRules } from './settlements.repository.ts'

/** A name with what came under it, in settlements that stand. */
export interface NameSoFar extends Meant {
  channel: Marketplace
  name: string
  normal: string
  times: number
  amount: number
  from: BusinessDay
  to: BusinessDay
}

interface StoredName {
  id: number
  channel: Marketplace
  name: string
  normal: string
  partOf: string
}

const storedNames = async (reader: Reader): Promise<StoredName[]> =>
  reader
    .selectFrom('settlement_name')
    .select(['id', 'channel', 'name', 'normal', 'part_of as partOf'])
    .orderBy('id')
    .execute() as Promise<StoredName[]>

const meantOn = (rules: FeeAccounts, { channel, normal, partOf }: StoredName, day: BusinessDay) =>
  rules.of(channel, normal, normalName(partOf), day)

/** Every name so far; those that are compared as one stand together under the newest way it was written. */
export async function namesSoFar(
  reader: Reader,
  isWanted: (meant: Meant, name: StoredName) => boolean = () => true,
): Promise<NameSoFar[]> {
  const rules = await standingRules(reader)
  const names = (await storedNames(reader)).filter((name) => isWanted(meantOn(rules, name, LAST), name))
  if (names.length === 0) return []
  const sums = await reader
    .selectFrom('settlement_line as l')
    .innerJoin('settlement as s', 's.seq', 'l.settlement_seq')
    .select(({ fn }) => [
      'l.name_id as id',
      fn.countAll<number>().as('times'),
      fn.sum<number>('l.amount').as('amount'),
      fn.min<BusinessDay>('s.released_on').as('from'),
      fn.max<BusinessDay>('s.released_on').as('to'),
    ])
    .where('l.name_id', 'in', valuesIn<number>(names.map(({ id }) => id)))
    .where('s.withdrawn_at', 'is', null)
    .groupBy('l.name_id')
    .execute()
  const sumOf = new Map(sums.map((each) => [each.id, each]))
  const groups = Map.groupBy(
    names.filter(({ id }) => sumOf.has(id)),
    ({ channel, normal }) => `${channel}/${normal}`,
  )
  return [...groups.values()].map((same) => {
    const found = same.map(({ id }) => sumOf.get(id)!)
    const last = same.at(-1)!
    return {
      channel: last.channel,
      name: last.name,
      normal: last.normal,
      times: found.reduce((total, { times }) => total + times, 0),
      amount: found.reduce((total, { amount }) => total + amount, 0),
      from: found.map(({ from }) => from).sort()[0]!,
      to: found
        .map(({ to }) => to)
        .sort()
        .at(-1)!,
      ...meantOn(rules, last, LAST),
    }
  })
}

/** As the rules stand at the end of all days: what the newest of them says. */
const LAST = '9999-12-31'

/** Where a name stands, in settlements of a channel from a day on: as itself, or as the column of its parts. */
export async function settlementsWithName(
  reader: Reader,
  { channel, normal, from }: { channel: Marketplace; normal: string; from: BusinessDay },
): Promise<{ id: string; shopId: string; orderNumber: string; amount: number }[]> {
  const ids = (await storedNames(reader))
    .filter((name) => name.channel === channel && (name.normal === normal || normalName(name.partOf) === normal))
    .map(({ id }) => id)
  return reader
    .selectFrom('settlement_line as l')
    .innerJoin('settlement as s', 's.seq', 'l.settlement_seq')
    .select(({ fn }) => [
      's.id',
      's.shop_id as shopId',
      's.order_number as orderNumber',
      fn.sum<number>('l.amount').as('amount'),
    ])
    .where('l.name_id', 'in', valuesIn<number>(ids))
    .where('s.released_on', '>=', from)
    .where('s.withdrawn_at', 'is', null)
    .groupBy('s.seq')
    .orderBy('s.released_on')
    .orderBy('s.seq')
    .execute()
}
