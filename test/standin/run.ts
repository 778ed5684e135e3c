import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import './register.ts'

/**
 * Runs an app folder as `electron FOLDER` would: the entry module first, `ready` only after it has finished. A top-level
 * `await app.whenReady()` never gets there, here as in Electron.
 */
const [folder, ...args] = process.argv.slice(2)
process.env.STANDIN_APP = folder
process.argv = [process.argv[0]!, folder!, ...args]
const { main } = JSON.parse(readFileSync(join(folder!, 'package.json'), 'utf8')) as { main: string }
await import(pathToFileURL(join(folder!, main)).href)
const { becomeReady } = (await import('electron')) as unknown as typeof import('./electron.ts')
becomeReady()
