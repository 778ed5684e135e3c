import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ImportOutcome } from '../../../src-shared/channels/channels.ts'
import { countsOf } from '../../../src-shared/channels/counts-of.ts'
import { importWords, recordWords } from '../../../src-shared/channels/import.words.ts'
import { type BusinessDay, formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { useConfirm } from '../../design/confirm.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import classes from '../import.module.css'
import { importWork } from '../import-work.ts'
import { partsOf } from './parts-of.ts'

export interface EffectsCardProps {
  outcome: ImportOutcome
  isDone: boolean
  /** The books begin on that day with it; null where they stay. */
  beginsOn: BusinessDay | null
}

/** What the import does, by its kind, and the act. */
export function EffectsCard({ outcome, isDone, beginsOn }: EffectsCardProps) {
  const w = useWords(importWords)
  const { Effects } = partsOf(outcome)
  return (
    <Card>
      <h2 className="heading">{isDone ? w.effectsDone : w.effects}</h2>
      <p style={{ color: 'var(--lb-tinta2)', fontSize: 13 }}>{isDone ? w.written : w.nothingWritten}</p>
      <Effects outcome={outcome} />
      <EffectsActs outcome={outcome} isDone={isDone} beginsOn={beginsOn} />
    </Card>
  )
}

function EffectsActs({ outcome, isDone, beginsOn }: EffectsCardProps) {
  const w = useWords(importWords)
  const { language } = useLocale()
  const shops = useQuery(api.channels.shops.list.queryOptions()).data ?? []
  const confirm = useConfirm()
  const records = useWords(recordWords)
  const { added, changed } = countsOf(outcome)
  const isIdle = added + changed === 0 && beginsOn === null
  const [doubt] = outcome.doubts
  const isDoubted = doubt !== undefined && !isIdle
  if (isDone) return null
  const take = async () => {
    const shop = outcome.kind === 'bank' ? '' : (shops.find(({ id }) => id === outcome.shopId)?.name ?? '')
    const agreed =
      !doubt ||
      (await confirm({
        title: w.despiteTitle(shop),
        body:
          doubt.why === 'strange'
            ? w.despiteBodyStrange(shop)
            : (doubt.why === 'numbers' ? w.despiteBody : w.despiteBodyGoods)(doubt.shopName, shop),
        action: w.takeDespite,
      }))
    if (agreed) await importWork.confirm()
  }
  return (
    <Stack gap={4} className={classes.acts}>
      {isIdle && <p>{w.nothingNew}</p>}
      <ActionButton
        label={
          isIdle
            ? w.finish
            : isDoubted
              ? w.takeDespite
              : beginsOn
                ? w.begin(formatDay(beginsOn, language))
                : w.take(formatNumber(added + changed), records[outcome.kind])
        }
        kind={isDoubted ? 'secondary' : 'primary'}
        size="large"
        shortcut={isDoubted ? channelsShortcuts.preview.takeDespite : standingShortcuts.main}
        isWide
        onAct={() => (isIdle ? importWork.startOver() : void take())}
      />
      <ActionButton
        label={w.cancel}
        kind="quiet"
        shortcut={standingShortcuts.back}
        isWide
        onAct={importWork.startOver}
      />
    </Stack>
  )
}
