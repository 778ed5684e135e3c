import { Box, Stack } from '@mantine/core'
import { IconHomeHeart } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'

/** What a household book is good for, and the one button that switches it on. */
export function HouseholdOff() {
  const w = useWords(householdWords)
  // the page gives way to the book itself, which the core must have begun by then
  const begin = useMutation(api.settings.change.mutationOptions())
  return (
    <Stack align="center" gap={10} maw={520} m="auto" ta="center">
      <IconHomeHeart size={44} stroke={1.25} aria-hidden />
      <h2 className="heading">{w.offTitle}</h2>
      <p>{w.offLead}</p>
      <Box component="ul" ta="left" className="bullets">
        {[w.offOne, w.offTwo, w.offThree].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
      <ActionButton
        label={w.turnOn}
        kind="primary"
        shortcut={standingShortcuts.main}
        isBusy={begin.isPending}
        onAct={() => begin.mutate({ keepsHousehold: true })}
      />
      <RefusalNotice error={begin.error} />
      <p className="quiet small">{w.offSafe}</p>
    </Stack>
  )
}
