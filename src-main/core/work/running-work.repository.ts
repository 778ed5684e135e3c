import type { WorkName } from '../../../src-shared/work/work.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { Extent } from './stepwise.ts'

/** Long work that was accepted and has not ended. */
export interface RunningWork {
  id: string
  kind: WorkName
  /** What it is about, as people call it: a file's name. */
  about: string
  /** What was asked for, as the kind keeps it. */
  facts: unknown
  mark: Extent
  actor: { id: string; name: string }
  startedAt: number
}

const works = (reader: Reader) =>
  reader
    .selectFrom('running_work as w')
    .innerJoin('actor as a', 'a.id', 'w.actor')
    .select(['w.id', 'w.kind', 'w.about', 'w.facts', 'w.mark', 'w.started_at as startedAt', 'w.actor', 'a.name'])

type Row = Awaited<ReturnType<ReturnType<typeof works>['execute']>>[number]

const asWork = ({ kind, facts, mark, actor, name, ...row }: Row): RunningWork => ({
  ...row,
  kind: kind as WorkName,
  facts: JSON.parse(facts),
  mark: JSON.parse(mark) as Extent,
  actor: { id: actor, name },
})

/** In the order in which they were accepted. */
export async function runningWorks(reader: Reader): Promise<RunningWork[]> {
  return (await works(reader).orderBy('w.started_at').orderBy('w.id').execute()).map(asWork)
}

export async function workById(reader: Reader, id: string): Promise<RunningWork | null> {
  const row = await works(reader).where('w.id', '=', id).executeTakeFirst()
  return row ? asWork(row) : null
}

export async function acceptWork(
  tx: Tx,
  { id, kind, about, facts, mark, startedAt }: Omit<RunningWork, 'actor'>,
): Promise<void> {
  await tx
    .insertInto('running_work')
    .values({
      id,
      kind,
      about,
      facts: JSON.stringify(facts),
      mark: JSON.stringify(mark),
      actor: actorNow().id,
      started_at: startedAt,
    })
    .execute()
}

export async function noteMark(tx: Tx, id: string, mark: Extent): Promise<void> {
  await tx
    .updateTable('running_work')
    .set({ mark: JSON.stringify(mark) })
    .where('id', '=', id)
    .execute()
}

export async function endWork(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('running_work').where('id', '=', id).execute()
}
