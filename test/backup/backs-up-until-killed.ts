import { join } from 'node:path'
import { createBackupKeeper } from '../../src-main/core/backup/backup-keeper.ts'
import { stageRestore } from '../../src-main/core/backup/stage-restore.ts'
import { putReadyInPlace } from '../../src-main/core/database/put-in-place.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'

/**
 * Backs a shop up and restores it from there, for ever; to be killed. Prints `made FILE` and `restored TIMES` once each is done.
 * Arguments: folder, folder of the laptop's key.
 */
const [folder = '', keyFolder = ''] = process.argv.slice(2)
const file = join(folder, 'lumbung.sqlite')
const keeper = createBackupKeeper({
  file,
  appVersion: '0.0.0',
  now: Date.now,
  outside: { secrets: fileSecrets(join(keyFolder, 'lumbung.key')), doApart: doHere },
})
putReadyInPlace(file)
process.stdout.write('ready\n')
for (let times = 1; ; times++) {
  const made = await keeper.make('by hand', { zone: 'WIB' })
  process.stdout.write(`made ${made.file}\n`)
  const { key } = await keeper.keys.current()
  await stageRestore({
    file,
    isShopThere: true,
    backup: made.file,
    key,
    at: Date.now(),
    doApart: doHere,
    receiptsFor: () => [],
    openCore: () => Promise.reject(new Error('nothing is done again')),
    onProgress: () => {},
  })
  putReadyInPlace(file)
  process.stdout.write(`restored ${times}\n`)
  // a second is the moment in names
  await new Promise((done) => setTimeout(done, 1000 - (Date.now() % 1000)))
}
