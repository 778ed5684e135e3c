import { useQuery } from '@tanstack/react-query'
import { stockOutWords } from '../../../src-shared/channels/stock-out.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useWords } from '../../design/language.tsx'
import { SidePanel } from '../../design/SidePanel.tsx'
import { RuleForm } from './RuleForm.tsx'

/** What a shop shows of everything that has no narrower rule. */
export function ShopRulePanel({
  shop,
  onClose,
  onSaved,
}: {
  shop: { shopId: string; shopName: string }
  onClose: () => void
  onSaved?: () => void
}) {
  const w = useWords(stockOutWords)
  const standing = useQuery(api.sync.stock.rule.queryOptions({ input: { shopId: shop.shopId } }))
  return (
    <SidePanel title={w.rules} subtitle={shop.shopName} onClose={onClose}>
      <RefusalNotice error={standing.error} />
      {standing.data && (
        <RuleForm
          key={standing.data.ruleOf}
          shopId={shop.shopId}
          standing={standing.data}
          subjects={[{ is: 'shop' }]}
          {...(onSaved ? { onSaved } : {})}
        />
      )}
    </SidePanel>
  )
}
