import { Checkbox, Flex, Group, Select, Stack, Text } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { batchWords } from '../../../src-shared/channels/batch.words.ts'
import type { ContentKind } from '../../../src-shared/channels/channel-file.ts'
import { countsOf } from '../../../src-shared/channels/counts-of.ts'
import { recordWords } from '../../../src-shared/channels/import.words.ts'
import { ORDER_OF_USE } from '../../../src-shared/channels/many-files.ts'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { choiceAt } from '../../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { ProgressWithNumbers } from '../../design/ProgressWithNumbers.tsx'
import type { NextStep } from '../import/next-step.ts'
import { partsOf } from '../import/parts-of.ts'
import { BatchFiles } from './BatchFiles.tsx'
import { type Batch, batchWork } from './batch-work.ts'
import { type Choice, placeKeyOf } from './places.ts'

/** Several files at once: what each is, where they go, one act for all of them, and what came of it. */
export function BatchView({ batch }: { batch: Batch }) {
  const w = useWords(batchWords)
  const records = useWords(recordWords)
  const kinds = ORDER_OF_USE.filter((kind) => batch.files.some(({ file }) => file?.about === kind))
  return (
    <Page title={w.title(formatNumber(batch.files.length), kinds.map((kind) => records[kind]).join(' · '))}>
      <Stack gap={14}>
        <RefusalNotice error={batch.error} />
        {batch.step === 'reading' && <Reading batch={batch} />}
        {batch.step === 'check' && <Check batch={batch} />}
        {batch.step === 'taking' && <Taking batch={batch} />}
        {batch.step === 'done' && <Done batch={batch} />}
        <BatchFiles files={batch.files} isAsking={batch.step === 'done'} />
      </Stack>
    </Page>
  )
}

const taken = ({ files }: Batch) => files.filter(({ state }) => state.is !== 'skipped')
const ready = ({ files }: Batch) => files.filter(({ state }) => state.is === 'read')

function Reading({ batch }: { batch: Batch }) {
  const w = useWords(batchWords)
  const files = taken(batch)
  const done = files.filter(({ state }) => state.is !== 'waiting' && state.is !== 'reading').length
  return (
    <Card>
      <ProgressWithNumbers
        label={w.reading}
        done={done}
        total={files.length}
        numbers={w.ofFiles(formatNumber(done), formatNumber(files.length))}
        onCancel={batchWork.close}
        isPageWork
      />
    </Card>
  )
}

function Check({ batch }: { batch: Batch }) {
  const w = useWords(batchWords)
  const { language } = useLocale()
  const files = ready(batch)
  const isOpen = Object.values(batch.choices).some(({ is }) => is === 'open')
  return (
    <Card>
      {files.length === 0 ? (
        <p>{w.nothing}</p>
      ) : (
        <Stack gap={12}>
          <h2 className="heading">{w.placesTitle}</h2>
          <Columns of="repeat(auto-fill, minmax(240px, 1fr))" gap={12}>
            {Object.entries(batch.choices).map(([key, choice]) => (
              <PlaceChoice key={key} place={key} choice={choice} batch={batch} />
            ))}
          </Columns>
          {batch.earlierStart !== null && (
            <Checkbox
              label={w.begins(formatDay(batch.earlierStart, language))}
              description={w.beginsHow}
              checked={batch.beginsEarlier}
              onChange={({ currentTarget }) => batchWork.beginEarlier(currentTarget.checked)}
            />
          )}
        </Stack>
      )}
      <Group mt={14} gap={10}>
        {files.length > 0 && (
          <ActionButton
            label={w.takeAll(formatNumber(files.length))}
            kind="primary"
            size="large"
            shortcut={standingShortcuts.main}
            {...(isOpen ? { disabledBecause: w.placeNeeded } : {})}
            onAct={() => void batchWork.takeAll()}
          />
        )}
        <ActionButton label={w.another} kind="quiet" shortcut={standingShortcuts.back} onAct={batchWork.close} />
        <span className="quiet small">{w.safety}</span>
      </Group>
    </Card>
  )
}

/** A list that has the focus would open again at Enter, which is the act of the page. */
const leaveList = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

const AS_THEY_SAY = 'as they say'
const NEW = 'new'

