import { Stack } from '@mantine/core'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { Card } from '../../design/Card.tsx'
import { useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import classes from './statement.module.css'

/** The statement said in plain words. */
export function ReadingCard({ sentences }: { sentences: readonly string[] }) {
  const w = useWords(booksWords)
  return (
    <Section title={w.readLikeThis}>
      <Card>
        <Stack component="ul" gap={4} pl={16} className={`bullets ${classes.reading}`}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}
