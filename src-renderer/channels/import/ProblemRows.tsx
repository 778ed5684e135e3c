import type { StagedFile } from '../../../src-shared/channels/channels.ts'
import { problemSentence } from '../../../src-shared/channels/channels.words.ts'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../design/Card.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import classes from '../import.module.css'
import { SaveProblems } from './SaveProblems.tsx'

const SHOWN = 100

/** Rows with a problem, each with what stands there and what to do. They never block the rest. */
export function ProblemRows({ file }: { file: StagedFile }) {
  const { problems, keptOut } = file
  const w = useWords(importWords)
  const { language } = useLocale()
  if (problems.length === 0) return null
  const heads = [w.problemRow, w.problemOrder, w.problem, w.outcome]
  return (
    <Section
      title={w.problemsTitle(formatNumber(problems.length))}
      aside={
        <span className={classes.problemsAside}>
          {file.totals.orders > 0 && w.problemsAside(formatNumber(keptOut.orders))}
          <SaveProblems importId={file.importId} />
        </span>
      }
    >
      <Card isFlush>
        <table className={classes.problems}>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" data-right={index === 0 || undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map((problem) => (
              <tr key={`${problem.row}/${problem.columnLetter}/${problem.code}`}>
                <td data-right>{formatNumber(problem.row)}</td>
                <td>
                  <span className="kode">{problem.orderNumber || '–'}</span>
                </td>
                <td>{problemSentence(problem, language)}</td>
                <td className={classes.outcome}>
                  <span className={problem.blocks ? classes.bad : undefined}>
                    {problem.blocks ? w.blocks : w.remark}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {problems.length > SHOWN && (
          <p className={classes.problemsMore}>{w.problemsMore(formatNumber(problems.length - SHOWN))}</p>
        )}
      </Card>
    </Section>
  )
}
