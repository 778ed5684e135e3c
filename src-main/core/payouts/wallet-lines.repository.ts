import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { LineAnswer } from '../../../src-shared/payouts/line-answer.ts'
import type { WalletFile, WalletKind, WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { WalletMeaning } from '../../../src-shared/payouts/wallet-meaning.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** A line as it is stored: what stands of everything that files tell of it. */
export interface StoredWalletLine extends WalletLine {
  id: string
  /** Among the lines of its moment. */
  place: number
  shopId: string
  channel: Channel
  wallet: WalletKind
  meaning: WalletMeaning
  answer: LineAnswer | null
  /** The cash record that seems to tell of the same money; whether it does, the owner says. */
  doubles: string | null
}

export async function walletLinesByIds(reader: Reader, ids: readonly string[]): Promise<StoredWalletLine[]> {
  const rows = await linesWithAnswers(reader).where('l.id', 'in', valuesIn(ids)).execute()
  return rows.map(asStored)
}

const linesWithAnswers = (reader: Reader) =>
  reader
    .selectFrom('wallet_line as l')
    .innerJoin('shop as s', 's.id', 'l.shop_id')
    .leftJoin('wallet_answer as a', 'a.line_id', 'l.id')
    .select([
      'l.id',
      'l.shop_id as shopId',
      's.channel',
      'l.wallet',
      'l.at',
      'l.place',
      'l.day',
      'l.type',
      'l.description',
      'l.order_number as orderNumber',
      'l.amount',
      'l.balance',
      'l.status',
      'l.reference',
      'l.meaning',
      'l.doubles',
      'a.answer',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof linesWithAnswers>['execute']>>[number]

const asStored = ({ answer, channel, ...line }: Row): StoredWalletLine => ({
  ...line,
  channel: channel as Channel,
  answer: answer === null ? null : (JSON.parse(answer) as LineAnswer),
})

/** What files and the channel itself tell of these lines, by line. */
export async function tellingsOf(
  reader: Reader,
  ids: readonly string[],
  except?: number,
): Promise<Map<string, WalletLine[]>> {
  const rows = await reader
    .selectFrom('wallet_told')
    .select(['line_id', 'run_seq', 'told'])
    .where('line_id', 'in', valuesIn(ids))
    .execute()
  const tellings = new Map<string, WalletLine[]>(ids.map((id) => [id, []]))
  for (const { line_id, run_seq, told } of rows)
    if (run_seq !== except) tellings.get(line_id)!.push(JSON.parse(told) as WalletLine)
  const said = await reader
    .selectFrom('channel_wallet_line')
    .select(['line_id', 'told'])
    .where('line_id', 'in', valuesIn(ids))
    .execute()
  for (const { line_id, told } of said) tellings.get(line_id)!.push(JSON.parse(told) as WalletLine)
  return tellings
}

/** A line that a connected channel tells, by the channel's own name of it. */
export interface ChannelLine {
  key: string
  alike: string
  id: string
  line: WalletLine
}

/** Which lines these are, of those that the channel told of before. */
export async function channelLinesKnown(
  reader: Reader,
  shopId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('channel_wallet_line')
    .select(['key', 'line_id'])
    .where('shop_id', '=', shopId)
    .where('key', 'in', valuesIn(keys))
    .execute()
  return new Map(rows.map(({ key, line_id }) => [key, line_id]))
}

export async function countAlike(reader: Reader, shopId: string, alike: string): Promise<number> {
  const { lines } = await reader
    .selectFrom('channel_wallet_line')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where('shop_id', '=', shopId)
    .where('alike', '=', alike)
    .executeTakeFirstOrThrow()
  return lines
}

export const hasChannelLines = async (reader: Reader, shopId: string): Promise<boolean> =>
  (await reader
    .selectFrom('channel_wallet_line')
    .select('key')
    .where('shop_id', '=', shopId)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** What stands here of the movement that the channel tells of by an id of its own; null when it told nothing of it yet. */
export async function lineOfAlike(reader: Reader, shopId: string, alike: string): Promise<string | null> {
  const row = await reader
    .selectFrom('channel_wallet_line')
    .select('line_id')
    .where('shop_id', '=', shopId)
    .where('alike', '=', alike)
    .limit(1)
    .executeTakeFirst()
  return row?.line_id ?? null
}

/** Of these lines the first that stands here by a file alone; null when the channel told of each, or none is here. */
export async function toldByFilesAlone(reader: Reader, ids: readonly string[]): Promise<string | null> {
  const rows = await reader
    .selectFrom('wallet_line as w')
    .leftJoin('channel_wallet_line as c', 'c.line_id', 'w.id')
    .select('w.id')
    .where('w.id', 'in', valuesIn(ids))
    .where('c.key', 'is', null)
    .execute()
  const here = new Set(rows.map(({ id }) => id))
  return ids.find((id) => here.has(id)) ?? null
}

/** Lines of a minute that the channel told of by ids of its own, which none of its reports prints. */
export async function namedByChannel(
  reader: Reader,
  shopId: string,
  { at, amount, orderNumber }: WalletLine,
): Promise<string[]> {
  const minute = Math.floor(at / 60_000) * 60_000
  const rows = await reader
    .selectFrom('wallet_line as w')
    .innerJoin('channel_wallet_line as c', 'c.line_id', 'w.id')
    .select('w.id')
    .distinct()
    .where('w.shop_id', '=', shopId)
    .where('w.wallet', '=', 'balance')
    .where('w.at', '>=', minute)
    .where('w.at', '<', minute + 60_000)
    .where('w.amount', '=', amount)
    .where('w.order_number', '=', orderNumber)
    .where('w.reference', '<>', '')
    .orderBy('w.place')
    .orderBy('w.id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function noteChannelLines(tx: Tx, shopId: string, lines: readonly ChannelLine[]): Promise<void> {
  for (const { key, alike, id, line } of lines) {
    const told = JSON.stringify(line)
    await tx
      .insertInto('channel_wallet_line')
      .values({ shop_id: shopId, key, alike, line_id: id, told })
      .onConflict((conflict) => conflict.columns(['shop_id', 'key']).doUpdateSet({ told }))
      .execute()
  }
}

/** Adjustments in the balance of a shop that name no order. */
export async function adjustmentLinesAlone(
  reader: Reader,
  shopId: string,
): Promise<Pick<StoredWalletLine, 'id' | 'day' | 'amount'>[]> {
  return reader
    .selectFrom('wallet_line')
    .select(['id', 'day', 'amount'])
    .where('shop_id', '=', shopId)
    .where('wallet', '=', 'balance')
    .where('meaning', '=', 'adjustment')
    .where('order_number', '=', '')
    .where('status', '=', 'done')
    .execute()
}

export interface LineToSave {
  id: string
  place: number
  line: WalletLine
  meaning: WalletMeaning
  doubles: string | null
}

/** Adds lines or lets them say what they say now. */
export async function saveWalletLines(
  tx: Tx,
  shopId: string,
  wallet: WalletKind,
  lines: readonly LineToSave[],
): Promise<void> {
  for (const { id, place, line, meaning, doubles } of lines) {
    const columns = {
      at: line.at,
      place,
      day: line.day,
      type: line.type,
      description: line.description,
      order_number: line.orderNumber,
      amount: line.amount,
      balance: line.balance,
      status: line.status,
      reference: line.reference,
      meaning,
      doubles,
    }
    await tx
      .insertInto('wallet_line')
      .values({ id, shop_id: shopId, wallet, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
  }
}

export const noteTellings = (tx: Tx, runSeq: number, told: readonly { id: string; line: WalletLine }[]) =>
  insertMany(
    tx,
    'wallet_told',
    told.map(({ id, line }) => ({ line_id: id, run_seq: runSeq, told: JSON.stringify(line) })),
  )

/** Cash records that a line already seems to tell of, or was said to. */
export async function recordsSpokenFor(reader: Reader): Promise<Set<string>> {
  const asked = await reader.selectFrom('wallet_line').select('doubles').where('doubles', 'is not', null).execute()
  const said = await reader.selectFrom('wallet_answer').select('answer').execute()
  return new Set([
    ...asked.map(({ doubles }) => doubles!),
    ...said.flatMap(({ answer }) => {
      const { what, ...rest } = JSON.parse(answer) as LineAnswer
      return what === 'same' && 'record' in rest ? [rest.record] : []
    }),
  ])
}

export async function noteStatement(
  tx: Tx,
  run: { seq: number; shopId: string; fileName: string },
  { wallet, totals }: Pick<WalletFile, 'wallet' | 'totals'>,
): Promise<void> {
  if (totals.from === null || totals.to === null) return
  await tx
    .insertInto('wallet_statement')
    .values({
      run_seq: run.seq,
      shop_id: run.shopId,
      wallet,
      file_name: run.fileName,
      from_day: totals.from,
      to_day: totals.to,
      opening: totals.opening,
      closing: totals.closing,
    })
    .onConflict((conflict) => conflict.column('run_seq').doNothing())
    .execute()
}

/** Whether a run told of the balance or of advertising credit. */
export async function statementWallet(reader: Reader, runSeq: number): Promise<WalletKind> {
  const row = await reader
    .selectFrom('wallet_statement')
    .select('wallet')
    .where('run_seq', '=', runSeq)
    .executeTakeFirst()
  return row?.wallet ?? 'balance'
}

export const removeStatement = (tx: Tx, runSeq: number) =>
  tx.deleteFrom('wallet_statement').where('run_seq', '=', runSeq).execute()

/** Lines that a run told of, some at a time. */
export async function linesToldBy(
  reader: Reader,
  runSeq: number,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await reader
    .selectFrom('wallet_told')
    .select('line_id')
    .where('run_seq', '=', runSeq)
    .where('line_id', '>', after)
    .orderBy('line_id')
    .limit(limit)
    .execute()
  return rows.map(({ line_id }) => line_id)
}

export async function countToldBy(reader: Reader, runSeq: number): Promise<number> {
  const { count } = await reader
    .selectFrom('wallet_told')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('run_seq', '=', runSeq)
    .executeTakeFirstOrThrow()
  return count
}

export async function runsToldOfTheSameLines(reader: Reader, runSeq: number): Promise<number[]> {
  const lines = reader.selectFrom('wallet_told').select('line_id').where('run_seq', '=', runSeq)
  const rows = await reader
    .selectFrom('wallet_told')
    .select('run_seq')
    .distinct()
    .where('line_id', 'in', lines)
    .where('run_seq', '<>', runSeq)
    .execute()
  return rows.map(({ run_seq }) => run_seq)
}

/** Forgets what a run told of these lines; those that nobody tells of any more go. */
export async function forgetTellings(tx: Tx, runSeq: number, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('wallet_told').where('run_seq', '=', runSeq).where('line_id', 'in', valuesIn(ids)).execute()
}

export const removeWalletLines = (tx: Tx, ids: readonly string[]) =>
  tx.deleteFrom('wallet_line').where('id', 'in', valuesIn(ids)).execute()

export async function saveAnswer(tx: Tx, lineId: string, answer: LineAnswer, at: number): Promise<void> {
  const columns = { answer: JSON.stringify(answer), actor: actorNow().id, at }
  await tx
    .insertInto('wallet_answer')
    .values({ line_id: lineId, ...columns })
    .onConflict((conflict) => conflict.column('line_id').doUpdateSet(columns))
    .execute()
}

export const removeAnswer = (tx: Tx, lineId: string) =>
  tx.deleteFrom('wallet_answer').where('line_id', '=', lineId).execute()

/** Cash records that moved money on an account, still standing, by day. */
export async function cashRecordsOn(
  reader: Reader,
  accounts: readonly AccountCode[],
  from: BusinessDay,
  to: BusinessDay,
): Promise<{ id: string; account: string; day: BusinessDay; amount: number }[]> {
  return reader
    .selectFrom('posting as p')
    .innerJoin('entry as e', 'e.id', 'p.entry_id')
    .innerJoin('cash_record as c', 'c.id', 'e.document_id')
    .select(({ fn }) => ['c.id', 'p.account', 'c.day', fn.sum<number>('p.amount').as('amount')])
    .where('e.document_kind', '=', 'cash-record')
    .where('p.account', 'in', valuesIn<AccountCode>(accounts))
    .where('p.day', '>=', from)
    .where('p.day', '<=', to)
    .where('c.cancelled_at', 'is', null)
    .groupBy(['c.id', 'p.account', 'c.day'])
    .orderBy('c.day')
    .orderBy('c.id')
    .execute()
}
