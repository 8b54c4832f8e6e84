import '#app/platform/i18n/account-words.client'
import { makeAccount } from '#app/domain/accounts/commands/make-account.server'
import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { NewPasswordForm } from '#app/domain/accounts/components/new-password-form'
import { readSignUp } from '#app/domain/accounts/queries/read-sign-up.server'
import { PasswordSchema, TokenSchema } from '#app/domain/accounts/schema'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { adoptFavourites } from '#app/domain/alerts/commands/favourites.server'
import { keptCookie, keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }

const titles = {
  open: 'accounts.sign_up.confirm_title',
  expired: 'accounts.sign_up.expired_title',
  used: 'accounts.sign_up.used_title',
} as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const found = await readSignUp(await currentActor(request), readToken(request))
  if (found === null) throw notFound()
  const title = translator(lang)(titles[found.state])
  return data({ title, found }, { status: found.state === 'open' ? 200 : 410, headers: isPrivate })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const token = readToken(request)
  const actor = await currentActor(request)
  const submission = parseWithZod(await request.formData(), { schema: PasswordSchema })
  const hideFields: ('password' | 'repeat')[] = ['password', 'repeat']
  const found = await readSignUp(actor, token)
  if (found === null) throw notFound()
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const { password } = submission.value
  const verdict = await makeAccount(actor, token, { password })
  if (!verdict.ok && verdict.code !== 'gone' && verdict.code !== 'known') {
    return data(submission.reply({ hideFields, fieldErrors: { password: [`accounts.error.${verdict.code}`] } }), 400)
  }
  // The same form sent twice: the account is there and the password is its own, so the answer is the first one's.
  return enter(request, lang, { email: found.email, password })
}

async function enter(request: Request, lang: Language, person: { email: string; password: string }) {
  const verdict = await signIn(await currentActor(request), person, clientOf(request))
  if (!verdict.ok) return redirect(pathIn(lang, '/sign-in'), 303)
  const kept = keptInCookie(request)
  await adoptFavourites({ actor: verdict.value.person, provenId: null }, kept)
  const cookies = kept.length === 0 ? verdict.value.cookies : [...verdict.value.cookies, keptCookie([])]
  const headers = cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])
  return redirect(pathIn(lang, '/account/inquiries'), { status: 303, headers })
}

function readToken(request: Request): string {
  const token = TokenSchema.safeParse(new URL(request.url).searchParams.get('token'))
  if (!token.success) throw notFound()
  return token.data
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function SignUpConfirm() {
  const { t, href } = useLanguage()
  const { title, found } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (found.state === 'open') {
    return (
      <>
        <PageHeading title={title} lead={t('accounts.sign_up.confirm_lead')} />
        <NewPasswordForm email={found.email} reply={reply} submit={t('accounts.invitation.submit')} />
      </>
    )
  }
  const isUsed = found.state === 'used'
  return (
    <>
      <PageHeading title={title} />
      <EmptyState title={title} text={t(`accounts.sign_up.${found.state}_text`)}>
        <LinkButton look="primary" to={href(isUsed ? '/sign-in' : '/sign-up')}>
          {t(isUsed ? 'accounts.sign_in.submit' : 'accounts.sign_up.again')}
        </LinkButton>
      </EmptyState>
    </>
  )
}
