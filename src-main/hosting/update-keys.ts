/**
 * Public halves of the keys that updates are signed with (SPKI, base64). None is here until somebody publishes: then no update is
 * ever taken, from wherever it comes, and Pengaturan says so. How such a key is made: CONTRIBUTING.md, "Publishing a release".
 */
export const UPDATE_KEYS: readonly string[] = []

/** Beside the installers, wherever they lie. */
export const LIST_NAME = 'lumbung-update.json'
