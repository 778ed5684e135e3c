import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headOf, manifestOf, unpackBackup } from '../../src-main/core/backup/backup-file.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { aBackedUpShop, aKeeper } from '../builders/a-backed-up-shop.ts'
import { aFolder } from '../builders/a-folder.ts'

const CHUNK = 64 * 1024 + 16
const DAMAGED = { code: 'BACKUP_DAMAGED' }

/** One backup of a shop with a picture in it, so that it has several chunks. */
async function aBackup() {
  const shop = await aBackedUpShop()
  const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256))
  shop.doors.raw
    .prepare("INSERT INTO setting (name, value) VALUES ('noise', ?)")
    .run(JSON.stringify(noise.toString('base64')))
  const made = await shop.make()
  const { key, code } = await shop.keeper.keys.current()
  return { ...shop, ...made, key, code, bytes: readFileSync(made.file), head: headOf(made.file) }
}

/** What becomes of a file with these bytes when it is restored. */
async function unpacked(bytes: Buffer, key: Uint8Array): Promise<unknown> {
  const folder = aFolder()
  const file = join(folder, 'lain.cadangan')
  writeFileSync(file, bytes)
  return unpackBackup({ file, key, target: join(folder, 'toko.sqlite') })
}

test('a backup gives back the very bytes it was made of, and says what is in it', async () => {
  const { file, key, manifest, doors } = await aBackup()
  const target = join(aFolder(), 'toko.sqlite')
  const told = await unpackBackup({ file, key, target })
  expect(told).toEqual(manifest)
  expect(statSync(target).size).toBe(manifest.bytes)
  expect(manifest).toMatchObject({ businessName: 'Batik Ratna', reason: 'by hand', epoch: 0, faults: [] })
  expect(manifest.counts.entries).toBe(doors.raw.prepare('SELECT count(*) FROM entry').pluck().get())
  expect(await manifestOf({ file, key })).toEqual(manifest)
})

test('nothing of the shop can be read in it, and it says of no shop what it is', async () => {
  const { bytes } = await aBackup()
  for (const told of ['Batik Ratna', 'Kemeja', 'SQLite format', 'CV Troso']) expect(bytes.includes(told)).toBe(false)
})

test('another key, a cut at any chunk, chunks moved, repeated, left out or taken from another backup: all refused', async () => {
  const { bytes, key, head, make } = await aBackup()
  const chunks: Buffer[] = []
  for (let at = head.from; at < bytes.length; at += CHUNK) chunks.push(bytes.subarray(at, at + CHUNK))
  expect(chunks.length).toBeGreaterThan(3)
  const start = bytes.subarray(0, head.from)
  const of = (...some: (Buffer | undefined)[]) => Buffer.concat([start, ...some.map((each) => each ?? Buffer.alloc(0))])

  await expect(unpacked(of(...chunks), key)).resolves.toMatchObject({ businessName: 'Batik Ratna' })
  await expect(unpacked(bytes, Buffer.alloc(32, 1))).rejects.toMatchObject(DAMAGED)
  for (let count = 0; count < chunks.length; count++)
    await expect(unpacked(of(...chunks.slice(0, count)), key)).rejects.toMatchObject(DAMAGED)
  await expect(unpacked(bytes.subarray(0, -1), key)).rejects.toMatchObject(DAMAGED)
  await expect(unpacked(of(chunks[1], chunks[0], ...chunks.slice(2)), key)).rejects.toMatchObject(DAMAGED)
  await expect(unpacked(of(chunks[0], chunks[0], ...chunks.slice(1)), key)).rejects.toMatchObject(DAMAGED)
  await expect(unpacked(of(chunks[0], ...chunks.slice(2)), key)).rejects.toMatchObject(DAMAGED)
  await expect(unpacked(of(...chunks, chunks.at(-1)), key)).rejects.toMatchObject(DAMAGED)
  await expect(unpacked(Buffer.concat([bytes, Buffer.from('more')]), key)).rejects.toMatchObject(DAMAGED)

  // the same shop a second later, under the same data key
  const other = readFileSync((await make()).file)
  const theirs = other.subarray(headLength(other))
  await expect(unpacked(of(theirs), key)).rejects.toMatchObject(DAMAGED)
  await expect(unpacked(of(chunks[0], theirs.subarray(CHUNK)), key)).rejects.toMatchObject(DAMAGED)
})

const headLength = (bytes: Buffer) => 12 + bytes.readUInt32BE(8)

test('300 flipped bits, anywhere in the file: each one is noticed', async () => {
  const { bytes, key } = await aBackup()
  const throws = dice(20261129)
  let noticed = 0
  for (let flip = 0; flip < 300; flip++) {
    const changed = Buffer.from(bytes)
    // every third in the head and the first chunk, where a reader could be led astray before a seal is looked at
    const at = throws.between(0, flip % 3 === 0 ? 2000 : bytes.length - 1)
    changed[at]! ^= 1 << throws.between(0, 7)
    await unpacked(changed, key).catch((problem: { code: string }) => {
      expect(['BACKUP_DAMAGED', 'BACKUP_NOT_OURS']).toContain(problem.code)
      noticed++
    })
  }
  expect(noticed).toBe(300)
})

test('what is no backup is said to be none', async () => {
  const { key } = await aBackup()
  for (const bytes of [Buffer.alloc(0), Buffer.from('SQLite format 3\0 and so on'), Buffer.from('LMBGCDN1')])
    await expect(unpacked(bytes, key)).rejects.toMatchObject({
      code: expect.stringMatching(/BACKUP_(NOT_OURS|DAMAGED)/),
    })
})

test('on another laptop the recovery code opens it, typed in any way; another code and a mistyped one do not', async () => {
  const { file, code, manifest, clock } = await aBackup()
  const elsewhere = aKeeper(join(aFolder(), 'lumbung.sqlite'), clock)
  await expect(elsewhere.manifest(file)).rejects.toMatchObject({ code: 'RECOVERY_CODE_NEEDED' })
  expect(await elsewhere.manifest(file, { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })).toEqual(manifest)
  const { code: another } = await elsewhere.keys.current()
  await expect(elsewhere.manifest(file, { code: another })).rejects.toMatchObject({ code: 'RECOVERY_CODE_DIFFERS' })
  const wrong = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  await expect(elsewhere.manifest(file, { code: wrong })).rejects.toMatchObject({ code: 'RECOVERY_CODE_MISTYPED' })
})

test('a passphrase opens the backups made after it was set, and none made after it was taken off', async () => {
  const { keeper, make, clock, file: before } = await aBackup()
  await keeper.keys.setPassphrase({ passphrase: 'parang rusak barong' })
  clock.now += 60_000
  const { file, manifest } = await make()
  const elsewhere = aKeeper(join(aFolder(), 'lumbung.sqlite'), clock)
  expect(await elsewhere.manifest(file, { passphrase: 'parang rusak barong' })).toEqual(manifest)
  for (const [backup, passphrase] of [
    [file, 'parang rusak'],
    [before, 'parang rusak barong'],
  ] as const)
    await expect(elsewhere.manifest(backup, { passphrase })).rejects.toMatchObject({ code: 'PASSPHRASE_DIFFERS' })
})
