import { Group, Stack } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconScan } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { ScannerProfile } from '../../src-shared/settings/settings.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { Section } from '../design/Section.tsx'
import type { Stroke } from '../design/scanner/scan-burst.ts'
import { codesIn, type Heard, heardIn, isLate, isSlow, rulesFor } from '../design/scanner/scanner-profile.ts'
import type { SectionProps } from './BusinessSection.tsx'
import { scannerWords } from './scanner-in-words.ts'
import { useHearing } from './use-hearing.ts'

/** A scanner that is not as most are is learned by scanning one code; the card says what it hears. */
export function ScannerSection({ settings, onChange }: SectionProps) {
  const w = useWords(settingsWords)
  const [mode, setMode] = useState<'learn' | 'try' | null>(null)
  const { scanner } = settings
  return (
    <Section title={w.scanner}>
      <Card>
        <Stack gap={12}>
          <p className="quiet small">{w.scannerHow}</p>
          {mode !== 'learn' && <InUse scanner={scanner} />}
          {mode ? (
            <Hearing key={mode} mode={mode} settings={settings} onChange={onChange} onEnd={() => setMode(null)} />
          ) : (
            <Group justify="space-between" gap="8px 16px" mih={34}>
              <ActionButton label={w.scannerLearn} icon={IconScan} onAct={() => setMode('learn')} />
              <Group gap={8}>
                {scanner && (
                  <ActionButton label={w.scannerForget} kind="quiet" onAct={() => onChange({ scanner: null })} />
                )}
                <ActionButton label={w.scannerTry} onAct={() => setMode('try')} />
              </Group>
            </Group>
          )}
        </Stack>
      </Card>
    </Section>
  )
}

function InUse({ scanner }: { scanner: ScannerProfile | null }) {
  const w = useWords(settingsWords)
  const isUnusual = scanner && (scanner.end === 'none' || isSlow(scanner) || isLate(scanner))
  return (
    <>
      <KeyValueRows
        rows={[{ key: 'now', label: w.scannerNow, value: scanner ? scannerWords(w, scanner) : w.scannerUsual }]}
      />
      {isUnusual && <p className="quiet small">{w.scannerShortCodes}</p>}
    </>
  )
}

interface HearingProps extends SectionProps {
  mode: 'learn' | 'try'
  onEnd: () => void
}

/** Listens until it is ended; each further scan takes the place of the one before. */
function Hearing({ mode, settings, onChange, onEnd }: HearingProps) {
  const w = useWords(settingsWords)
  const strokes = useHearing()
  const heard = strokes && heardIn(strokes)
  const keep = ({ end, gapMs, endWaitMs }: Heard) => {
    onChange({ scanner: { end, gapMs, endWaitMs } })
    onEnd()
  }
  return (
    <>
      {!heard && (
        <Note tone="nila" icon={IconScan} title={w.scannerListening} isLive>
          {w.scannerListeningHow}
        </Note>
      )}
      {heard && <WhatIsHeard heard={heard} />}
      {heard && mode === 'try' && <Verdict heard={heard} strokes={strokes} settings={settings} />}
      {heard?.problem && mode === 'learn' && (
        <Note tone="kunyit" icon={IconAlertTriangle} isLive>
          {heard.problem === 'by hand' ? w.scannerByHandHow : w.scannerTooShortHow}
        </Note>
      )}
      <Group justify="flex-end" gap={8} mih={34}>
        <ActionButton
          label={mode === 'try' ? w.scannerTried : w.scannerStop}
          shortcut={standingShortcuts.back}
          kind="quiet"
          onAct={onEnd}
        />
        {heard && !heard.problem && mode === 'learn' && (
          <ActionButton label={w.save} kind="primary" onAct={() => keep(heard)} />
        )}
      </Group>
    </>
  )
}

function WhatIsHeard({ heard }: { heard: Heard }) {
  const w = useWords(settingsWords)
  const { code, end, endWaitMs, averageMs, gapMs, problem } = heard
  const seenAs = problem ? (problem === 'by hand' ? w.scannerByHand : w.scannerTooShort) : scannerWords(w, heard)
  return (
    <KeyValueRows
      isRuled
      rows={[
        { key: 'code', label: w.scannerCode, value: <span className="kode">{code}</span> },
        {
          key: 'end',
          label: w.scannerEnd,
          value: end === 'none' ? w.scannerNoEnd : w.scannerEndAfter(end, formatNumber(endWaitMs)),
        },
        { key: 'pace', label: w.scannerPace, value: w.scannerPaceOf(formatNumber(averageMs), formatNumber(gapMs)) },
        { key: 'as', label: w.scannerSeenAs, value: seenAs, isStrong: true },
      ]}
    />
  )
}

function Verdict({
  heard,
  strokes,
  settings,
}: { heard: Heard; strokes: readonly Stroke[] } & Pick<SectionProps, 'settings'>) {
  const w = useWords(settingsWords)
  const isWhole = codesIn(strokes, rulesFor(settings.scanner))[0] === heard.code
  return (
    <Note tone={isWhole ? 'jolawe' : 'kunyit'} icon={isWhole ? IconCircleCheck : IconAlertTriangle} isLive>
      {isWhole ? w.scannerWorks(heard.code) : w.scannerFails(heard.code)}
    </Note>
  )
}
