import type { AutosaveState } from '#app/ui/autosave-status'
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { EditorReply, Refusal, SaveReply } from '#app/domain/sites/editor-data'

const pauseMs = 1_500
const retryMs = 5_000

type Saved = Extract<SaveReply, { ok: true }>

/** `false`: what was typed is not safe yet. */
type Outcome = Promise<boolean>

/**
 * Saves the form while it is being filled: at once when a field is left, after a pause while typing, again and again
 * while there is no connection. One save runs at a time, so each names the revision of the one before.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, url: string, start: { revision: number }) {
  const [state, setState] = useState<AutosaveState>('idle')
  const [saved, setSaved] = useState<Saved | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const work = useRef({ revision: start.revision, isDirty: false, isStopped: false, hasFaults: false })
  const running = useRef<Outcome | null>(null)
  const timer = useRef<number>()

  const save = useCallback(async (): Outcome => {
    if (running.current) await running.current
    if (!form.current || work.current.isStopped) return false
    if (!work.current.isDirty) return !work.current.hasFaults
    work.current.isDirty = false
    setState('saving')
    const reply = await send(url, form.current, work.current.revision)
    if (reply === null) {
      work.current.isDirty = true
      setState('failed')
      return false
    }
    if (!reply.ok) {
      work.current.isDirty = true
      work.current.isStopped = true
      setRefusal(reply.refusal)
      setState('unsaved')
      return false
    }
    work.current.revision = reply.revision
    work.current.hasFaults = Object.keys(reply.faults).length > 0
    setSaved(reply)
    setState(work.current.isDirty ? 'unsaved' : 'saved')
    return !work.current.hasFaults
  }, [form, url])

  const flush = useCallback((): Outcome => {
    window.clearTimeout(timer.current)
    const outcome = save().finally(() => {
      if (running.current === outcome) running.current = null
    })
    running.current = outcome
    return outcome
  }, [save])

  useListening(form, work, timer, setState, flush)
  useRetry(state === 'failed', flush)

  const control = useMemo(
    () => ({
      /** Whether leaving now would lose something. */
      isUnsafe: () => work.current.isDirty || running.current !== null || work.current.hasFaults,
      /** What is running, for a form that must wait for it. */
      pending: () => running.current,
      revision: () => work.current.revision,
      /** The form itself is on its way: nothing is to be saved beside it. */
      rest: () => {
        window.clearTimeout(timer.current)
        Object.assign(work.current, { isDirty: false, hasFaults: false })
      },
      /** The form came back. */
      resume: ({ revision, refusal: refused }: EditorReply) => {
        if (revision !== undefined) work.current.revision = revision
        setRefusal(refused ?? null)
      },
      /** Saves over what somebody else saved meanwhile. */
      insist: (revision: number) => {
        Object.assign(work.current, { revision, isStopped: false, isDirty: true })
        setRefusal(null)
        void flush()
      },
    }),
    [flush],
  )
  return { state, saved, refusal, flush, ...control }
}

export type Autosave = ReturnType<typeof useAutosave>

type Work = { isDirty: boolean; isStopped: boolean }

/** Native events: `change` comes when a text field is left, which React does not tell from typing. */
function useListening(
  form: RefObject<HTMLFormElement>,
  work: RefObject<Work>,
  timer: { current: number | undefined },
  setState: (state: AutosaveState) => void,
  flush: () => Outcome,
) {
  useEffect(() => {
    const element = form.current
    if (!element) return
    const note = (delay: number) => {
      if (work.current) work.current.isDirty = true
      if (work.current?.isStopped) return
      setState('unsaved')
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flush(), delay)
    }
    const onInput = () => note(pauseMs)
    const onChange = () => note(0)
    element.addEventListener('input', onInput)
    element.addEventListener('change', onChange)
    return () => {
      element.removeEventListener('input', onInput)
      element.removeEventListener('change', onChange)
      window.clearTimeout(timer.current)
    }
  }, [form, work, timer, setState, flush])
}

function useRetry(hasFailed: boolean, flush: () => Outcome) {
  useEffect(() => {
    if (!hasFailed) return
    const again = () => void flush()
    const retry = window.setInterval(again, retryMs)
    window.addEventListener('online', again)
    return () => {
      window.clearInterval(retry)
      window.removeEventListener('online', again)
    }
  }, [hasFailed, flush])
}

/** Null when the server could not be reached or could not answer. */
async function send(url: string, form: HTMLFormElement, revision: number): Promise<SaveReply | null> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('revision', String(revision))
  try {
    const response = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } })
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false
    return isJson ? ((await response.json()) as SaveReply) : null
  } catch {
    return null
  }
}
