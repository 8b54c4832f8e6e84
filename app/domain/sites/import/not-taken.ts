import type { ImportFault } from './model'

/** The file cannot be taken; `code` says why. */
export class NotTaken extends Error {
  constructor(
    readonly code: ImportFault,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code)
  }
}
