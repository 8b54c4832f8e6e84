import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { splitSite } from '#app/domain/sites/commands/split-site.server'
import { PartsPage, type PartsData, type PartsReply } from '#app/domain/sites/components/premises/parts-page'
import { readFields, typedText } from '#app/domain/sites/form/form-fields'
import { readUnits } from '#app/domain/sites/form/split-form'
import { isDivisible, mostUnitsAtOnce, totalAreaM2 } from '#app/domain/sites/premises-rules'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { readParts } from '#app/domain/sites/queries/read-parts.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

const usualCount = 3
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const own = await readOwnDossier(actor, params.number ?? '')
  const dossier = own.version?.dossier ?? own.published
  if (!own.canEdit || !isDivisible(own.kind) || dossier === null) throw notFound()
  const units = await readParts(actor, own.number)
  const count = Number(new URL(request.url).searchParams.get('count') ?? usualCount)
  const parts: PartsData = {
    number: own.number,
    name: dossier.identity.name,
    key: randomUUID(),
    areaM2: totalAreaM2(dossier.buildings),
    units: units.map(({ number, name, areaM2, isPublic }) => ({ number, name, areaM2, isPublic })),
    count: Number.isInteger(count) ? Math.min(mostUnitsAtOnce, Math.max(1, count)) : usualCount,
  }
  const title = translator(lang)('editor.parts.page_title')
  return { parts, title: `${title} · ${chooseText(parts.name, lang).text}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const own = await readOwnDossier(actor, number)
  if (!own.canEdit) throw notFound()
  const fields = readFields(await readForm(request))
  const values = Object.fromEntries([...fields].map(([name, typed]) => [name, typed.at(-1) ?? '']))
  const refuse = (reply: Omit<PartsReply, 'values'>) => data<PartsReply>({ ...reply, values }, 400)
  const key = typedText(fields, 'key') ?? ''
  const units = readUnits(fields)
  if (!units.ok) return refuse({ faults: units.faults, refusal: units.code === 'nothing' ? 'nothing' : null })
  if (!uuid.test(key)) throw new Response(null, { status: 400 })
  const verdict = await splitSite(actor, number, { key, units: units.value })
  if (!verdict.ok) return refuse({ faults: {}, refusal: verdict.code })
  return redirect(pathIn(lang, `/akimat/sites/${number}/parts`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteParts() {
  return <PartsPage data={useLoaderData<typeof loader>().parts} reply={useActionData<typeof action>()} />
}
