import { Box } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import type { Shop } from '../../../src-shared/channels/channels.ts'
import { shopsWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import { Columns } from '../../design/Columns.tsx'
import { useNow } from '../../design/clock.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { agoWords } from '../../design/deadline.ts'
import { EmptyState } from '../../design/EmptyState.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import { showToast } from '../../design/toast.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import { ShopNameForm } from './ShopNameForm.tsx'

/** Every shop with its channel, its orders and the age of what is known of it. */
export function ShopList() {
  const w = useWords(shopsWords)
  const shops = useQuery(api.channels.shops.list.queryOptions())
  const status = useQuery(api.settings.status.queryOptions())
  const [edited, setEdited] = useState<Shop | 'new' | null>(null)
  const add = (
    <ActionButton
      icon={IconPlus}
      shortcut={channelsShortcuts.shops.addShop}
      size="small"
      onAct={() => setEdited('new')}
    />
  )
  return (
    <Section title={w.shops} aside={w.apiLater}>
      <Card isFlush>
        <RefusalNotice error={shops.error} onRetry={() => shops.refetch()} />
        {shops.data?.map((shop) => (
          <ShopRow
            key={shop.id}
            shop={{ ...shop, ...status.data?.shops.find(({ id }) => id === shop.id) }}
            onRename={() => setEdited(shop)}
          />
        ))}
        {shops.data?.length === 0 ? (
          <EmptyState icon={IconBuildingStore} action={add}>
            {w.empty}
          </EmptyState>
        ) : (
          <Box p="12px 16px">{add}</Box>
        )}
      </Card>
      {edited && (
        <Dialog title={edited === 'new' ? w.addTitle : w.renameTitle} isOpen onClose={() => setEdited(null)}>
          <ShopNameForm
            {...(edited === 'new' ? {} : { shop: edited })}
            onSaved={(shop) => {
              setEdited(null)
              showToast({ text: w.saved(shop.name) })
            }}
          />
        </Dialog>
      )}
    </Section>
  )
}

function ShopRow({ shop, onRename }: { shop: Shop & { isConnected?: boolean }; onRename: () => void }) {
  const w = useWords(shopsWords)
  const channels = useWords(channelWords)
  const { language, zone } = useLocale()
  const now = useNow()
  return (
    <Columns
      of="auto minmax(0, 1fr) 130px 190px auto"
      gap={14}
      align="center"
      mih={46}
      p="0 16px"
      className="line-between"
    >
      <ChannelTile channel={shop.channel} isNamedBeside />
      <div>
        <b className="strong">{shop.name}</b> <span className="quiet">{channels[shop.channel]}</span>
      </div>
      <span className="quiet">
        {w.orders} <b className="strong ink">{formatNumber(shop.orders)}</b>
      </span>
      <span className="quiet">
        {shop.isConnected ? w.lastSync : w.lastImport}{' '}
        <b className="strong ink">
          {shop.lastImportAt === null ? w.never : agoWords(shop.lastImportAt, now, zone, language)}
        </b>
      </span>
      <ActionButton label={w.rename} title={`${w.rename}: ${shop.name}`} size="small" kind="quiet" onAct={onRename} />
    </Columns>
  )
}
