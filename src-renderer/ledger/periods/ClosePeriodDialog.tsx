import { Flex, Stack, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconLockOpen2 } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  addDays,
  businessDay,
  firstOfMonth,
  formatDayLong,
  formatMoment,
  formatMonth,
  lastOfMonth,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { closingWords } from '../../../src-shared/ledger/closing.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useSettings } from '../../base/use-settings.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useNow } from '../../design/clock.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { Section } from '../../design/Section.tsx'
import { showToast } from '../../design/toast.tsx'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'
import { BeforeClosingList, stepsOf } from './BeforeClosingList.tsx'
import { openMonths } from './open-months.ts'
import { useLocks } from './use-locks.ts'

/** Tutup Buku: the oldest open month with what is still open in it, closing it, opening again with a reason, what was done before. */
export function ClosePeriodDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(booksWords)
  const c = useWords(closingWords)
  const { language, zone } = useLocale()
  const { closedThrough, locks, error } = useLocks()
  const [reason, setReason] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const today = businessDay(useNow(), zone)
  const settings = useSettings()
  const [month, ...later] = settings ? openMonths(settings.startDay, closedThrough, today) : []
  const before = useQuery(
    api.reports.beforeClosing.queryOptions({ input: { month: month ?? '2000-01' }, enabled: month !== undefined }),
  )
  const open = month === undefined ? undefined : before.data
  const [counted, setCounted] = useState<string | null>(null)
  const [isSure, setSure] = useState(false)
  const isCashCounted = counted === month && month !== undefined
  const remains = open
    ? stepsOf(c, open, language).filter(({ isDone }) => !isDone).length +
      open.cash.filter(({ balance }) => balance < 0 || !isCashCounted).length
    : 0
  const earlier = closedThrough === null ? '' : addDays(firstOfMonth(monthOf(closedThrough)), -1)
  const wasClosedBefore = locks.some((lock) => lock.closedThrough === earlier)
  const target = wasClosedBefore ? earlier : ''
  const long = (day: string) => formatDayLong(day, language)
  const afterwards = [
    ...later.slice(0, 2).map((each) => formatMonth(each, language)),
    ...(later.length > 2 ? [c.andMore(String(later.length - 2))] : []),
  ].join(', ')

  const close = useMutation(
    api.ledger.periods.close.mutationOptions({
      onSuccess: (done) => {
        showToast({ text: w.closedThrough(long(done.closedThrough)) })
        setSure(false)
        if (later.length === 0) onClose()
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
          {month !== undefined && (
            <ActionButton
              // it stays while the next month is looked at, so that the focus stays on it
              label={isSure && remains > 0 ? c.closeAnyway : w.closeThrough(long(open?.through ?? lastOfMonth(month)))}
              busyLabel={open ? w.closing : c.looking}
              isBusy={close.isPending || !open}
              hasFocusFirst
              kind="primary"
              icon={IconLock}
              shortcut={reason === null ? standingShortcuts.save : undefined}
              onAct={() => {
                if (remains > 0 && !isSure) setSure(true)
                else if (open) close.mutate({ through: open.through })
              }}
            />
          )}
        </>
      }
    >
      <Stack gap={12}>
        {month === undefined && closedThrough !== null && <p>{w.alreadyClosed(long(closedThrough))}</p>}
        {month === undefined && closedThrough === null && <p>{w.lockNone}</p>}
        {month !== undefined && !open && <p className="quiet">{c.looking}</p>}
        {open && month !== undefined && (
          <Section title={c.month(formatMonth(month, language))} aside={later.length > 0 && c.order(afterwards)}>
            <p>{w.closeLead(long(open.through))}</p>
            <p className="quiet small">{w.closeSafe}</p>
            <BeforeClosingList
              open={open}
              isCashCounted={isCashCounted}
              onCashCounted={(isCounted) => setCounted(isCounted ? month : null)}
            />
            {remains === 0 && <p className="good">{c.allDone}</p>}
            {isSure && remains > 0 && (
              <div ref={(remark) => remark?.scrollIntoView({ block: 'nearest' })}>
                <Note tone="kunyit" icon={IconAlertTriangle} title={c.remains(String(remains))} isLive>
                  {c.remainsMeaning}
                </Note>
              </div>
            )}
          </Section>
        )}
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
        <RefusalNotice error={error ?? before.error ?? close.error ?? reopen.error} />
        <Section title={w.lockHistory}>
          {locks.length === 0 ? (
            <p className="quiet small">{w.lockNone}</p>
          ) : (
            <ul>
              {locks.map((lock) => (
                <Flex
                  key={`${lock.at} ${lock.closedThrough} ${lock.reason}`}
                  component="li"
                  gap={16}
                  justify="space-between"
                  p="6px 0"
                  className="line-above"
                >
                  <span>
                    {lock.reason === ''
                      ? w.lockClosed(long(lock.closedThrough))
                      : lock.closedThrough === ''
                        ? w.lockOpenedAll
                        : w.lockOpened(long(lock.closedThrough))}
                    {lock.reason && <span className="quiet small">{lock.reason}</span>}
                  </span>
                  <span className="quiet small nowrap">
                    {lock.actor}, {formatMoment(lock.at, zone, language)}
                  </span>
                </Flex>
              ))}
            </ul>
          )}
        </Section>
      </Stack>
    </Dialog>
  )
}
