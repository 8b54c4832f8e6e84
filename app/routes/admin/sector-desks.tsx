import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { keepDesks } from '#app/domain/routing/commands/keep-desks.server'
import { DeskForm } from '#app/domain/routing/components/desk-form'
import { readDesks } from '#app/domain/routing/queries/plans.server'
import { readDeskForm } from '#app/domain/routing/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.read')
  const { body, officers } = await readDesks(actor, params.slug ?? '')
  return {
    title: chooseText(body.name, lang).text,
    ...{ body, officers },
    canEdit: may(actor, 'responsibility.edit'),
    isDone: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.edit')
  const slug = params.slug ?? ''
  const form = await readForm(request)
  if (form.get('intent') !== 'keep') return data(null, 400)
  await keepDesks(actor, slug, readDeskForm(form))
  return redirect(pathIn(lang, `/admin/responsibility/desks/${encodeURIComponent(slug)}?done`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SectorDesksPage() {
  const { t, href } = useLanguage()
  const { title, body, officers, canEdit, isDone } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-6">
      <PageHeading
        title={t('responsibility.desks')}
        crumbs={[
          { label: t('admin.organizations.title'), to: href('/admin') },
          { label: title, to: href(`/admin/organizations/${body.slug}`) },
        ]}
        lead={t('responsibility.desks_lead')}
      />
      {isDone && (
        <Notice tone="good" role="status">
          {t('responsibility.saved')}
        </Notice>
      )}
      {officers.length === 0 ? (
        <EmptyState title={t('responsibility.no_officers')} text={t('responsibility.no_officers_text')} />
      ) : (
        <DeskForm officers={officers} canEdit={canEdit} />
      )}
    </div>
  )
}
