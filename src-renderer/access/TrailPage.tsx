import { Select } from '@mantine/core'
import { IconArrowLeft, IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { type TrailAsked, type TrailShown, TrailSubject } from '../../src-shared/access/trail.ts'
import { deedWords, trailWords } from '../../src-shared/access/trail.words.ts'
import { type BusinessDay, formatMoment } from '../../src-shared/kernel/business-day.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { ListLayout, Toolbar } from '../design/list/ListLayout.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { aboutInWords } from './trail-in-words.ts'

type Filter = Omit<TrailAsked, 'before'>

/** Jejak Kerja: who did what, when and where, narrowed by person, subject and day. */
export function TrailPage() {
  const w = useWords(trailWords)
  const deeds = useWords(deedWords)
  const { language, zone } = useLocale()
  const [, go] = useLocation()
  const [filter, setFilter] = useState<Filter>({})
  const narrow = (change: { [Key in keyof Filter]: Filter[Key] | null }) =>
    setFilter((before) => {
      const kept = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null)
      return Object.fromEntries(kept) as Filter
    })
  const people = useQuery(api.access.trailPeople.queryOptions()).data ?? []
  const list = useInfiniteQuery(
    api.access.trail.infiniteOptions({
      input: (before: number | undefined) => ({ ...filter, ...(before && { before }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const columns = useMemo<Column<TrailShown>[]>(
    () => [
      { id: 'at', head: w.at, kind: 'text', width: 150, value: ({ at }) => formatMoment(at, zone, language) },
      { id: 'who', head: w.who, kind: 'text', width: 130, value: ({ actor }) => actor },
      {
        id: 'what',
        head: w.what,
        kind: 'text',
        width: { share: 1, least: 200 },
        isStrong: true,
        value: ({ procedure }) => deeds[procedure] ?? procedure,
      },
      {
        id: 'about',
        head: w.about,
        kind: 'text',
        width: { share: 2, least: 240 },
        value: (row) => aboutInWords(row, w, language),
      },
      {
        id: 'place',
        head: w.place,
        kind: 'text',
        width: 120,
        isQuiet: true,
        hideBelow: 900,
        value: ({ place }) => (place === '' || place === 'this laptop' ? w.thisLaptop : place),
      },
    ],
    [w, deeds, zone, language],
  )
  const back = () => go('/pengaturan')
  useHotkey(standingShortcuts.back, back, { label: w.back })
  return (
    <Page
      title={w.title}
      lead={w.lead}
      layout="flush"
      actions={
        <ActionButton
          label={w.back}
          icon={IconArrowLeft}
          shortcut={standingShortcuts.back}
          listens={false}
          onAct={back}
        />
      }
    >
      <ListLayout
        tools={
          <Toolbar>
            <Select
              size="xs"
              aria-label={w.who}
              placeholder={w.anyone}
              clearable
              data={people.map(({ id, name }) => ({ value: id, label: name }))}
              value={filter.actor ?? null}
              onChange={(actor) => narrow({ actor })}
            />
            <Select
              size="xs"
              aria-label={w.about}
              placeholder={w.anything}
              clearable
              data={TrailSubject.options.map((subject) => ({ value: subject, label: w[subject] }))}
              value={filter.subject ?? null}
              onChange={(subject) => narrow({ subject: subject as TrailSubject | null })}
            />
            <DayField
              label={w.from}
              placeholder={w.fromShort}
              isLabelHidden
              isClearable
              value={filter.from ?? null}
              {...(filter.to && { latest: filter.to })}
              onChange={(from: BusinessDay | null) => narrow({ from })}
            />
            <DayField
              label={w.to}
              placeholder={w.toShort}
              isLabelHidden
              isClearable
              value={filter.to ?? null}
              {...(filter.from && { earliest: filter.from })}
              onChange={(to: BusinessDay | null) => narrow({ to })}
            />
          </Toolbar>
        }
        trouble={list.error && <RefusalNotice error={list.error} onRetry={() => list.refetch()} />}
      >
        <DataTable
          label={w.title}
          rows={rows}
          rowId={({ seq }) => String(seq)}
          rowName={({ procedure }) => deeds[procedure] ?? procedure}
          columns={columns}
          isLoading={list.isPending}
          onEndReached={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
          empty={<EmptyState icon={IconHistory}>{w.empty}</EmptyState>}
        />
      </ListLayout>
    </Page>
  )
}
