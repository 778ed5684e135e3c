import { IconBook2, IconLink } from '@tabler/icons-react'
import { listingsImportWords } from '../../../../src-shared/channels/listings-import.words.ts'
import type { ListingsOutcome } from '../../../../src-shared/channels/listings-outcome.ts'
import { useWords } from '../../../design/language.tsx'
import { EffectsPart } from '../EffectsPart.tsx'

/** What a list of products does to Pemetaan; it touches neither stock nor books. */
export function ListingEffects({ outcome }: { outcome: ListingsOutcome }) {
  const w = useWords(listingsImportWords)
  const rows = [
    { id: 'mapped', count: outcome.mapped, text: w.mapped },
    { id: 'unmapped', count: outcome.unmapped, text: w.unmapped },
  ].filter(({ count }) => count > 0)
  return (
    <>
      <EffectsPart icon={IconLink} title={w.mapping} rows={rows} empty={w.none} />
      <EffectsPart icon={IconBook2} title={w.books} rows={[]} empty={w.booksNote} />
    </>
  )
}
