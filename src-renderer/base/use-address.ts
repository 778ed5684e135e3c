import { useCallback } from 'react'
import type { BaseLocationHook } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'

// Between two addresses whose questions differ, Back is a `popstate` without the `hashchange` that the router listens for.
addEventListener('popstate', () => dispatchEvent(new HashChangeEvent('hashchange')))

/** The hash as address. A path without a question clears the one before it: `/stok` must not inherit `?new=1`. */
export const useAddress: BaseLocationHook = () => {
  const [location, navigate] = useHashLocation()
  const go = useCallback(
    (to: string, options?: Parameters<typeof navigate>[1]) => navigate(to.includes('?') ? to : `${to}?`, options),
    [navigate],
  )
  return [location, go]
}
