import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rememberedDigestOf, SOURCES } from './digest.mjs'

/*
 * Runs a program of this checkout bundled: `node scripts/bundled.mjs lumbung report neraca`. Finding four hundred sources
 * and taking the types out of them would cost more than what most commands do.
 *
 * A bundle stands in a folder named by the digest of every source it could be made of, so that old code is never run:
 * whatever has changed has another name, and is bundled first. Plain JavaScript, for speed again.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const PROGRAMS = { lumbung: 'src-main/cli/lumbung.ts', start: 'scripts/start.ts' }

const [name = '', ...choices] = process.argv.slice(2)
const source = PROGRAMS[name]
if (!source) throw new Error(`usage: node scripts/bundled.mjs ${Object.keys(PROGRAMS).join('|')} …`)

const programs = join(root, 'out/programs')
const folder = join(programs, rememberedDigestOf(root, SOURCES, join(programs, 'sources')))
const bundle = join(folder, `${name}.mjs`)
if (!existsSync(bundle))
  spawnSync(process.execPath, [join(root, 'scripts/build-programs.ts'), folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
// a checkout that may not be written to runs from its sources
const program = existsSync(bundle) ? bundle : join(root, source)
if (program === bundle) enableCompileCache(join(folder, 'compiled'))
process.argv.splice(1, process.argv.length, program, ...choices)
await import(pathToFileURL(program).href)
