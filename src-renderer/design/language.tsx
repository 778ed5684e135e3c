import { createContext, type ReactNode, useContext } from 'react'
import type { Language, Zone } from '../../src-shared/kernel/business-day.ts'

/** How the shop speaks and which clock it lives by. */
export interface Locale {
  language: Language
  zone: Zone
}

const LocaleContext = createContext<Locale>({ language: 'id', zone: 'WIB' })

export const LocaleProvider = ({ language, zone, children }: Locale & { children: ReactNode }) => (
  <LocaleContext value={{ language, zone }}>{children}</LocaleContext>
)

export const useLocale = (): Locale => useContext(LocaleContext)

/** One room's messages in the language of the shop: `const w = useWords(ordersWords); w.title`. */
export const useWords = <W,>(words: Record<Language, W>): W => words[useLocale().language]
