import { Box, Flex, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { ClaimRow, Return } from '../../src-shared/returns/return.ts'
import { type ReturnsWords, returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { IconButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import { PanelPart } from '../design/SidePanel.tsx'
import { MoneyDialog } from './MoneyDialog.tsx'
import classes from './returns.module.css'
import { returnsShortcuts } from './returns.shortcuts.ts'
import { useShopWallets } from './use-shop-wallets.ts'
import { useUndo } from './use-undo.ts'

/** Klaim Hilang/Rusak: offered once pieces are lost or spoilt, followed until it is paid or refused. */
export function ClaimPart({ back }: { back: Return }) {
  const w = useWords(returnsWords)
  const [isClaiming, setClaiming] = useState(false)
  const isLoss = back.inspections.some(({ condition }) => condition !== 'sellable')
  if (!isLoss && back.claims.length === 0) return null
  return (
    <PanelPart title={w.claims}>
      <ul>
        {back.claims.map((claim) => (
          <Claim key={claim.id} claim={claim} />
        ))}
      </ul>
      {isLoss && <ActionButton size="small" shortcut={returnsShortcuts.panel.claim} onAct={() => setClaiming(true)} />}
      {isClaiming && <ClaimDialog back={back} onClose={() => setClaiming(false)} />}
    </PanelPart>
  )
}

function Claim({ claim }: { claim: ClaimRow }) {
  const w = useWords(returnsWords)
  const confirm = useConfirm()
  const { undo, error } = useUndo()
  const [isPaying, setPaying] = useState(false)
  const undoing = useMutation(api.returns.undoClaim.mutationOptions())
  const refuse = useMutation(api.returns.claimRefused.mutationOptions())
  const what = `${claim.party}, ${formatRupiah(claim.amount)}`
  const refused = async () => {
    const answer = await confirm({
      title: w.refuseTitle,
      body: w.refuseBody,
      action: w.refuseClaim,
      stay: w.keep,
      reason: { isNeeded: true },
    })
    if (answer) refuse.mutate({ id: claim.id, reason: answer.reason.padEnd(3, '.') })
  }
  return (
    <li className={classes.result}>
      <Box component="span" miw={0}>
        {what}
        <small className="fine-print">
          {stateOf(claim, w)}
          {claim.note && `. ${claim.note}`}
        </small>
        <RefusalNotice error={error ?? refuse.error} />
        {claim.state === 'open' && (
          <Flex component="span" gap={8} wrap="wrap" mt={8}>
            <ActionButton label={w.payClaim} size="small" onAct={() => setPaying(true)} />
            <ActionButton label={w.refuseClaim} size="small" kind="quiet" onAct={() => void refused()} />
          </Flex>
        )}
      </Box>
      <IconButton
        icon={IconArrowBackUp}
        label={w.undoStep(what)}
        onAct={() => void undo(what, (reason) => undoing.mutateAsync({ id: claim.id, reason }), w.undoMoneyBody)}
      />
      {isPaying && <PaidDialog claim={claim} onClose={() => setPaying(false)} />}
    </li>
  )
}

const stateOf = ({ state, paid }: ClaimRow, w: ReturnsWords) =>
  paid ? w.claimPaid(formatRupiah(paid.amount), paid.accountName) : state === 'refused' ? w.claimRefused : w.claimOpen

function PaidDialog({ claim, onClose }: { claim: ClaimRow; onClose: () => void }) {
  const w = useWords(returnsWords)
  const wallets = useShopWallets()
  const save = useMutation(api.returns.claimPaid.mutationOptions({ onSuccess: onClose }))
  return (
    <MoneyDialog
      title={w.payClaimTitle(claim.party)}
      body={claim.note}
      amount={claim.amount}
      accountLabel={w.wallet}
      accounts={wallets}
      isBusy={save.isPending}
      error={save.error}
      onSave={({ amount, account, day }) => save.mutate({ id: claim.id, amount, account, day })}
      onClose={onClose}
    />
  )
}

function ClaimDialog({ back, onClose }: { back: Return; onClose: () => void }) {
  const w = useWords(returnsWords)
  const channels = useWords(channelWords)
  const [id] = useState(newId)
  const [party, setParty] = useState(back.channel === 'own' ? back.courier : channels[back.channel])
  const [amount, setAmount] = useState<Rupiah | null>(lostCost(back) || null)
  const [note, setNote] = useState('')
  const save = useMutation(api.returns.claim.mutationOptions({ onSuccess: onClose }))
  const store = () => {
    if (amount && party.trim().length >= 2) save.mutate({ id, orderId: back.orderId, party, amount, note })
  }
  return (
    <Dialog
      title={w.claimTitle(back.orderNumber)}
      isOpen
      onClose={onClose}
      actions={
        <ActionButton
          label={w.save}
          busyLabel={w.saving}
          isBusy={save.isPending}
          kind="primary"
          shortcut={standingShortcuts.save}
          onAct={store}
        />
      }
    >
      <Stack gap={12}>
        <Text component="p">{w.claimBody}</Text>
        <TextInput
          label={w.party}
          value={party}
          maxLength={80}
          onChange={(event) => setParty(event.currentTarget.value)}
        />
        <RupiahField label={w.amount} value={amount} onChange={setAmount} hasFocusFirst />
        <TextInput
          label={w.note}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <RefusalNotice error={save.error} />
      </Stack>
    </Dialog>
  )
}

/** What the lost and spoilt pieces cost: a claim asks for at least that. */
function lostCost({ inspections, goodsBack }: Return): Rupiah {
  return inspections
    .filter(({ condition }) => condition !== 'sellable')
    .reduce((total, { variantId, pieces }) => {
      const goods = goodsBack.find((each) => each.variantId === variantId)
      return total + (goods?.cost ? Math.round((goods.cost * pieces) / goods.issued) : 0)
    }, 0)
}
