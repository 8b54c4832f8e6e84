import { memberRoles } from '#app/domain/accounts/model'
import { normalizeEmail } from '#app/domain/accounts/rules'
import { looksLikeName } from '#app/domain/kernel/person-name'
import { z } from 'zod'

/** Messages are keys of the words; `problemText` of components/ translates them. */
const oneOf = <T extends string>(values: readonly T[], key: string) => z.enum(values as [T, ...T[]], key)

const Email = z
  .string('accounts.error.email_missing')
  .trim()
  .max(254, 'accounts.error.email_bad')
  .pipe(z.email('accounts.error.email_bad'))
  .transform(normalizeEmail)

const PersonName = z
  .string('accounts.error.name_missing')
  .trim()
  .min(2, 'accounts.error.name_missing')
  .max(100, 'accounts.error.name_long')
  .regex(/^\P{Cc}*$/u, 'accounts.error.name_bad')
  .pipe(z.string().refine(looksLikeName, 'accounts.error.name_bad'))

const Language = oneOf(['kk', 'ru', 'en'] as const, 'accounts.error.choose')

/** What was typed at sign-in is not judged beyond being there: a wrong form of address is a wrong address. */
export const SignInSchema = z.object({
  email: z
    .string('accounts.error.email_missing')
    .trim()
    .max(254, 'accounts.error.email_bad')
    .regex(/^[^\p{Cc}]*$/u, 'accounts.error.email_bad'),
  password: z.string('accounts.error.password_missing').max(200, 'accounts.error.password_long'),
  next: z.string().max(2000).optional(),
})

export const InviteSchema = z.object({
  email: Email,
  name: PersonName,
  role: oneOf(memberRoles, 'accounts.error.choose'),
  locale: Language,
})
export type InviteInput = z.infer<typeof InviteSchema>

/** `version` is what the page showed: an action on an invitation that has changed since is not done twice. */
export const InvitationActionSchema = z.object({ invitationId: z.uuid(), version: z.iso.datetime() })

/** How strong the password must be depends on the person: `weaknessOf`, checked by the command. */
export const AcceptSchema = z
  .object({
    name: PersonName,
    password: z.string('accounts.error.password_missing').max(200, 'accounts.error.password_long'),
    repeat: z.string('accounts.error.password_repeat').max(200, 'accounts.error.password_repeat'),
  })
  .refine((input) => input.password === input.repeat, { path: ['repeat'], message: 'accounts.error.password_repeat' })
export type AcceptInput = Pick<z.infer<typeof AcceptSchema>, 'name' | 'password'>

/** Whose second factor is taken off. */
export const UnlockSchema = z.object({ userId: z.uuid() })

/** Somebody asks for an account. `website` is a trap that people never see: whoever fills it in is a machine. */
export const SignUpSchema = z.object({
  form: z.uuid('accounts.error.form'),
  name: PersonName,
  email: Email,
  locale: Language,
  consent: z.literal('on', 'accounts.error.consent'),
  website: z.string().optional(),
})
export type SignUpInput = Omit<z.infer<typeof SignUpSchema>, 'website' | 'consent'>

/** The password that makes the account; how strong it must be, `weaknessOf` says. */
export const PasswordSchema = z
  .object({
    password: z.string('accounts.error.password_missing').max(200, 'accounts.error.password_long'),
    repeat: z.string('accounts.error.password_repeat').max(200, 'accounts.error.password_repeat'),
  })
  .refine((input) => input.password === input.repeat, { path: ['repeat'], message: 'accounts.error.password_repeat' })

/** Another password; `current` is the one of today. */
export const ChangePasswordSchema = PasswordSchema.safeExtend({
  current: z.string('accounts.error.password_missing').max(200, 'accounts.error.password_long'),
})

/** Which sign-ins of a person are ended: one, or all others. */
export const EndSessionSchema = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('end'), id: z.uuid('accounts.error.form') }),
    z.object({ intent: z.literal('end_others') }),
  ],
  'accounts.error.form',
)

/** Somebody who has forgotten the password. */
export const ResetSchema = z.object({ form: z.uuid('accounts.error.form'), email: Email })
export type ResetInput = z.infer<typeof ResetSchema>

/** A code of an app or a recovery code; `next` is where the person wanted to go. */
export const CodeSchema = z.object({
  code: z.string('accounts.error.code_missing').trim().max(40, 'accounts.error.wrong_code'),
  next: z.string().max(2000).optional(),
})

/** The first code of an app; `offer` is what the page gave to it. */
export const TurnOnSchema = CodeSchema.extend({
  offer: z.string('accounts.error.stale_offer').max(500, 'accounts.error.stale_offer'),
})

/** Another address to sign in with. */
export const EmailChangeSchema = z.object({ email: Email })

/** Secret of a link of a letter; anything else opens nothing. */
export const TokenSchema = z.string().regex(/^[\w-]{20,100}$/)

export const LocaleSchema = z.object({ locale: Language })

export const organizationKinds = ['akimat', 'spk', 'company', 'platform'] as const

/** Parameters of the list of organisations; what is unreadable is left out. */
export const OrganizationFilterSchema = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !/\p{Cc}/u.test(text))
    .catch(''),
  kind: z.enum(organizationKinds).nullable().catch(null),
})
export type OrganizationFilter = z.infer<typeof OrganizationFilterSchema>
