const requests: readonly { readonly what: string; readonly who: string; readonly state: string }[] = [
  { what: 'Overtime, two loaders, Saturday', who: 'Asked by Petra', state: 'Waiting for you' },
  { what: 'Hot works at dock 5', who: 'Asked by maintenance', state: 'Approved' },
  { what: 'New carrier: Falcon Bulk', who: 'Asked by purchasing', state: 'With quality' },
];

/** What waits for somebody's word. */
export function Approvals() {
  return (
    <section className="panel dock-later" aria-labelledby="approvals-title">
      <div className="panel-head">
        <h2 id="approvals-title">Approvals</h2>
      </div>
      <ul className="approvals">
        {requests.map(({ what, who, state }) => (
          <li key={what}>
            <p>{what}</p>
            <small>
              {who}, {state.toLowerCase()}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
