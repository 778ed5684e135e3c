import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href

/** From here on `import 'electron'` and `require('electron')` mean the stand-in. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
