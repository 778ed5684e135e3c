import { Stack } from '@mantine/core'
import { IconArrowBackUp, IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { formatDayFull, formatMoment } from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { Entry } from '../../../src-shared/ledger/ledger.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Chip } from '../../design/Chip.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { formatMoney } from '../../design/money.ts'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import classes from '../books.module.css'
import { documentPath } from '../books-address.ts'
import { correctionState } from './journal-columns.tsx'

export interface EntryPanelProps {
  id: number
  onClose: () => void
  onEntry: (id: number) => void
}

/** One journal entry: its lines, what it belongs to, what corrected it, and its link in the chain. */
export function EntryPanel({ id, onClose, onEntry }: EntryPanelProps) {
  const w = useWords(booksWords)
  const { language, zone } = useLocale()
  const [, go] = useLocation()
  const entry = useQuery(api.ledger.entry.queryOptions({ input: { id } }))
  const facts = entry.data
  const path = facts && documentPath(facts.document)
  return (
    <SidePanel
      title={facts?.memo || w.entry(id)}
      subtitle={facts && `${w.entry(id)}, ${formatDayFull(facts.day, language)}`}
      chips={
        facts &&
        correctionState(facts) && (
          <Chip icon={IconArrowBackUp} tone="abu" isFilled>
            {w[correctionState(facts)!]}
          </Chip>
        )
      }
      onClose={onClose}
      actions={
        path && (
          <ActionButton
            label={w.openDocument}
            icon={IconExternalLink}
            shortcut={standingShortcuts.main}
            onAct={() => go(path)}
          />
        )
      }
    >
      <RefusalNotice error={entry.error} onRetry={() => entry.refetch()} />
      {facts && (
        <>
          <PanelPart title={w.document} aside={facts.book === 'usaha' ? w.bookShop : w.bookHome}>
            {path ? (
              <button type="button" className="link" onClick={() => go(path)}>
                {facts.document.label}
              </button>
            ) : (
              facts.document.label
            )}
          </PanelPart>
          <PanelPart>
            <EntryLines lines={facts.lines} />
          </PanelPart>
          <EntryLinks entry={facts} onEntry={onEntry} />
          <PanelPart title={w.proof} aside={w.recorded(formatMoment(facts.recordedAt, zone, language), facts.actor)}>
            <span className={`kode ${classes.hash}`}>{facts.hash}</span>
          </PanelPart>
        </>
      )}
    </SidePanel>
  )
}

function EntryLines({ lines }: Pick<Entry, 'lines'>) {
  const w = useWords(booksWords)
  const amount = (value: number) => (value === 0 ? '' : formatMoney(value))
  return (
    <table className={`figures ${classes.lines}`}>
      <thead>
        <tr>
          <th scope="col">{w.accountCode}</th>
          <th scope="col">{w.debit}</th>
          <th scope="col">{w.credit}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.account}/${line.debit}/${line.credit}`}>
            <th scope="row">
              <span className="kode">{line.account}</span> {line.name}
            </th>
            <td>{amount(line.debit)}</td>
            <td>{amount(line.credit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function EntryLinks({ entry, onEntry }: { entry: Entry; onEntry: (id: number) => void }) {
  const w = useWords(booksWords)
  const links = [
    entry.corrects !== null && { id: entry.corrects, label: w.corrects(entry.corrects) },
    entry.moves !== null && { id: entry.moves, label: w.moves(entry.moves) },
    entry.movedTo !== null && { id: entry.movedTo, label: w.movedTo(entry.movedTo) },
    ...entry.correctedBy.map((by) => ({ id: by, label: w.correctedBy(by) })),
    entry.reverses !== null && { id: entry.reverses, label: w.reverses(entry.reverses) },
    entry.reversedBy !== null && { id: entry.reversedBy, label: w.reversedBy(entry.reversedBy) },
    entry.pair !== null && { id: entry.pair, label: w.pair(entry.pair) },
  ].filter((link) => link !== false)
  if (links.length === 0) return null
  return (
    <PanelPart>
      <Stack align="flex-start" gap={4}>
        {links.map(({ id, label }) => (
          <button key={label} type="button" className="link" onClick={() => onEntry(id)}>
            {label}
          </button>
        ))}
      </Stack>
    </PanelPart>
  )
}
