import { sql } from 'kysely'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { SettlementKind, SettlementLine } from '../../../src-shared/settlements/settlement-file.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { channelAccounts, MARKETPLACES } from '../ledger/channel-accounts.ts'
import { type BalanceLine, meaningOfLine, unconfirmed, withBalanceLines } from './balance-releases.ts'
import { type FeeAccounts, feeAccounts, type OwnRule } from './fee-accounts.ts'
import { normalName } from './normal-name.ts'
import { byDay, NOT_SETTLED, type OrderSettlements, type Release } from './release.ts'

/** The order of a release, as every file names it. */
export interface OrderNamed {
  shopId: string
  channel: Channel
  number: string
}

/** A settlement as it is stored, without its lines. */
export interface StoredSettlement {
  seq: number
  id: string
  shopId: string
  orderNumber: string
  kind: SettlementKind
  reference: string
  releasedOn: BusinessDay
  released: number
  nth: number
  description: string
  /** How many amounts the statement has whose lines stand. */
  detail: number
  withdrawnAt: Instant | null
}

const COLUMNS = [
  'seq',
  'id',
  'shop_id as shopId',
  'order_number as orderNumber',
  'kind',
  'reference',
  'released_on as releasedOn',
  'released',
  'nth',
  'description',
  'detail',
  'withdrawn_at as withdrawnAt',
] as const

export const keyOf = ({
  kind,
  reference,
  releasedOn,
  released,
  nth,
}: Pick<StoredSettlement, 'kind' | 'reference' | 'releasedOn' | 'released' | 'nth'>): string =>
  [kind, reference, releasedOn, released, nth].join('/')

/** What the owner said of names; a rule she took back no longer counts. */
export async function ownRules(reader: Reader): Promise<OwnRule[]> {
  return reader
    .selectFrom('fee_account')
    .select(['channel', 'normal', 'from_day as from', 'meaning', 'account'])
    .where('undone_at', 'is', null)
    .execute()
}

export const standingRules = async (reader: Reader): Promise<FeeAccounts> => feeAccounts(await ownRules(reader))

/** Settlements of these orders, as far as they stand, with what each amount is. */
export async function settlementsOf(
  reader: Reader,
  orders: readonly OrderNamed[],
): Promise<{ of(shopId: string, number: string): OrderSettlements }> {
  const atChannels = orders.filter(({ channel }) => channel !== 'own')
  const rows =
    atChannels.length === 0
      ? []
      : await reader
          .selectFrom('settlement')
          .select(COLUMNS)
          .where('shop_id', 'in', valuesIn(new Set(atChannels.map(({ shopId }) => shopId))))
          .where('order_number', 'in', valuesIn(atChannels.map(({ number }) => number)))
          .where('withdrawn_at', 'is', null)
          .execute()
  const balanceLines = await balanceLinesOf(reader, atChannels)
  if (rows.length === 0 && balanceLines.size === 0) return { of: () => NOT_SETTLED }
  const rules = await standingRules(reader)
  const channelOf = new Map(atChannels.map(({ shopId, channel }) => [shopId, channel]))
  const releases = await releasesOf(
    reader,
    rows.map((row) => ({ ...row, channel: channelOf.get(row.shopId)! })),
  )
  const byOrder = Map.groupBy(rows, ({ shopId, orderNumber }) => `${shopId}/${orderNumber}`)
  const inOpening = await channelsWithOpening(reader)
  return {
    of(shopId, number) {
      const key = `${shopId}/${number}`
      const [told, lines] = [byOrder.get(key) ?? [], balanceLines.get(key) ?? []]
      if (told.length + lines.length === 0) return NOT_SETTLED
      const channel = channelOf.get(shopId)!
      return {
        releases: withBalanceLines(told.map(({ seq }) => releases.get(seq)!).sort(byDay), lines, (line) =>
          meaningOfLine(rules, channel, line),
        ).sort(byDay),
        isInOpening: inOpening.has(channel),
      }
    },
  }
}

/** Adjustments of a shop that name no order, as its income files tell of them. */
export async function adjustmentsAlone(
  reader: Reader,
  shopId: string,
): Promise<Pick<StoredSettlement, 'kind' | 'released' | 'releasedOn'>[]> {
  return reader
    .selectFrom('settlement')
    .select(['kind', 'released', 'released_on as releasedOn'])
    .where('shop_id', '=', shopId)
    .where('order_number', '=', '')
    .where('withdrawn_at', 'is', null)
    .orderBy('released_on')
    .orderBy('id')
    .execute()
}

