import { type Insertable, sql } from 'kysely'
import { insertMany, type Tx } from '../database/open.ts'
import type { UncostedIssueRow } from '../database/schema.ts'
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
