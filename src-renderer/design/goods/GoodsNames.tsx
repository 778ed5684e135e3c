import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { commonWords } from './common-words.ts'

const CommonWords = createContext<ReadonlySet<string>>(new Set())
export const useCommonWords = () => useContext(CommonWords)

/**
 * Stands around a list whose rows name goods: words that most of the products have are drawn quietly and give way first, so
 * that what is left in a narrow column is what tells the rows apart. `products` are the names of all rows at hand, as often as they stand there.
 */
export function GoodsNames({ products, children }: { products: readonly string[]; children: ReactNode }) {
  const key = products.join('\n')
  const words = useMemo(() => commonWords(key.split('\n')), [key])
  return <CommonWords value={words}>{children}</CommonWords>
}
