import { Group, Stack, TextInput } from '@mantine/core'
import { IconArchive, IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { cashWords } from '../../src-shared/cash/cash.words.ts'
import { CategoryKind, isOfKind } from '../../src-shared/cash/category.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { IconButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../design/toast.tsx'
import { asLookedFor } from './choices.ts'

export interface CategoriesDialogProps {
  accounts: readonly Account[]
  keepsHousehold: boolean
  onClose: () => void
}

const OF_THE_HOME: ReadonlySet<CategoryKind> = new Set(['household spending', 'home wallet'])

/** Categories and wallets in the owner's words: rename any, add own ones, put own ones away. */
export function CategoriesDialog({ accounts, keepsHousehold, onClose }: CategoriesDialogProps) {
  const w = useWords(cashWords)
  const [kind, setKind] = useState<CategoryKind>('spending')
  const [typed, setTyped] = useState('')
  const archive = useMutation(api.cash.categories.archive.mutationOptions())
  const save = useMutation(
    api.cash.categories.save.mutationOptions({
      onSuccess: ({ name }, { code }) => {
        if (code === null) setTyped('')
        showToast({ text: code === null ? w.added(name) : w.renamed(name) })
      },
    }),
  )
  const add = () => {
    const name = typed.trim()
    if (name) save.mutate({ code: null, kind, name })
  }
  const rename = ({ code, name }: Account, next: string) => {
    if (next.trim() && next.trim() !== name) save.mutate({ code, kind, name: next.trim() })
  }
  const kinds = CategoryKind.options.filter((each) => keepsHousehold || !OF_THE_HOME.has(each))
  const isWallet = kind === 'wallet' || kind === 'home wallet'
  const listed = asLookedFor(accounts.filter((account) => isOfKind(kind, account)))
  return (
    <Dialog
      title={w.categories}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <ActionButton
          label={w.addCategory}
          kind="primary"
          shortcut={standingShortcuts.save}
          isBusy={save.isPending}
          onAct={add}
        />
      }
    >
      <Stack gap={12}>
        <p className="quiet small">{w.categoriesLead}</p>
        <SegmentedTabs
          label={w.categories}
          items={kinds.map((id) => ({ id, label: w[`kind ${id}`] }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            save.reset()
            archive.reset()
          }}
        />
        <TextInput
          label={w.newCategory}
          placeholder={isWallet ? w.newWalletHint : w.newCategoryHint}
          value={typed}
          maxLength={60}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return
            event.preventDefault()
            add()
          }}
        />
        <RefusalNotice error={save.error ?? archive.error} />
        <Columns of="1fr 44px auto" gap="6px 8px" align="center">
          {listed.map((account) => (
            <Fragment key={`${account.code}/${account.name}`}>
              <TextInput
                size="xs"
                aria-label={w.categoryName(account.name)}
                defaultValue={account.name}
                maxLength={60}
                autoComplete="off"
                disabled={account.isArchived}
                onBlur={(event) => rename(account, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.ctrlKey) event.currentTarget.blur()
                }}
              />
              <span className="kode quiet">{account.code}</span>
              <Group gap={6} wrap="nowrap" justify="flex-end" miw={30}>
                {account.isArchived && <span className="quiet small">{w.archived}</span>}
                {account.isOwn && (
                  <IconButton
                    label={account.isArchived ? w.restoreCategory(account.name) : w.archiveCategory(account.name)}
                    icon={account.isArchived ? IconArrowBackUp : IconArchive}
                    onAct={() => archive.mutate({ code: account.code, isArchived: !account.isArchived })}
                  />
                )}
              </Group>
            </Fragment>
          ))}
        </Columns>
      </Stack>
    </Dialog>
  )
}
