import { IconFileDescription } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import type { KnownMapping } from '../../../src-shared/channels/file-mapping.ts'
import { mappingSubjectWords, teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatMoment } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api, client } from '../../base/api.ts'
import { saveFile } from '../../base/files.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { DropFile } from '../../design/DropFile.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import { showToast } from '../../design/toast.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'

/** Layouts that were taught: given to another shop, taken from one, forgotten. */
export function KnownLayouts() {
  const w = useWords(teachWords)
  const known = useQuery(api.fileMappings.list.queryOptions())
  const takeIn = useMutation(
    api.fileMappings.takeIn.mutationOptions({
      onSuccess: ({ mapping }) => showToast({ text: w.takenIn(mapping.name) }),
    }),
  )
  return (
    <>
      <Section title={w.known}>
        <Card isFlush>
          <RefusalNotice error={known.error} onRetry={() => known.refetch()} />
          {known.data?.map((layout) => (
            <LayoutRow key={layout.id} layout={layout} />
          ))}
          {known.data?.length === 0 && <EmptyState icon={IconFileDescription}>{w.knownEmpty}</EmptyState>}
        </Card>
      </Section>
      <Section title={w.takeIn}>
        <RefusalNotice error={takeIn.error} />
        <DropFile
          label={w.takeIn}
          endings={['.json']}
          shortcut={channelsShortcuts.teach.takeIn}
          isBusy={takeIn.isPending}
          onFiles={([file]) => file && takeIn.mutate({ file })}
        />
      </Section>
    </>
  )
}

function LayoutRow({ layout }: { layout: KnownMapping }) {
  const w = useWords(teachWords)
  const subjects = useWords(mappingSubjectWords)
  const channels = useWords(channelWords)
  const { language, zone } = useLocale()
  const { name, subject, channel, columns } = layout.mapping
  const used = formatNumber(columns.length)
  const remove = useMutation(
    api.fileMappings.remove.mutationOptions({
      onSuccess: () =>
        showToast({ text: w.removed(name), undo: () => void client.fileMappings.save(layout.mapping).catch(() => {}) }),
    }),
  )
  const share = useMutation(
    api.fileMappings.share.mutationOptions({ onSuccess: async (file) => void (await saveFile(file)) }),
  )
  return (
    <div>
      <Columns
        of="minmax(0, 1fr) 90px 110px auto auto"
        gap={14}
        align="center"
        mih={46}
        p="0 16px"
        className="line-between"
      >
        <div>
          <b>{name}</b>
          <p className="quiet small">
            {channel === null
              ? w.knownLineBank(subjects[subject], used)
              : w.knownLine(subjects[subject], channels[channel], used)}
          </p>
        </div>
        <span className="quiet small">{w.files(formatNumber(layout.files))}</span>
        <span className="quiet small">{formatMoment(layout.at, zone, language)}</span>
        <ActionButton
          label={w.share}
          title={w.shareThis(name)}
          size="small"
          isBusy={share.isPending}
          onAct={() => share.mutate({ id: layout.id })}
        />
        <ActionButton
          label={w.remove}
          title={w.removeThis(name)}
          size="small"
          kind="quiet"
          isBusy={remove.isPending}
          onAct={() => remove.mutate({ id: layout.id })}
        />
      </Columns>
      <RefusalNotice error={remove.error ?? share.error} />
    </div>
  )
}
