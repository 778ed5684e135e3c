import { Flex, Group, Stack } from '@mantine/core'
import { IconDownload, IconLock } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { Book } from '../../../src-shared/ledger/ledger.ts'
import { api, client } from '../../base/api.ts'
import { saveFile } from '../../base/files.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useSettings } from '../../base/use-settings.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { useHotkey } from '../../design/hotkeys/useHotkey.ts'
import { useWords } from '../../design/language.tsx'
import { DataTable } from '../../design/table/DataTable.tsx'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../../design/toast.tsx'
import { BooksFrame } from '../BooksFrame.tsx'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'
import { ClosePeriodDialog } from '../periods/ClosePeriodDialog.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import { journalColumns } from './journal-columns.tsx'

/** Jurnal: every entry of a book, newest first, as it came from its document. */
export function JournalPage() {
  const w = useWords(booksWords)
  const [, go] = useLocation()
  const settings = useSettings()
  const params = new URLSearchParams(useSearch())
  const book = Book.catch('usaha').parse(params.get('book'))
  const documentKind = params.get('documentKind') ?? undefined
  const documentId = params.get('documentId') ?? undefined
  const entry = Number(params.get('entry')) || null
  const change = (facts: Record<string, string | null>) => {
    for (const [name, value] of Object.entries(facts)) {
      if (value === null) params.delete(name)
      else params.set(name, value)
    }
    go(`/pembukuan/jurnal?${params}`, { replace: true })
  }
  const entries = useInfiniteQuery(
    api.ledger.entries.infiniteOptions({
      input: (cursor: string | undefined) => ({ book, documentKind, documentId, cursor }),
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialPageParam: undefined as string | undefined,
    }),
  )
  const save = useMutation({
    mutationFn: async (format: 'hledger' | 'excel') => {
      const { name, mediaType, text, entries } = await client.ledger.exportJournal({ format, book })
      if (await saveFile(new File([text], name, { type: mediaType })))
        showToast({ text: w.exported(name, formatNumber(entries)) })
    },
  })
  const showBook = (next: Book) => change({ book: next === 'usaha' ? null : next, entry: null })
  useHotkey(ledgerShortcuts.journal.bookShop, () => showBook('usaha'))
  useHotkey(ledgerShortcuts.journal.bookHome, () => showBook('rumah'), { enabled: settings?.keepsHousehold === true })
  return (
    <BooksFrame
      tab="journal"
      sidePanel={
        entry !== null && (
          <EntryPanel
            id={entry}
            onClose={() => change({ entry: null })}
            onEntry={(id) => change({ entry: String(id) })}
          />
        )
      }
    >
      <Stack flex={1} gap={8} miw={0} mih={0} p="10px 18px">
        <Group gap="8px 12px" mih={30}>
          {settings?.keepsHousehold && (
            <SegmentedTabs
              label={w.book}
              items={[
                { id: 'usaha', label: w.bookShop },
                { id: 'rumah', label: w.bookHome },
              ]}
              value={book}
              onChange={showBook}
            />
          )}
          {documentId && (
            <>
              <span className="quiet small">{w.onlyDocument}</span>
              <ActionButton
                size="small"
                shortcut={ledgerShortcuts.journal.showAll}
                onAct={() => change({ documentKind: null, documentId: null })}
              />
            </>
          )}
          <Flex component="span" gap={8} ml="auto">
            <ActionButton
              label={w.exportHledger}
              icon={IconDownload}
              size="small"
              onAct={() => save.mutate('hledger')}
            />
            <ActionButton label={w.exportCsv} icon={IconDownload} size="small" onAct={() => save.mutate('excel')} />
            <ActionButton label={w.closeBooks} icon={IconLock} size="small" onAct={() => change({ close: '1' })} />
          </Flex>
        </Group>
        <RefusalNotice error={entries.error ?? save.error} onRetry={() => entries.refetch()} />
        <DataTable
          label={w.journal}
          rows={entries.data?.pages.flatMap((page) => page.rows) ?? []}
          rowId={({ id }) => String(id)}
          columns={journalColumns(w)}
          isLoading={entries.isLoading}
          {...(entries.hasNextPage && { onEndReached: () => void entries.fetchNextPage() })}
          openId={entry === null ? null : String(entry)}
          onOpen={({ id }) => change({ entry: String(id) })}
          empty={<EmptyState>{documentId ? w.emptyJournalFor : w.emptyJournal}</EmptyState>}
        />
      </Stack>
      {params.has('close') && <ClosePeriodDialog onClose={() => change({ close: null })} />}
    </BooksFrame>
  )
}
