import { Box, Flex, Group, Select } from '@mantine/core'
import { IconCircleCheckFilled, IconFileSpreadsheet, IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { isBankWallet } from '../../../src-shared/bank/bank.ts'
import type { Shop } from '../../../src-shared/channels/channels.ts'
import { channelFileWords } from '../../../src-shared/channels/file-kind.words.ts'
import { unreadColumns } from '../../../src-shared/channels/file-shown.ts'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatDay, formatMoment } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { Channel, Marketplace } from '../../../src-shared/orders/order.ts'
import { api } from '../../base/api.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { FileName } from '../../design/table/FileName.tsx'
import classes from '../import.module.css'
import { type ImportState, importWork } from '../import-work.ts'
import { ShopNameForm } from '../shops/ShopNameForm.tsx'
import { teachWork } from '../teach/teach-work.ts'

const NEW = 'new'

/** The recognised file: what it is, which days it covers, and the shop it belongs to. */
export function FileCard({ state }: { state: Exclude<ImportState, { step: 'choose' | 'reading' }> }) {
  const w = useWords(importWords)
  const kinds = useWords(channelFileWords)
  const { language, zone } = useLocale()
  const { file } = state
  const { from, to } = file.about === 'orders' ? file : file.totals
  const report = file.about === 'orders' && file.report
  const isFixed = state.step === 'taking' || state.step === 'done'
  const placeId = 'placeId' in state ? state.placeId : null
  const shops = useQuery(api.channels.shops.list.queryOptions()).data
  const fitting = (shops ?? []).filter((shop) => shop.channel === file.channel)
  const [wantsNew, setWantsNew] = useState(false)
  // "nothing doubles" is not true of a file given to another shop
  const isDoubted = 'outcome' in state && state.outcome.doubts.length > 0
  const isNew = wantsNew || (shops !== undefined && fitting.length === 0)
  return (
    <Card>
      <Columns of="44px minmax(0, 1fr) 240px" gap={14} align="center">
        <span className={classes.fileSign}>
          <IconFileSpreadsheet size={24} stroke={1.6} aria-hidden />
        </span>
        <div>
          <Group gap={10} align="baseline" wrap="nowrap">
            <Box component="span" fz={14} fw={500} className="kode cut">
              <FileName name={file.fileName} />
            </Box>
            <span className="quiet small nowrap">{w.kilobytes(formatNumber(file.kilobytes))}</span>
          </Group>
          <Group gap="2px 12px" fz="sm" c="dimmed">
            <Flex component="b" align="center" gap={6} className="good">
              <IconCircleCheckFilled size={15} aria-hidden />
              {w.recognised(kinds[file.kind], report ? w[report] : null, formatNumber(file.columns))}
            </Flex>
            {from && to && <span>{w.period(formatDay(from, language), formatDay(to, language))}</span>}
            {file.mappedBy && <TaughtLayout name={file.mappedBy.name} isFixed={isFixed} />}
          </Group>
        </div>
        {state.step !== 'barred' && file.channel === null && (
          <AccountChoice key={placeId ?? NEW} account={placeId} isFixed={isFixed} />
        )}
        {state.step !== 'barred' && file.channel !== null && (
          <ShopChoice
            key={placeId ?? NEW}
            shops={fitting}
            shopId={placeId}
            isNew={isNew}
            isFixed={isFixed}
            onNew={setWantsNew}
          />
        )}
      </Columns>
      {state.step === 'shop' && isNew && file.channel !== null && (
        <NewShop channel={file.channel} onSaved={(id) => void importWork.count(file, id)} />
      )}
      {file.leftSheets && file.leftSheets.length > 0 && (
        <Box mt={12}>
          <Note tone="kunyit" icon={IconInfoCircle} isLive>
            {w.leftSheets(file.leftSheets.join(', '))}
          </Note>
        </Box>
      )}
      {file.about === 'orders' && file.absentColumns.length > 0 && (
        <Box mt={12}>
          <Note tone="langit" icon={IconInfoCircle} isLive>
            {w.absentColumns(file.absentColumns.join(', '))}
          </Note>
        </Box>
      )}
      {unreadColumns(file).length > 0 && (
        <Box mt={12}>
          <Note tone="langit" icon={IconInfoCircle} isLive>
            {w.unreadColumns(unreadColumns(file).join(', '))}
          </Note>
        </Box>
      )}
      {file.importedBefore !== null && state.step !== 'done' && !isDoubted && (
        <Box mt={12}>
          <Note tone="langit" icon={IconInfoCircle} isLive>
            {w.importedBefore(`${formatMoment(file.importedBefore, zone, language)} ${zone}`)}
          </Note>
        </Box>
      )}
    </Card>
  )
}

/** The bank account or e-wallet of the books that a statement tells of. */
function AccountChoice({ account, isFixed }: { account: string | null; isFixed: boolean }) {
  const w = useWords(importWords)
  const accounts = useQuery(api.ledger.accounts.queryOptions()).data ?? []
  const choose = (value: string | null) => {
    const state = importWork.read()
    if ('file' in state && value !== null) void importWork.count(state.file, value)
  }
  return (
    <Select
      label={w.intoAccount}
      placeholder={w.accountNeeded}
      allowDeselect={false}
      disabled={isFixed}
      // nothing else can be done before
      autoFocus={account === null}
      data={accounts.filter(isBankWallet).map(({ code, name }) => ({ value: code, label: name }))}
      value={account}
      onChange={choose}
    />
  )
}

/** By which layout somebody taught the file is read, and the way to it. */
function TaughtLayout({ name, isFixed }: { name: string; isFixed: boolean }) {
  const w = useWords(importWords)
  const teach = useWords(teachWords)
  const [, go] = useLocation()
  const change = () => {
    const chosen = importWork.chosen()
    if (chosen) void teachWork.takeFile(chosen)
    go('/impor/kenalkan')
  }
  return (
    <Flex component="span" align="center" gap={8}>
      {w.byLayout(name)}
      {!isFixed && <ActionButton label={teach.changeLayout} size="line" kind="quiet" onAct={change} />}
    </Flex>
  )
}

interface ShopChoiceProps {
  shops: readonly Shop[]
  shopId: string | null
  /** A shop that is not there yet is being named. */
  isNew: boolean
  isFixed: boolean
  onNew: (isNew: boolean) => void
}

function ShopChoice({ shops, shopId, isNew, isFixed, onNew }: ShopChoiceProps) {
  const w = useWords(importWords)
  const choose = (value: string | null) => {
    const state = importWork.read()
    if (!('file' in state) || value === null) return
    onNew(value === NEW)
    if (value === NEW) importWork.changeShop()
    else void importWork.count(state.file, value)
  }
  return (
    <Select
      label={w.intoShop}
      placeholder={w.shopNeeded}
      allowDeselect={false}
      disabled={isFixed}
      data={[...shops.map(({ id, name }) => ({ value: id, label: name })), { value: NEW, label: w.newShop }]}
      value={shopId ?? (isNew ? NEW : null)}
      onChange={choose}
    />
  )
}

/** Names the shop a file belongs to when it is the first one. */
function NewShop({ channel, onSaved }: { channel: Channel; onSaved: (shopId: string) => void }) {
  const w = useWords(importWords)
  const [opened] = useState(() => Date.now())
  return (
    <Flex mt={12} pt={12} className="line-above">
      <ShopNameForm
        key={opened}
        channel={channel as Marketplace}
        help={w.shopNeeded}
        onSaved={(shop) => onSaved(shop.id)}
      />
    </Flex>
  )
}
