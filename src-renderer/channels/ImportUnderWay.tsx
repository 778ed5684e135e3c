import { importWords } from '../../src-shared/channels/import.words.ts'
import { client } from '../base/api.ts'
import { WorkProgress } from '../base/WorkProgress.tsx'
import { useWorkUnderWay } from '../base/work-under-way.ts'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { ImportProgressCard } from './ImportProgressCard.tsx'

/** Imports on their way that another window asked for, or this one before it was closed. */
export function ImportUnderWay() {
  const w = useWords(importWords)
  return useWorkUnderWay()
    .filter(({ kind }) => kind === 'import')
    .map((work) => {
      const { id, about, done, total, isWaiting, isStopping, isHalted } = work
      const stop = async () => void (await client.work.stop({ id }))
      if (isWaiting)
        return (
          <Card key={id}>
            <WorkProgress work={work} onCancel={() => void stop()} />
          </Card>
        )
      return isHalted ? (
        <p key={id} role="status">
          {w.halted(about)}
        </p>
      ) : (
        <ImportProgressCard
          key={id}
          fileName={about}
          done={done}
          total={total}
          isStopping={isStopping}
          note={w.underWayElsewhere}
          onCancel={stop}
        />
      )
    })
}
