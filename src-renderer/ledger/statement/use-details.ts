import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { useRemembered } from '../../base/remembered.ts'
import { useWords } from '../../design/language.tsx'

/** Rincian Akuntansi: account codes, debit and credit, for those who know them. Remembered on this laptop. */
export function useDetails() {
  const w = useWords(booksWords)
  const [isShown, setShown] = useRemembered('rincian-akuntansi', false)
  return { isShown, toggle: () => setShown(!isShown), label: isShown ? w.detailsOn : w.details }
}
