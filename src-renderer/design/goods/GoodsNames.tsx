import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { NO_WORDS, wordsInView } from './common-words.ts'

const WordsInView = createContext(NO_WORDS)
export const useWordsInView = () => useContext(WordsInView)

/**
 * Stands around a list whose rows name goods: words that most of the products have are drawn quietly and give way first, so
 * that what is left in a narrow column is what tells the rows apart. `products` are the names of all rows at hand, as often
 * as they stand there. A DataTable does it by itself for a column with `product`.
 */
export function GoodsNames({ products, children }: { products: readonly string[]; children: ReactNode }) {
  const words = useMemo(() => wordsInView(products), [products])
  return <WordsInView value={words}>{children}</WordsInView>
}
