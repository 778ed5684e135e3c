import { Stack } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ImportRun } from '../../../src-shared/channels/channels.ts'
import { shopsWords } from '../../../src-shared/channels/import.words.ts'
import { formatMoment, type Language, type Zone } from '../../../src-shared/kernel/business-day.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { Card } from '../../design/Card.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import type { Column } from '../../design/table/columns.ts'
import { DataTable } from '../../design/table/DataTable.tsx'

/** Every file that was taken in, newest first. */
export function ImportHistory({ openId, onOpen }: { openId: string | null; onOpen: (run: ImportRun) => void }) {
  const w = useWords(shopsWords)
  const { language, zone } = useLocale()
  const history = useInfiniteQuery(
    api.channels.files.history.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const runs = useMemo(() => history.data?.pages.flatMap(({ rows }) => rows) ?? [], [history.data])
  const columns = useMemo(() => runColumns(w, language, zone), [w, language, zone])
  return (
    <Section title={w.history} aside={w.historyAside} grows>
      <RefusalNotice error={history.error} onRetry={() => history.refetch()} />
      <Card isFlush grows>
        <Stack gap={0} flex={1} mih={220}>
          <DataTable
            label={w.history}
            rows={runs}
            rowId={(run) => run.id}
            columns={columns}
            isLoading={history.isPending}
            onEndReached={
              history.hasNextPage && !history.isFetchingNextPage ? () => void history.fetchNextPage() : undefined
            }
            openId={openId}
            onOpen={onOpen}
            empty={<EmptyState icon={IconHistory}>{w.historyEmpty}</EmptyState>}
          />
        </Stack>
      </Card>
    </Section>
  )
}

const runColumns = (w: (typeof shopsWords)['id'], language: Language, zone: Zone): Column<ImportRun>[] => [
  { id: 'at', head: w.when, kind: 'text', width: 116, value: (run) => formatMoment(run.at, zone, language) },
  { id: 'shop', head: w.shop, kind: 'text', width: 170, hideBelow: 860, value: (run) => run.placeName },
  {
    id: 'file',
    head: w.file,
    kind: 'file',
    width: { share: 1, least: 180 },
    value: (run) => run.fileName,
    isQuiet: true,
  },
  {
    id: 'withdrawn',
    head: w.status,
    kind: 'text',
    width: 84,
    value: (run) => (run.withdrawn === null ? '' : run.withdrawn.movedTo === null ? w.takenBack : w.movedAway),
  },
  { id: 'added', head: w.added, kind: 'number', width: 80, value: (run) => run.counts.added },
  { id: 'changed', head: w.changed, kind: 'number', width: 88, value: (run) => run.counts.changed },
  { id: 'unchanged', head: w.unchanged, kind: 'number', width: 80, value: (run) => run.counts.unchanged },
  { id: 'problems', head: w.problems, kind: 'number', width: 96, value: (run) => run.counts.keptOut },
]
