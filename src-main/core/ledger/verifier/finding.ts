import type { VerifierReport } from '../../../../src-shared/ledger/ledger.ts'
import type { verifierWords } from '../../../../src-shared/ledger/verifier.words.ts'

export type VerifierWords = (typeof verifierWords)['id']
export type CheckName =
  | 'balanced entries'
  | 'hash chain'
  | 'maintained balances'
  | 'wall'
  | 'stock chain'
  | 'stock levels'
  | 'stock value'
  | 'moving average'
  | 'uncosted goods'
  | 'expected returns'
  | 'channel balances'
  | 'settlements'
  | 'order totals'
  | 'documents'
  | 'trail'
  | 'acts'
  | 'sealed'
  | 'seals'
  | 'witnesses'
  | 'file'

const NAMED = 5

/** What one check counted and found wrong. The first faults are named, the rest are counted. */
export class Finding {
  readonly check: CheckName
  readonly say: VerifierWords
  counted = 0
  private readonly named: string[] = []
  private readonly notes: string[] = []
  private faults = 0

  constructor(check: CheckName, say: VerifierWords) {
    this.check = check
    this.say = say
  }

  fault(sentence: string): void {
    if (++this.faults <= NAMED) this.named.push(sentence)
  }

  /** Said beside it and no fault: both sides are as they were told. */
  note(sentence: string): void {
    if (this.notes.length < NAMED) this.notes.push(sentence)
  }

  reported(): VerifierReport['findings'][number] {
    const more = this.faults > NAMED ? [this.say.andMore(this.faults - NAMED)] : []
    return {
      check: this.say[this.check],
      ok: this.faults === 0,
      counted: this.counted,
      detail: [...this.named, ...more, ...this.notes].join(' '),
    }
  }
}
