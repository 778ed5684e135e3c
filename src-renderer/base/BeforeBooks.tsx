import { IconCalendarTime } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { formatDayLong } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { api } from './api.ts'
import { useRemembered } from './remembered.ts'

/** The shop's data begin before its books do: says so, once, and leads to where the books may begin with them. */
export function BeforeBooks() {
  const w = useWords(homeWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const { data } = useQuery(api.orders.beforeBooks.queryOptions())
  const [left, setLeft] = useRemembered('mulai-dibiarkan', '')
  if (!data || left === `${data.begins}/${data.startDay}`) return null
  const { firstDay, startDay, begins, orders } = data
  return (
    <Note
      tone="nila"
      icon={IconCalendarTime}
      action={
        <>
          <ActionButton
            label={w.beginEarlier(formatDayLong(begins, language))}
            size="small"
            onAct={() => go(`/pengaturan?startDay=${begins}`)}
          />
          <IconButton label={w.beginAsItIs} onAct={() => setLeft(`${begins}/${startDay}`)} />
        </>
      }
    >
      {w.dataBefore(formatDayLong(firstDay, language), formatNumber(orders), formatDayLong(startDay, language))}
    </Note>
  )
}
