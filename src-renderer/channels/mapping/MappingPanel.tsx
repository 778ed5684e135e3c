import { Flex, Group } from '@mantine/core'
import { IconLink, IconLinkOff, IconWand } from '@tabler/icons-react'
import type { ListingRow } from '../../../src-shared/catalog/catalog.ts'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { mappingWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { choiceAt } from '../../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import { SkuSearch } from './SkuSearch.tsx'
import { Suggestion } from './Suggestion.tsx'
import type { MappingActs } from './use-mapping.ts'

export interface MappingPanelProps {
  listing: ListingRow
  acts: MappingActs
  /** False while rows are chosen: Enter then belongs to nobody, and nothing is mapped by mistake. */
  listens: boolean
}

/** One listing: suggestions with keys 1-9, any other SKU by search, or a new SKU made from it. */
export function MappingPanel({ listing, acts, listens }: MappingPanelProps) {
  const w = useWords(mappingWords)
  const first = listing.suggestions[0]
  return (
    <SidePanel
      title={wholeName(listing.goodsName)}
      subtitle={
        <Flex component="span" gap={6} mt={2}>
          <ChannelTile channel={listing.channel} />
          <span>{`${listing.shopName}. ${listing.sku || w.noChannelSku}. ${w.soldAs(formatNumber(listing.orders), formatNumber(listing.pieces))}.`}</span>
        </Flex>
      }
      actions={
        listing.variant ? (
          <ActionButton
            icon={IconLinkOff}
            shortcut={channelsShortcuts.listing.release}
            hasKey={listens}
            onAct={() => void acts.release(listing)}
          />
        ) : (
          <>
            {first && (
              <ActionButton
                label={w.take}
                icon={IconLink}
                kind="primary"
                shortcut={standingShortcuts.main}
                busyLabel={w.working}
                isBusy={acts.isBusy}
                hasKey={listens}
                onAct={() => void acts.map(listing, { id: first.variantId, sku: first.sku })}
              />
            )}
            <ActionButton
              icon={IconWand}
              shortcut={channelsShortcuts.listing.createOne}
              hasKey={listens}
              onAct={() => void acts.create([listing.id])}
            />
          </>
        )
      }
    >
      {listing.variant ? (
        <PanelPart title={w.mappedTo}>
          <Group justify="space-between" gap={10} wrap="nowrap">
            <GoodsName goods={listing.variant.goodsName} layout="whole" />
            <span className="kode">{listing.variant.sku}</span>
          </Group>
        </PanelPart>
      ) : (
        <PanelPart title={w.suggestions}>
          {listing.suggestions.length === 0 && <p className="quiet small">{w.noSuggestions}</p>}
          {listing.suggestions.slice(0, 9).map((suggestion, index) => (
            <Suggestion
              key={suggestion.variantId}
              sku={suggestion.sku}
              goods={suggestion.goodsName}
              reason={w[suggestion.reason]}
              shortcut={listens ? choiceAt(index, suggestion.label) : undefined}
              isFirst={index === 0}
              onTake={() => void acts.map(listing, { id: suggestion.variantId, sku: suggestion.sku })}
            />
          ))}
        </PanelPart>
      )}
      <PanelPart>
        <SkuSearch onTake={(variant) => void acts.map(listing, variant)} />
      </PanelPart>
      <PanelPart>
        <p className="quiet small">{w.why}</p>
      </PanelPart>
    </SidePanel>
  )
}
