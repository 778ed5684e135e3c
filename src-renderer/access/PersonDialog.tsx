import { PasswordInput, Radio, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person, PersonDraft } from '../../src-shared/access/access.ts'
import { roleWords } from '../../src-shared/access/access.words.ts'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { PrintBadge } from './PrintBadge.tsx'

const ROLES = ['packer', 'live', 'manager', 'bookkeeper'] as const

/** One person: name, role, PIN, badge; and whether they still work here. */
export function PersonDialog({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const w = useWords(peopleWords)
  const roles = useWords(roleWords)
  const may = { packer: w.packerMay, live: w.liveMay, manager: w.managerMay, bookkeeper: w.bookkeeperMay }
  const [id] = useState(() => person?.id ?? newId())
  const [name, setName] = useState(person?.name ?? '')
  const [role, setRole] = useState<PersonDraft['role']>(person && person.role !== 'owner' ? person.role : 'packer')
  const [pin, setPin] = useState('')
  const save = useMutation({
    async mutationFn(isActive: boolean) {
      await client.access.people.save({ id, name, role, isActive })
      if (pin !== '') await client.access.people.setPin({ id, pin })
    },
    onSuccess: onClose,
  })
  const isActive = person?.isActive ?? true
  const missing = name.trim() === '' ? w.name : undefined
  return (
    <Dialog
      title={person?.name ?? w.addTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          {person && (
            <ActionButton
              label={isActive ? w.stop : w.startAgain}
              kind="quiet"
              title={isActive ? `${w.stop}. ${w.stopHow}` : w.startAgain}
              onAct={() => save.mutate(!isActive)}
            />
          )}
          <ActionButton
            label={w.save}
            kind="primary"
            shortcut={standingShortcuts.save}
            isBusy={save.isPending}
            busyLabel={w.saving}
            {...(missing ? { disabledBecause: missing } : {})}
            onAct={() => save.mutate(isActive)}
          />
        </>
      }
    >
      <Stack gap={12}>
        <TextInput
          label={w.name}
          value={name}
          maxLength={80}
          onChange={({ currentTarget: { value } }) => setName(value)}
          data-autofocus
        />
        <Radio.Group label={w.role} value={role} onChange={(chosen) => setRole(chosen as PersonDraft['role'])}>
          <Stack gap={8} mt={4}>
            {ROLES.map((each) => (
              <Radio key={each} value={each} label={roles[each]} description={may[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <PasswordInput
          label={w.newPin}
          description={person?.hasSecret ? w.pinStays : undefined}
          value={pin}
          inputMode="numeric"
          maxLength={6}
          onChange={({ currentTarget: { value } }) => setPin(value)}
          autoComplete="new-password"
        />
        {person && <PrintBadge person={person} />}
        <RefusalNotice error={save.error} />
      </Stack>
    </Dialog>
  )
}
