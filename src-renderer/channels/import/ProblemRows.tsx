import { Flex, Text } from '@mantine/core'
import type { RowProblem } from '../../../src-shared/channels/channel-file.ts'
import type { StagedFile } from '../../../src-shared/channels/channels.ts'
import { problemSentence } from '../../../src-shared/channels/channels.words.ts'
import { importWords, recordWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../design/Card.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import classes from '../import.module.css'
import { SaveProblems } from './SaveProblems.tsx'

/** Rows that keep their order out, each with what stands there and what to do. They never block the rest. */
export function ProblemRows({ file }: { file: StagedFile }) {
  const w = useWords(importWords)
  const records = useWords(recordWords)
  const count = file.problemCount - file.remarkCount
  if (count === 0) return null
  return (
    <Section
      title={w.problemsTitle(formatNumber(count))}
      aside={
        <Flex component="span" align="center" gap={12}>
          {file.records > 0 && w.problemsAside(keptOut(file, records[file.about]))}
          <SaveProblems importId={file.importId} />
        </Flex>
      }
    >
      <ProblemTable problems={file.problems.filter(({ blocks }) => blocks)} count={count} more={w.problemsMore} />
    </Section>
  )
}

/** Documents of which one row cannot be read stay out whole; else the rows alone do. */
const keptOut = ({ keptOut }: StagedFile, records: string): string =>
  `${formatNumber('orders' in keptOut ? keptOut.orders : keptOut.rows)} ${records}`

/** Remarks that keep nothing out: how many, and on a click which cells. */
export function RemarkRows({ file }: { file: StagedFile }) {
  const w = useWords(importWords)
  if (file.remarkCount === 0) return null
  return (
    <details className={classes.setAside}>
      <summary>{w.remarks(formatNumber(file.remarkCount))}</summary>
      <Flex align="center" justify="space-between" gap={12} my={6}>
        <Text component="p" fz="sm" c="dimmed">
          {w.remarksWhy}
        </Text>
        {file.problemCount === file.remarkCount && <SaveProblems importId={file.importId} />}
      </Flex>
      <ProblemTable
        problems={file.problems.filter(({ blocks }) => !blocks)}
        count={file.remarkCount}
        more={w.remarksMore}
      />
    </details>
  )
}

interface ProblemTableProps {
  problems: readonly RowProblem[]
  /** How many there are in all. */
  count: number
  more: (shown: string, all: string) => string
}

function ProblemTable({ problems, count, more }: ProblemTableProps) {
  const w = useWords(importWords)
  const { language } = useLocale()
  const heads = [w.problemRow, w.problemOrder, w.problem]
  return (
    <Card isFlush>
      <table className="figures told">
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
          {problems.map((problem) => (
            <tr key={`${problem.row}/${problem.columnLetter}/${problem.code}`}>
              <td data-right>{formatNumber(problem.row)}</td>
              <td>
                <span className="kode">{problem.orderNumber || '–'}</span>
              </td>
              <td>{problemSentence(problem, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > problems.length && (
        <Text component="p" p="8px 12px" fz="sm" c="dimmed">
          {more(formatNumber(problems.length), formatNumber(count))}
        </Text>
      )}
    </Card>
  )
}
