import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { bundleSites, dissolveBundle } from '#app/domain/sites/commands/bundle-sites.server'
import { BundlePage, type BundleData, type BundleReply } from '#app/domain/sites/components/premises/bundle-page'
import { readFields, type Faults } from '#app/domain/sites/form/form-fields'
import { readName } from '#app/domain/sites/form/split-form'
import { bundleReachM, spreadM } from '#app/domain/sites/premises-rules'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { listBundleMates, readBundle } from '#app/domain/sites/queries/read-parts.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const own = await readOwnDossier(actor, params.number ?? '')
  // Only what is public can be offered together.
  if (!own.canEdit || own.published === null) throw notFound()
  const { identity } = own.published
  const [bundle, mates] = await Promise.all([readBundle(actor, own.number), listBundleMates(actor, own.number)])
  const page: BundleData = {
    number: own.number,
    name: identity.name,
    point: identity.point,
    bundle: bundle && {
      name: bundle.name,
      numbers: bundle.sites.map((site) => site.number),
      isFar: spreadM(bundle.sites.map((site) => site.point)) > bundleReachM,
    },
    mates: mates.map(({ number, name, point }) => ({ number, name, point })),
  }
  return { page, title: `${translator(lang)('editor.bundle.title')} · ${chooseText(page.name, lang).text}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const own = await readOwnDossier(actor, number)
  if (!own.canEdit) throw notFound()
  const done = () => redirect(pathIn(lang, `/akimat/sites/${number}`), 303)
  const fields = readFields(await readForm(request))
  const intent = fields.get('intent')?.at(-1)
  if (intent === 'dissolve') {
    await dissolveBundle(actor, number)
    await refreshCatalogue()
    return done()
  }
  if (intent !== 'bundle') throw new Response(null, { status: 400 })
  const faults: Faults = {}
  const name = readName(fields, 'name', faults)
  const chosen = [...(fields.get('site') ?? [])]
  const values = Object.fromEntries([...fields].map(([key, typed]) => [key, typed.at(-1) ?? '']))
  const refuse = (refusal: BundleReply['refusal']) => data<BundleReply>({ refusal, faults, values, chosen }, 400)
  if (name === null || Object.keys(faults).length > 0) return refuse('unnamed')
  const verdict = await bundleSites(actor, number, { name, numbers: chosen })
  if (!verdict.ok) return refuse(verdict.code)
  await refreshCatalogue()
  return done()
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteBundle() {
  return <BundlePage data={useLoaderData<typeof loader>().page} reply={useActionData<typeof action>()} />
}
