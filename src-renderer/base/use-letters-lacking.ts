import { partsWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'

/** Letters named in the question; the others are counted with them. */
const MOST_NAMED = 12

/** Asks before a paper is printed on which letters are empty boxes. True when none is, or the person agrees. */
export function useLettersLacking(): (paper: { lacking: readonly string[] }) => Promise<boolean> {
  const w = useWords(partsWords)
  const confirm = useConfirm()
  return async ({ lacking }) => {
    if (lacking.length === 0) return true
    const named = lacking.slice(0, MOST_NAMED).join(' ')
    const answer = await confirm({
      title: w.lettersLacking(formatNumber(lacking.length), lacking.length > MOST_NAMED ? `${named} …` : named),
      body: w.lettersLackingBody,
      action: w.lettersLackingAct,
      isAmongScans: true,
    })
    return answer !== null
  }
}
