import { Select } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BankLine, BankLineState, BankSummary } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { formatMonth } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { ListLayout, Toolbar, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { DataTable } from '../design/table/DataTable.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { BankPanel } from './BankPanel.tsx'
import { bankShortcuts } from './bank.shortcuts.ts'
import { type BankAddress, useBankAddress } from './bank-address.ts'
import { RulesDialog } from './RulesDialog.tsx'
import { useBankActs } from './use-bank-acts.ts'
import { useBankColumns } from './use-bank-columns.tsx'
import { useBankLines } from './use-bank-lines.ts'

/** Kotak Masuk Bank: what each line of a statement is, one key a line. */
export function BankPage() {
  const w = useWords(bankWords)
  const [, go] = useLocation()
  const settings = useSettings()
  const { address, change } = useBankAddress()
  const accounts = useQuery(api.ledger.accounts.queryOptions()).data ?? NO_ACCOUNTS
  const list = useBankLines(address)
  const { summary } = list
  const acts = useBankActs(address, summary?.last ?? null)
  const line = useLineAtCursor(list.rows)
  const [showsRules, setShowsRules] = useState(false)
  const isOfSeveral = address.account === null && (summary?.accounts.length ?? 0) > 1
  const columns = useBankColumns(accounts, isOfSeveral, address.state === 'waiting')
  const certain = summary?.certain ?? 0
  useHotkey(standingShortcuts.undo, () => void acts.undoLast(), { enabled: Boolean(summary?.last) })
  const standing = summary?.accounts.find(({ account }) => account === line.at?.account)
  return (
    <Page
      title={w.title}
      quietLine={summary && summary.waiting > 0 ? w.left(formatNumber(summary.waiting)) : undefined}
      layout="flush"
      sidePanel={
        line.at && (
          <BankPanel
            line={line.at}
            accounts={accounts}
            standing={standing}
            keepsHousehold={settings?.keepsHousehold ?? false}
            acts={acts}
          />
        )
      }
    >
      <ListLayout
        tools={
          <>
            <Toolbar>
              <SegmentedTabs
                label={w.states}
                items={statesOf(summary).map((id) => ({ id, label: w[id], count: countOf(summary, id) }))}
                value={address.state}
                onChange={(state) => change({ state })}
              />
              <ToolbarEnd>
                <ActionButton
                  shortcut={bankShortcuts.list.agreeAll}
                  label={certain > 0 ? w.agreeAllOf(formatNumber(certain)) : w.agreeAll}
                  size="small"
                  isBusy={acts.isBusy}
                  hasKey={certain > 0}
                  {...(certain === 0 ? { disabledBecause: w.noCertain } : {})}
                  onAct={() => void acts.agreeAll()}
                />
                <ActionButton
                  shortcut={bankShortcuts.list.undoLast}
                  label={w.undo}
                  size="small"
                  hasKey={Boolean(summary?.last)}
                  {...(summary?.last ? {} : { disabledBecause: w.nothingToUndo })}
                  onAct={() => void acts.undoLast()}
                />
              </ToolbarEnd>
            </Toolbar>
            <Toolbar>
              <Filters address={address} summary={summary} onChange={change} />
              <ToolbarEnd>
                <SearchInList
                  label={w.search}
                  hint={w.searchHint}
                  query={address.query}
                  onQuery={(query) => change({ query })}
                />
                <ActionButton
                  shortcut={bankShortcuts.list.rules}
                  size="small"
                  kind="quiet"
                  onAct={() => setShowsRules(true)}
                />
                <ActionButton
                  shortcut={bankShortcuts.list.openImport}
                  size="small"
                  kind="quiet"
                  onAct={() => go('/impor')}
                />
              </ToolbarEnd>
            </Toolbar>
          </>
        }
        trouble={
          (list.error ?? acts.error) && (
            <RefusalNotice error={list.error ?? acts.error} onRetry={() => void list.refetch()} />
          )
        }
      >
        <DataTable
          label={w.list}
          rows={list.rows}
          rowId={(row) => row.id}
          rowName={(row) => row.description}
          columns={columns}
          total={list.isWhole ? list.rows.length : list.rows.length + 1}
          isLoading={list.isPending}
          onEndReached={list.onEndReached}
          onCursor={line.follow}
          empty={
            <Empty
              address={address}
              hasStatements={(summary?.accounts.length ?? 0) > 0}
              onClear={() => change({ query: '' })}
              onImport={() => go('/impor')}
            />
          }
        />
      </ListLayout>
      {showsRules && <RulesDialog accounts={accounts} onClose={() => setShowsRules(false)} />}
    </Page>
  )
}

const NO_ACCOUNTS: never[] = []

/** The line under the cursor; when it was answered and left the list, the next one stands at its height. */
function useLineAtCursor(rows: readonly BankLine[]) {
  const [cursor, setCursor] = useState<{ id: string; index: number } | null>(null)
  const here = rows.findIndex(({ id }) => id === cursor?.id)
  const index = here >= 0 ? here : Math.min(cursor?.index ?? 0, rows.length - 1)
  return {
    at: rows[index],
    follow: (row: BankLine) => setCursor({ id: row.id, index: rows.indexOf(row) }),
  }
}

const STATES: readonly BankLineState[] = ['waiting', 'answered', 'ignored', 'before the books']

const countOf = (summary: BankSummary | undefined, state: BankLineState): number | undefined =>
  summary &&
  {
    waiting: summary.waiting,
    answered: summary.answered,
    ignored: summary.ignored,
    'before the books': summary.beforeTheBooks,
  }[state]

/** Lines from before the books are a tab only where there are any. */
const statesOf = (summary: BankSummary | undefined) =>
  STATES.filter((state) => state !== 'before the books' || (summary?.beforeTheBooks ?? 0) > 0)

interface FiltersProps {
  address: BankAddress
  summary: BankSummary | undefined
  onChange: (change: Partial<BankAddress>) => void
}

function Filters({ address, summary, onChange }: FiltersProps) {
  const w = useWords(bankWords)
  const { language } = useLocale()
  return (
    <>
      <Select
        size="xs"
        w={190}
        aria-label={w.account}
        placeholder={w.allAccounts}
        clearable
        data={(summary?.accounts ?? []).map(({ account, name }) => ({
          value: account as string,
          label: bareName(name),
        }))}
        value={address.account}
        onChange={(account) => onChange({ account })}
      />
      <Select
        size="xs"
        w={150}
        aria-label={w.month}
        placeholder={w.allMonths}
        clearable
        data={(summary?.months ?? []).map((month) => ({ value: month, label: formatMonth(month, language) }))}
        value={address.month}
        onChange={(month) => onChange({ month })}
      />
    </>
  )
}

interface EmptyProps {
  address: BankAddress
  hasStatements: boolean
  onClear: () => void
  onImport: () => void
}

function Empty({ address, hasStatements, onClear, onImport }: EmptyProps) {
  const w = useWords(bankWords)
  if (!hasStatements)
    return (
      <EmptyState
        icon={IconBuildingBank}
        action={<ActionButton label={w.openImport} kind="primary" onAct={onImport} />}
      >
        {w.empty}
      </EmptyState>
    )
  if (address.query)
    return (
      <EmptyState icon={IconBuildingBank} action={<ActionButton label={w.clearSearch} onAct={onClear} />}>
        {w.emptySearch}
      </EmptyState>
    )
  return <EmptyState icon={IconBuildingBank}>{address.state === 'waiting' ? w.emptyWaiting : w.emptyHere}</EmptyState>
}
