import type { Heads } from '../../../../src-shared/backup/heads.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { hashAt } from '../../database/heads.ts'
import type { Reader } from '../../database/open.ts'
import type { Finding } from './finding.ts'

/** What is known outside the file of how far its chains once reached. */
export interface Witness {
  /** Where that is kept, as it is told. */
  name: string
  /** Null: it was changed by somebody, or cannot be opened here. */
  heads: Heads | null
}

export interface Outsiders {
  witnesses: readonly Witness[]
  /** Acts that were acknowledged, whoever remembers them. */
  receipts: readonly { id: string; at: Instant }[]
}

/**
 * The file still holds what was witnessed outside it. An end that was cut off, a log that got lost and an older copy in the file's place
 * all leave a file that agrees with itself; only somebody else's memory tells.
 */
export async function witnessed(reader: Reader, finding: Finding, { witnesses, receipts }: Outsiders): Promise<void> {
  const { say } = finding
  const begunAgain = await reader
    .selectFrom('trail')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('procedure', '=', 'settings.beginAgain')
    .where('register', 'is', null)
    .executeTakeFirst()
  for (const { name, heads } of witnesses) {
    finding.counted++
    if (!heads) {
      finding.fault(say.witnessUnreadable(name))
      continue
    }
    // since then the ledgers were begun anew, with its owner's will
    const isBefore = (begunAgain?.seq ?? 0) > (heads.trail?.id ?? 0)
    for (const chain of isBefore ? (['trail'] as const) : (['entry', 'movement', 'trail'] as const)) {
      const head = heads[chain]
      if (!head) continue
      const here = await hashAt(reader, chain, head.id)
      if (here === head.hash) continue
      finding.fault(
        here === null ? say.cutOff(chain, head.id, name, heads.at) : say.otherPast(chain, head.id, name, heads.at),
      )
    }
  }
  const first = await reader.selectFrom('trail').select('at').orderBy('seq').limit(1).executeTakeFirst()
  let lost = 0
  for (const { id, at } of receipts) {
    // an older Lumbung kept receipts and no trail
    if (!first || at < first.at) continue
    finding.counted++
    const known = await reader.selectFrom('trail').select('seq').where('act_id', '=', id).executeTakeFirst()
    if (!known) lost++
  }
  if (lost > 0) finding.fault(say.actsLost(lost))
}
