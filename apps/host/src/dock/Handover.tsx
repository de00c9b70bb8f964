const notes: readonly { readonly at: string; readonly who: string; readonly text: string }[] = [
  {
    at: '9:55',
    who: 'Owen, early shift',
    text: 'Dock 2 is kept free until noon. The driver rang from the ring road and is twenty minutes out.',
  },
  { at: '8:20', who: 'Petra, quality', text: 'Two pallets on hold in bay C, photos are in the job.' },
  { at: '6:10', who: 'Night shift', text: 'Leveller on dock 5 mended and signed off.' },
];

/** What one shift leaves for the next. */
export function Handover() {
  return (
    <section className="panel dock-later" aria-labelledby="handover-title">
      <div className="panel-head">
        <h2 id="handover-title">Handover</h2>
        <span className="quiet">Early to late shift</span>
      </div>
      <ol className="handover">
        {notes.map(({ at, who, text }) => (
          <li key={at}>
            <p>{text}</p>
            <small>
              {who}, {at}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
