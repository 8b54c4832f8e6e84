import { OfficialName } from '#app/domain/accounts/components/official-name'
import { OrganizationFilter } from '#app/domain/accounts/components/organization-filter'
import { listOrganizations } from '#app/domain/accounts/queries.server'
import { OrganizationFilterSchema } from '#app/domain/accounts/schema'
import { requireRight } from '#app/domain/accounts/session.server'
import { countPages, readPage } from '#app/domain/kernel/page'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'organization.read')
  const query = new URL(request.url).searchParams
  const filter = OrganizationFilterSchema.parse({ q: query.get('q'), kind: query.get('kind') })
  const { request: page } = readPage({ page: query.get('page'), size: query.get('size') })
  const title = translator(lang)('admin.organizations.title')
  return { title, filter, found: await listOrganizations(actor, filter, page) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function OrganizationsPage() {
  const { t, href, format } = useLanguage()
  const { filter, found } = useLoaderData<typeof loader>()
  const pageLink = (page: number) =>
    `?${new URLSearchParams({ q: filter.q, kind: filter.kind ?? '', page: String(page), size: String(found.size) })}`
  const count = { count: found.total, value: format.number(found.total) }
  return (
    <>
      <PageHeading title={t('admin.organizations.title')} />
      <OrganizationFilter filter={filter} />
      {found.total === 0 ? (
        <EmptyState title={t('admin.organizations.found', count)} text={t('admin.organizations.empty')} />
      ) : (
        <DataTable
          caption={t('admin.organizations.found', count)}
          rows={found.items}
          rowKey={(row) => row.slug}
          columns={[
            {
              key: 'name',
              header: t('admin.organizations.name'),
              isRowHeader: true,
              cell: (row) => (
                <Link
                  to={href(`/admin/organizations/${row.slug}`)}
                  className="text-accent -my-2 inline-block py-2 underline underline-offset-4"
                >
                  <OfficialName of={row.name} />
                </Link>
              ),
            },
            { key: 'kind', header: t('admin.organizations.kind'), cell: (row) => t(`accounts.kind.${row.kind}`) },
            {
              key: 'people',
              header: t('admin.organizations.people'),
              isNumeric: true,
              cell: (row) => format.number(row.people),
            },
            {
              key: 'invited',
              header: t('admin.organizations.invited'),
              isNumeric: true,
              cell: (row) => format.number(row.invited),
            },
          ]}
        />
      )}
      <Pagination page={found.page} pages={countPages(found.total, found.size)} to={pageLink} />
    </>
  )
}
