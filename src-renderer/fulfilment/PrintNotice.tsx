import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { RefusalNotice, type RefusalNoticeProps } from '../base/RefusalNotice.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { useWords } from '../design/language.tsx'
import { PrinterRefused } from './sheets.ts'

/** A failed call at a desk that prints: what the printer said, or what the core did. */
export function PrintNotice({ error, onRetry }: RefusalNoticeProps) {
  const w = useWords(packWords)
  if (error instanceof PrinterRefused) return <ErrorNotice happened={w.printerRefused(error.message)} />
  return <RefusalNotice error={error} onRetry={onRetry} />
}
