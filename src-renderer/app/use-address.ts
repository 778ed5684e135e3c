import { useCallback } from 'react'
import type { BaseLocationHook } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'

/** The hash as address. A path without a question clears the one before it: `/stok` must not inherit `?new=1`. */
export const useAddress: BaseLocationHook = () => {
  const [location, navigate] = useHashLocation()
  const go = useCallback(
    (to: string, options?: Parameters<typeof navigate>[1]) => navigate(to.includes('?') ? to : `${to}?`, options),
    [navigate],
  )
  return [location, go]
}
