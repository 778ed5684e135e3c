import { useQuery } from '@tanstack/react-query'
import type { ImportRun } from '../../../src-shared/channels/channels.ts'
import { problemSentence } from '../../../src-shared/channels/channels.words.ts'
import { shopsWords } from '../../../src-shared/channels/import.words.ts'
import { formatMoment } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import { SaveProblems } from '../import/SaveProblems.tsx'
import classes from './shops.module.css'

/** One import: what it did, and the rows that stayed out with their reasons. */
export function RunPanel({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const w = useWords(shopsWords)
  const { language, zone } = useLocale()
  const problems = useQuery(api.channels.files.problems.queryOptions({ input: { importId: run.id } }))
  return (
    <SidePanel
      title={run.fileName}
      subtitle={`${formatMoment(run.at, zone, language)}. ${w.importedInto(run.shopName)}.`}
      onClose={onClose}
    >
      <PanelPart title={w.runResult}>
        <KeyValueRows
          rows={[
            { key: w.added, value: formatNumber(run.added) },
            { key: w.changed, value: formatNumber(run.changed) },
            { key: w.unchanged, value: formatNumber(run.unchanged) },
            { key: w.problems, value: formatNumber(run.problems) },
          ]}
        />
      </PanelPart>
      <PanelPart title={w.runProblems}>
        <RefusalNotice error={problems.error} onRetry={() => problems.refetch()} />
        {problems.data && problems.data.length > 0 && <SaveProblems importId={run.id} />}
        {problems.data?.length === 0 && <p className="quiet small">{w.noProblems}</p>}
        {problems.data?.map((problem) => (
          <p
            key={`${problem.row}/${problem.columnLetter}/${problem.code}`}
            className={classes.problem}
            data-blocks={problem.blocks || undefined}
          >
            {problem.orderNumber && <b className="kode">{problem.orderNumber}</b>}
            {problemSentence(problem, language)}
          </p>
        ))}
      </PanelPart>
    </SidePanel>
  )
}