function PlaceChoice({ place, choice, batch }: { place: string; choice: Choice; batch: Batch }) {
  const w = useWords(batchWords)
  const channels = useWords(channelWords)
  const of = ready(batch).find(({ file }) => file && placeKeyOf(file) === place)?.file
  if (!of) return null
  if (of.channel === null) {
    const account = of.about === 'bank' ? [of.bank.toUpperCase(), of.accountNumber].filter(Boolean).join(' ') : ''
    return (
      <Select
        label={w.accountFor(account)}
        placeholder={w.placeNeeded}
        allowDeselect={false}
        data={batch.wallets.map(({ code, name }) => ({ value: code, label: name }))}
        value={choice.is === 'account' ? choice.code : null}
        onChange={(code) => {
          if (code !== null) batchWork.choose(place, { is: 'account', code })
          leaveList()
        }}
      />
    )
  }
  const { channel } = of
  const fitting = batch.shops.filter((shop) => shop.channel === channel)
  const newName = choice.is === 'new shop' ? choice.name : channels[channel]
  const choose = (value: string | null) => {
    if (value === null || channel === 'own') return
    batchWork.choose(
      place,
      value === NEW
        ? { is: 'new shop', name: newName, channel }
        : value === AS_THEY_SAY
          ? { is: 'as they say' }
          : { is: 'shop', id: value },
    )
    leaveList()
  }
  return (
    <Select
      label={w.shopFor(channels[channel])}
      placeholder={w.placeNeeded}
      allowDeselect={false}
      data={[
        ...(choice.is === 'as they say' ? [{ value: AS_THEY_SAY, label: w.asTheySay }] : []),
        ...fitting.map(({ id, name }) => ({ value: id, label: name })),
        ...(fitting.length === 0 ? [{ value: NEW, label: w.newShop(newName) }] : []),
      ]}
      value={
        choice.is === 'shop' ? choice.id : choice.is === 'new shop' ? NEW : choice.is === 'open' ? null : AS_THEY_SAY
      }
      onChange={choose}
    />
  )
}

function Taking({ batch }: { batch: Batch }) {
  const w = useWords(batchWords)
  const files = batch.files.filter(
    ({ file, state }) => file !== null && state.is !== 'skipped' && state.is !== 'refused',
  )
  const at = files.findIndex(({ state }) => state.is === 'taking')
  const now = files[at]
  const { done, total } = now?.state.is === 'taking' ? now.state : { done: 0, total: 0 }
  const finished = files.filter(({ state }) => state.is === 'done').length
  return (
    <Card>
      <ProgressWithNumbers
        label={`${(batch.isStopping ? w.takingBack : w.taking)(now?.name ?? '')} (${w.ofFiles(formatNumber(finished + 1), formatNumber(files.length))})`}
        done={done}
        total={total || null}
        isPageWork
        {...(batch.isStopping ? {} : { onCancel: () => void batchWork.stop() })}
      />
      <Text component="p" mt={6} fz="sm" c="dimmed">
        {w.takingNote}
      </Text>
    </Card>
  )
}

function Done({ batch }: { batch: Batch }) {
  const w = useWords(batchWords)
  const records = useWords(recordWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const outcomes = batch.files.flatMap(({ state }) => (state.is === 'done' ? [state.outcome] : []))
  const notTaken = batch.files.filter(
    ({ state }) => state.is === 'refused' || state.is === 'stopped' || state.is === 'doubted',
  ).length
  const counts = ORDER_OF_USE.flatMap((kind: ContentKind) => {
    const of = outcomes.filter((outcome) => outcome.kind === kind).map(countsOf)
    const sum = of.reduce((total, { added, changed, unchanged }) => total + added + changed + unchanged, 0)
    return of.length === 0 ? [] : [w.records(formatNumber(sum), records[kind])]
  })
  const steps = new Map<string, NextStep>()
  for (const outcome of outcomes)
    for (const step of partsOf(outcome).steps(outcome, language)) steps.set(step.path, steps.get(step.path) ?? step)
  return (
    <Card>
      <Flex component="h2" align="center" gap={8} mb={2} className="heading">
        {outcomes.length > 0 && <IconCircleCheckFilled size={20} color="var(--lb-jolawe)" aria-hidden />}
        {outcomes.length > 0 ? w.doneTitle(formatNumber(outcomes.length)) : w.doneNothing}
      </Flex>
      <Text component="p" mb={6} fz="sm" c="dimmed" role="status">
        {counts.length > 0 && w.doneBody(counts.join(', '))} {notTaken > 0 && w.notTaken(formatNumber(notTaken))}{' '}
        {outcomes.length > 0 && w.undo}
      </Text>
      {[...steps.values()].map(({ label, why, path }, index) => (
        <Group key={path} justify="space-between" gap={12} wrap="nowrap" p="8px 0" className="line-between">
          <span className="quiet small">{why}</span>
          <ActionButton
            label={label}
            kind={index === 0 ? 'primary' : 'secondary'}
            shortcut={index === 0 ? standingShortcuts.main : choiceAt(index, label)}
            onAct={() => {
              batchWork.close()
              go(path)
            }}
          />
        </Group>
      ))}
      <Group justify="flex-end" p="8px 0" className="line-between">
        <ActionButton label={w.another} kind="quiet" shortcut={standingShortcuts.back} onAct={batchWork.close} />
      </Group>
    </Card>
  )
}
