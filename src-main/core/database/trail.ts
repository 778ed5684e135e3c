import type { Database, Statement } from 'better-sqlite3'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { actorNow } from './actor.ts'
import { callNow } from './call.ts'
import { chained } from './chained.ts'
import { REGISTERS, rowsOf } from './registers.ts'

export interface TrailRow {
  seq: number
  at: Instant
  actor: string
  place: string
  procedure: string
  act_id: string | null
  /** JSON. */
  about: string
  register: string | null
  key: string | null
  contents: string | null
  hash: string
}

export const trailHash = (previous: string, row: Omit<TrailRow, 'hash'>): string =>
  chained(previous, [
    row.seq,
    row.at,
    row.actor,
    row.place,
    row.procedure,
    row.act_id,
    row.about,
    row.register,
    row.key,
    row.contents,
  ])

type About = Pick<TrailRow, 'act_id' | 'about' | 'register' | 'key' | 'contents'>

const NOTHING: About = { act_id: null, about: '{}', register: null, key: null, contents: null }

/** Appends to the trail inside the open write transaction. */
export function trailOf(raw: Database, now: () => Instant) {
  const known = new Map<string, Statement>()
  const prepared = (sql: string): Statement => {
    const statement = known.get(sql) ?? raw.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  const one = <Row>(sql: string, ...values: unknown[]) => prepared(sql).get(...values) as Row | undefined

  const append = (rows: readonly About[]) => {
    const last = one<Pick<TrailRow, 'seq' | 'hash'>>('SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1')
    let previous = last?.hash ?? ''
    let seq = last?.seq ?? 0
    const at = now()
    const { procedure = '', place = '' } = callNow() ?? {}
    const insert = prepared(
      'INSERT INTO trail (seq, at, actor, place, procedure, act_id, about, register, key, contents, hash) VALUES (@seq, @at, @actor, @place, @procedure, @act_id, @about, @register, @key, @contents, @hash)',
    )
    for (const about of rows) {
      const row = { seq: ++seq, at, actor: actorNow().id, place, procedure, ...about }
      previous = trailHash(previous, row)
      insert.run({ ...row, hash: previous })
    }
  }

  return {
    /** What was done, of what is asked now. */
    act: (actId: string | null, about: object) => append([{ ...NOTHING, act_id: actId, about: JSON.stringify(about) }]),

    /** Rows of registers that this transaction changed; whether there were any. */
    registers(): boolean {
      const touched = prepared('SELECT DISTINCT register, key FROM touched').all() as {
        register: string
        key: string
      }[]
      if (touched.length === 0) return false
      const rows: About[] = []
      for (const register of REGISTERS)
        for (const { key } of touched.filter((each) => each.register === register.table)) {
          const contents = one<{ contents: string }>(rowsOf(register, true), key)?.contents ?? null
          const sealed = one<{ contents: string | null }>(
            'SELECT contents FROM trail WHERE register = ? AND key = ? ORDER BY seq DESC LIMIT 1',
            register.table,
            key,
          )
          if ((sealed?.contents ?? null) !== contents)
            rows.push({ ...NOTHING, register: register.table, key, contents })
        }
      append(rows)
      prepared('DELETE FROM touched').run()
      return rows.length > 0
    },
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DAY = /^\d{4}-\d\d-\d\d$/
/** Words of our own lists, never typed by a person. */
const CHOSEN = new Set(['kind', 'what', 'state', 'role', 'format'])
const DEEP = 2

/**
 * What an act was about, without anything of a person: ids, days, whole numbers and words of our own lists; of a list how many. What
 * people typed (names, notes, addresses) never goes into a chain that nothing can be taken out of again.
 */
export function aboutOf(input: unknown, depth = 0): Record<string, string | number | boolean> {
  if (typeof input !== 'object' || input === null || input instanceof Blob) return {}
  const about: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(input)) {
    if (Array.isArray(value)) about[name] = value.length
    else if (typeof value === 'boolean' || Number.isSafeInteger(value)) about[name] = value as number | boolean
    else if (typeof value === 'string' && (ID.test(value) || DAY.test(value) || CHOSEN.has(name))) about[name] = value
    else if (depth < DEEP) Object.assign(about, aboutOf(value, depth + 1))
  }
  return about
}

/** What an act found by a typed or scanned code, which itself is not kept: the parcel its answer tells of. */
export function foundBy(answer: unknown): Record<string, string> {
  const id = (answer as { parcel?: { parcelId?: unknown } | null } | null | undefined)?.parcel?.parcelId
  return typeof id === 'string' && ID.test(id) ? { found: id } : {}
}
