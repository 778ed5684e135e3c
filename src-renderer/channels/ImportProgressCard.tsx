import { Text } from '@mantine/core'
import { importWords } from '../../src-shared/channels/import.words.ts'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'

interface Props {
  fileName: string
  done: number
  total: number
  /** Batal was said; from then on it is on its way back. */
  isStopping: boolean
  note: string
  onCancel: () => Promise<void>
  isPageWork?: boolean
}

/** A file on its way in, or back out: how far it is, and Batal. */
export function ImportProgressCard({ fileName, done, total, isStopping, note, onCancel, isPageWork = false }: Props) {
  const w = useWords(importWords)
  return (
    <Card>
      <ProgressWithNumbers
        label={isStopping ? w.takingBack(fileName) : w.taking(fileName)}
        done={done}
        total={total}
        isPageWork={isPageWork}
        {...(isStopping ? {} : { onCancel: () => void onCancel() })}
      />
      <Text component="p" mt={6} fz="sm" c="dimmed">
        {isStopping ? w.takingBackNote : note}
      </Text>
    </Card>
  )
}
