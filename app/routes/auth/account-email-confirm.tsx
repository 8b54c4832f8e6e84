import '#app/platform/i18n/account-words.client'
import { readEmailChange } from '#app/domain/accounts/queries/read-email-change.server'
import { currentActor } from '#app/domain/accounts/session.server'
import { changeEmail } from '#app/domain/notices/commands/change-email.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readToken } from './enter.server'

const isPrivate = { 'Cache-Control': 'no-store' }

const titles = {
  open: 'accounts.email_change.confirm_title',
  expired: 'accounts.email_change.expired_title',
  used: 'accounts.email_change.used_title',
} as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const found = await readEmailChange(await currentActor(request), readToken(request))
  if (found === null) throw notFound()
  const isDone = found.state === 'used' && new URL(request.url).searchParams.has('done')
  const title = translator(lang)(isDone ? 'accounts.email_change.done_title' : titles[found.state])
  const status = found.state === 'open' || isDone ? 200 : 410
  return data({ title, found, isDone }, { status, headers: isPrivate })
}

/** Changes the address only when the button is pressed: programs of mail servers open links. */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const token = readToken(request)
  const verdict = await changeEmail(await currentActor(request), token)
  if (verdict.ok) {
    return redirect(pathIn(lang, `/account/email/confirm?${new URLSearchParams({ token, done: '' })}`), 303)
  }
  return data({ isTaken: verdict.code === 'taken' }, verdict.code === 'taken' ? 409 : 410)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function AccountEmailConfirm() {
  const { t, href } = useLanguage()
  const { title, found, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (isDone) {
    return (
      <>
        <PageHeading title={title} />
        <EmptyState title={title} text={t('accounts.email_change.done_text', { email: found.email })}>
          <LinkButton look="primary" to={href('/account')}>
            {t('accounts.account.title')}
          </LinkButton>
        </EmptyState>
      </>
    )
  }
  if (found.state !== 'open') {
    return (
      <>
        <PageHeading title={title} />
        <EmptyState title={title} text={t(`accounts.email_change.${found.state}_text`)}>
          <LinkButton to={href('/account/email')}>{t('accounts.email_change.title')}</LinkButton>
        </EmptyState>
      </>
    )
  }
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={title} lead={t('accounts.email_change.confirm_lead', { email: found.email })} />
      {answer?.isTaken && (
        <Notice tone="bad" role="alert">
          {t('accounts.error.taken')}
        </Notice>
      )}
      <Form method="post">
        <Button look="primary">{t('accounts.email_change.confirm_submit')}</Button>
      </Form>
    </div>
  )
}
