import { type RefObject, useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { useWords } from '../design/language.tsx'

/** What the address may name, by the words that stand beside it on the page. */
const WORD_OF: Readonly<Record<string, string>> = { keepsHousehold: 'household' }

/** `?setting=labelSize` brings the focus to that field, or to the first act of that section. The address then forgets it. */
export function useNamedSetting(page: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  const w: Readonly<Record<string, unknown>> = useWords(settingsWords)
  const { people } = useWords(peopleWords)
  const [, go] = useLocation()
  const name = new URLSearchParams(useSearch()).get('setting')
  useEffect(() => {
    if (!name || !isDrawn || !page.current) return
    const place = placeOf(page.current, name === 'people' ? people : String(w[WORD_OF[name] ?? name]))
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ focusVisible: true } as FocusOptions)
    go('/pengaturan', { replace: true })
  }, [name, isDrawn, page, w, people, go])
}

const CAN_FOCUS = 'input:not([type="hidden"]),textarea,button,[role="slider"]'

/** The field whose label says so, the button, or the first thing of the section that is called so. */
function placeOf(page: HTMLElement, words: string): HTMLElement | null {
  const all = [...page.querySelectorAll<HTMLElement>('label,button,h2,[id]')]
  const said =
    all.find((element) => element.textContent?.trim() === words) ??
    // a button also carries what it says while it is busy
    all.find((element) => element instanceof HTMLButtonElement && element.textContent?.startsWith(words))
  if (!said) return null
  if (said instanceof HTMLButtonElement) return said
  if (said instanceof HTMLLabelElement) return said.control
  const labelled = page.querySelector<HTMLElement>(`[aria-labelledby="${CSS.escape(said.id)}"]`)
  return labelled?.matches(CAN_FOCUS) ? labelled : (labelled?.querySelector<HTMLElement>(CAN_FOCUS) ?? null)
}
