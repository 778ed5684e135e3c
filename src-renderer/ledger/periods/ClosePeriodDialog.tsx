import { Stack, TextInput } from '@mantine/core'
import { IconLock, IconLockOpen2 } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  addDays,
  addMonths,
  businessDay,
  firstOfMonth,
  formatDayLong,
  formatMoment,
  lastOfMonth,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useNow } from '../../design/clock.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import { showToast } from '../../design/toast.tsx'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'
import classes from './periods.module.css'
import { useLocks } from './use-locks.ts'

/** Tutup Buku: what it means, close through the end of last month, open again with a reason, what was done before. */
export function ClosePeriodDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(booksWords)
  const { language, zone } = useLocale()
  const { closedThrough, locks, error } = useLocks()
  const [reason, setReason] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const today = businessDay(useNow(), zone)
  const through = lastOfMonth(addMonths(monthOf(today), -1))
  const isDone = closedThrough !== null && closedThrough >= through
  const earlier = closedThrough === null ? '' : addDays(firstOfMonth(monthOf(closedThrough)), -1)
  const wasClosedBefore = locks.some((lock) => lock.closedThrough === earlier)
  const target = wasClosedBefore ? earlier : ''
  const long = (day: string) => formatDayLong(day, language)

  const close = useMutation(
    api.ledger.periods.close.mutationOptions({
      onSuccess: (done) => {
        showToast({ text: w.closedThrough(long(done.closedThrough)) })
        onClose()
      },
    }),
  )
  const reopen = useMutation(
    api.ledger.periods.reopen.mutationOptions({
      onSuccess: (done) => {
        showToast({ text: done.closedThrough ? w.reopened(long(done.closedThrough)) : w.reopenedAll })
        onClose()
      },
    }),
  )
  const openAgain = () => {
    if (reason === null) return setReason('')
    setAsked(true)
    if (reason.trim().length >= 3) reopen.mutate({ closedThrough: target, reason: reason.trim() })
  }
  return (
    <Dialog
      title={w.closeBooks}
      isOpen
      onClose={onClose}
      actions={
        <>
          {closedThrough !== null && (
            <ActionButton
              label={w.reopen}
              busyLabel={w.reopening}
              isBusy={reopen.isPending}
              icon={IconLockOpen2}
              shortcut={reason === null ? ledgerShortcuts.periods.reopen : standingShortcuts.save}
              onAct={openAgain}
            />
          )}
          {!isDone && (
            <ActionButton
              label={w.closeThrough(long(through))}
              busyLabel={w.closing}
              isBusy={close.isPending}
              kind="primary"
              icon={IconLock}
              shortcut={reason === null ? standingShortcuts.save : undefined}
              onAct={() => close.mutate({ through })}
            />
          )}
        </>
      }
    >
      <Stack gap={12}>
        <p>{isDone ? w.alreadyClosed(long(closedThrough)) : w.closeLead(long(through))}</p>
        <p className="quiet small">{w.closeSafe}</p>
        {reason !== null && (
          <TextInput
            label={w.reopenReason}
            value={reason}
            maxLength={500}
            autoComplete="off"
            autoFocus
            description={target === '' ? w.reopenToStart : w.reopenTo(long(target))}
            error={isAsked && reason.trim().length < 3 ? w.reopenReasonNeeded : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <RefusalNotice error={error ?? close.error ?? reopen.error} />
        <Section title={w.lockHistory}>
          {locks.length === 0 ? (
            <p className="quiet small">{w.lockNone}</p>
          ) : (
            <ul className={classes.locks}>
              {locks.map((lock) => (
                <li key={lock.at}>
                  <span>
                    {lock.reason === ''
                      ? w.lockClosed(long(lock.closedThrough))
                      : lock.closedThrough === ''
                        ? w.lockOpenedAll
                        : w.lockOpened(long(lock.closedThrough))}
                    {lock.reason && <span className="quiet small">{lock.reason}</span>}
                  </span>
                  <span className="quiet small">
                    {lock.actor}, {formatMoment(lock.at, zone, language)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Stack>
    </Dialog>
  )
}
