import { weaknesses } from '#app/domain/accounts/rules'
import { PasswordSchema, TokenSchema } from '#app/domain/accounts/schema'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { parseWithZod } from '@conform-to/zod/v4'
import { signIn, trustNetwork } from '#app/domain/accounts/commands/sign-in.server'
import type { Person, Waiting } from '#app/domain/accounts/model'
import { clientOf, currentActor, waitingPaths } from '#app/domain/accounts/session.server'
import { adoptFavourites } from '#app/domain/alerts/commands/favourites.server'
import { keptCookie, keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import { data, redirect } from '@remix-run/node'

type Headers = [string, string][]
type Entered = { person: Person; waitsFor: Waiting['step'] | null; headers: Headers }

/**
 * Signs a person in, with the headers to answer with. What they have kept without an account is taken along once nothing
 * more is asked of them.
 */
export async function enter(
  request: Request,
  input: { email: string; password: string },
): Promise<Verdict<Entered, 'wrong_credentials' | 'too_many_attempts' | 'too_many_everywhere'>> {
  const verdict = await signIn(await currentActor(request), input, clientOf(request))
  if (!verdict.ok) return verdict
  const { person, waitsFor, cookies } = verdict.value
  const headers = cookies.map((cookie): Headers[number] => ['Set-Cookie', cookie])
  return yes({
    person,
    waitsFor,
    headers: waitsFor === null ? [...headers, ...(await takeAlong(request, person))] : headers,
  })
}

/** Gives the person what was kept in this browser without an account; with the headers that empty its cookie. */
export async function takeAlong(request: Request, person: Person): Promise<Headers> {
  const kept = keptInCookie(request)
  await adoptFavourites({ actor: person, provenId: null }, kept)
  return kept.length === 0 ? [] : [['Set-Cookie', keptCookie([])]]
}

/** Answers somebody who has given the right password: on to `next`, by way of the second factor when one is asked for. */
export function letIn({ waitsFor, headers }: Entered, lang: Language, next: string): Response {
  const way = waitsFor && `${pathIn(lang, waitingPaths[waitsFor])}?${new URLSearchParams({ next })}`
  return redirect(way ?? next, { status: 303, headers })
}

/** The same as an answer: the person goes on to `next`, or to `otherwise` when the password is not theirs. */
export async function enterAndGo(
  request: Request,
  input: { email: string; password: string },
  lang: Language,
  { next, otherwise }: { next: (person: Person) => string; otherwise: string },
): Promise<Response> {
  const verdict = await enter(request, input)
  if (!verdict.ok) return redirect(otherwise, 303)
  return letIn(verdict.value, lang, next(verdict.value.person))
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
  const submission = parseWithZod(await readForm(request), { schema: PasswordSchema })
  const hideFields: ('password' | 'repeat')[] = ['password', 'repeat']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const { password } = submission.value
  const verdict = await save(password)
  const weakness = verdict.ok ? undefined : weaknesses.find((code) => code === verdict.code)
  if (weakness !== undefined) {
    return data(submission.reply({ hideFields, fieldErrors: { password: [`accounts.error.${weakness}`] } }), 400)
  }
  if (verdict.ok) await trustNetwork(await currentActor(request), email, clientOf(request))
  // The same form sent twice: the password is there already, so the answer is the first one's.
  return enterAndGo(request, { email, password }, lang, { next, otherwise: pathIn(lang, '/sign-in') })
}
