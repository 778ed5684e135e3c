import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { ActionButton } from './ActionButton.tsx'
import { defectCode, defectDetails } from './defect-code.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { useWords } from './language.tsx'

export interface DefectNoticeProps {
  defect: unknown
  /** The core's own name for it, when it has given one. */
  code?: string
  onRetry?: () => void
}

/** Something broke: its code, that the data is safe, and a way to copy the details. */
export function DefectNotice({ defect, code = defectCode(defect), onRetry }: DefectNoticeProps) {
  const w = useWords(partsWords)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(defectDetails(defect, code, window.location.hash))
    setCopied(true)
  }
  return (
    <ErrorNotice
      kind="fault"
      happened={w.defect(code)}
      safe={w.defectSafe}
      next={w.defectNext}
      actions={
        <>
          <ActionButton label={isCopied ? w.copied : w.copyDetails} icon={IconCopy} size="small" onAct={copy} />
          {onRetry && <ActionButton label={w.tryAgain} size="small" onAct={onRetry} />}
        </>
      }
    />
  )
}
