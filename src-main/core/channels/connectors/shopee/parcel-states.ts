/** Parcels that were called off, before and after their courier was asked for. */
export const CALLED_OFF: readonly string[] = ['LOGISTICS_INVALID', 'LOGISTICS_REQUEST_CANCELED']
