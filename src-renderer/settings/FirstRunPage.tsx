import { useSettings } from '../base/use-settings.ts'
import { FirstRunQuestions } from './FirstRunQuestions.tsx'
import { PracticeFilling } from './PracticeFilling.tsx'

/** Full window, shown while the shop is not set up: at most five questions, or none in Toko Latihan. */
export function FirstRunPage() {
  const settings = useSettings()
  if (!settings) return null
  return settings.isPractice ? <PracticeFilling /> : <FirstRunQuestions />
}
