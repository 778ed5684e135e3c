import { sql } from 'kysely'
import { breathe, type Reader } from '../../database/open.ts'
import { KEY_WRAPS, REGISTERS, rowsOf } from '../../database/registers.ts'
import { trailHash } from '../../database/trail.ts'
import type { Finding } from './finding.ts'

const AT_ONCE = 2000

/** The trail is whole, and accounts, closed periods, rights and what else it keeps stand as they were last written by Lumbung. */
export async function trailChain(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  const sealed = new Map<string, string | null>()
  let previous = ''
  let expected = 1
  for (let last = 0; ; ) {
    const rows = await reader
      .selectFrom('trail')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute()
    for (const { hash, ...row } of rows) {
      for (; expected < row.seq; expected++) finding.fault(say.missingTrail(expected))
      expected = row.seq + 1
      if (trailHash(previous, row) !== hash) finding.fault(say.brokenTrail(row.seq))
      previous = hash
      if (row.register !== null) sealed.set(`${row.register}/${row.key}`, row.contents)
    }
    finding.counted += rows.length
    if (rows.length < AT_ONCE) break
    last = rows.at(-1)!.seq
    await breathe()
  }
  for (const register of REGISTERS) {
    const { rows } = await sql.raw<{ key: string; contents: string }>(rowsOf(register)).execute(reader)
    for (const { key, contents } of rows) {
      const name = `${register.table}/${key}`
      const was = sealed.get(name)
      sealed.delete(name)
      if (was === undefined && register.late?.includes(key)) continue
      if (was === undefined || was === null) finding.fault(say.rowUnknown(register.table, key))
      else if (was !== contents) {
        const how = key === KEY_WRAPS ? '' : differences(was, contents, say.secret)
        finding.fault(say.rowDiffers(register.table, key, how))
      }
    }
  }
  for (const [name, contents] of sealed) {
    const [table = '', key = ''] = name.split('/')
    const isOne = REGISTERS.find((register) => register.table === table)?.isOne ?? (() => true)
    if (contents !== null && isOne(key)) finding.fault(say.rowGone(table, key))
  }
}

/** `own_name Kas toko → Kas rumah`; of a fingerprint nobody learns more than that it differs. */
function differences(was: string, is: string, secret: string): string {
  const [before, after] = [JSON.parse(was), JSON.parse(is)] as Record<string, unknown>[]
  return Object.keys(after!)
    .filter((name) => before![name] !== after![name])
    .map((name) => (name === 'secret' ? secret : `${name} ${before![name] ?? '–'} → ${after![name] ?? '–'}`))
    .join(', ')
}
