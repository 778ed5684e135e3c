import { channelWords } from '../../src-shared/app/parts.words.ts'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import type { ConnectedChannel, SyncTrouble } from '../../src-shared/sync/sync.ts'
import { troubleSentence } from '../../src-shared/sync/trouble.words.ts'
import { useLocale, useWords } from '../design/language.tsx'

/** What stands in the way at a channel, as a sentence. */
export function useChannelSays() {
  const w = useWords(orderActsWords)
  const channels = useWords(channelWords)
  const { language } = useLocale()
  return (channel: ConnectedChannel, trouble: SyncTrouble): string =>
    trouble.code === 'NOT_REACHABLE' ? w.notReachable : troubleSentence[language](channels[channel], trouble)
}

export function ChannelSays({ channel, trouble }: { channel: ConnectedChannel; trouble: SyncTrouble }) {
  return useChannelSays()(channel, trouble)
}
