import { IconBook2, IconTruckReturn } from '@tabler/icons-react'
import { returnsImportWords } from '../../../../src-shared/channels/returns-import.words.ts'
import type { ReturnsOutcome } from '../../../../src-shared/channels/returns-outcome.ts'
import { useWords } from '../../../design/language.tsx'
import { EffectsPart } from '../EffectsPart.tsx'

/** What a list of returns does to Retur; it books nothing. */
export function ReturnEffects({ outcome }: { outcome: ReturnsOutcome }) {
  const w = useWords(returnsImportWords)
  const { added, changed, unchanged, withGoods, waiting } = outcome
  const rows = [
    { id: 'goods', count: withGoods, text: w.withGoods },
    { id: 'money', count: added + changed + unchanged - withGoods, text: w.withoutGoods },
    { id: 'waiting', count: waiting, text: w.waiting, isBad: true },
  ].filter(({ count }) => count > 0)
  return (
    <>
      <EffectsPart icon={IconTruckReturn} title={w.retur} rows={rows} empty={w.none} />
      <EffectsPart icon={IconBook2} title={w.books} rows={[]} empty={w.booksNote} />
    </>
  )
}
