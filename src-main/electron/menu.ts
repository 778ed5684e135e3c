import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { menuWords } from './menu.words.ts'

/** Plain roles in the shop's language; the app's own acts live in the window, where each shows its key. */
export function setMenu(language: Language, { openPractice }: { openPractice(): void }): void {
  const say = menuWords[language]
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const item = (role: NonNullable<MenuItemConstructorOptions['role']>, label: string): MenuItemConstructorOptions => ({
    role,
    label,
  })

  const mac: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [
          {
            label: app.name,
            submenu: [
              item('about', say.about),
              line,
              item('hide', say.hide),
              item('hideOthers', say.hideOthers),
              item('unhide', say.showAll),
              line,
              item('quit', say.quit),
            ],
          },
        ]
      : []

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: say.file,
        submenu: [
          { label: say.practice, click: openPractice },
          line,
          item('close', say.closeWindow),
          ...(mac.length ? [] : [item('quit', say.quit)]),
        ],
      },
      {
        label: say.edit,
        submenu: [
          item('undo', say.undo),
          item('redo', say.redo),
          line,
          item('cut', say.cut),
          item('copy', say.copy),
          item('paste', say.paste),
          item('selectAll', say.selectAll),
        ],
      },
      {
        label: say.view,
        submenu: [
          item('zoomIn', say.zoomIn),
          item('zoomOut', say.zoomOut),
          item('resetZoom', say.actualSize),
          line,
          item('togglefullscreen', say.fullScreen),
          ...(app.isPackaged ? [] : [line, item('reload', say.reload), item('toggleDevTools', say.developerTools)]),
        ],
      },
      { label: say.window, submenu: [item('minimize', say.minimize)] },
    ]),
  )
}
