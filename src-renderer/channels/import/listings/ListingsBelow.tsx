import { Group } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { listingsImportWords } from '../../../../src-shared/channels/listings-import.words.ts'
import type { ListingsOutcome } from '../../../../src-shared/channels/listings-outcome.ts'
import { ActionButton } from '../../../design/ActionButton.tsx'
import { Card } from '../../../design/Card.tsx'
import { useWords } from '../../../design/language.tsx'
import { handOverGoods } from '../../goods/handed-over.ts'
import { importWork } from '../../import-work.ts'

/** Who only wants to fill the file for the channel need not take it in first. */
export function ListingsBelow({ outcome: { shopId }, isDone }: { outcome: ListingsOutcome; isDone: boolean }) {
  const w = useWords(listingsImportWords)
  const [, go] = useLocation()
  if (isDone) return null
  const compare = () => {
    handOverGoods(importWork.chosen(), shopId)
    importWork.startOver()
    go('/toko/kanal')
  }
  return (
    <Card>
      <Group justify="space-between" gap={12} wrap="nowrap">
        <span className="quiet small">{w.compareWhy}</span>
        <ActionButton label={w.compare} icon={IconArrowsLeftRight} onAct={compare} />
      </Group>
    </Card>
  )
}