/** Adjustments of orders in these amounts that income files tell of, and no balance line with the order's number confirms. */
export async function adjustmentsUnconfirmed(
  reader: Reader,
  shopId: string,
  channel: Channel,
  amounts: readonly number[],
): Promise<Pick<StoredSettlement, 'kind' | 'released' | 'releasedOn'>[]> {
  if (amounts.length === 0) return []
  const named = await reader
    .selectFrom('settlement')
    .select('order_number as number')
    .where('shop_id', '=', shopId)
    .where('kind', '=', sql.lit('adjustment'))
    // found by its amount: by their numbers there are as many as orders
    .where(sql`+order_number`, '<>', '')
    .where('withdrawn_at', 'is', null)
    .where('released', 'in', valuesIn<number>([...new Set(amounts)]))
    .execute()
  const numbers = [...new Set(named.map(({ number }) => number))]
  if (numbers.length === 0) return []
  const told = await reader
    .selectFrom('settlement')
    .select(['order_number as orderNumber', 'kind', 'released', 'released_on as releasedOn'])
    .where('shop_id', '=', shopId)
    .where('order_number', 'in', valuesIn(numbers))
    .where('withdrawn_at', 'is', null)
    .orderBy('released_on')
    .orderBy('id')
    .execute()
  const lines = await balanceLinesOf(
    reader,
    numbers.map((number) => ({ shopId, channel, number })),
  )
  return [...Map.groupBy(told, ({ orderNumber }) => orderNumber)].flatMap(([number, some]) =>
    unconfirmed(some, lines.get(`${shopId}/${number}`) ?? []).filter(({ kind }) => kind === 'adjustment'),
  )
}

/** What balance reports tell of these orders, by shop and number; not what the owner said is something else. */
async function balanceLinesOf(reader: Reader, orders: readonly OrderNamed[]): Promise<Map<string, BalanceLine[]>> {
  if (orders.length === 0) return new Map()
  const rows = await reader
    .selectFrom('wallet_line as l')
    .leftJoin('wallet_answer as a', 'a.line_id', 'l.id')
    .select(['l.id', 'l.shop_id', 'l.order_number', 'l.day', 'l.amount', 'l.type', 'l.description', 'l.meaning'])
    .where('l.shop_id', 'in', valuesIn(new Set(orders.map(({ shopId }) => shopId))))
    .where('l.order_number', 'in', valuesIn(orders.map(({ number }) => number)))
    .where('l.order_number', '<>', '')
    .where('l.wallet', '=', 'balance')
    .where('l.status', '=', 'done')
    .where('l.meaning', 'in', ['income', 'adjustment'])
    .where(({ and, or, eb }) =>
      or([
        and([eb('l.doubles', 'is', null), eb('a.line_id', 'is', null)]),
        eb(sql<string>`a.answer ->> '$.what'`, '=', 'separate'),
      ]),
    )
    .execute()
  const lines = new Map<string, BalanceLine[]>()
  for (const { id, shop_id, order_number, day, amount, type, description, meaning } of rows) {
    const key = `${shop_id}/${order_number}`
    const kind = meaning === 'income' ? 'order' : 'adjustment'
    const known = lines.get(key)
    if (known) known.push({ id, day, amount, kind, type, description })
    else lines.set(key, [{ id, day, amount, kind, type, description }])
  }
  return lines
}

/** Channels of which the owner said what they owed her when the books began. */
async function channelsWithOpening(reader: Reader): Promise<ReadonlySet<Channel>> {
  const rows = await reader
    .selectFrom('opening_balance')
    .select('account')
    .where(
      'account',
      'in',
      MARKETPLACES.map((channel) => channelAccounts(channel).receivable),
    )
    .where('amount', '<>', 0)
    .execute()
  const accounts = new Set(rows.map(({ account }) => account))
  return new Set(MARKETPLACES.filter((channel) => accounts.has(channelAccounts(channel).receivable)))
}

/** Stored settlements with their lines, each with what it is, by row number. */
export async function releasesOf(
  reader: Reader,
  rows: readonly (StoredSettlement & { channel: Channel })[],
): Promise<Map<number, Release>> {
  const rules = await standingRules(reader)
  const lines = await reader
    .selectFrom('settlement_line as l')
    .innerJoin('settlement_name as n', 'n.id', 'l.name_id')
    .select(['l.settlement_seq as seq', 'n.name', 'n.normal', 'n.part_of as partOf', 'l.amount'])
    .where('l.settlement_seq', 'in', valuesIn<number>(rows.map(({ seq }) => seq)))
    .orderBy('l.settlement_seq')
    .orderBy('l.line')
    .execute()
  const bySeq = Map.groupBy(lines, ({ seq }) => seq)
  return new Map(
    rows.map((row) => [
      row.seq,
      {
        id: row.id,
        key: keyOf(row),
        kind: row.kind,
        releasedOn: row.releasedOn,
        released: row.released,
        description: row.description,
        lines: (bySeq.get(row.seq) ?? []).map(({ name, normal, partOf, amount }) => ({
          name,
          amount,
          ...rules.of(row.channel, normal, normalName(partOf), row.releasedOn),
        })),
      },
    ]),
  )
}

/** Settlements by their ids, with the channel they came from. */
export async function settlementsByIds(
  reader: Reader,
  ids: readonly string[],
): Promise<(StoredSettlement & { channel: Channel })[]> {
  return reader
    .selectFrom('settlement')
    .innerJoin('shop', 'shop.id', 'settlement.shop_id')
    .select(COLUMNS.map((column) => `settlement.${column}` as const))
    .select('shop.channel')
    .where('settlement.id', 'in', valuesIn(ids))
    .execute()
}

