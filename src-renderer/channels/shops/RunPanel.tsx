import { Box, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportRun } from '../../../src-shared/channels/channels.ts'
import { problemSentence } from '../../../src-shared/channels/channels.words.ts'
import { channelFileWords } from '../../../src-shared/channels/file-kind.words.ts'
import { importWords, shopsWords } from '../../../src-shared/channels/import.words.ts'
import { formatMoment } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import { SaveProblems } from '../import/SaveProblems.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** One import: what it did, where it came from, how to take it back, and the rows that stayed out with their reasons. */
export function RunPanel({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const w = useWords(shopsWords)
  const listed = useWords(importWords)
  const kinds = useWords(channelFileWords)
  const [asked, setAsked] = useState<'withdraw' | 'move' | null>(null)
  const { language, zone } = useLocale()
  const problems = useQuery(api.channels.files.problems.queryOptions({ input: { importId: run.id } }))
  const withdrawnSentence = ({ at, actor, movedTo }: NonNullable<ImportRun['withdrawn']>) => {
    const when = formatMoment(at, zone, language)
    return movedTo === null ? w.withdrawnAt(when, actor) : w.movedAt(when, actor, movedTo)
  }
  return (
    <SidePanel
      title={run.fileName}
      subtitle={`${formatMoment(run.at, zone, language)}. ${w.importedInto(run.placeName)}.`}
      onClose={onClose}
    >
      <PanelPart title={w.runResult}>
        <KeyValueRows
          rows={[
            { key: w.added, value: formatNumber(run.counts.added) },
            { key: w.changed, value: formatNumber(run.counts.changed) },
            { key: w.unchanged, value: formatNumber(run.counts.unchanged) },
            { key: w.problems, value: formatNumber(run.counts.keptOut) },
          ]}
        />
      </PanelPart>
      <PanelPart title={w.runFacts}>
        <KeyValueRows
          rows={[
            {
              key: w.kind,
              value:
                run.kind === 'order statements' || run.kind === 'settlement statements'
                  ? w.statements
                  : kinds[run.kind],
            },
            { key: w.actor, value: run.actor },
            {
              key: w.modifiedAt,
              value: run.modifiedAt ? formatMoment(run.modifiedAt, zone, language) : w.unknownTime,
            },
            { key: w.sha256, value: <code title={run.sha256}>{run.sha256.slice(0, 12)}</code> },
          ]}
        />
        {run.withdrawn ? (
          <p className="quiet small">{withdrawnSentence(run.withdrawn)}</p>
        ) : (
          <Group gap={8} mt={10}>
            <ActionButton shortcut={channelsShortcuts.run.withdraw} onAct={() => setAsked('withdraw')} />
            <ActionButton
              shortcut={channelsShortcuts.run.move}
              {...(run.isKept ? {} : { disabledBecause: w.bytesGone })}
              onAct={() => setAsked('move')}
            />
          </Group>
        )}
        {asked && (
          <WithdrawDialog
            key={asked}
            run={run}
            isMove={asked === 'move'}
            onClose={() => setAsked(null)}
            onDone={onClose}
          />
        )}
      </PanelPart>
      <PanelPart title={w.runProblems}>
        <RefusalNotice error={problems.error} onRetry={() => problems.refetch()} />
        {problems.data && problems.data.length > 0 && <SaveProblems importId={run.id} />}
        {problems.data?.length === 0 && <p className="quiet small">{w.noProblems}</p>}
        {problems.data?.map((problem) => (
          <Box
            key={`${problem.row}/${problem.columnLetter}/${problem.code}`}
            component="p"
            p="6px 0"
            fz={13}
            className="line-between"
          >
            {problem.orderNumber && (
              <Box component="b" display="block" className={problem.blocks ? 'kode bad' : 'kode quiet'}>
                {problem.orderNumber}
              </Box>
            )}
            {problemSentence(problem, language)}
          </Box>
        ))}
        {problems.data && problems.data.length < run.problemCount && (
          <p className="quiet small">
            {listed.problemsMore(formatNumber(problems.data.length), formatNumber(run.problemCount))}
          </p>
        )}
      </PanelPart>
    </SidePanel>
  )
}
