import { Group } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'

/** Samakan ulang: with numbers while it runs; stopping keeps what was done. */
export function SettleAgain({ isUnfinished, onEnd }: { isUnfinished: boolean; onEnd: () => void }) {
  const w = useWords(settingsWords)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [answer, setAnswer] = useState('')
  const [error, setError] = useState<unknown>(null)
  const stopper = useRef(new AbortController())
  const run = async () => {
    stopper.current = new AbortController()
    const { signal } = stopper.current
    setError(null)
    setAnswer('')
    setProgress({ done: 0, total: 0 })
    try {
      for await (const event of await client.ledger.settleAgain(undefined, { signal })) {
        if (event.type === 'progress') setProgress(event)
        else {
          const { documents, movements, entries } = event.outcome
          const added = movements + entries
          setAnswer(
            added === 0
              ? w.settledSame(formatNumber(documents))
              : w.settled(formatNumber(documents), formatNumber(added)),
          )
        }
      }
    } catch (problem) {
      if (!signal.aborted) setError(problem)
    }
    setProgress(null)
    onEnd()
  }
  return (
    <>
      <Group justify="space-between" gap="8px 16px" mih={34} mt={10} wrap="nowrap">
        <span className="quiet small">
          {answer || (isUnfinished && !progress ? w.settleUnfinished : w.settleAgainWhy)}
        </span>
        {progress ? (
          <ActionButton label={w.settleStop} onAct={() => stopper.current.abort()} />
        ) : (
          <ActionButton label={w.settleAgain} icon={IconRefresh} onAct={() => void run()} />
        )}
      </Group>
      {progress && <ProgressWithNumbers label={w.documents} done={progress.done} total={progress.total} />}
      <RefusalNotice error={error} />
    </>
  )
}
