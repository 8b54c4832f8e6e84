import { membershipsFor } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { createSite } from '#app/domain/sites/commands/create-site.server'
import { NewSiteForm } from '#app/domain/sites/components/desk/new-site-form'
import { NewSiteSchema } from '#app/domain/sites/form/order-schema'
import { listTowns } from '#app/domain/towns/queries.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const places = membershipsFor(actor, 'site.edit')
  const towns = (await listTowns()).filter((town) =>
    places.some(({ townKey, regionKey }) => (townKey === null ? regionKey === town.regionKey : townKey === town.key)),
  )
  return {
    title: translator(lang)('akimat.new.title'),
    key: randomUUID(),
    towns: towns.map(({ key, name }) => ({ key, name })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const submission = parseWithZod(await readForm(request), { schema: NewSiteSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const { key, townKey, kind, name_kk: kk, name_ru: ru, name_en: en } = submission.value
  const { number } = await createSite(actor, { key, townKey, kind, name: { kk, ru, en } })
  return redirect(pathIn(lang, `/akimat/sites/${number}/edit`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteNew() {
  const { t, href } = useLanguage()
  const { key, towns } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-text">
      <PageHeading
        title={t('akimat.new.title')}
        lead={t('akimat.new.lead')}
        crumbs={[{ label: t('akimat.desk.title'), to: href('/akimat') }, { label: t('akimat.new.title') }]}
      />
      <NewSiteForm formKey={key} towns={towns} reply={reply} />
    </div>
  )
}
