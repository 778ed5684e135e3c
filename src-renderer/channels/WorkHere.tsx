import { Text } from '@mantine/core'
import type { WorkName } from '../../src-shared/work/work.ts'
import { client } from '../base/api.ts'
import { WorkProgress } from '../base/WorkProgress.tsx'
import { useWorkUnderWay } from '../base/work-under-way.ts'
import { Card } from '../design/Card.tsx'

/** Long work that was asked for on this page and still goes on, with Batal and what that would mean. */
export function WorkHere({ kind, note }: { kind: WorkName; note: string }) {
  return useWorkUnderWay()
    .filter((work) => work.kind === kind)
    .map((work) => (
      <Card key={work.id}>
        <WorkProgress work={work} onCancel={() => void client.work.stop({ id: work.id })} />
        <Text component="p" mt={6} fz="sm" c="dimmed">
          {note}
        </Text>
      </Card>
    ))
}
