import { expect, test } from 'vitest'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { aCore } from '../builders/a-core.ts'
import { aShopOfVersion } from '../builders/a-shop-of-version.ts'
import { aShopToTamper } from '../ledger/tamperings.ts'
import { upgradesKilled } from './upgrades-killed.ts'

test('killed at each statement of an upgrade from the first version a file is of one version, whole, and can be brought along', async () => {
  const kills = await upgradesKilled(1)
  process.stdout.write(`${kills} kills\n`)
})

test('a shop of every version comes along with every figure, and the verifier finds nothing', async () => {
  const { doors, client } = await aShopToTamper()
  const { digest } = await client.ledger.verify()
  for (let version = 1; version < latestVersion; version++) {
    const reopened = await aCore({ file: aShopOfVersion(doors, version), setUp: false })
    const report = await reopened.client.ledger.verify()
    expect({ version, faults: report.findings.filter(({ ok }) => !ok), digest: report.digest }).toEqual({
      version,
      faults: [],
      digest,
    })
  }
})
