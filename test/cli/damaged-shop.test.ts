import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAtShop } from '../../src-main/cli/look-at-shop.ts'
import { openCopyOfShop } from '../../src-main/cli/shop.ts'
import { aCore } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'

test('a shop that a command cannot read is told by its own name, not by that of the copy that was looked at', async () => {
  const { doors } = await aCore()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const folder = aFolder()
  const file = join(folder, 'lumbung.sqlite')
  copyFileSync(doors.raw.name, file)
  const handle = openSync(file, 'r+')
  for (let page = 1; page < 60; page++) writeSync(handle, Buffer.alloc(4000, 0xab), 0, 4000, page * 4096)
  closeSync(handle)
  const refusal = { code: 'FILE_DAMAGED', facts: { file } }
  await expect(openCopyOfShop(folder)).rejects.toMatchObject(refusal)
  await expect(lookAtShop(folder, false, async () => 0)).rejects.toMatchObject(refusal)
})
