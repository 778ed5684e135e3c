import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { type Defect, defectOf } from '../../src-shared/kernel/defect.ts'
import { ActionButton } from './ActionButton.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'
import { useWords } from './language.tsx'

export interface DefectNoticeProps {
  problem: unknown
  /** The core's own account of it, when it has given one. */
  defect?: Defect
  onRetry?: () => void
}

/** Something broke: its code, that the data is safe, and a way to copy the details. */
export function DefectNotice({ problem, defect, onRetry }: DefectNoticeProps) {
  const w = useWords(partsWords)
  const [isCopied, setCopied] = useState(false)
  const { code, details } = defect ?? defectOf(problem, window.location.hash)
  const copy = async () => {
    await navigator.clipboard.writeText(details)
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
