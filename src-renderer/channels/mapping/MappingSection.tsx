import { IconChecks, IconFileImport, IconLink, IconWand } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { ListingRow } from '../../../src-shared/catalog/catalog.ts'
import { mappingWords, shopsWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { workWords } from '../../../src-shared/work/work.words.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { BulkBar } from '../../design/BulkBar.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { SearchInList } from '../../design/fields/SearchInList.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../../design/hotkeys/useHotkey.ts'
import { useWords } from '../../design/language.tsx'
import { ListLayout, Toolbar, ToolbarEnd } from '../../design/list/ListLayout.tsx'
import { DataTable } from '../../design/table/DataTable.tsx'
import { focusList } from '../../design/table/focus-list.ts'
import { chosenCount, EVERYTHING, isChosen, NOTHING, type Selection } from '../../design/table/selection.ts'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import { WorkHere } from '../WorkHere.tsx'
import { AllMapped } from './AllMapped.tsx'
import { MappingPanel } from './MappingPanel.tsx'
import { mappingColumns } from './mapping-columns.tsx'
import { allUnmapped, type Show, useListings, useMappingActs } from './use-mapping.ts'

/** Pemetaan SKU: listings at the left, what each could be at the right; Enter takes the first suggestion and goes on. */
export function MappingSection({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(mappingWords)
  const workWord = useWords(workWords)
  const { importFile } = useWords(shopsWords)
  const [, go] = useLocation()
  const search = useSearch()
  const [show, setShow] = useState<Show>('unmapped')
  const [query, setQuery] = useState(() => new URLSearchParams(search).get('query') ?? '')
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const [place, setPlace] = useState({ id: '', index: 0 })
  const list = useListings(show, query)
  const acts = useMappingActs()
  const columns = useMemo(() => mappingColumns(w), [w])
  useFocusInList(list.rows.length)

  // the row under the cursor; when it was mapped and left the list, the one that took its height
  const current = list.rows.find(({ id }) => id === place.id) ?? list.rows[Math.min(place.index, list.rows.length - 1)]
  // goods of a shop that has nothing like them yet: all are ticked, and one key makes their SKUs
  const isNew = show === 'unmapped' && query === '' && list.rows.length > 0 && list.rows.every(isUnlikeOurs)
  const wasNew = useRef(false)
  useEffect(() => {
    if (isNew && !wasNew.current) setSelection(EVERYTHING)
    wasNew.current = isNew
  }, [isNew])
  const count = chosenCount(selection, list.total ?? 0)
  const canCreate =
    show === 'unmapped' || list.rows.some(({ id, variant }) => variant === null && isChosen(selection, id))
  const createChosen = async () => {
    const open = selection.kind === 'all' ? await allUnmapped(query) : list.rows.filter(isOpen).map(({ id }) => id)
    const chosen = open.filter((id) => isChosen(selection, id))
    if (await acts.create(chosen, isNew)) setSelection(NOTHING)
  }
  return (
    <Page
      title={title}
      layout="flush"
      actions={
        <ActionButton
          busyLabel={w.working}
          isBusy={acts.isTakingCertain}
          icon={IconChecks}
          shortcut={channelsShortcuts.mapping.takeCertain}
          onAct={() => void acts.takeCertain()}
        />
      }
      sidePanel={current && <MappingPanel key={current.id} listing={current} acts={acts} listens={count === 0} />}
    >
      {children}
      <ListLayout
        tools={
          <Toolbar>
            <SegmentedTabs
              label={w.show}
              items={[
                { id: 'unmapped', label: w.unmappedOnly },
                { id: 'all', label: w.everything },
              ]}
              value={show}
              onChange={(next) => {
                setShow(next)
                setSelection(NOTHING)
              }}
            />
            <ToolbarEnd>
              <SearchInList label={w.search} hint={w.searchHint} query={query} onQuery={setQuery} />
            </ToolbarEnd>
          </Toolbar>
        }
        trouble={
          <>
            {(list.error || acts.error) && (
              <RefusalNotice error={list.error ?? acts.error} onRetry={list.error ? () => list.refetch() : undefined} />
            )}
            <WorkHere kind="mapping" note={workWord.mappingNote} />
          </>
        }
      >
        <DataTable
          label={w.list}
          rows={list.rows}
          rowId={(listing) => listing.id}
          columns={columns}
          total={list.total ?? 0}
          isLoading={list.isLoading}
          onEndReached={list.onEndReached}
          selection={selection}
          onSelect={setSelection}
          openId={current?.id ?? null}
          onOpen={(listing) => setPlace({ id: listing.id, index: list.rows.indexOf(listing) })}
          onCursor={(listing) => setPlace({ id: listing.id, index: list.rows.indexOf(listing) })}
          totals={list.total === undefined ? undefined : { label: w.total(formatNumber(list.total)), cells: {} }}
          bulkBar={
            count > 0 && (
              <BulkBar count={count} detail={isNew ? w.createAllWhy : undefined} onClear={() => setSelection(NOTHING)}>
                {canCreate && (
                  <ActionButton
                    label={w.createMany(formatNumber(count))}
                    busyLabel={w.working}
                    isBusy={acts.isBusy}
                    icon={IconWand}
                    kind="primary"
                    shortcut={isNew ? standingShortcuts.main : channelsShortcuts.mappingChosen.create}
                    onAct={() => void createChosen()}
                  />
                )}
                <EscapeClears onClear={() => setSelection(NOTHING)} />
              </BulkBar>
            )
          }
          empty={
            show === 'unmapped' && query === '' ? (
              <AllMapped />
            ) : (
              <EmptyState
                icon={IconLink}
                action={
                  show === 'all' && query === '' ? (
                    <ActionButton
                      label={importFile}
                      icon={IconFileImport}
                      kind="primary"
                      shortcut={standingShortcuts.main}
                      onAct={() => go('/impor')}
                    />
                  ) : undefined
                }
              >
                {query !== '' ? w.emptySearch(query) : w.emptyAll}
              </EmptyState>
            )
          }
        />
      </ListLayout>
    </Page>
  )
}

const isOpen = ({ variant }: ListingRow) => variant === null
const isUnlikeOurs = ({ variant, suggestions }: ListingRow) => variant === null && suggestions.length === 0

/** The panel is always open here, so Esc is free to let go of what is chosen. */
function EscapeClears({ onClear }: { onClear: () => void }) {
  const w = useWords(mappingWords)
  useHotkey(standingShortcuts.back, onClear, { label: w.back })
  return null
}

/** A mapped row leaves the list and takes the focus with it; the list takes it back, so that keys go on acting. */
function useFocusInList(rows: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the number of rows changes
  useEffect(() => {
    const holder = document.activeElement
    if (holder === null || holder === document.body || holder.tagName === 'MAIN') focusList()
  }, [rows])
}
