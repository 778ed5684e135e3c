/** Whatever the stand-in lacks fails loudly where it is used: a silent `undefined` would let a test pass for nothing. */
export function strict<T extends object>(name: string, value: T): T {
  return new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && key !== 'then' && key !== 'toJSON')
        throw new Error(`stand-in: no electron.${name}.${key}`)
      const found = Reflect.get(target, key, receiver)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
}
