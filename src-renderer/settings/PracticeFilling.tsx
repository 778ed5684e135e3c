import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { firstRunWords } from '../../src-shared/settings/settings.words.ts'
import { client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { LumbungMark } from '../design/LumbungMark.tsx'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import classes from './FirstRun.module.css'

/** Toko Latihan fills itself once, with numbers, then opens. */
export function PracticeFilling() {
  const w = useWords(firstRunWords)
  const queries = useQueryClient()
  const [progress, setProgress] = useState({ done: 0, total: 14 })
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let isHere = true
    const fill = async () => {
      try {
        for await (const event of await client.settings.fillPractice())
          if (isHere && event.type === 'progress') setProgress(event)
      } catch (problem) {
        if (isHere) setError(problem)
      }
      await queries.invalidateQueries()
    }
    const start = setTimeout(fill)
    return () => {
      isHere = false
      clearTimeout(start)
    }
  }, [queries])
  return (
    <main className={classes.filling}>
      <LumbungMark size={56} />
      <h1 className={classes.title}>{w.preparing}</h1>
      <p className={classes.help}>{w.preparingHow}</p>
      <RefusalNotice error={error} />
      <ProgressWithNumbers label={w.months} done={progress.done} total={progress.total} />
    </main>
  )
}
