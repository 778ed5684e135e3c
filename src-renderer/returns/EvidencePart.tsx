import { Box, Flex } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { formatMoment } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { EvidenceRow, Return } from '../../src-shared/returns/return.ts'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api, client } from '../base/api.ts'
import { dataUrlOf, saveFile, showFile } from '../base/files.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { PanelPart } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import classes from './returns.module.css'
import { returnsShortcuts } from './returns.shortcuts.ts'

/** Bukti Buka Retur: photos and short clips, kept as they were taken. */
export function EvidencePart({ back }: { back: Return }) {
  const w = useWords(returnsWords)
  const picker = useRef<HTMLInputElement>(null)
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files)
        await client.returns.evidence.add({
          id: newId(),
          orderId: back.orderId,
          name: file.name.slice(-120),
          file,
          note: '',
        })
    },
    onSuccess: () => showToast({ text: w.evidenceKept }),
  })
  const keep = useMutation({
    mutationFn: async () => {
      const file = await client.returns.evidence.export({ orderId: back.orderId })
      if (await saveFile(file)) showToast({ text: w.exported(file.name) })
    },
  })
  return (
    <PanelPart title={w.evidence}>
      <RefusalNotice error={add.error ?? keep.error} />
      {back.evidence.length === 0 && <p className="quiet">{w.evidenceHelp}</p>}
      <ul>
        {back.evidence.map((row) => (
          <li key={row.id}>
            <Shot row={row} />
          </li>
        ))}
      </ul>
      <input
        ref={picker}
        hidden
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,video/mp4,video/webm"
        aria-label={w.addEvidence}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) add.mutate(files)
        }}
      />
      <Flex gap={8} wrap="wrap" mt={8}>
        <ActionButton
          size="small"
          shortcut={returnsShortcuts.panel.addEvidence}
          busyLabel={w.saving}
          isBusy={add.isPending}
          onAct={() => picker.current?.click()}
        />
        {back.evidence.length > 0 && (
          <ActionButton label={w.exportEvidence} size="small" isBusy={keep.isPending} onAct={() => keep.mutate()} />
        )}
      </Flex>
    </PanelPart>
  )
}

/** One piece of evidence: a photo shows itself, a clip its name; a click opens it. */
function Shot({ row }: { row: EvidenceRow }) {
  const w = useWords(returnsWords)
  const { zone, language } = useLocale()
  const isPhoto = row.mediaType.startsWith('image/')
  const input = { id: row.id }
  const { data } = useQuery({
    queryKey: api.returns.evidence.get.queryKey({ input }),
    queryFn: async ({ signal }) => dataUrlOf(await client.returns.evidence.get(input, { signal })),
    enabled: isPhoto,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const open = async () => showFile(await client.returns.evidence.get(input))
  return (
    <RowButton onClick={() => void open()}>
      {data && <img className={classes.shot} src={data} alt="" />}
      <Box component="span" miw={0}>
        <Box component="span" display="block" className="cut">
          {row.name}
        </Box>
        <small className="fine-print" title={w.sha(row.sha256)}>
          {formatMoment(row.at, zone, language)}, {w.sha(row.sha256.slice(0, 12))}
        </small>
      </Box>
    </RowButton>
  )
}
