import { PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Badge, type Me, type PersonAtDoor } from '../../src-shared/access/access.ts'
import { roleWords } from '../../src-shared/access/access.words.ts'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import type { Role } from '../../src-shared/access/roles.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { recall, remember } from '../base/remembered.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Door } from '../design/Door.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import classes from './LockScreen.module.css'
import { NewPassword } from './NewPassword.tsx'
import { useNewcomer } from './use-newcomer.ts'

interface LockScreenProps {
  me: Me
  shopName: string
  /** Scanned while somebody else sat here. */
  badge: string | null
  onBadgeTried: () => void
}

/** Nothing of the shop is drawn until somebody signs in: by name and PIN, the owner by password, anybody by badge. */
export function LockScreen({ me, shopName, badge, onBadgeTried }: LockScreenProps) {
  const w = useWords(peopleWords)
  const [chosen, setChosen] = useState<PersonAtDoor | null>(me.people.length === 1 ? me.people[0]! : null)
  const [isForgotten, setForgotten] = useState(false)
  const entered = useEntered()
  const byBadge = useMutation(api.access.signInByBadge.mutationOptions({ onSuccess: entered }))
  const { mutate: enter } = byBadge
  useEffect(() => {
    if (badge === null) return
    onBadgeTried()
    enter({ badge })
  }, [badge, onBadgeTried, enter])
  useScanner((code) => {
    const scanned = Badge.safeParse(code.toUpperCase())
    if (scanned.success) enter({ badge: scanned.data })
  })
  return (
    <Door shopName={shopName} asks={w.whoIsIt}>
      {isForgotten ? (
        <ForgottenPassword onBack={() => setForgotten(false)} onEntered={entered} />
      ) : chosen ? (
        <Secret
          key={chosen.id}
          person={chosen}
          {...(me.people.length > 1 ? { onBack: () => setChosen(null) } : {})}
          onForgotten={() => setForgotten(true)}
          onEntered={entered}
        />
      ) : (
        <People people={me.people} onChoose={setChosen} />
      )}
      <RefusalNotice error={byBadge.error} />
    </Door>
  )
}

/** Where each begins who was not the last to sit here; the others are where they were. */
const BEGINS: Partial<Record<Role, string>> = { packer: '#/kemas' }

function useEntered() {
  const newcomer = useNewcomer()
  return (me: Me) => {
    if (me.person && me.person.id !== recall('orang', 'owner')) location.hash = BEGINS[me.person.role] ?? '#/'
    remember('orang', me.person?.id)
    newcomer(me)
  }
}

function People({ people, onChoose }: { people: readonly PersonAtDoor[]; onChoose: (person: PersonAtDoor) => void }) {
  const w = useWords(peopleWords)
  return (
    <Stack gap={8}>
      <ul className={`ruled ${classes.people}`}>
        {people.map((person, index) => (
          <PersonRow key={person.id} person={person} index={index} onChoose={() => onChoose(person)} />
        ))}
      </ul>
      <Text c="dimmed" fz={12}>
        {w.scanBadge}
      </Text>
    </Stack>
  )
}

const MOST_KEYS = 9

function PersonRow({ person, index, onChoose }: { person: PersonAtDoor; index: number; onChoose: () => void }) {
  const roles = useWords(roleWords)
  const shortcut = index < MOST_KEYS ? choiceAt(index, person.name) : undefined
  useHotkey(shortcut, onChoose)
  return (
    <li>
      <RowButton aria-keyshortcuts={shortcut && ariaKeys(shortcut.keys)} onClick={onChoose}>
        {shortcut && <Kbd keys={shortcut.keys} />}
        <Stack component="span" gap={0} align="flex-start">
          <strong>{person.name}</strong>
          <span className="quiet small">{roles[person.role]}</span>
        </Stack>
      </RowButton>
    </li>
  )
}

interface SecretProps {
  person: PersonAtDoor
  onBack?: () => void
  onForgotten: () => void
  onEntered: (me: Me) => void
}

function Secret({ person, onBack, onForgotten, onEntered }: SecretProps) {
  const w = useWords(peopleWords)
  const roles = useWords(roleWords)
  const [secret, setSecret] = useState('')
  const signIn = useMutation(api.access.signIn.mutationOptions({ onSuccess: onEntered, onError: () => setSecret('') }))
  const isOwner = person.role === 'owner'
  // each try is counted: Enter pressed twice, or held, is one
  const enter = () => secret !== '' && !signIn.isPending && signIn.mutate({ personId: person.id, secret })
  return (
    <Stack gap={12}>
      <div>
        <strong>{person.name}</strong> <span className="quiet small">{roles[person.role]}</span>
      </div>
      <PasswordInput
        label={isOwner ? w.password : w.pin}
        value={secret}
        onChange={({ currentTarget: { value } }) => setSecret(value)}
        onKeyDown={(event) => event.key === 'Enter' && enter()}
        inputMode={isOwner ? 'text' : 'numeric'}
        autoComplete="off"
        autoFocus
      />
      <RefusalNotice error={signIn.error} />
      <ActionButton
        label={w.enter}
        kind="primary"
        shortcut={standingShortcuts.main}
        listens={false}
        isWide
        isBusy={signIn.isPending}
        busyLabel={w.entering}
        onAct={enter}
      />
      {onBack && <ActionButton label={w.someoneElse} kind="quiet" shortcut={standingShortcuts.back} onAct={onBack} />}
      {isOwner && <ActionButton label={w.forgotten} kind="quiet" onAct={onForgotten} />}
    </Stack>
  )
}

function ForgottenPassword({ onBack, onEntered }: { onBack: () => void; onEntered: (me: Me) => void }) {
  const w = useWords(peopleWords)
  const [recoveryCode, setRecoveryCode] = useState('')
  const recover = useMutation(api.access.recover.mutationOptions({ onSuccess: onEntered }))
  return (
    <Stack gap={12}>
      <p className="quiet small">{w.forgottenHow}</p>
      <TextInput
        label={w.recoveryCode}
        value={recoveryCode}
        onChange={({ currentTarget: { value } }) => setRecoveryCode(value)}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <NewPassword
        action={w.recover}
        isBusy={recover.isPending}
        onChosen={(password) => recover.mutate({ recoveryCode, password })}
      />
      <RefusalNotice error={recover.error} />
      <ActionButton label={w.someoneElse} kind="quiet" shortcut={standingShortcuts.back} onAct={onBack} />
    </Stack>
  )
}
