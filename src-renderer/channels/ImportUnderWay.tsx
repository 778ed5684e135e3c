import { importWords } from '../../src-shared/channels/import.words.ts'
import { client } from '../base/api.ts'
import { useWorkUnderWay } from '../base/work-under-way.ts'
import { useWords } from '../design/language.tsx'
import { ImportProgressCard } from './ImportProgressCard.tsx'

/** Imports on their way that another window asked for, or this one before it was closed. */
export function ImportUnderWay() {
  const w = useWords(importWords)
  return useWorkUnderWay()
    .filter(({ kind }) => kind === 'import')
    .map(({ id, about, done, total, isStopping, isHalted }) =>
      isHalted ? (
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
          onCancel={async () => void (await client.work.stop({ id }))}
        />
      ),
    )
}
