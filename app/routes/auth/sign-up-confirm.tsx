import '#app/platform/i18n/account-words.client'
import { makeAccount } from '#app/domain/accounts/commands/make-account.server'
import { NewPasswordForm } from '#app/domain/accounts/components/new-password-form'
import { readSignUp } from '#app/domain/accounts/queries/read-sign-up.server'
import { currentActor } from '#app/domain/accounts/session.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choosePassword, readToken } from './enter.server'

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
  const found = await readSignUp(actor, token)
  if (found === null) throw notFound()
  return choosePassword(request, lang, {
    email: found.email,
    save: (password) => makeAccount(actor, token, { password }),
    next: () => pathIn(lang, '/account/inquiries'),
  })
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
