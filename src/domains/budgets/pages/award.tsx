import { z } from 'zod'
import { addDays, showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { CheckThenDo, stepOf } from '../../../ui/check-then-do.tsx'
import { emptyForm, readForm, refused, startingWith } from '../../../ui/form.ts'
import {
  choiceField,
  choicesField,
  dayField,
  optionalPoundsField,
  optionalTextField,
  percentField,
} from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { SummaryList, Table } from '../../../ui/nhsuk/index.ts'
import { capital } from '../../../ui/capital.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { RawForm, Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { nameOfPeriod } from '../budget.ts'
import { awardBudget } from '../commands/award-budget.ts'
import { bases, basisWords } from '../funding.ts'
import { wayTerms, wayWords } from '../holding.ts'
import { awardChoices } from '../queries/award-choices.ts'
import type { AwardChoices } from '../queries/award-choices.ts'
import { budgetModel } from '../queries/budget.ts'
import type { BudgetModel } from '../queries/budget.ts'
import { paidEveryChoices, paidEveryWords } from '../release.ts'
import { asTheOthers, AwardForm, NoPlanYet } from './award-form.tsx'
import { awardRefusals, whereAwardIsWrong } from './award-words.ts'
import { showShares } from './budget.tsx'

/** Awards money for lines of the plan: what is wanted, then a look at what it comes to, then the award. */
export async function showAward(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const choices = await visit.ask(awardChoices, { personId: visit.person.id })
  const shown = form === emptyForm && choices ? startingWith(proposal(choices)) : form
  const content = {
    title: 'Award a budget',
    back: { href: pathOf(visit.person, '/budgets') },
    body: choices ? (
      <AwardForm visit={visit} form={shown} choices={choices} />
    ) : (
      <NoPlanYet path={pathOf(visit.person)} />
    ),
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

export async function submitAward(visit: PersonVisit): Promise<Reply> {
  const choices = await visit.ask(awardChoices, { personId: visit.person.id })
  if (!choices) return showAward(visit)
  const read = readForm(formFor(choices), visit.typed)
  if (!read.ok) return showAward(visit, read.form)
  const step = stepOf(visit.typed)
  if (step === 'change') return showAward(visit, startingWith(visit.typed))
  const award = awardOf(visit, choices, read.value)
  if (step === 'check') {
    const { files } = visit.person
    const seen = await visit.rehearse(awardBudget, award, ({ database, viewer }, { budgetId }) =>
      budgetModel(database, viewer, files, { budgetId, on: addDays(read.value.from, -1) }),
    )
    if (!seen.ok) return showAward(visit, refusedAward(visit.typed, seen.refusal))
    return page({
      title: 'Check this budget',
      wide: true,
      body: seen.value && <Check visit={visit} model={seen.value} />,
    })
  }
  const outcome = await visit.perform(awardBudget, award)
  if (!outcome.ok) return showAward(visit, refusedAward(visit.typed, outcome.refusal))
  return seeOther(pathOf(visit.person, `/budgets/${outcome.value.budgetId}`))
}

const refusedAward = (typed: RawForm, refusal: keyof typeof awardRefusals) =>
  refused(typed, awardRefusals[refusal], whereAwardIsWrong[refusal])

function formFor({ plan, icb, council, held }: AwardChoices) {
  const payers = [icb.id, ...(council ? [council.id] : [])]
  return z.object({
    from: dayField({ missing: 'Enter the first day' }),
    lastDay: dayField({ missing: 'Enter the last day' }),
    basis: choiceField(bases, 'Choose on what ground the NHS pays'),
    payerId: choiceField(payers, 'Choose who pays'),
    paidEvery: choiceField(paidEveryChoices, 'Choose how often it is paid'),
    nhsPercent: percentField('Enter how much of it the NHS funds, 100 for all of it'),
    contribution: optionalPoundsField(),
    costCode: optionalTextField(40),
    lines: choicesField(
      plan.lines.map((line) => line.id),
      'Choose the lines that it is for',
    ),
    held: choiceField(
      held.map((option) => option.value),
      'Choose how it is held',
    ),
  })
}

type Read = z.output<ReturnType<typeof formFor>>

/** The command's input. Shares of nothing are left out; a council's share without a council is refused by the command. */
function awardOf(visit: PersonVisit, { plan, icb, council, held }: AwardChoices, read: Read) {
  const { lastDay, nhsPercent, lines, held: chosen, ...rest } = read
  const heldBy = (value: unknown) => held.find((option) => option.value === value)?.choice
  const shares = [
    { funderId: icb.id, parts: nhsPercent },
    { funderId: council?.id ?? icb.id, parts: 10_000 - nhsPercent },
  ].filter((share) => share.parts > 0)
  return {
    ...rest,
    personId: plan.personId,
    planId: plan.id,
    until: addDays(lastDay, 1),
    contribution: rest.contribution === 0n ? undefined : rest.contribution,
    shares,
    lines: lines.map((planLineId) => ({
      planLineId,
      held: heldBy(visit.typed[asTheOthers(planLineId)]) ?? heldBy(chosen),
    })),
  }
}

function proposal({ plan, icb, proposed, held }: AwardChoices): RawForm {
  const day = (name: string, on: string) => ({
    [`${name}-day`]: String(Number(on.slice(8))),
    [`${name}-month`]: String(Number(on.slice(5, 7))),
    [`${name}-year`]: on.slice(0, 4),
  })
  return {
    ...day('from', proposed.from),
    ...day('lastDay', addDays(proposed.until, -1)),
    payerId: icb.id,
    paidEvery: 'month',
    nhsPercent: '100',
    lines: plan.lines.map((line) => line.id),
    held: held.length === 1 ? (held[0]?.value ?? '') : '',
  }
}

function Check({ visit, model }: { visit: PersonVisit; model: BudgetModel }) {
  const number = 'numeric' as const
  const { budget, lines, totals, toCome } = model
  const [first, second] = toCome
  return (
    <>
      <h1>Check this budget</h1>
      <SummaryList
        rows={[
          { key: 'For', value: nameOfPeriod(budget.days) },
          { key: 'On what ground', value: capital(basisWords[budget.basis]) },
          { key: 'Who pays', value: `${model.payer}, ${paidEveryWords[budget.paidEvery]}` },
          model.contribution !== undefined && {
            key: 'Contribution',
            value: `${showMoney(model.contribution)} with each payment`,
          },
          first && { key: 'First payment', value: `${showMoney(first.amount)} on ${showDay(first.on)}` },
          second && { key: 'Then', value: `${showMoney(second.amount)} on ${showDay(second.on)}, and so on` },
        ]}
      />
      <Table
        responsive
        head={[
          'Line',
          'How it was worked out',
          'Who funds it',
          'How it is held',
          { text: 'Awarded', format: number },
        ]}
        rows={[
          ...lines.map((line) => [
            line.name,
            line.working,
            showShares(line.shares),
            `${wayWords[line.held.way]} (${wayTerms[line.held.way]})`,
            { text: showMoney(line.awarded), format: number },
          ]),
          [
            { text: <strong>All together</strong> },
            '',
            '',
            '',
            { text: <strong>{showMoney(totals.promised)}</strong>, format: number },
          ],
        ]}
      />
      <CheckThenDo visit={visit} does="Award this budget">
        <p>Nothing is awarded until you say so.</p>
      </CheckThenDo>
    </>
  )
}
