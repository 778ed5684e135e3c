import { ARCHIVE_ENDING, READABLE_ENDINGS, whySkipped } from '../../src-shared/channels/many-files.ts'
import { batchWork } from './batch/batch-work.ts'
import { asChosen, importWork } from './import-work.ts'

/** Files that may be chosen or dropped: reports, and archives of them. */
export const CHOSEN_ENDINGS = [...READABLE_ENDINGS, ARCHIVE_ENDING] as const

/** What a folder holds of reports and archives of them, wherever in it; what a system or a program left there is no file of anybody. */
export const inFolder = (files: readonly File[]): File[] =>
  files.filter(({ name, webkitRelativePath }) => {
    const why = whySkipped(webkitRelativePath || name)
    return why === null || (why === 'archive' && name.toLowerCase().endsWith(ARCHIVE_ENDING))
  })

/** One file is looked at closely; several, or a ZIP, are taken in together. */
export function takeFiles(files: readonly File[]): void {
  const [first, second] = files
  if (!first) return
  if (second || first.name.toLowerCase().endsWith(ARCHIVE_ENDING)) void batchWork.begin(files.map(asChosen))
  else void importWork.takeFile(asChosen(first))
}
