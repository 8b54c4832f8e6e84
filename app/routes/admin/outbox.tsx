import { requireRight } from '#app/domain/accounts/session.server'
import { countPages, readPage } from '#app/domain/kernel/page'
import { OutboxTable } from '#app/domain/notices/components/outbox-table'
import { outboxStatuses } from '#app/domain/notices/model'
import { countMessages, listMessages } from '#app/domain/notices/queries.server'
import { StatusSchema } from '#app/domain/notices/schema'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { mailer } from '#app/platform/mail/mailer.server'
import { EmptyState } from '#app/ui/empty-state'
import { LinkTabs } from '#app/ui/link-tabs'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'outbox.read')
  const query = new URL(request.url).searchParams
  const status = StatusSchema.parse(query.get('status'))
  const { request: page } = readPage({ page: query.get('page'), size: query.get('size') })
  const [messages, counts] = await Promise.all([listMessages(actor, status, page), countMessages(actor)])
  return { title: translator(lang)('admin.outbox.title'), status, messages, counts, isMailHeld: mailer() === null }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function OutboxPage() {
  const { t } = useLanguage()
  const { status, messages, counts, isMailHeld } = useLoaderData<typeof loader>()
  const linkTo = (query: Record<string, string>) => `?${new URLSearchParams(query)}`
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={t('admin.outbox.title')} />
      {isMailHeld && <Notice tone="attention">{t('admin.outbox.held')}</Notice>}
      <LinkTabs
        label={t('admin.outbox.state')}
        tabs={[
          { to: '?', label: t('admin.outbox.all'), count: total, isCurrent: status === null },
          ...outboxStatuses.map((value) => ({
            to: linkTo({ status: value }),
            label: t(`admin.outbox.status.${value}`),
            count: counts[value] ?? 0,
            isCurrent: status === value,
          })),
        ]}
      />
      {messages.items.length === 0 ? (
        <EmptyState title={t('admin.outbox.title')} text={t('admin.outbox.empty')} />
      ) : (
        <OutboxTable lines={messages.items} />
      )}
      <Pagination
        page={messages.page}
        pages={countPages(messages.total, messages.size)}
        to={(page) =>
          linkTo({ ...(status === null ? {} : { status }), page: String(page), size: String(messages.size) })
        }
      />
    </div>
  )
}
