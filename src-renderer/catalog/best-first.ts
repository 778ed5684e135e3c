import type { Variant } from '../../src-shared/catalog/catalog.ts'

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

type Named = Pick<Variant, 'label' | 'sku'>

/** Hits that say the typed words whole come first: the `L` of `lung ukir L` is a size before it is the start of Lung. */
export function bestFirst<Hit extends Named>(hits: readonly Hit[], typed: string): Hit[] {
  const asked = wordsOf(typed)
  const missed = ({ label, sku }: Hit) => {
    const said = wordsOf(`${label} ${sku}`)
    return asked.filter((word) => !said.includes(word)).length
  }
  return hits
    .map((hit) => ({ hit, missed: missed(hit) }))
    .sort((a, b) => a.missed - b.missed)
    .map(({ hit }) => hit)
}
