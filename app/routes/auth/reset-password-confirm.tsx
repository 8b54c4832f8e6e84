import '#app/platform/i18n/account-words.client'
import { NewPasswordForm } from '#app/domain/accounts/components/new-password-form'
import { readReset } from '#app/domain/accounts/queries/read-reset.server'
import { currentActor, homeOf } from '#app/domain/accounts/session.server'
import { resetPassword } from '#app/domain/notices/commands/reset-password.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
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
  open: 'accounts.reset.confirm_title',
  expired: 'accounts.reset.expired_title',
  used: 'accounts.reset.used_title',
} as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const found = await readReset(await currentActor(request), readToken(request))
  if (found === null) throw notFound()
  const title = translator(lang)(titles[found.state])
  return data({ title, found }, { status: found.state === 'open' ? 200 : 410, headers: isPrivate })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const token = readToken(request)
  const actor = await currentActor(request)
  const found = await readReset(actor, token)
  if (found === null) throw notFound()
  return choosePassword(request, lang, {
    email: found.email,
    save: (password) => resetPassword(actor, token, { password }),
    next: (person) => homeOf(person, lang),
  })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function ResetPasswordConfirm() {
  const { t, href } = useLanguage()
  const { title, found } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (found.state === 'open') {
    return (
      <>
        <PageHeading title={title} lead={t('accounts.reset.confirm_lead')} />
        <NewPasswordForm email={found.email} reply={reply} submit={t('accounts.reset.confirm_submit')} />
      </>
    )
  }
  return (
    <>
      <PageHeading title={title} />
      <EmptyState title={title} text={t(`accounts.reset.${found.state}_text`)}>
        <LinkButton look="primary" to={href('/reset-password')}>
          {t('accounts.reset.again')}
        </LinkButton>
      </EmptyState>
    </>
  )
}
