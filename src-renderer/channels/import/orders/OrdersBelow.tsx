import type { OrdersOutcome } from '../../../../src-shared/channels/channels.ts'
import { ChangedExamples } from './ChangedExamples.tsx'
import { SetAsideStatements } from './SetAsideStatements.tsx'

/** Statements that lost, and, before they come in, a few orders that change. */
export function OrdersBelow({ outcome, isDone }: { outcome: OrdersOutcome; isDone: boolean }) {
  return (
    <>
      <SetAsideStatements outcome={outcome} />
      {!isDone && <ChangedExamples outcome={outcome} />}
    </>
  )
}
