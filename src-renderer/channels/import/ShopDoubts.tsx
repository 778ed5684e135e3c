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
  const isStrange = why === 'strange'
  const sentence = isStrange
    ? w.doubtStrange(formatNumber(of), shopName)
    : (why === 'numbers' ? w.doubtNumbers : w.doubtGoods)(formatNumber(known), formatNumber(of), shopName)
  return (
    <Note tone="kunyit" icon={IconBuildingStore} title={w.doubtTitle} isLive>
      <p>{sentence}</p>
      <Group mt={8}>
        <ActionButton
          label={isStrange ? w.otherShop : w.intoOther(shopName)}
          onAct={() => (isStrange ? importWork.changeShop() : void importWork.count(file, shopId))}
        />
      </Group>
    </Note>
  )
}
