import { showDay } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import type { TagColour } from '../../ui/nhsuk/index.ts'
import type { Budget } from './budget.ts'

/** How a budget stands on a day, in words for a tag. */
export function stateOfBudget({ days, ended }: Budget, on: Day): { words: string; colour: TagColour } {
  if (ended && ended.on <= on) return { words: `Ended on ${showDay(ended.on)}`, colour: 'grey' }
  if (on >= days.until) return { words: 'Over', colour: 'grey' }
  if (ended) return { words: `Ends on ${showDay(ended.on)}`, colour: 'yellow' }
  if (on < days.from) return { words: `Starts on ${showDay(days.from)}`, colour: 'blue' }
  return { words: 'Running', colour: 'green' }
}
