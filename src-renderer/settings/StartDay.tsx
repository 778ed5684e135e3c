import { Box, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { BusinessDay, formatDay } from '../../src-shared/kernel/business-day.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { api, client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { WorkProgress } from '../base/WorkProgress.tsx'
import { useWorkUnderWay } from '../base/work-under-way.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { useTypedOver } from '../design/fields/useTypedOver.ts'
import { useLocale, useWords } from '../design/language.tsx'

/** When the books begin: what another day means is said before it moves; then how far that is, and a way back. */
export function StartDay({ startDay }: { startDay: BusinessDay }) {
  const w = useWords(settingsWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const named = new URLSearchParams(useSearch()).get('startDay')
  const first = named !== null && BusinessDay.safeParse(named).success ? named : null
  const form = useTypedOver<BusinessDay, BusinessDay | null>(startDay, null, first)
  const wanted = form.typed
  const move = useMutation(
    api.settings.changeStartDay.mutationOptions({
      onSuccess: ({ wasStopped }) => (wasStopped ? form.forget() : form.saved()),
    }),
  )
  const work = useWorkUnderWay().find(({ kind }) => kind === 'start day')
  const isOther = wanted !== null && wanted !== startDay && !form.isSaved
  const box = useRef<HTMLDivElement>(null)
  // a hint that named the day leads to the act, and its address is read once
  useEffect(() => {
    if (named === null) return
    const act = box.current?.querySelector<HTMLElement>('[data-autofocus]')
    act?.scrollIntoView({ block: 'center' })
    act?.focus({ focusVisible: true } as FocusOptions)
    go('/pengaturan', { replace: true })
  }, [named, go])
  return (
    <div ref={box}>
      <DayField label={w.startDay} help={w.startDayHelp} value={wanted ?? startDay} onChange={form.type} />
      {work ? (
        <Box mt={8}>
          <WorkProgress work={work} onCancel={() => void client.work.stop({ id: work.id })} />
        </Box>
      ) : (
        isOther && (
          <Stack gap={6} mt={8} align="flex-start">
            <p className="small">{w.startDayWhy}</p>
            <ActionButton
              label={w.startDayChange(formatDay(wanted, language))}
              hasFocusFirst
              isBusy={move.isPending}
              busyLabel={w.saving}
              onAct={() => {
                form.sending()
                move.mutate({ startDay: wanted })
              }}
            />
          </Stack>
        )
      )}
      <RefusalNotice error={move.error} />
    </div>
  )
}
