import { preferencesOf, type Preferences } from './preferences'
import type { Circle, Desk } from './sections'

export type ShellPerson = {
  name: string
  organisation: string | null
  /** Desks the person may open; `account` is every person's own page. */
  desks: readonly (Desk | 'account')[]
  /** Notices that were not read yet. */
  unread: number
  circles: readonly Circle[]
}

/** What the frame of every page shows. */
export type ShellData = {
  isDemo: boolean
  person: ShellPerson | null
  /** What the forms of the page carry; null for a visitor. */
  formToken: string | null
  preferences: Preferences
}

/** The frame of a page whose own data could not be loaded. */
export const bareShell: ShellData = { isDemo: false, person: null, formToken: null, preferences: preferencesOf(null) }
