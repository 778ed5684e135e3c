import { Box } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Return } from '../../src-shared/returns/return.ts'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart } from '../design/SidePanel.tsx'
import classes from './returns.module.css'
import { useUndo } from './use-undo.ts'

/** What was found so far; each finding can be taken back. */
export function ResultsPart({ back }: { back: Return }) {
  const w = useWords(returnsWords)
  const { zone, language } = useLocale()
  const { undo, error } = useUndo()
  const undoing = useMutation(api.returns.undoInspection.mutationOptions())
  if (back.inspections.length === 0) return null
  return (
    <PanelPart title={w.results}>
      <RefusalNotice error={error} />
      <ul>
        {back.inspections.map(({ id, pieces, label, condition, at, note }) => {
          const what = `${formatNumber(pieces)} × ${label}`
          return (
            <li key={id} className={classes.result}>
              <Box component="span" miw={0}>
                {what}
                <small className="fine-print">
                  {w[`result ${condition}`]}, {formatMoment(at, zone, language)}
                  {note && `. ${note}`}
                </small>
              </Box>
              <IconButton
                icon={IconArrowBackUp}
                label={w.undoStep(what)}
                onAct={() => void undo(what, (reason) => undoing.mutateAsync({ id, reason }))}
              />
            </li>
          )
        })}
      </ul>
    </PanelPart>
  )
}
