import { Box, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fullMoment } from '../../src-shared/kernel/business-day.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'

/** How often the clock is looked at; it is also looked at whenever the window comes to the front. */
const EVERY_MINUTE = 60_000

/**
 * Asks about a laptop clock that jumped, before anything is dated by it. Put off, it stays as a bar above every page: reading
 * goes on, and the core refuses to record.
 */
export function ClockDoubt() {
  const w = useWords(settingsWords)
  const { language, zone } = useLocale()
  const [isPutOff, setPutOff] = useState(false)
  // pressing "I have set it right" under a clock that still shows the same must not look like nothing
  const [isStillWrong, setStillWrong] = useState(false)
  const reading = useQuery(
    api.settings.clock.queryOptions({ refetchInterval: EVERY_MINUTE, refetchOnWindowFocus: 'always' }),
  )
  const confirm = useMutation(
    api.settings.confirmClock.mutationOptions({ onSuccess: async () => void (await reading.refetch()) }),
  )
  const { clock, lastAct, doubt } = reading.data ?? { clock: 0, lastAct: null, doubt: null }
  if (!doubt || lastAct === null) {
    // the next doubt is asked about anew
    if (isPutOff) setPutOff(false)
    if (isStillWrong) setStillWrong(false)
    return null
  }

  const shows = w.clockShows(fullMoment(clock, zone, language))
  const isRight = (
    <ActionButton
      label={w.clockIsRight}
      isBusy={confirm.isPending}
      busyLabel={w.clockIsRight}
      size={isPutOff ? 'small' : 'normal'}
      onAct={() => confirm.mutate(undefined)}
    />
  )
  if (isPutOff)
    return (
      <Box p="12px 24px 0">
        <ErrorNotice happened={shows} next={w.clockHolds} actions={isRight} />
      </Box>
    )
  return (
    <Dialog
      title={shows}
      isOpen
      onClose={() => setPutOff(true)}
      actions={
        <>
          {isRight}
          <ActionButton
            label={w.clockLookAgain}
            kind="primary"
            shortcut={standingShortcuts.main}
            hasFocusFirst
            onAct={() => void reading.refetch().then(({ data }) => setStillWrong(data?.doubt != null))}
          />
        </>
      }
    >
      <Stack gap={8}>
        <p>{w.clockLastAct(fullMoment(lastAct, zone, language))}</p>
        <p>{w.clockAsk}</p>
        <p className="quiet">{w.clockSafe}</p>
        <p role="status">{isStillWrong && w.clockStillWrong}</p>
        <RefusalNotice error={confirm.error} />
      </Stack>
    </Dialog>
  )
}
