import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/platform/http/read-form.server'
import { safePath } from '#app/platform/http/safe-path'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { preferenceCookies } from '#app/ui/shell/preferences'

/** Keeps theme and vision in cookies and goes back to the page; the answer to a plain form, also without JavaScript. */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const form = await readForm(request)
  const headers = new Headers()
  for (const cookie of preferenceCookies({ theme: form.get('theme'), vision: form.get('vision') })) {
    headers.append('Set-Cookie', cookie)
  }
  return redirect(safePath(form.get('return_to'), pathIn(lang, '/')), { status: 303, headers })
}

/** Somebody who opens the address itself is sent to the first page. */
export function loader({ params }: ActionFunctionArgs) {
  return redirect(pathIn(requireLanguage(params.lang), '/'))
}
