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
        <ul className={`bullets ${classes.reading}`}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}
