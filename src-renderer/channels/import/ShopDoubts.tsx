import { Group } from '@mantine/core'
import { IconBuildingStore } from '@tabler/icons-react'
import type { ImportOutcome, StagedFile } from '../../../src-shared/channels/channels.ts'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { importWork } from '../import-work.ts'

/** Why the file may belong to another shop, with the way there. */
export function ShopDoubts({ file, outcome }: { file: StagedFile; outcome: ImportOutcome }) {
  const w = useWords(importWords)
  const [doubt] = outcome.doubts
  if (!doubt) return null
  const { why, known, of, shopId, shopName } = doubt
  const sentence = why === 'numbers' ? w.doubtNumbers : w.doubtGoods
  return (
    <Note tone="kunyit" icon={IconBuildingStore} title={w.doubtTitle} isLive>
      <p>{sentence(formatNumber(known), formatNumber(of), shopName)}</p>
      <Group mt={8}>
        <ActionButton label={w.intoOther(shopName)} onAct={() => void importWork.count(file, shopId)} />
      </Group>
    </Note>
  )
}
