import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/*
 * Reads the fuses back from every packaged app under a folder (`release`) and holds them against electron-builder.yml: what
 * was asked for is one thing, what stands in the binary another. Status 1 when one differs, or when nothing was packaged.
 */
const root = join(import.meta.dirname, '..')
const release = resolve(process.argv[2] ?? join(root, 'release'))

const PACKAGED: Record<string, string> = {
  'linux-unpacked': 'lumbung',
  'linux-arm64-unpacked': 'lumbung',
  'win-unpacked': 'Lumbung.exe',
  mac: 'Lumbung.app',
  'mac-arm64': 'Lumbung.app',
}

/** `runAsNode: false`, as electron-builder.yml asks for it. */
const [, block = ''] =
  /^electronFuses:\n((?: {2}.+\n)+)/m.exec(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) ?? []
const asked = [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name = '', is]) => ({
  name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
  isOn: is === 'true',
}))

const apps = readdirSync(release).flatMap((name) => (PACKAGED[name] ? [join(release, name, PACKAGED[name])] : []))
if (apps.length === 0 || asked.length === 0) {
  console.error(`No packaged app in ${release}, or no fuses in electron-builder.yml.`)
  process.exit(1)
}
for (const app of apps) {
  const wire = (await getCurrentFuseWire(app)) as unknown as Record<number, number>
  for (const { name, isOn } of asked) {
    const state = wire[FuseV1Options[name as keyof typeof FuseV1Options]]
    const found = state === undefined ? 'absent' : String.fromCharCode(state)
    const isRight = found === (isOn ? '1' : '0')
    console.info(`${isRight ? 'right' : 'WRONG'}  ${name} is ${found}  ${app}`)
    if (!isRight) process.exitCode = 1
  }
}
