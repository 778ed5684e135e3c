import { Text } from '@mantine/core'
import { workWords } from '../../../src-shared/work/work.words.ts'
import { client } from '../../base/api.ts'
import { WorkProgress } from '../../base/WorkProgress.tsx'
import { useWorkUnderWay } from '../../base/work-under-way.ts'
import { Card } from '../../design/Card.tsx'
import { useWords } from '../../design/language.tsx'

/** Mappings whose orders still follow, with Batal. */
export function MappingUnderWay() {
  const w = useWords(workWords)
  return useWorkUnderWay()
    .filter(({ kind }) => kind === 'mapping')
    .map((work) => (
      <Card key={work.id}>
        <WorkProgress work={work} onCancel={() => void client.work.stop({ id: work.id })} />
        <Text component="p" mt={6} fz="sm" c="dimmed">
          {w.mappingNote}
        </Text>
      </Card>
    ))
}
