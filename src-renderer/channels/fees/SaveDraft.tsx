import { feesWords } from '../../../src-shared/settlements/fees.words.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'

interface Props<Draft> {
  /** Null while something is missing. */
  draft: Draft | null
  isBusy: boolean
  missing: string
  onSave: (draft: Draft) => void
}

/** Keeps what stands in the panel of a fee or of a rate. */
export function SaveDraft<Draft>({ draft, isBusy, missing, onSave }: Props<Draft>) {
  const w = useWords(feesWords)
  return (
    <ActionButton
      label={w.save}
      busyLabel={w.saving}
      isBusy={isBusy}
      kind="primary"
      shortcut={standingShortcuts.save}
      {...(draft ? {} : { disabledBecause: missing })}
      onAct={() => draft && onSave(draft)}
    />
  )
}
