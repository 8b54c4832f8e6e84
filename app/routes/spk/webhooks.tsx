import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { addEndpoint } from '#app/domain/webhooks/commands/keep-endpoint.server'
import { SecretNotice } from '#app/domain/webhooks/components/endpoint-actions'
import { EndpointForm } from '#app/domain/webhooks/components/endpoint-form'
import { EndpointTable } from '#app/domain/webhooks/components/endpoint-table'
import { PageBody } from '#app/domain/webhooks/components/page-body'
import { listEndpoints, listOwners } from '#app/domain/webhooks/queries.server'
import { NewEndpointSchema } from '#app/domain/webhooks/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

/** The page stands at the desk of an SPK and in the settings of the administration. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'webhook.read')
  const canEdit = may(actor, 'webhook.manage')
  return {
    title: translator(lang)('webhooks.title'),
    endpoints: await listEndpoints(actor),
    fresh: canEdit ? { form: randomUUID(), owners: await listOwners(actor) } : null,
    base: new URL(request.url).pathname.includes('/admin/') ? '/admin/settings/webhooks' : '/spk/webhooks',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireLanguage(params.lang)
  const actor = await requireRight(request, 'webhook.manage')
  const submission = parseWithZod(await readForm(request), { schema: NewEndpointSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), secret: null }, 400)
  const verdict = await addEndpoint(actor, submission.value)
  if (!verdict.ok) {
    const reply = submission.reply({ fieldErrors: { url: [`webhooks.error.${verdict.code}`] } })
    return data({ reply, secret: null }, 409)
  }
  // No redirect: a secret must not stand in an address, and is shown this once.
  return data({ reply: null, secret: verdict.value.secret }, { headers: { 'cache-control': 'no-store' } })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function WebhooksPage() {
  const { t } = useLanguage()
  const { endpoints, fresh, base } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PageBody base={base}>
      <PageHeading title={t('webhooks.title')} lead={t('webhooks.lead')} />
      {answer?.secret && <SecretNotice secret={answer.secret} />}
      {endpoints.length === 0 ? (
        <EmptyState title={t('webhooks.empty')} text={t('webhooks.empty_text')} />
      ) : (
        <EndpointTable endpoints={endpoints} base={base} />
      )}
      {fresh && <EndpointForm key={endpoints.length} shown={null} fresh={fresh} reply={answer?.reply} />}
    </PageBody>
  )
}
