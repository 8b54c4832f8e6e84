import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { countTasks } from '#app/domain/inquiries/akimat/queries.server'
import { TasksNotice } from '#app/domain/inquiries/components/tasks-notice'
import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { readPage } from '#app/domain/kernel/page'
import { QuestionsNotice } from '#app/domain/questions/components/questions-notice'
import { countDeskQuestions } from '#app/domain/questions/queries.server'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { confirmSites, undoConfirmations } from '#app/domain/sites/commands/confirm-site.server'
import { DeskPage, type DeskData } from '#app/domain/sites/components/desk/desk-page'
import { deskDone, type DeskDone } from '#app/domain/sites/components/desk/desk-notices'
import { readFilter, viewOf } from '#app/domain/sites/desk'
import { listOwnTowns, readDeskTable, readDeskTasks } from '#app/domain/sites/queries/desk-sites.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

const pageSize = 25
/** More than a page of the table holds, and than an address should carry. */
const mostAtOnce = 100

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  const query = new URL(request.url).searchParams
  const view = viewOf(query.get('view'))
  const filter = readFilter(query)
  const { request: page } = readPage({ page: query.get('page'), size: String(pageSize) })
  const [table, tasks, towns, townKeys] = await Promise.all([
    readDeskTable(actor, { view, filter, page }),
    readDeskTasks(actor),
    listTowns(),
    listOwnTowns(actor),
  ])
  const data: DeskData = {
    tasks,
    view,
    filter,
    counts: table.counts,
    sites: table.items,
    total: table.total,
    page: { page: table.page, size: table.size },
    towns: towns.filter((town) => townKeys.has(town.key)).map(({ key, name }) => ({ key, name })),
    canAdd: may(actor, 'site.edit'),
    confirmed: numbersOf((query.get('confirmed') ?? '').split(',')),
    done: deskDone.find((code) => code === query.get('done')) ?? null,
    isEmpty: townKeys.size === 0,
  }
  return {
    data,
    questions: await countDeskQuestions(actor),
    tasks: await countTasks(actor),
    title: translator(lang)('akimat.desk.title'),
  }
}

function numbersOf(typed: readonly string[]): string[] {
  return typed.filter((number) => parseSiteNumber(number).ok).slice(0, mostAtOnce)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const form = await readForm(request)
  const numbers = numbersOf(form.getAll('number').map(String))
  const view = viewOf(String(form.get('view') ?? ''))
  const back = (outcome: { done: DeskDone } | { confirmed: string }) => {
    const query = new URLSearchParams({ ...(view !== 'all' && { view }), ...outcome })
    return redirect(pathIn(lang, `/akimat?${query}`), 303)
  }
  const intent = form.get('intent')
  if (intent !== 'confirm' && intent !== 'undo') throw new Response(null, { status: 400 })
  if (numbers.length === 0) return back({ done: 'none_chosen' })
  if (intent === 'confirm') {
    const confirmed = await confirmSites(actor, numbers)
    await refreshCatalogue()
    return back(confirmed.length === 0 ? { done: 'nothing_confirmed' } : { confirmed: confirmed.join(',') })
  }
  const undone = await undoConfirmations(actor, numbers)
  await refreshCatalogue()
  return back({ done: undone.length === 0 ? 'too_late' : 'undone' })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Desk() {
  const { data, questions, tasks } = useLoaderData<typeof loader>()
  const notice = (
    <>
      <TasksNotice count={tasks} />
      <QuestionsNotice count={questions} />
    </>
  )
  return <DeskPage data={data} notice={notice} />
}
