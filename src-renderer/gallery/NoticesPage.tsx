import { Group, Stack } from '@mantine/core'
import { IconArrowBackUp, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { DefectBoundary } from '../design/DefectBoundary.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { Section } from '../design/Section.tsx'
import { SCORE, type SoundName } from '../design/sounds/score.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { showToast } from '../design/toast.tsx'
import { galleryShortcuts } from './gallery.shortcuts.ts'

function Broken(): never {
  throw new TypeError('the gallery breaks this part on purpose')
}

/** What the app says: done, refused, broken, empty, under way; questions before a loss; sounds. */
export function NoticesPage() {
  const confirm = useConfirm()
  const [answer, setAnswer] = useState('belum ditanya')
  const [isDialog, setDialog] = useState(false)
  const [isBroken, setBroken] = useState(true)
  const ask = async () => {
    const given = await confirm({
      title: 'Hapus 3 foto Bukti Kemas?',
      body: 'Pesanan dan resinya tetap ada.',
      losses: ['3 foto paket SPXID 0617 3482 915B, 22 Nov 08.51'],
      action: 'Hapus 3 foto',
      isDestructive: true,
      reason: { isNeeded: true },
    })
    setAnswer(given ? `ya, ${given.reason}` : 'tidak')
  }
  return (
    <Columns of="repeat(auto-fit, minmax(320px, 1fr))" gap={20} align="start">
      <div className="across">
        <Section title="Tiga bagian: apa yang terjadi, apa yang aman, apa langkahnya">
          <Stack gap={14}>
            <ErrorNotice
              happened="Stok 2 SKU belum terkirim. TikTok Shop sedang membatasi permintaan."
              safe="Stok di laptop ini benar dan aman."
              next="Dicoba lagi otomatis pukul 09.35, atau tekan Coba Sekarang."
              actions={<ActionButton shortcut={galleryShortcuts.tryNow} size="small" onAct={() => {}} />}
            />
            <ErrorNotice happened="Berkas Order.all.xlsx kosong. Belum ada yang disimpan. Unduh ulang dari Seller Centre lalu seret lagi ke sini." />
            {isBroken && (
              <DefectBoundary>
                <Broken />
              </DefectBoundary>
            )}
            <div>
              <ActionButton
                label={isBroken ? 'Sembunyikan yang rusak' : 'Tampilkan yang rusak'}
                onAct={() => setBroken(!isBroken)}
              />
            </div>
          </Stack>
        </Section>
      </div>
      <Section title="Sedang berjalan">
        <Card>
          <Stack gap={14}>
            <ProgressWithNumbers label="Membaca berkas" done={412} total={1_250} onCancel={() => {}} />
            <ProgressWithNumbers label="Mencetak" done={18} total={24} isSmall />
            <ProgressWithNumbers label="Mencari" done={2_310} total={null} />
          </Stack>
        </Card>
      </Section>
      <Section title="Dialog dan kabar" aside={<output data-testid="answer">{answer}</output>}>
        <Card>
          <Group gap={10}>
            <ActionButton shortcut={galleryShortcuts.erase} onAct={ask} />
            <ActionButton label="Dialog" onAct={() => setDialog(true)} />
            <ActionButton
              shortcut={galleryShortcuts.keep}
              onAct={() =>
                showToast({ text: 'Tersimpan. Laba hari ini diperbarui.', undo: () => setAnswer('diurungkan') })
              }
            />
          </Group>
          <Dialog
            title="Pilih SKU"
            isOpen={isDialog}
            onClose={() => setDialog(false)}
            width="wide"
            actions={
              <ActionButton
                label="Pakai"
                kind="primary"
                shortcut={standingShortcuts.main}
                onAct={() => setDialog(false)}
              />
            }
          >
            Baris 87 memakai kode OUT-SJG-ALL yang belum dipetakan.
          </Dialog>
        </Card>
      </Section>
      <Section title="Kosong">
        <Card>
          <EmptyState
            icon={IconArrowBackUp}
            action={<ActionButton label="Scan paket retur" kind="primary" onAct={() => {}} />}
          >
            Belum ada retur. Paket retur yang tiba discan di sini.
          </EmptyState>
        </Card>
      </Section>
      <Section title="Suara">
        <Card>
          <Group gap={10}>
            {(Object.keys(SCORE) as SoundName[]).map((name) => (
              <ActionButton key={name} label={name} icon={IconVolume} onAct={() => playSound(name)} />
            ))}
          </Group>
        </Card>
      </Section>
    </Columns>
  )
}
