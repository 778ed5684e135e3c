import { sql } from 'kysely'
import { ROOMS_ABOUT, type TrailAsked, type TrailPage, type TrailShown } from '../../../src-shared/access/trail.ts'
import { addDays, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import type { Reader } from '../database/open.ts'
import type { TrailRow } from '../database/trail.ts'
import { valuesIn } from '../database/values-in.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'

const AT_ONCE = 100

/** Who did what, newest first. What the program does by itself is told only where a sealed row changed by it. */
export async function trailPage(reader: Reader, { actor, subject, from, to, before }: TrailAsked): Promise<TrailPage> {
  const { zone } = await settingsOf(reader)
  const rooms = subject && ROOMS_ABOUT[subject]
  const rows = await reader
    .selectFrom('trail')
    .selectAll()
    .where('procedure', '<>', '')
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor!))
    .$if(rooms !== undefined, (query) =>
      query.where(({ or, eb }) => or(rooms!.map((room) => eb('procedure', 'like', `${room}.%`)))),
    )
    .$if(from !== undefined, (query) => query.where('at', '>=', startOfDay(from!, zone)))
    .$if(to !== undefined, (query) => query.where('at', '<', startOfDay(addDays(to!, 1), zone)))
    .$if(before !== undefined, (query) => query.where('seq', '<', before!))
    .orderBy('seq', 'desc')
    .limit(AT_ONCE)
    .execute()
  const nameOf = await actorNames(reader)
  const told = rows.map((row) => ({ row, about: JSON.parse(row.about) as Record<string, string | number | boolean> }))
  const names = await namesOf(
    reader,
    told.flatMap(({ about }) => Object.values(about).filter((value) => typeof value === 'string')),
  )
  const stood = await contentsBefore(reader, rows)
  return {
    rows: told.map(({ row, about }): TrailShown => {
      const known = [...new Set(Object.values(about).flatMap((value) => names.get(String(value)) ?? []))]
      return {
        seq: row.seq,
        at: row.at,
        actor: nameOf(row.actor),
        place: row.place,
        procedure: row.procedure,
        about: known.join(', '),
        facts: Object.entries(about)
          .filter(([, value]) => !ID.test(String(value)))
          .map(([name, value]) => ({ name, value })),
        change: changeOf(row, stood.get(row.seq) ?? null, names),
      }
    }),
    next: rows.length < AT_ONCE ? null : rows.at(-1)!.seq,
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** What people call the things behind these ids; what is gone has no name. */
async function namesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = sql`in ${valuesIn(ids.filter((id) => ID.test(id) || id === 'owner'))}`
  const { rows } = await sql<{ id: string; name: string }>`
    select id, number as name from sales_order where id ${wanted}
    union all select parcel.id, sales_order.number from parcel join sales_order on sales_order.id = order_id where parcel.id ${wanted}
    union all select id, number from purchase where id ${wanted}
    union all select id, name from product where id ${wanted}
    union all select id, sku from variant where id ${wanted}
    union all select id, name from shop where id ${wanted}
    union all select id, name from actor where id ${wanted} and name <> ''
    union all select id, note from cash_record where id ${wanted} and note <> ''`.execute(reader)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Of each sealed row in these: how it stood before. */
async function contentsBefore(reader: Reader, rows: readonly TrailRow[]): Promise<Map<number, string>> {
  const seqs = rows.filter(({ register }) => register !== null).map(({ seq }) => seq)
  const { rows: found } = await sql<{ seq: number; contents: string | null }>`
    select t.seq, (select p.contents from trail p where p.register = t.register and p.key = t.key and p.seq < t.seq
      order by p.seq desc limit 1) as contents
    from trail t where t.seq in ${valuesIn(seqs)}`.execute(reader)
  return new Map(found.flatMap(({ seq, contents }) => (contents === null ? [] : [[seq, contents] as const])))
}

function changeOf(
  { register, key, contents }: TrailRow,
  before: string | null,
  names: ReadonlyMap<string, string>,
): TrailShown['change'] {
  if (register === null || key === null) return null
  const [was, is] = [asColumns(before), asColumns(contents)]
  const columns = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => was[name] !== is[name])
    // a digest tells nobody anything
    .map((name) => ({ name, was: told(name, was[name]), is: told(name, is[name]) }))
  return { register, key: names.get(key) ?? key, columns }
}

const asColumns = (contents: string | null): Record<string, unknown> => (contents === null ? {} : JSON.parse(contents))
const told = (name: string, value: unknown): string =>
  value === undefined || value === null ? '' : ['secret', 'badge'].includes(name) ? '•••' : String(value)

/** Everybody who ever did something here, by name. */
export async function peopleInTrail(reader: Reader): Promise<{ id: string; name: string }[]> {
  const nameOf = await actorNames(reader)
  const actors = await reader.selectFrom('actor').select('id').execute()
  return actors.map(({ id }) => ({ id, name: nameOf(id) })).sort((a, b) => a.name.localeCompare(b.name, 'id'))
}
