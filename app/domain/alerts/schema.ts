import { normalizeEmail } from '#app/domain/accounts/rules'
import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { z } from 'zod'
import { limits, rhythms } from './model'

/** Messages are keys of the words. */
const Email = z
  .string('alerts.error.email_missing')
  .trim()
  .max(254, 'alerts.error.email_bad')
  .pipe(z.email('alerts.error.email_bad'))
  .transform(normalizeEmail)

const Rhythm = z.enum(rhythms, 'alerts.error.rhythm')

const Title = z
  .string('alerts.error.title_missing')
  .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
  .pipe(z.string().min(1, 'alerts.error.title_missing').max(limits.title, 'alerts.error.title_long'))

const SiteNumber = z
  .string()
  .trim()
  .toUpperCase()
  .refine((number) => parseSiteNumber(number).ok)

const Query = z.string().max(limits.query, 'alerts.error.query_long')

/** A search to be saved, as a form sends it. */
export const WishSchema = z.object({ query: Query, title: Title, rhythm: Rhythm })

/** `website` is a trap that people never see: whoever fills it in is a machine. */
const trap = { website: z.string().optional() }

export const SubscribeSchema = z.object({ email: Email, ...trap })

/** The same of somebody whose address is not known yet. */
export const WishOfVisitorSchema = WishSchema.extend({ email: Email, ...trap })

/** A site to keep or to let go. */
export const ChangeKeptSchema = z.object({ intent: z.enum(['keep', 'drop']), number: SiteNumber })

/** What the page of favourites is told. */
export const FavouritesFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rhythm'), watch: z.uuid(), rhythm: Rhythm }),
  z.object({ intent: z.literal('remove_watch'), watch: z.uuid() }),
  WishSchema.extend({ intent: z.literal('restore_watch') }),
  z.object({ intent: z.literal('forget') }),
])

/** What a signed link carries. It is ours, but an older form of it may be in somebody's mailbox. */
export const PendingOrderSchema = z.object({
  email: Email,
  locale: z.enum(['kk', 'ru', 'en']),
  wish: WishSchema.nullable(),
  ask: z.object({ question: z.uuid(), title: z.string().max(300) }).nullable(),
  kept: z.array(SiteNumber).max(limits.cookieSites),
  until: z.number(),
})

/** The link of a letter that ends letters; whether the key is ours is for the command. */
export const StopSchema = z.object({
  key: z.string().nullable(),
  watch: z.uuid().nullable().catch(null),
})
