import { OfficialName } from '#app/domain/accounts/components/official-name'
import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { countPages, readPage } from '#app/domain/kernel/page'
import {
  changeEndpoint,
  pingEndpoint,
  redeliver,
  rotateSecret,
  switchEndpoint,
} from '#app/domain/webhooks/commands/keep-endpoint.server'
import { DeliveryLog } from '#app/domain/webhooks/components/delivery-log'
import { EndpointActions, SecretNotice } from '#app/domain/webhooks/components/endpoint-actions'
import { EndpointForm } from '#app/domain/webhooks/components/endpoint-form'
import { EndpointState } from '#app/domain/webhooks/components/endpoint-table'
import { PageBody } from '#app/domain/webhooks/components/page-body'
import { readEndpoint } from '#app/domain/webhooks/queries.server'
import { EndpointIdSchema, EndpointOrderSchema, EndpointSchema } from '#app/domain/webhooks/schema'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

function idOf(params: LoaderFunctionArgs['params']): string {
  const id = EndpointIdSchema.safeParse(params.id)
  if (!id.success) throw notFound()
  return id.data
}

function baseOf(request: Request): string {
  return new URL(request.url).pathname.includes('/admin/') ? '/admin/settings/webhooks' : '/spk/webhooks'
}

const doneCodes = ['saved', 'pinged', 'redelivered', 'switched'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireLanguage(params.lang)
  const actor = await requireRight(request, 'webhook.read')
  const query = new URL(request.url).searchParams
  const { request: page } = readPage({ page: query.get('page'), size: query.get('size') })
  const { endpoint, deliveries } = await readEndpoint(actor, idOf(params), page)
  return {
    ...{ endpoint, deliveries },
    canEdit: may(actor, 'webhook.manage', { organizationId: endpoint.organizationId }),
    base: baseOf(request),
    form: randomUUID(),
    done: doneCodes.find((code) => code === query.get('done')) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'webhook.manage')
  const id = idOf(params)
  const base = pathIn(lang, baseOf(request))
  const go = (code: (typeof doneCodes)[number]) => redirect(`${base}/${id}?done=${code}`, 303)
  const form = await readForm(request)
  const order = EndpointOrderSchema.safeParse(Object.fromEntries(form))
  if (order.success) {
    switch (order.data.intent) {
      case 'ping':
        await pingEndpoint(actor, id, order.data.form)
        return go('pinged')
      case 'redeliver':
        await redeliver(actor, id, order.data.delivery)
        return go('redelivered')
      case 'rotate': {
        const secret = await rotateSecret(actor, id)
        return data({ reply: null, secret }, { headers: { 'cache-control': 'no-store' } })
      }
      default:
        await switchEndpoint(actor, id, order.data.intent)
        return order.data.intent === 'delete' ? redirect(base, 303) : go('switched')
    }
  }
  const submission = parseWithZod(form, { schema: EndpointSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), secret: null }, 400)
  const verdict = await changeEndpoint(actor, id, submission.value)
  if (verdict.ok) return go('saved')
  return data(
    { reply: submission.reply({ fieldErrors: { url: [`webhooks.error.${verdict.code}`] } }), secret: null },
    409,
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data ? new URL(args.data.endpoint.url).host : '', isIndexed: false })

export default function WebhookPage() {
  const { t, href } = useLanguage()
  const { endpoint, deliveries, canEdit, base, form, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PageBody base={base}>
      <div className="flex flex-col gap-4">
        <PageHeading
          title={
            <span translate="no" lang="zxx" className="break-all">
              {endpoint.url}
            </span>
          }
          crumbs={[{ label: t('webhooks.title'), to: href(base) }]}
          lead={<OfficialName of={endpoint.body} />}
        >
          <EndpointState state={endpoint.state} />
        </PageHeading>
        {answer?.secret && <SecretNotice secret={answer.secret} />}
        {done !== null && !answer && (
          <Notice tone="good" role="status">
            {t(`webhooks.done.${done}`)}
          </Notice>
        )}
        {endpoint.state === 'disabled' && <Notice tone="bad">{t('webhooks.disabled_text')}</Notice>}
      </div>
      {canEdit && <EndpointActions endpoint={endpoint} form={form} />}
      <DeliveryLog deliveries={deliveries.items} canEdit={canEdit} />
      <Pagination
        page={deliveries.page}
        pages={countPages(deliveries.total, deliveries.size)}
        to={(page) => `?page=${page}`}
      />
      {canEdit && <EndpointForm shown={endpoint} reply={answer?.reply} />}
    </PageBody>
  )
}
