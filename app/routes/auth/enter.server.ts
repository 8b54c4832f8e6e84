import { weaknesses } from '#app/domain/accounts/rules'
import { PasswordSchema, TokenSchema } from '#app/domain/accounts/schema'
import { notFound } from '#app/platform/http/not-found.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { parseWithZod } from '@conform-to/zod/v4'
import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import type { Person } from '#app/domain/accounts/model'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { adoptFavourites } from '#app/domain/alerts/commands/favourites.server'
import { keptCookie, keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import { data, redirect } from '@remix-run/node'

type Entered = { person: Person; headers: [string, string][] }

/** Signs a person in and takes along what they have kept without an account; with the headers to answer with. */
export async function enter(
  request: Request,
  input: { email: string; password: string },
): Promise<Verdict<Entered, 'wrong_credentials' | 'too_many_attempts'>> {
  const verdict = await signIn(await currentActor(request), input, clientOf(request))
  if (!verdict.ok) return verdict
  const { person, cookies } = verdict.value
  const kept = keptInCookie(request)
  await adoptFavourites({ actor: person, provenId: null }, kept)
  const all = kept.length === 0 ? cookies : [...cookies, keptCookie([])]
  return yes({ person, headers: all.map((cookie): [string, string] => ['Set-Cookie', cookie]) })
}

/** The same as an answer: the person goes on to `next`, or to `otherwise` when the password is not theirs. */
export async function enterAndGo(
  request: Request,
  input: { email: string; password: string },
  { next, otherwise }: { next: (person: Person) => string; otherwise: string },
): Promise<Response> {
  const verdict = await enter(request, input)
  if (!verdict.ok) return redirect(otherwise, 303)
  return redirect(next(verdict.value.person), { status: 303, headers: verdict.value.headers })
}

/** Secret of the link of a letter; anything else has no page. */
export function readToken(request: Request): string {
  const token = TokenSchema.safeParse(new URL(request.url).searchParams.get('token'))
  if (!token.success) throw notFound()
  return token.data
}

type Link = {
  email: string
  /** Gives the password to the account; says no to a weak one, and when the link is spent. */
  save: (password: string) => Promise<Verdict<unknown, string>>
  /** Where the person goes on. */
  next: (person: Person) => string
}

/** Takes the password of the page of a link and signs its person in; or gives the form back. */
export async function choosePassword(request: Request, lang: Language, { email, save, next }: Link) {
  const submission = parseWithZod(await request.formData(), { schema: PasswordSchema })
  const hideFields: ('password' | 'repeat')[] = ['password', 'repeat']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const { password } = submission.value
  const verdict = await save(password)
  const weakness = verdict.ok ? undefined : weaknesses.find((code) => code === verdict.code)
  if (weakness !== undefined) {
    return data(submission.reply({ hideFields, fieldErrors: { password: [`accounts.error.${weakness}`] } }), 400)
  }
  // The same form sent twice: the password is there already, so the answer is the first one's.
  return enterAndGo(request, { email, password }, { next, otherwise: pathIn(lang, '/sign-in') })
}
