import { expect, test } from 'vitest'
import { atMost } from '../../src-main/electron/at-most.ts'
import { refuseAlmostAll } from '../../src-main/electron/permissions.ts'
import { developmentPage, startOptions } from '../../src-main/electron/start-options.ts'
import { isFromOurPage, isSamePlace, knownLink } from '../../src-main/electron/trust.ts'

const ours = 'lumbung://app'

test('only the top frame of our own page is heard', () => {
  const page = { origin: ours }
  expect(isFromOurPage({ senderFrame: page, sender: { mainFrame: page } }, ours)).toBe(true)

  const inner = { origin: ours }
  expect(isFromOurPage({ senderFrame: inner, sender: { mainFrame: page } }, ours), 'a frame inside').toBe(false)
  expect(isFromOurPage({ senderFrame: null, sender: { mainFrame: page } }, ours), 'a frame that left').toBe(false)
  for (const origin of ['null', 'https://app', 'lumbung://app.evil', 'lumbung://apps', 'LUMBUNG://app', 'file://']) {
    const stranger = { origin }
    expect(isFromOurPage({ senderFrame: stranger, sender: { mainFrame: stranger } }, ours), origin).toBe(false)
  }
})

test('a window stays in the app', () => {
  for (const address of ['lumbung://app/', 'lumbung://app/pesanan?x=1#y'])
    expect(isSamePlace(address, 'lumbung://app/'), address).toBe(true)
  for (const address of [
    'lumbung://evil/',
    'lumbung://app.evil/',
    'lumbung://app@evil/',
    'lumbung://a@app/',
    'https://app/',
    'file:///app/',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    '',
  ])
    expect(isSamePlace(address, 'lumbung://app/'), address).toBe(false)
})

test('the browser is opened for sign-in pages and seller centres only', () => {
  expect(knownLink('https://seller.shopee.co.id/portal/order')).toBe('https://seller.shopee.co.id/portal/order')
  for (const address of [
    'http://seller.shopee.co.id/',
    'https://seller.shopee.co.id.evil.example/',
    'https://evil.example/?seller.shopee.co.id',
    'https://seller.shopee.co.id@evil.example/',
    'https://a:b@seller.shopee.co.id/',
    'https://seller.shopee.co.id:8443/',
    'ms-settings:',
    'file:///C:/Windows/System32/calc.exe',
    'smb://server/share',
  ])
    expect(knownLink(address), address).toBeNull()
})

test('no permission is given to a page, except to copy text after a click', () => {
  const doors: Record<string, (...args: never[]) => unknown> = {}
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
    doors[name] = handler
  }
  refuseAlmostAll({
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    on: (name: string, listener: (...args: never[]) => unknown) => keep(name)(listener),
  } as never)
  const call = (name: string, ...args: unknown[]) => doors[name]!(...(args as never[]))
  const asked = (permission: string) => {
    let given: unknown
    call('request', null, permission, (answer: unknown) => {
      given = answer
    })
    return given
  }

  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'usb',
    'unknown',
  ]) {
    expect(asked(permission), permission).toBe(false)
    expect(call('check', null, permission), permission).toBe(false)
  }
  expect(asked('clipboard-sanitized-write')).toBe(true)
  expect(call('device')).toBe(false)

  const download = (address: string) => {
    let isPrevented = false
    const event = {
      preventDefault() {
        isPrevented = true
      },
    }
    call('will-download', event, { getURL: () => address })
    return isPrevented ? 'prevented' : 'allowed'
  }
  expect(download('blob:lumbung://app/4f2a')).toBe('allowed')
  expect(download('https://evil.example/tool.exe')).toBe('prevented')
})

test('a command line is read for our own words and nothing else', () => {
  expect(startOptions(['lumbung'])).toEqual({ isPractice: false, folder: null })
  expect(startOptions(['lumbung', '--practice', '--data', '/toko'])).toEqual({ isPractice: true, folder: '/toko' })
  expect(startOptions(['lumbung', '--data', '--practice'])).toEqual({ isPractice: true, folder: null })
  expect(startOptions(['lumbung', 'lumbung://app/--practice', '--inspect=0.0.0.0'])).toEqual({
    isPractice: false,
    folder: null,
  })
})

test('no environment makes a packaged window load another page, nor any window one of another computer', () => {
  const page = (address: string, isPackaged = false) => developmentPage(isPackaged, { ELECTRON_RENDERER_URL: address })
  for (const address of ['http://localhost:5173', 'http://127.0.0.1:5173/', 'http://[::1]:5173']) {
    expect(page(address), address).toBe(new URL(address).href)
    expect(page(address, true), address).toBeNull()
  }
  for (const address of [
    'http://evil.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example:5173/',
    'http://localhost@evil.example/',
    'http://evil.example@localhost/',
    'https://localhost/',
    'file:///tmp/page.html',
    'data:text/html,x',
    'javascript:alert(1)',
    'lumbung://app/',
    '',
  ])
    expect(page(address), address).toBeNull()
  expect(developmentPage(false, {})).toBeNull()
})

test('a page that keeps dying is loaded again three times a minute, and not a fourth time', () => {
  let now = 0
  const mayReload = atMost(3, 60_000, () => now)
  expect([mayReload(), mayReload(), mayReload(), mayReload()]).toEqual([true, true, true, false])
  now += 59_999
  expect(mayReload()).toBe(false)
  now += 60_001
  expect(mayReload()).toBe(true)
})
