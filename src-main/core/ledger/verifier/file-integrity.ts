import { sql } from 'kysely'
import { breathe, type Reader } from '../../database/open.ts'
import type { Finding } from './finding.ts'

/**
 * SQLite's own checks of pages, indexes, constraints and references, table by table so that the host breathes between
 * them. https://www.sqlite.org/pragma.html#pragma_integrity_check
 */
export async function fileIntegrity(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' order by name`.execute(reader)
  for (const { name } of tables) {
    finding.counted++
    const { rows: faults } = await sql<{ fault: string }>`
      select integrity_check as fault from pragma_integrity_check(${name})`.execute(reader)
    for (const { fault } of faults) if (fault !== 'ok') finding.fault(say.pageFault(name, fault))
    const { rows: orphans } = await sql<{ parent: string }>`
      select parent from pragma_foreign_key_check(${name})`.execute(reader)
    for (const { parent } of orphans) finding.fault(say.orphan(name, parent))
    await breathe()
  }
}
