import { Box, Select } from '@mantine/core'
import { orderStateWords } from '../../../src-shared/app/parts.words.ts'
import type { ColumnLook, FileLook } from '../../../src-shared/channels/file-look.ts'
import { WordMeaning } from '../../../src-shared/channels/file-mapping.ts'
import { type MappingDraft, mayMean, wordColumns } from '../../../src-shared/channels/mapping-draft.ts'
import { teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import { teachWork } from './teach-work.ts'

const NONE = ''

/** Every word of the columns that say a state or a direction, with how often it stands there and what it means. */
export const WordMeanings = ({ look, draft }: { look: FileLook; draft: MappingDraft }) =>
  wordColumns(look, draft).map(({ column, field }) => (
    <WordsOfColumn key={column.letter} column={column} field={field} draft={draft} />
  ))

function WordsOfColumn({ column, field, draft }: { column: ColumnLook; field: string; draft: MappingDraft }) {
  const w = useWords(teachWords)
  const states = useWords(orderStateWords)
  const left = column.words?.filter(({ word }) => !draft.meanings[word]).length ?? 0
  const labels = { ...states, in: w.moneyIn, out: w.moneyOut, moved: w.moved, 'not moved': w.notMoved }
  const choices = mayMean(draft.subject, field).map((value) => ({ value, label: labels[value] }))
  const name = (word: string, means: string | null) =>
    teachWork.say((said) => {
      const { [word]: _, ...others } = said.meanings
      return { ...said, meanings: means ? { ...others, [word]: WordMeaning.parse(means) } : others }
    })
  return (
    <Section
      title={w.wordsTitle(column.heading)}
      aside={column.words === null ? undefined : left === 0 ? w.wordsAllNamed : w.wordsAside(formatNumber(left))}
    >
      <Card isFlush>
        {column.words === null ? (
          <Box component="p" p="6px 14px" fz={13}>
            {w.wordsTooMany}
          </Box>
        ) : (
          <>
            <Columns of="repeat(auto-fill, minmax(300px, 1fr))">
              {column.words.map(({ word, count }) => (
                <Columns key={word} of="minmax(0, 1fr) 170px" gap={10} align="center" p="6px 14px">
                  <span>
                    <Box component="b" display="block" className="cut" title={word}>
                      {word}
                    </Box>
                    <span className="quiet small">{w.wordCount(formatNumber(count))}</span>
                  </span>
                  <Select
                    aria-label={w.wordOf(word)}
                    searchable
                    allowDeselect={false}
                    data={[{ value: NONE, label: w.wordUnnamed }, ...choices]}
                    value={draft.meanings[word] ?? NONE}
                    error={!draft.meanings[word]}
                    onChange={(means) => name(word, means)}
                  />
                </Columns>
              ))}
            </Columns>
            <Box component="p" p="6px 14px" fz={13} className="quiet">
              {w.wordsNote}
            </Box>
          </>
        )}
      </Card>
    </Section>
  )
}
