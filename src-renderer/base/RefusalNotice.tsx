import type { ReactNode } from 'react'
import { DefectNotice } from '../design/DefectNotice.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { useLocale } from '../design/language.tsx'
import { troubleOf } from './refusal-sentence.ts'

export interface RefusalNoticeProps {
  /** Whatever a query or mutation failed with; null shows nothing. */
  error: unknown
  onRetry?: () => void
  /** Buttons that answer this refusal. */
  actions?: ReactNode
}

/** A failed call, in place: the refusal's own sentence, or a defect with its code. */
export function RefusalNotice({ error, onRetry, actions }: RefusalNoticeProps) {
  const { language } = useLocale()
  if (error === null || error === undefined) return null
  const trouble = troubleOf(error, language)
  if (trouble.kind === 'defect') return <DefectNotice problem={error} defect={trouble.defect} onRetry={onRetry} />
  return <ErrorNotice happened={trouble.sentence} actions={actions} />
}
