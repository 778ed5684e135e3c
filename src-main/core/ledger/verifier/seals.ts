import type { Reader } from '../../database/open.ts'
import { schemaDifferences } from '../../database/shipped-schema.ts'
import type { Finding } from './finding.ts'

/** Tables, indexes and the seals in the database itself are the ones that Lumbung ships. */
export async function seals(reader: Reader, finding: Finding): Promise<void> {
  finding.counted++
  for (const { kind, what } of await schemaDifferences(reader)) finding.fault(finding.say[`schema ${kind}`](what))
}
