import { Box, Flex, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { firstRunWords } from '../../src-shared/settings/settings.words.ts'
import { client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { LumbungMark } from '../design/LumbungMark.tsx'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'

/** Toko Latihan fills itself once, with numbers, then opens. */
export function PracticeFilling() {
  const w = useWords(firstRunWords)
  const parts = useWords(partsWords)
  const queries = useQueryClient()
  const [progress, setProgress] = useState({ done: 0, total: 14 })
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again
  useEffect(() => {
    let isHere = true
    const fill = async () => {
      setError(null)
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
  }, [queries, attempt])
  const again = () => setAttempt(attempt + 1)
  return (
    <Flex component="main" direction="column" gap={14} align="center" justify="center" h="100%" p={24} ta="center">
      <LumbungMark size={56} />
      <h1 className="screen-title">{w.preparing}</h1>
      <Text component="p" mt={4} mb={20} fz="15px" lh="22px" c="dimmed">
        {w.preparingHow}
      </Text>
      {error ? (
        <Box maw={720} ta="start">
          <RefusalNotice
            error={error}
            onRetry={again}
            actions={<ActionButton label={parts.tryAgain} kind="primary" onAct={again} />}
          />
        </Box>
      ) : (
        <Box w="min(420px, 80vw)">
          <ProgressWithNumbers label={w.months} done={progress.done} total={progress.total} />
        </Box>
      )}
    </Flex>
  )
}
