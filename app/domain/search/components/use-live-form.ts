import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState, type FormEvent } from 'react'

/** Typing pauses this long before the search runs. */
const pauseMs = 500

function readForm(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') params.append(name, value.trim())
  }
  return params
}

/** Leaves out values that say what holds anyway, and parameters that mean nothing without another one. */
function tidySearch(params: URLSearchParams): URLSearchParams {
  if (params.get('sort') === 'relevance') params.delete('sort')
  if (!params.has('price_max')) params.delete('price_kind')
  return params
}

/**
 * A GET form that sends itself when something in it changes. `formKey` changes when the address was changed by something
 * else (a chip, the back button), so that the fields are drawn anew; what the form itself sent leaves them, and the
 * focus, alone. `tidy` makes the address of what the fields say.
 */
export function useLiveForm(tidy = tidySearch) {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const sent = useRef(search)
  // What is on its way: it may arrive when the next is sent already, and is no change from outside then.
  const pending = useRef<string[]>([])
  const timer = useRef<number | undefined>(undefined)
  const [formKey, setFormKey] = useState(0)

  useEffect(() => {
    const arrived = pending.current.indexOf(search)
    pending.current = arrived === -1 ? [] : pending.current.slice(arrived + 1)
    if (arrived !== -1 || search === sent.current) return
    sent.current = search
    window.clearTimeout(timer.current)
    setFormKey((key) => key + 1)
  }, [search])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const send = (form: HTMLFormElement, isTyping: boolean) => {
    window.clearTimeout(timer.current)
    const query = tidy(readForm(form)).toString()
    const next = query === '' ? '' : `?${query}`
    if (next === sent.current) return
    sent.current = next
    pending.current.push(next)
    navigate(`${pathname}${next}`, { replace: isTyping, preventScrollReset: true })
  }
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const field = event.target
    window.clearTimeout(timer.current)
    const isTyped = field instanceof HTMLInputElement && ['text', 'search'].includes(field.type)
    if (isTyped) timer.current = window.setTimeout(() => send(form, true), pauseMs)
    else send(form, false)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(event.currentTarget, false)
    event.currentTarget.querySelector('details[open]')?.removeAttribute('open')
  }
  return { formKey, onChange, onSubmit }
}
