import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, session } from 'electron'
import { dataFolder, shopFile } from '../hosting/data-folder.ts'
import { asHostRefusal } from '../hosting/host-refusal.ts'
import { removePrints } from '../hosting/printing.ts'
import { rendererFiles } from '../hosting/renderer-files.ts'
import { whyClosed } from '../hosting/why-closed.ts'
import { APP_ADDRESS, APP_ORIGIN, registerScheme, serveApp } from './app-protocol.ts'
import { answerBridge } from './bridge.ts'
import { desktopDialogs } from './desktop-dialogs.ts'
import { desktopPrinting } from './desktop-printing.ts'
import { desktopUpdates } from './desktop-updates.ts'
import { setMenu } from './menu.ts'
import { refuseAlmostAll } from './permissions.ts'
import { recolour } from './shop-window.ts'
import { createShops } from './shops.ts'
import { developmentPage, startOptions, withoutFolder } from './start-options.ts'
import { windowMemory } from './window-memory.ts'

/*
 * The desktop app. Everything up to `whenReady` runs at once and in this order; nothing may be awaited at the top of
 * this module, for Electron says `ready` only after it has finished (https://github.com/electron/electron/issues/40719).
 */
registerScheme()
app.enableSandbox()
if (process.platform === 'win32') app.setAppUserModelId('id.lumbung.desktop')

const DAY_MS = 24 * 3_600_000

const options = startOptions(process.argv)
const folder = options.folder ?? dataFolder()
const windowFolder = join(folder, 'window')
const hindrance = whyNoFolder(folder, windowFolder)
if (!hindrance) app.setPath('userData', windowFolder)

/** A packaged app answers to no debugger. */
const isSpiedOn =
  app.isPackaged && ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name))

if (isSpiedOn || (!hindrance && !app.requestSingleInstanceLock())) app.quit()
else
  app
    .whenReady()
    .then(hindrance ? () => refuse(hindrance) : start)
    .catch((problem) => {
      process.stderr.write(`${problem instanceof Error ? problem.stack : problem}\n`)
      app.exit(1)
    })

/** Nothing can be kept where the shop should be; Electron's own box would show a stack of calls. */
async function refuse(sentence: string): Promise<void> {
  await desktopDialogs().tell(sentence)
  app.exit(1)
}

/** For the owner alone, as the core keeps the whole folder. The sentence for a person when it cannot be made. */
function whyNoFolder(shopFolder: string, inner: string): string | null {
  try {
    mkdirSync(inner, { recursive: true, mode: 0o700 })
    accessSync(inner, constants.W_OK)
    return null
  } catch (problem) {
    return whyClosed(asHostRefusal(problem, shopFolder, inner))
  }
}

function start(): void {
  refuseAlmostAll(session.defaultSession)
  removePrints(DAY_MS)
  app.on('quit', () => removePrints(0))
  const developed = developmentPage(app.isPackaged, process.env)
  if (!developed) serveApp(rendererFiles(join(import.meta.dirname, '../renderer')))

  const dialogs = desktopDialogs()
  const memory = windowMemory(join(windowFolder, 'window.json'))
  const shops = createShops({
    folder,
    resourcesFolder: app.isPackaged
      ? join(process.resourcesPath, 'lumbung')
      : join(import.meta.dirname, '../../resources'),
    page: developed ?? APP_ADDRESS,
    memory,
    dialogs,
  })
  const speak = () => setMenu(memory.recall().look.language, { openPractice: () => shops.open(true) })
  speak()
  answerBridge({
    origin: developed ? new URL(developed).origin : APP_ORIGIN,
    shops,
    dialogs,
    printing: desktopPrinting(),
    updates: desktopUpdates({
      dialogs,
      keptFolder: join(folder, 'pembaruan'),
      file: shopFile(folder, false),
    }),
    startIn(folder) {
      app.relaunch({ args: [...withoutFolder(process.argv.slice(1)), '--data', folder] })
      app.quit()
    },
    setLook(look) {
      memory.remember({ look })
      for (const window of shops.windows()) recolour(window, look)
      speak()
    },
  })

  shops.open(options.isPractice)
  app.on('second-instance', (_event, argv) => shops.open(startOptions(argv).isPractice))
  app.on('activate', () => shops.open(options.isPractice))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    const leaving = shops.stillLeaving()
    if (!leaving) return
    event.preventDefault()
    void leaving.finally(() => app.quit())
  })
}
