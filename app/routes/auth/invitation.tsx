import '#app/platform/i18n/account-words.client'
import { InvitationForm } from '#app/domain/accounts/components/invitation-form'
import { JoinPanel } from '#app/domain/accounts/components/join-panel'
import { OfficialName } from '#app/domain/accounts/components/official-name'
import { acceptInvitation, joinOrganization } from '#app/domain/accounts/commands/accept-invitation.server'
import { trustNetwork } from '#app/domain/accounts/commands/sign-in.server'
import { readInvitation } from '#app/domain/accounts/queries.server'
import { AcceptSchema } from '#app/domain/accounts/schema'
import { clientOf, currentActor, homeOf } from '#app/domain/accounts/session.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { FactList } from '#app/ui/fact-list'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { enterAndGo } from './enter.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const invitation = await readInvitation(actor, params.token ?? '')
  const status = invitation === null ? 404 : invitation.state === 'open' ? 200 : 410
  const ownEmail = actor.kind === 'person' ? actor.email : null
  return data({ title: translator(lang)('accounts.invitation.title'), invitation, ownEmail }, status)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const token = params.token ?? ''
  const here = pathIn(lang, `/invitations/${encodeURIComponent(token)}`)
  const actor = await currentActor(request)
  const form = await readForm(request)
  if (form.get('intent') === 'join') {
    const verdict = await joinOrganization(actor, token)
    return redirect(verdict.ok ? pathIn(lang, '/account') : here, 303)
  }
  const submission = parseWithZod(form, { schema: AcceptSchema })
  const hideFields: ('password' | 'repeat')[] = ['password', 'repeat']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), 400)
  const verdict = await acceptInvitation(actor, token, submission.value)
  const go = (email: string, otherwise: string) =>
    enterAndGo(request, { email, password: submission.value.password }, lang, {
      next: (person) => homeOf(person, lang),
      otherwise,
    })
  if (verdict.ok) {
    await trustNetwork(actor, verdict.value.email, clientOf(request))
    return go(verdict.value.email, pathIn(lang, '/sign-in'))
  }
  if (verdict.code !== 'gone' && verdict.code !== 'sign_in_first' && verdict.code !== 'other_account') {
    return data(submission.reply({ hideFields, fieldErrors: { password: [`accounts.error.${verdict.code}`] } }), 400)
  }
  // The same form sent twice: the account is there and the password is its own, so the answer is the first one's.
  const invitation = await readInvitation(actor, token)
  if (invitation?.state === 'accepted') return go(invitation.email, here)
  return redirect(here, 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function InvitationPage() {
  const { t, href } = useLanguage()
  const { invitation, ownEmail } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const here = useLocation().pathname
  if (invitation === null || invitation.state !== 'open') {
    const state = invitation === null || invitation.state === 'open' ? 'unknown' : invitation.state
    return (
      <>
        <PageHeading title={t('accounts.invitation.title')} />
        <EmptyState title={t(`accounts.invitation.${state}_title`)} text={t(`accounts.invitation.${state}_text`)}>
          {state === 'accepted' && <LinkButton to={href('/sign-in')}>{t('accounts.sign_in.submit')}</LinkButton>}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeading title={t('accounts.invitation.title')} lead={t('accounts.invitation.intro')} />
      <div className="mb-8">
        <FactList
          facts={[
            { label: t('accounts.invitation.organization'), value: <OfficialName of={invitation.organization} /> },
            { label: t('accounts.invitation.role'), value: t(`accounts.role.${invitation.role}`) },
          ]}
        />
      </div>
      {invitation.hasAccount ? (
        <JoinPanel email={invitation.email} ownEmail={ownEmail} here={here} />
      ) : (
        <InvitationForm email={invitation.email} name={invitation.name} reply={reply} />
      )}
    </>
  )
}
