import { useEffect, useRef, useState, type FormEvent } from 'react'

const pauseMs = 300

/** Parameters of the fields that are filled in. */
export function filledIn(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') params.append(name, value.trim())
  }
  return params
}

/** How many sites the form would find; `total` until something in it changes, and whenever the line is down. */
export function useCount(total: number) {
  const [count, setCount] = useState(total)
  const timer = useRef<number | undefined>(undefined)
  const running = useRef<AbortController | null>(null)
  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
      running.current?.abort()
    },
    [],
  )
  const ask = async (params: URLSearchParams) => {
    running.current?.abort()
    const own = (running.current = new AbortController())
    params.set('size', '1')
    try {
      const answer = await fetch(`/api/sites?${params}`, { signal: own.signal })
      if (answer.ok) setCount(((await answer.json()) as { total: number }).total)
    } catch {
      // The button still leads to the search, which counts itself.
    }
  }
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const params = filledIn(event.currentTarget)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void ask(params), pauseMs)
  }
  return { count, onChange }
}