/** All that is stored of these orders of a shop, taken back or not; `''` stands for what belongs to no order. */
export async function storedSettlements(
  reader: Reader,
  shopId: string,
  orderNumbers: readonly string[],
): Promise<StoredSettlement[]> {
  return reader
    .selectFrom('settlement')
    .select(COLUMNS)
    .where('shop_id', '=', shopId)
    .where('order_number', 'in', valuesIn(new Set(orderNumbers)))
    .execute()
}

/** The lines of stored settlements as their file told of them, by row number. */
export async function storedLines(reader: Reader, seqs: readonly number[]): Promise<Map<number, SettlementLine[]>> {
  const lines = await reader
    .selectFrom('settlement_line as l')
    .innerJoin('settlement_name as n', 'n.id', 'l.name_id')
    .select(['l.settlement_seq as seq', 'n.name', 'n.part_of as partOf', 'l.amount'])
    .where('l.settlement_seq', 'in', valuesIn<number>(seqs))
    .orderBy('l.line')
    .execute()
  const bySeq = Map.groupBy(lines, ({ seq }) => seq)
  return new Map(
    seqs.map((seq) => [
      seq,
      (bySeq.get(seq) ?? []).map(({ name, partOf, amount }) => ({ name, amount, ...(partOf && { of: partOf }) })),
    ]),
  )
}

export interface SettlementToStore extends Omit<StoredSettlement, 'seq' | 'id' | 'withdrawnAt'> {
  lines: readonly SettlementLine[]
}

/** Writes settlements that were never seen before; their row numbers, in the same order. */
export async function insertSettlements(
  tx: Tx,
  channel: Channel,
  settlements: readonly SettlementToStore[],
  now: Instant,
): Promise<{ seq: number; id: string }[]> {
  const last = await tx.selectFrom('settlement').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const made = settlements.map((each, index) => ({ ...each, seq: (last?.seq ?? 0) + 1 + index, id: newId(now) }))
  await insertMany(
    tx,
    'settlement',
    made.map((each) => ({
      seq: each.seq,
      id: each.id,
      shop_id: each.shopId,
      order_number: each.orderNumber,
      kind: each.kind,
      reference: each.reference,
      released_on: each.releasedOn,
      released: each.released,
      nth: each.nth,
      description: each.description,
      detail: each.detail,
      withdrawn_at: null,
    })),
  )
  await insertLines(tx, channel, made)
  return made.map(({ seq, id }) => ({ seq, id }))
}

/** Gives a stored settlement the lines of another statement, and puts it back where it had been taken back. */
export async function replaceLines(
  tx: Tx,
  channel: Channel,
  settlements: readonly (Pick<SettlementToStore, 'lines' | 'detail' | 'description'> & { seq: number })[],
): Promise<void> {
  if (settlements.length === 0) return
  await tx
    .deleteFrom('settlement_line')
    .where('settlement_seq', 'in', valuesIn<number>(settlements.map(({ seq }) => seq)))
    .execute()
  for (const { seq, detail, description } of settlements)
    await tx.updateTable('settlement').set({ detail, description, withdrawn_at: null }).where('seq', '=', seq).execute()
  await insertLines(tx, channel, settlements)
}

export async function markSettlementsWithdrawn(tx: Tx, seqs: readonly number[], at: Instant): Promise<void> {
  await tx.updateTable('settlement').set({ withdrawn_at: at }).where('seq', 'in', valuesIn<number>(seqs)).execute()
}

async function insertLines(
  tx: Tx,
  channel: Channel,
  settlements: readonly { seq: number; lines: readonly SettlementLine[] }[],
): Promise<void> {
  const idOf = await nameIds(
    tx,
    channel,
    settlements.flatMap(({ lines }) => lines),
  )
  await insertMany(
    tx,
    'settlement_line',
    settlements.flatMap(({ seq, lines }) =>
      lines.map((line, index) => ({
        settlement_seq: seq,
        line: index + 1,
        name_id: idOf.get(nameKey(line))!,
        amount: line.amount,
      })),
    ),
  )
}

const nameKey = ({ name, of = '' }: Pick<SettlementLine, 'name' | 'of'>) => JSON.stringify([name, of])

async function nameIds(tx: Tx, channel: Channel, lines: readonly SettlementLine[]): Promise<Map<string, number>> {
  const wanted = new Map(lines.map((line) => [nameKey(line), line]))
  const known = async () =>
    new Map(
      (
        await tx
          .selectFrom('settlement_name')
          .select(['id', 'name', 'part_of as of'])
          .where('channel', '=', channel)
          .where('name', 'in', valuesIn(new Set(lines.map(({ name }) => name))))
          .execute()
      ).map((each) => [nameKey(each), each.id]),
    )
  const ids = await known()
  const added = [...wanted].filter(([key]) => !ids.has(key)).map(([, line]) => line)
  if (added.length === 0) return ids
  await insertMany(
    tx,
    'settlement_name',
    added.map(({ name, of = '' }) => ({ channel, name, part_of: of, normal: normalName(name) })),
  )
  return known()
}
