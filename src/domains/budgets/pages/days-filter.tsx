import {
  addDays,
  addMonths,
  dateOf,
  dayOf,
  monthOf,
  startOfFinancialYear,
  yearOf,
} from '../../../platform/day.ts'
import type { Day, Days } from '../../../platform/day.ts'
import { Button, DateInput } from '../../../ui/nhsuk/index.ts'

/** The financial year so far. */
export const thisYear = (today: Day): Days => ({
  from: startOfFinancialYear(today),
  until: addDays(today, 1),
})

/** The days in an address (`from` and `to`, ISO or three boxes each); the usual ones where they make no sense. */
export function daysAsked(query: URLSearchParams, usual: Days): Days {
  const from = dayIn(query, 'from') ?? usual.from
  const last = dayIn(query, 'to') ?? addDays(usual.until, -1)
  const isSensible = from <= last && last <= addMonths(from, 12 * 12)
  return isSensible ? { from, until: addDays(last, 1) } : usual
}

function dayIn(query: URLSearchParams, name: string): Day | undefined {
  const [date, month, year] = ['day', 'month', 'year'].map((part) => Number(query.get(`${name}-${part}`)))
  return dayOf(year ?? 0, month ?? 0, date ?? 0)
}

/** Which days a page is about; they live in the address. */
export function DaysFilter({ days }: { days: Days }) {
  return (
    <form method="get" class="cp-filter cp-no-print">
      <DayBoxes name="from" label="From" on={days.from} />
      <DayBoxes name="to" label="To" on={addDays(days.until, -1)} />
      <Button variant="secondary">Show these days</Button>
    </form>
  )
}

function DayBoxes({ name, label, on }: { name: string; label: string; on: Day }) {
  const part = (which: string, words: string, value: number, width: 2 | 4) => ({
    id: `${name}-${which}`,
    name: `${name}-${which}`,
    label: words,
    width,
    value: String(value),
  })
  return (
    <DateInput
      id={name}
      fieldset={{ legend: { text: label, size: 's' } }}
      items={[
        part('day', 'Day', dateOf(on), 2),
        part('month', 'Month', monthOf(on), 2),
        part('year', 'Year', yearOf(on), 4),
      ]}
    />
  )
}
