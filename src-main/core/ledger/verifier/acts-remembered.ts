import { sql } from 'kysely'
import { MOST_REMEMBERED, REMEMBERED_MS } from '../../database/act.ts'
import type { Reader } from '../../database/open.ts'
import type { Finding } from './finding.ts'

const HOUR_MS = 3_600_000

/**
 * Each act of the last days whose answer must still be kept, by the trail: without it a client that did not hear the answer would do the
 * act twice.
 */
export async function actsRemembered(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  // an hour for clocks that were set, and a tenth for numbers that were left out
  const { rows } = await sql<{ seq: number; isThere: 0 | 1; isSame: 0 | 1 }>`
    select t.seq, a.id is not null as isThere,
      a.actor = t.actor and (t.procedure = '' or a.procedure = t.procedure) as isSame
    from trail t left join act a on a.id = t.act_id
    where t.act_id is not null
      and t.at > (select max(at) from trail) - ${REMEMBERED_MS - HOUR_MS}
      and t.seq > coalesce((select max(seq) from trail where procedure = 'settings.beginAgain' and register is null), 0)
    order by t.seq desc limit ${MOST_REMEMBERED * 0.9}`.execute(reader)
  finding.counted = rows.length
  for (const { seq, isThere, isSame } of rows.toReversed()) {
    if (!isThere) finding.fault(say.actGone(seq))
    else if (!isSame) finding.fault(say.actDiffers(seq))
  }
}
