import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { TemplateTable } from '#app/domain/inquiries/components/templates/template-table'
import { listKeptTemplates } from '#app/domain/inquiries/templates/queries.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'template.read')
  return {
    title: translator(lang)('templates.title'),
    templates: await listKeptTemplates(actor),
    newKey: may(actor, 'template.edit') ? `own-${randomUUID()}` : null,
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function TemplatesPage() {
  const { t, href } = useLanguage()
  const { templates, newKey } = useLoaderData<typeof loader>()
  return (
    <div>
      <PageHeading
        title={t('templates.title')}
        lead={t('templates.lead')}
        actions={
          newKey && <LinkButton to={href(`/admin/settings/templates/${newKey}?new`)}>{t('templates.begin')}</LinkButton>
        }
      />
      {templates.length === 0 ? (
        <EmptyState title={t('templates.empty')} text={t('templates.lead')} />
      ) : (
        <TemplateTable templates={templates} />
      )}
    </div>
  )
}
