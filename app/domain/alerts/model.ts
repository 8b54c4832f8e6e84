import type { Actor } from '#app/domain/accounts/model'
import type { Language } from '#app/domain/kernel/localized'
import type { CardView } from '#app/domain/search/card-view'

/**
 * Who keeps favourites and searches: a person by the session, else the subscriber whose address this browser has
 * confirmed. Every query and command of the room takes it first, as others take the actor in it.
 */
export type Keeper = { actor: Actor; provenId: string | null }

/** How often letters about a saved search come: never, within minutes, or once a morning. */
export const rhythms = ['none', 'at_once', 'daily'] as const
export type Rhythm = (typeof rhythms)[number]

/**
 * A question to be saved: the canonical query of a search without page and size, or `brief=…&key=…` of a saved brief
 * (watch-query.ts); and its name in the list.
 */
export type Wish = { query: string; title: string; rhythm: Rhythm }

/** What the letter that confirms an address carries: nothing of it is stored before the button behind it is pressed. */
export type PendingOrder = {
  email: string
  locale: Language
  wish: Wish | null
  /** Question whose answer is wanted, with what it is about in words. */
  ask: { question: string; title: string } | null
  /** Numbers of the sites that the browser kept. */
  kept: string[]
  /** Last moment of the link, epoch ms. */
  until: number
}

export type SavedWatch = Wish & { id: string; createdAt: string }

/** A kept site as its page shows it; without a card when it is not offered any more. */
export type KeptSite = { number: string; card: CardView | null }

/** Most that one browser, one subscriber and one saved search may hold. */
export const limits = { cookieSites: 50, sites: 200, watches: 30, title: 120, query: 4000, alertedSites: 20 } as const
