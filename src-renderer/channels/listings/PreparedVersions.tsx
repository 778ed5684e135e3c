import { Flex, Group } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconCalendarPlus,
  IconCalendarTime,
  IconCheck,
  IconCircleCheck,
  IconRefresh,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../../src-shared/kernel/business-day.ts'
import type { ListingVersion, ShopListing, VersionState } from '../../../src-shared/listings/listings.ts'
import { listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Chip } from '../../design/Chip.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import type { Tone } from '../../design/theme.ts'
import { showToast } from '../../design/toast.tsx'
import { VersionDialog } from './VersionDialog.tsx'

const LOOK = {
  planned: { icon: IconCalendarTime, tone: 'nila', word: 'versionPlanned' },
  sending: { icon: IconRefresh, tone: 'langit', word: 'versionSending' },
  shown: { icon: IconCircleCheck, tone: 'jolawe', word: 'versionShown' },
  late: { icon: IconAlertTriangle, tone: 'kunyit', word: 'versionLate' },
  over: { icon: IconCheck, tone: 'abu', word: 'versionOver' },
} as const satisfies Record<VersionState, { icon: Icon; tone: Tone; word: string }>

/** Versi terjadwal: words and prices prepared for a time, and which of them buyers see now. */
export function PreparedVersions({ productId, shop }: { productId: string; shop: ShopListing }) {
  const w = useWords(listingsWords)
  const [open, setOpen] = useState<ListingVersion | 'new' | null>(null)
  return (
    <Section
      title={w.versions}
      aside={<ActionButton size="small" icon={IconCalendarPlus} label={w.versionNew} onAct={() => setOpen('new')} />}
    >
      <Card>
        <p className="quiet small">{w.versionsHelp}</p>
        {shop.versions.length > 0 && (
          <ul className="ruled" aria-label={w.versions}>
            {shop.versions.map((version) => (
              <li key={version.id}>
                <Version version={version} onChange={() => setOpen(version)} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {open && (
        <VersionDialog
          productId={productId}
          shop={shop}
          version={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function Version({ version, onChange }: { version: ListingVersion; onChange: () => void }) {
  const w = useWords(listingsWords)
  const { zone, language } = useLocale()
  const { id, name, startsAt, endsAt, shownAt, state } = version
  const hasBegun = state !== 'planned'
  const remove = useMutation(
    api.listings.removeVersion.mutationOptions({
      onSuccess: () => showToast({ text: hasBegun ? w.versionEnded(name) : w.versionRemoved(name) }),
    }),
  )
  const moment = (at: number) => formatMoment(at, zone, language)
  const { icon, tone, word } = LOOK[state]
  return (
    <Group gap={12} mih={44} wrap="nowrap">
      <Flex direction="column" flex={1} miw={0}>
        <b className="cut">{name}</b>
        <span className="quiet small">
          {w.versionLasts(moment(startsAt), `${moment(endsAt)} ${zone}`)}
          {state === 'late' && shownAt !== null && `, ${w.versionLateSince(moment(shownAt))}`}
        </span>
        <RefusalNotice error={remove.error} />
      </Flex>
      <Chip icon={icon} tone={tone} isFilled={state === 'late'}>
        {w[word]}
      </Chip>
      {!hasBegun && (
        <ActionButton size="small" label={w.versionChange} title={`${w.versionChange}: ${name}`} onAct={onChange} />
      )}
      {state !== 'over' && (
        <ActionButton
          size="small"
          kind="quiet"
          label={hasBegun ? w.versionEnd : w.versionRemove}
          title={`${hasBegun ? w.versionEnd : w.versionRemove}: ${name}`}
          isBusy={remove.isPending}
          onAct={() => remove.mutate({ id })}
        />
      )}
    </Group>
  )
}
