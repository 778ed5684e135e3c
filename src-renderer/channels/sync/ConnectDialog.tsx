import { Box, Flex, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { CONSENT_RETURN, type ConnectableChannel, type ShopConnection } from '../../../src-shared/sync/sync.ts'
import { syncWords } from '../../../src-shared/sync/sync.words.ts'
import { api } from '../../base/api.ts'
import { openOutside } from '../../base/open-outside.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { CopyButton } from '../../design/CopyButton.tsx'
import { Dialog } from '../../design/Dialog.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { showToast } from '../../design/toast.tsx'

const NEW = 'new'
const ANSWERED_EVERY_MS = 1_500

export interface ConnectDialogProps {
  channels: readonly ConnectableChannel[]
  /** A shop whose consent ended or is about to; null for another one. */
  again: ShopConnection | null
  onClose: () => void
}

/** The owner's app key, consent in the browser, and back: three steps in one dialog. */
export function ConnectDialog({ channels, again, onClose }: ConnectDialogProps) {
  const w = useWords(syncWords)
  const names = useWords(channelWords)
  const [channel, setChannel] = useState(again?.channel ?? channels[0]!.channel)
  const shops = useQuery(api.channels.shops.list.queryOptions()).data?.filter((shop) => shop.channel === channel) ?? []
  const [made] = useState(newId)
  const [chosen, setChosen] = useState<string | null>(again?.shopId ?? null)
  const shopId = chosen ?? shops[0]?.id ?? NEW
  const [name, setName] = useState('')
  const [appId, setAppId] = useState('')
  const [secret, setSecret] = useState('')
  const [serviceId, setServiceId] = useState('')
  const [sandbox, setSandbox] = useState('')
  const [isMissed, setMissed] = useState(false)
  const [address, setAddress] = useState('')
  const [account, setAccount] = useState<string | null>(null)
  const facts = channels.find((each) => each.channel === channel)!

  const begin = useMutation(api.sync.connect.begin.mutationOptions())
  const attemptId = begin.data?.attemptId
  const answered = useQuery({
    ...api.sync.connect.isAnswered.queryOptions({ input: { attemptId: attemptId ?? made } }),
    enabled: attemptId !== undefined,
    refetchInterval: ANSWERED_EVERY_MS,
  })
  const finish = useMutation(
    api.sync.connect.finish.mutationOptions({
      onSuccess(answer) {
        if (answer.is !== 'connected') return
        showToast({
          text: w.connected(name.trim() || shops.find(({ id }) => id === answer.shopId)?.name || names[channel]),
        })
        onClose()
      },
    }),
  )
  const isNew = shopId === NEW
  const prepare = () => {
    const isWhole = appId.trim() !== '' && secret.trim() !== '' && (!isNew || name.trim() !== '')
    setMissed(!isWhole)
    if (!isWhole) return
    begin.mutate({
      channel,
      shopId: isNew ? made : shopId,
      newName: isNew ? name.trim() : null,
      appId: appId.trim(),
      secret: secret.trim(),
      serviceId: serviceId.trim(),
      sandbox: sandbox.trim() === '' ? null : sandbox.trim(),
    })
  }
  const end = () => {
    if (attemptId !== undefined)
      finish.mutate({ attemptId, address: address.trim() === '' ? null : address.trim(), account })
  }
  const several = finish.data?.is === 'several shops' ? finish.data.shops : null
  const isReady = address.trim() !== '' || answered.data?.isAnswered === true
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <ActionButton
            label={w.cancel}
            kind="quiet"
            shortcut={standingShortcuts.back}
            listens={false}
            onAct={onClose}
          />
          {begin.data ? (
            <ActionButton
              label={w.finish}
              busyLabel={w.finishing}
              isBusy={finish.isPending}
              kind="primary"
              shortcut={standingShortcuts.save}
              {...(isReady ? {} : { disabledBecause: w.step3Help })}
              onAct={end}
            />
          ) : (
            <ActionButton
              label={w.next}
              busyLabel={w.preparing}
              isBusy={begin.isPending}
              kind="primary"
              shortcut={standingShortcuts.save}
              onAct={prepare}
            />
          )}
        </>
      }
    >
      <Stack gap={10}>
        <StepTitle>{w.step1}</StepTitle>
        {begin.data ? null : (
          <>
            <p className="quiet small">
              {w.step1Help(names[channel])}{' '}
              <ActionButton
                label={w.openConsole}
                icon={IconExternalLink}
                size="small"
                kind="quiet"
                onAct={() => openOutside(facts.consoleAddress)}
              />
            </p>
            {!again && (
              <Flex gap={8} wrap="wrap" align="flex-end">
                {channels.length > 1 && (
                  <Select
                    flex="1 1 220px"
                    label={w.channel}
                    allowDeselect={false}
                    data={channels.map((each) => ({ value: each.channel, label: names[each.channel] }))}
                    value={channel}
                    onChange={(value) => {
                      const other = channels.find((each) => each.channel === value)
                      if (other) setChannel(other.channel)
                      setChosen(null)
                    }}
                  />
                )}
                <Select
                  flex="1 1 220px"
                  label={w.shop}
                  allowDeselect={false}
                  data={[
                    ...shops.map(({ id, name }) => ({ value: id, label: name })),
                    { value: NEW, label: w.newShop },
                  ]}
                  value={shopId}
                  onChange={(value) => setChosen(value)}
                />
                {isNew && (
                  <TextInput
                    flex="1 1 220px"
                    label={w.shopName}
                    value={name}
                    maxLength={80}
                    autoComplete="off"
                    onChange={(event) => setName(event.currentTarget.value)}
                  />
                )}
              </Flex>
            )}
            <TextInput
              label={w.appId}
              value={appId}
              maxLength={200}
              autoComplete="off"
              data-autofocus
              onChange={(event) => setAppId(event.currentTarget.value)}
            />
            <PasswordInput
              label={w.secret}
              value={secret}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
            {facts.needsServiceId && (
              <TextInput
                label={w.serviceId}
                value={serviceId}
                maxLength={200}
                autoComplete="off"
                onChange={(event) => setServiceId(event.currentTarget.value)}
              />
            )}
            <TextInput
              label={w.sandbox}
              value={sandbox}
              maxLength={200}
              placeholder="http://127.0.0.1:8123"
              autoComplete="off"
              onChange={(event) => setSandbox(event.currentTarget.value)}
            />
            {isMissed && <p role="status">{w.fillAll}</p>}
            <RefusalNotice error={begin.error} />
          </>
        )}
        <StepTitle>{w.step2}</StepTitle>
        {begin.data && (
          <>
            <p className="quiet small">{w.step2Help(CONSENT_RETURN)}</p>
            <Flex gap={8} wrap="wrap" align="flex-end">
              <ActionButton
                label={w.openConsent}
                icon={IconExternalLink}
                hasFocusFirst
                onAct={() => openOutside(begin.data.consentAddress)}
              />
              <CopyButton what={w.consentAddress} text={begin.data.consentAddress} />
            </Flex>
          </>
        )}
        <StepTitle>{w.step3}</StepTitle>
        {begin.data && (
          <>
            <p className="quiet small">{w.step3Help}</p>
            <TextInput
              label={w.address}
              value={address}
              maxLength={4000}
              autoComplete="off"
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
            {several && (
              <Select
                label={w.chooseAccount}
                data={several.map((each) => ({ value: each.account, label: each.name }))}
                value={account}
                onChange={setAccount}
              />
            )}
            <RefusalNotice error={finish.error} />
          </>
        )}
      </Stack>
    </Dialog>
  )
}

const StepTitle = ({ children }: { children: string }) => (
  <Box component="h3" fz={14} className="strong">
    {children}
  </Box>
)
