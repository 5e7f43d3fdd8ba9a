import { addDays, showDay } from '../../../platform/day.ts'
import { showMoney, sum } from '../../../platform/money.ts'
import { Button, InsetText, Table } from '../../../ui/nhsuk/index.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { fullName, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { statementOfAccount } from '../queries/statement-of-account.ts'
import type { LineStatement, StatementOfAccount } from '../queries/statement-of-account.ts'
import { DaysFilter, daysAsked, thisYear } from './days-filter.tsx'

/** A statement that a person can read and print: you were given, you set aside, you spent, you have. */
export async function showStatementOfAccount(visit: PersonVisit): Promise<Reply> {
  const days = daysAsked(visit.query, thisYear(visit.today))
  const statement = await visit.ask(statementOfAccount, { personId: visit.person.id, ...days })
  return page({
    title: 'Statement of account',
    wide: true,
    back: { href: visit.own ? pathOf(visit.person) : pathOf(visit.person, '/glance') },
    body: (
      <>
        <h1>Statement of account</h1>
        <p class="nhsuk-lede-text">
          {fullName(visit.person)}, {showDay(days.from)} to {showDay(addDays(days.until, -1))}
        </p>
        <DaysFilter days={days} />
        <Summary lines={statement.lines} />
        <Lines lines={statement.lines} />
        <Accounts statement={statement} />
        <Unsettled statement={statement} />
        <p class="cp-no-print">
          <a href={pathOf(visit.person, '/movements')}>Every movement behind these sums</a>
        </p>
        <p class="cp-quiet">Made on {showDay(visit.today)}, from everything that we knew then.</p>
      </>
    ),
  })
}

const number = 'numeric' as const

function Summary({ lines }: { lines: readonly LineStatement[] }) {
  const all = (of: keyof Pick<LineStatement, 'before' | 'given' | 'spent' | 'left' | 'setAside'>) =>
    showMoney(sum(lines.map((line) => line[of])))
  return (
    <InsetText>
      <p>
        You had {all('before')}. You were given {all('given')}. You spent {all('spent')}. You have{' '}
        {all('left')}, of which {all('setAside')} is to be paid.
      </p>
    </InsetText>
  )
}

function Lines({ lines }: { lines: readonly LineStatement[] }) {
  if (lines.length === 0) return <p>There was no budget in these days.</p>
  const total = (of: 'before' | 'given' | 'givenBack' | 'spent' | 'left' | 'setAside') => ({
    text: <strong>{showMoney(sum(lines.map((line) => line[of])))}</strong>,
    format: number,
  })
  return (
    <Table
      responsive
      caption="What it was for"
      head={[
        'Line',
        'Budget',
        { text: 'Before', format: number },
        { text: 'You were given', format: number },
        { text: 'Went back', format: number },
        { text: 'You spent', format: number },
        { text: 'You have', format: number },
        { text: 'Of that, to be paid', format: number },
      ]}
      rows={[
        ...lines.map((line) => [
          line.name,
          line.period,
          ...[line.before, line.given, line.givenBack, line.spent, line.left, line.setAside].map(
            (amount) => ({
              text: showMoney(amount),
              format: number,
            }),
          ),
        ]),
        [
          { text: <strong>All together</strong> },
          '',
          total('before'),
          total('given'),
          total('givenBack'),
          total('spent'),
          total('left'),
          total('setAside'),
        ],
      ]}
    />
  )
}

function Accounts({ statement: { accounts } }: { statement: StatementOfAccount }) {
  if (accounts.length === 0) return null
  return (
    <Table
      responsive
      caption="Where it was"
      head={[
        'Account',
        { text: 'Before', format: number },
        { text: 'Came in', format: number },
        { text: 'Went out', format: number },
        { text: 'At the end', format: number },
      ]}
      rows={accounts.map((account) => [
        account.name,
        ...[account.before, account.in, account.out, account.after].map((amount) => ({
          text: showMoney(amount),
          format: number,
        })),
      ])}
    />
  )
}

function Unsettled({ statement: { unsettled } }: { statement: StatementOfAccount }) {
  const { unexplainedOut, unexplainedIn, owedBack, onItsWay } = unsettled
  const sentences = [
    unexplainedOut !== 0n && `We do not know what ${showMoney(unexplainedOut)} was for yet.`,
    unexplainedIn !== 0n && `${showMoney(unexplainedIn)} came in, and we do not know what it is yet.`,
    owedBack !== 0n && `${showMoney(owedBack)} is to be paid back into the account.`,
    onItsWay !== 0n && `${showMoney(onItsWay)} was on its way.`,
  ].filter((sentence) => sentence !== false)
  return (
    <>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <Button
        variant="secondary"
        type="button"
        classes="cp-no-print nhsuk-u-frontend-not-supported-hidden"
        attributes={{ 'data-print': '' }}
      >
        Print this
      </Button>
    </>
  )
}
