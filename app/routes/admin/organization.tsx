import { CancelPanel, InvitationList } from '#app/domain/accounts/components/invitation-list'
import { InviteForm } from '#app/domain/accounts/components/invite-form'
import { OfficialName } from '#app/domain/accounts/components/official-name'
import { PeopleTable, UnlockPanel } from '#app/domain/accounts/components/people-table'
import { cancelInvitation } from '#app/domain/accounts/commands/cancel-invitation.server'
import { hasProof, proofFault, prove, requireProof } from '#app/domain/accounts/proof.server'
import { rolesOfKind } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { readOrganization } from '#app/domain/accounts/queries.server'
import { InvitationActionSchema, InviteSchema, UnlockSchema } from '#app/domain/accounts/schema'
import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { invitePerson, resendInvitation } from '#app/domain/notices/commands/invite-person.server'
import { removeSecondFactor } from '#app/domain/notices/commands/remove-second-factor.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { mailer } from '#app/platform/mail/mailer.server'
import { Chip } from '#app/ui/chip'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

const doneCodes = ['invited', 'resent', 'canceled', 'unlocked'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'organization.read')
  const organization = await readOrganization(actor, params.slug ?? '')
  const query = new URL(request.url).searchParams
  const canInvite = may(actor, 'organization.invite')
  return {
    title: chooseText(organization.name, lang).text,
    organization,
    canInvite,
    isMailHeld: mailer() === null,
    canceling: (canInvite && organization.invitations.find(({ id }) => id === query.get('cancel'))) || null,
    unlocking:
      organization.people.find(({ userId, hasSecondFactor }) => hasSecondFactor && userId === query.get('unlock')) ??
      null,
    needsProof: !(await hasProof(actor)),
    done: doneCodes.find((code) => code === query.get('done')) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'organization.invite')
  const slug = params.slug ?? ''
  const form = await readForm(request)
  const answer = (code: (typeof doneCodes)[number]) =>
    redirect(pathIn(lang, `/admin/organizations/${encodeURIComponent(slug)}?done=${code}`), 303)
  const intent = form.get('intent')
  if (intent === 'unlock' || intent === 'resend' || intent === 'cancel') {
    await requireProof(request, actor)
  }
  if (intent === 'unlock') {
    const order = UnlockSchema.safeParse(Object.fromEntries(form))
    if (!order.success || !(await removeSecondFactor(actor, order.data.userId)).ok) throw notFound()
    return answer('unlocked')
  }
  if (intent === 'resend' || intent === 'cancel') {
    const order = InvitationActionSchema.safeParse(Object.fromEntries(form))
    if (!order.success) throw notFound()
    if (intent === 'resend') await resendInvitation(actor, order.data)
    else await cancelInvitation(actor, order.data.invitationId)
    return answer(intent === 'resend' ? 'resent' : 'canceled')
  }
  const submission = parseWithZod(form, { schema: InviteSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const proof = await prove(request, actor, form)
  if (!proof.ok) {
    const { fault, params: facts, status } = proofFault(proof)
    return data({ ...submission.reply({ fieldErrors: fault }), params: facts }, status)
  }
  const verdict = await invitePerson(actor, slug, submission.value)
  if (verdict.ok) return answer('invited')
  const field = verdict.code === 'role' ? 'role' : 'email'
  return data(submission.reply({ fieldErrors: { [field]: [`accounts.error.${verdict.code}`] } }), 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function OrganizationPage() {
  const { t, href } = useLanguage()
  const { organization, canInvite, isMailHeld, canceling, unlocking, needsProof, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-10">
      <div>
        <PageHeading
          title={<OfficialName of={organization.name} />}
          crumbs={[{ label: t('admin.organizations.title'), to: href('/admin') }]}
          actions={
            (organization.kind === 'spk' || organization.kind === 'platform') && (
              <LinkButton to={href(`/admin/responsibility/desks/${organization.slug}`)}>
                {t('responsibility.desks_link')}
              </LinkButton>
            )
          }
        >
          <Chip>{t(`accounts.kind.${organization.kind}`)}</Chip>
        </PageHeading>
        {done !== null && !reply && (
          <Notice tone="good" role="status">
            {t(`admin.organization.done_${done}`)}
          </Notice>
        )}
        {canceling !== null && <CancelPanel invitation={canceling} />}
        {canInvite && unlocking !== null && <UnlockPanel person={unlocking} />}
      </div>
      <PeopleTable people={organization.people} canUnlock={canInvite} />
      <InvitationList invitations={organization.invitations} canInvite={canInvite} />
      {canInvite && (
        <InviteForm
          key={done}
          roles={rolesOfKind[organization.kind]}
          reply={reply}
          isMailHeld={isMailHeld}
          needsProof={needsProof}
        />
      )}
    </div>
  )
}
