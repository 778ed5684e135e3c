import { Select } from '@mantine/core'
import { orderStateWords } from '../../../src-shared/app/parts.words.ts'
import type { ColumnLook, FileLook } from '../../../src-shared/channels/file-look.ts'
import { WordMeaning } from '../../../src-shared/channels/file-mapping.ts'
import { type MappingDraft, mayMean, wordColumns } from '../../../src-shared/channels/mapping-draft.ts'
import { teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../../design/Card.tsx'
import { useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import classes from './teach.module.css'
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
          <p className={classes.out}>{w.wordsTooMany}</p>
        ) : (
          <>
            <div className={classes.words}>
              {column.words.map(({ word, count }) => (
                <div key={word} className={classes.word}>
                  <span>
                    <b className="cut" title={word}>
                      {word}
                    </b>
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
                </div>
              ))}
            </div>
            <p className={`quiet ${classes.out}`}>{w.wordsNote}</p>
          </>
        )}
      </Card>
    </Section>
  )
}
