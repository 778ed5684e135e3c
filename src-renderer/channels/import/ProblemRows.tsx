import { Flex, Text } from '@mantine/core'
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
  const { problems, problemCount, keptOut } = file
  const w = useWords(importWords)
  const { language } = useLocale()
  if (problems.length === 0) return null
  const heads = [w.problemRow, w.problemOrder, w.problem, w.outcome]
  return (
    <Section
      title={w.problemsTitle(formatNumber(problemCount))}
      aside={
        <Flex component="span" align="center" gap={12}>
          {file.totals.orders > 0 && w.problemsAside(formatNumber(keptOut.orders))}
          <SaveProblems importId={file.importId} />
        </Flex>
      }
    >
      <Card isFlush>
        <table className={`figures ${classes.problems}`}>
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
                <td className="nowrap">
                  <span className={problem.blocks ? 'bad strong' : undefined}>
                    {problem.blocks ? w.blocks : w.remark}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {problemCount > SHOWN && (
          <Text component="p" p="8px 12px" fz="sm" c="dimmed">
            {w.problemsMore(formatNumber(problemCount - Math.min(SHOWN, problems.length)))}
          </Text>
        )}
      </Card>
    </Section>
  )
}
