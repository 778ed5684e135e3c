import { type Insertable, sql } from 'kysely'
import { insertMany, type Tx } from '../database/open.ts'
import type { UncostedIssueRow } from '../database/schema.ts'
import { valuesIn } from '../database/values-in.ts'
import type { DocumentRef } from '../effects.ts'

/** How the list of goods that left without cost ("HPP belum diisi") changes. */
export class UncostedIssues {
  private readonly paid: [kind: string, id: string, effect: string][] = []
  private readonly left: Insertable<UncostedIssueRow>[] = []

  change(
    issue: { ref: DocumentRef; effect: string; variantId: string; day: string },
    before: number,
    after: number,
  ): void {
    if (before === after) return
    const { ref, effect, variantId, day } = issue
    if (before > 0) this.paid.push([ref.kind, ref.id, effect])
    if (after > 0)
      this.left.push({
        document_kind: ref.kind,
        document_id: ref.id,
        effect,
        variant_id: variantId,
        day,
        pieces: after,
      })
  }

  async save(tx: Tx): Promise<void> {
    if (this.paid.length > 0)
      await sql`
        delete from uncosted_issue where (document_kind, document_id, effect) in (
          select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(this.paid)}))`.execute(tx)
    await insertMany(tx, 'uncosted_issue', this.left)
  }
}

/**
 * The day from which goods without a cost count as sold: that of their order's entry `sale`, unless it was taken back on the same day;
 * of whatever left otherwise its own. Null while they travel to their buyer.
 */
export const SOLD_DAY = sql<
  string | null
>`iif(uncosted_issue.document_kind <> 'order', uncosted_issue.day, max(uncosted_issue.day, (
  select min(s.day) from entry s
  where s.document_kind = 'order' and s.document_id = uncosted_issue.document_id and s.effect = 'sale' and s.generation > 0
    and not exists (select 1 from entry r where r.reverses = s.id and r.day = s.day))))`

/** Orders were sold, or are not any more, whose goods go on waiting; a row that is new knows its day by itself. */
export async function sellWithoutCost(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return
  await sql`update uncosted_issue set sold_day = ${SOLD_DAY}
    where document_kind = 'order' and document_id in ${valuesIn(orderIds)}`.execute(tx)
}
