import { Table, Tag } from '../../../ui/nhsuk/index.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { detailsToDo } from '../queries/where-to-pay.ts'

/** Payment details that somebody has to enter or to confirm, of everybody whom we pay. */
export async function showDetailsToDo(visit: Visit): Promise<Reply> {
  const places = await visit.ask(detailsToDo, {})
  return page({
    title: 'Payment details to do',
    wide: true,
    back: { href: '/finance', text: 'Finance' },
    body: (
      <>
        <h1>Payment details to do</h1>
        <p>
          Nothing is paid to an account until one of you has entered where it is, and another has confirmed
          it.
        </p>
        {places.length === 0 ? (
          <p>Everything is entered and confirmed.</p>
        ) : (
          <Table
            responsive
            head={['Person', 'Account or payee', 'How it stands', 'Entered by']}
            rows={places.map((place) => [
              { text: <a href={`/people/${place.personId}/where-to-pay`}>{place.personName}</a> },
              place.name,
              {
                text: place.details ? (
                  <Tag colour="yellow">Waits to be confirmed</Tag>
                ) : (
                  <Tag colour="orange">Not entered</Tag>
                ),
              },
              place.details?.enteredBy.name ?? '',
            ])}
          />
        )}
      </>
    ),
  })
}
