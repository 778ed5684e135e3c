import type { BankRuleDraft } from '../../../src-shared/bank/bank.ts'
import type { BankMeaning } from '../../../src-shared/bank/bank-meaning.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'

/** A rule, and what it has learned from: lines answered as it says, and otherwise although it said so. */
export interface StoredRule extends BankRuleDraft {
  isOwn: boolean
  times: number
  against: number
  /** The smallest and the largest amount it was right of. */
  seenLeast: Rupiah | null
  seenMost: Rupiah | null
  lastDay: BusinessDay | null
}

export async function bankRules(reader: Reader): Promise<StoredRule[]> {
  const rules = await reader.selectFrom('bank_rule').selectAll().orderBy('words').orderBy('id').execute()
  const right = await reader
    .selectFrom('bank_line')
    .select(({ fn }) => [
      'rule_id as id',
      fn.countAll<number>().as('times'),
      fn.min<Rupiah>('amount').as('least'),
      fn.max<Rupiah>('amount').as('most'),
      fn.max<BusinessDay>('day').as('lastDay'),
    ])
    .where('rule_id', 'is not', null)
    .groupBy('rule_id')
    .execute()
  const wrong = await reader
    .selectFrom('bank_line')
    .select(({ fn }) => ['against_rule_id as id', fn.countAll<number>().as('against')])
    .where('against_rule_id', 'is not', null)
    .groupBy('against_rule_id')
    .execute()
  const rightOf = new Map(right.map((row) => [row.id, row]))
  const wrongOf = new Map(wrong.map((row) => [row.id, row.against]))
  return rules.map((rule) => {
    const seen = rightOf.get(rule.id)
    const sizes = seen ? [Math.abs(seen.least), Math.abs(seen.most)] : []
    return {
      id: rule.id,
      words: rule.words,
      direction: rule.direction as BankRuleDraft['direction'],
      account: rule.account,
      least: rule.least,
      most: rule.most,
      meaning: JSON.parse(rule.meaning) as BankMeaning,
      isOff: rule.off_at !== null,
      isOwn: rule.is_own === 1,
      times: seen?.times ?? 0,
      against: wrongOf.get(rule.id) ?? 0,
      seenLeast: sizes.length ? Math.min(...sizes) : null,
      seenMost: sizes.length ? Math.max(...sizes) : null,
      lastDay: seen?.lastDay ?? null,
    }
  })
}

export async function saveRule(tx: Tx, draft: BankRuleDraft, isOwn: boolean, now: Instant): Promise<void> {
  const { id, words, direction, account, least, most, meaning, isOff } = draft
  const facts = {
    words,
    direction,
    account,
    least,
    most,
    meaning: JSON.stringify(meaning),
    is_own: Number(isOwn),
    off_at: isOff ? now : null,
    actor: actorNow().id,
  }
  await tx
    .insertInto('bank_rule')
    .values({ id, ...facts, made_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
}

/** Answers stay; only what they taught is forgotten. */
export async function removeRule(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('bank_line').set({ rule_id: null }).where('rule_id', '=', id).execute()
  await tx.updateTable('bank_line').set({ against_rule_id: null }).where('against_rule_id', '=', id).execute()
  await tx.deleteFrom('bank_rule').where('id', '=', id).execute()
}

/** Learned rules that no answer stands behind any more say nothing. */
export async function removeUnlearned(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('bank_rule')
    .where('is_own', '=', 0)
    .where('off_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('bank_line').select('id').whereRef('bank_line.rule_id', '=', 'bank_rule.id'))),
    )
    .execute()
}
