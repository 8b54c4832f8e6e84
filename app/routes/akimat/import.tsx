import { membershipsFor } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { ImportStart } from '#app/domain/sites/import/components/import-start'
import { startImport } from '#app/domain/sites/import/import-commands.server'
import { layouts } from '#app/domain/sites/import/model'
import { listImports } from '#app/domain/sites/import/read-import.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { isLanguage, pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { readUploads } from '#app/platform/storage/read-uploads.server'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const places = membershipsFor(actor, 'site.edit')
  const towns = (await listTowns()).filter((town) =>
    places.some(({ townKey, regionKey }) => (townKey === null ? regionKey === town.regionKey : townKey === town.key)),
  )
  return {
    title: translator(lang)('imports.title'),
    towns: towns.map(({ key, name }) => ({ key, name })),
    recent: await listImports(actor),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data'))
    return data({ fault: 'file_missing' }, 400)
  let file: { name: string; bytes: Uint8Array } | null = null
  const form = await readUploads(request, ['file'], async (upload) => void (file ??= upload))
  const { name: fileName, bytes } = file ?? { name: '', bytes: new Uint8Array() }
  const language = String(form.get('language') ?? '')
  const verdict = await startImport(actor, {
    ...{ fileName, bytes },
    layout: layouts.find((layout) => layout === form.get('layout')) ?? null,
    language: isLanguage(language) ? language : lang,
    townKey: String(form.get('town') ?? '') || null,
  })
  if (!verdict.ok) return data({ fault: verdict.code }, 400)
  return redirect(pathIn(lang, `/akimat/import/${verdict.value.id}`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Import() {
  const { t, href } = useLanguage()
  const { towns, recent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHeading
        title={t('imports.title')}
        lead={t('imports.lead')}
        crumbs={[{ label: t('akimat.desk.title'), to: href('/akimat') }, { label: t('imports.title') }]}
      />
      <ImportStart towns={towns} recent={recent} fault={reply?.fault ?? null} />
    </>
  )
}
