import type { Doors } from '../database/open.ts'
import type { ShopSecrets } from '../outside.ts'
import { connections, storeSealedAgain } from './connections.repository.ts'

/** Tokens and keys of channels that are sealed otherwise than the owner wishes it now. One that cannot be opened stays: its shop is to be connected anew. */
export async function sealSecretsAgain({ read, write }: Pick<Doors, 'read' | 'write'>, secrets: ShopSecrets) {
  const again = async (sealed: string) => secrets.seal(await secrets.open(sealed))
  for (const connection of await connections(read)) {
    const { sealedSecret, sealedTokens } = connection
    if (sealedTokens === null || [sealedSecret, sealedTokens].every(secrets.isUpToDate)) continue
    const sealed = await Promise.all([again(sealedSecret), again(sealedTokens)]).catch(() => null)
    if (sealed === null) continue
    const [secret, tokens] = sealed
    await write(['settings'], (tx) => storeSealedAgain(tx, connection, { secret, tokens }), 'step')
  }
}
