import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { safePath } from '#app/platform/http/safe-path'
import { preferenceCookies } from '#app/ui/shell/preferences'

/** Keeps theme and vision in cookies and goes back to the page; the answer to a plain form, also without JavaScript. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  for (const cookie of preferenceCookies({ theme: form.get('theme'), vision: form.get('vision') })) {
    headers.append('Set-Cookie', cookie)
  }
  return redirect(safePath(form.get('return_to'), `/${params.lang ?? ''}`), { status: 303, headers })
}

/** Somebody who opens the address itself is sent to the first page. */
export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/${params.lang ?? ''}`)
}
