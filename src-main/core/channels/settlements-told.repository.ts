import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** Which imports told of which settlements. */

export async function noteSettlementsTold(tx: Tx, runSeq: number, seqs: readonly number[]): Promise<void> {
  const known = await tx
    .selectFrom('settlement_told')
    .select('settlement_seq')
    .where('run_seq', '=', runSeq)
    .where('settlement_seq', 'in', valuesIn<number>(seqs))
    .execute()
  const told = new Set(known.map(({ settlement_seq }) => settlement_seq))
  await insertMany(
    tx,
    'settlement_told',
    [...new Set(seqs)].filter((seq) => !told.has(seq)).map((seq) => ({ settlement_seq: seq, run_seq: runSeq })),
  )
}

const toldBy = (reader: Reader, runSeq: number) =>
  reader
    .selectFrom('settlement_told as t')
    .innerJoin('settlement as s', 's.seq', 't.settlement_seq')
    .where('t.run_seq', '=', runSeq)
    .where('s.withdrawn_at', 'is', null)

/** How many settlements a run told of that stand. */
export async function countSettlementsTold(reader: Reader, runSeq: number): Promise<number> {
  const { told } = await toldBy(reader, runSeq)
    .select(({ fn }) => fn.countAll<number>().as('told'))
    .executeTakeFirstOrThrow()
  return told
}

export interface ToldSettlement {
  seq: number
  id: string
  orderNumber: string
  /** Other runs that told of it and stand. */
  otherRuns: number[]
}

/** Some of the settlements a run told of that stand, those that came after `after`. */
export async function settlementsToldBy(
  reader: Reader,
  runSeq: number,
  { after, limit }: { after: number; limit: number },
): Promise<ToldSettlement[]> {
  const told = await toldBy(reader, runSeq)
    .select(['s.seq', 's.id', 's.order_number as orderNumber'])
    .where('s.seq', '>', after)
    .orderBy('s.seq')
    .limit(limit)
    .execute()
  const others = await reader
    .selectFrom('settlement_told as t')
    .innerJoin('import_run as r', 'r.seq', 't.run_seq')
    .select(['t.settlement_seq as seq', 't.run_seq as run'])
    .where('t.settlement_seq', 'in', valuesIn<number>(told.map(({ seq }) => seq)))
    .where('t.run_seq', '<>', runSeq)
    .where('r.withdrawn_at', 'is', null)
    .execute()
  const bySettlement = Map.groupBy(others, ({ seq }) => seq)
  return told.map((each) => ({ ...each, otherRuns: (bySettlement.get(each.seq) ?? []).map(({ run }) => run) }))
}

/** Numbers of the other runs that stand and told of settlements this one told of too. */
export async function runsToldOfSettlements(reader: Reader, runSeq: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('settlement_told as t')
    .innerJoin('import_run as r', 'r.seq', 't.run_seq')
    .select('t.run_seq as run')
    .distinct()
    .where(
      't.settlement_seq',
      'in',
      reader.selectFrom('settlement_told').select('settlement_seq').where('run_seq', '=', runSeq),
    )
    .where('t.run_seq', '<>', runSeq)
    .where('r.withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ run }) => run)
}
