import { requireRight } from '#app/domain/accounts/session.server'
import { countPages, readPage } from '#app/domain/kernel/page'
import { LedgerFilter } from '#app/domain/ledger/components/ledger-filter'
import { LedgerTable } from '#app/domain/ledger/components/ledger-table'
import { listEntries, listTables, readLedgerState } from '#app/domain/ledger/queries.server'
import { LedgerFilterSchema, writeLedgerFilter } from '#app/domain/ledger/schema'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { FactList } from '#app/ui/fact-list'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { Panel } from '#app/ui/panel'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'ledger.read')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const filter = LedgerFilterSchema.parse({ operation: null, from: null, until: null, ...query })
  const { request: page } = readPage({ page: query.page, size: query.size })
  const [found, tables, state] = await Promise.all([
    listEntries(actor, filter, page),
    listTables(actor),
    readLedgerState(actor),
  ])
  return { title: translator(lang)('ledger.title'), filter, found, tables, state }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AuditPage() {
  const { t, format, href } = useLanguage()
  const { filter, found, tables, state } = useLoaderData<typeof loader>()
  const caption = t('ledger.found', { count: found.total, value: format.number(found.total) })
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={t('ledger.title')} />
      <p className="max-w-prose">{t('ledger.intro')}</p>
      <div>
        <LinkButton to={href('/admin/erasures')}>{t('erasure.request.list')}</LinkButton>
      </div>
      <LedgerFilter filter={filter} tables={tables} />
      {found.total === 0 ? (
        <EmptyState title={caption} text={t('ledger.empty')} />
      ) : (
        <LedgerTable lines={found.items} caption={caption} />
      )}
      <Pagination
        page={found.page}
        pages={countPages(found.total, found.size)}
        to={(page) => writeLedgerFilter(filter, page)}
      />
      <Panel title={t('ledger.chain.title')}>
        <FactList
          facts={[
            { label: t('ledger.chain.length'), value: format.number(Number(state.position)) },
            { label: t('ledger.chain.waiting'), value: format.number(state.unsealed) },
            ...(state.sealedAt === null
              ? []
              : [
                  { label: t('ledger.chain.sealed'), value: format.dateTime(state.sealedAt) },
                  {
                    label: t('ledger.chain.head'),
                    value: (
                      <code translate="no" className="[overflow-wrap:anywhere]">
                        {state.position}:{state.hash}
                      </code>
                    ),
                  },
                ]),
          ]}
        />
        <p className="text-muted pt-4">{t('ledger.chain.check')}</p>
      </Panel>
    </div>
  )
}
