/** Props of {@link Pager}. */
export interface PagerProps {
  /** Where in the list the first one shown stands, from 1. */
  readonly from: number;
  readonly shown: number;
  readonly total: number;
  /** Left out on the first page. */
  readonly onPrevious?: (() => void) | undefined;
  /** Left out on the last page. */
  readonly onNext?: (() => void) | undefined;
}

/** Which part of a list is shown, and the ways to its neighbours. */
export function Pager({ from, shown, total, onPrevious, onNext }: PagerProps) {
  return (
    <div className="pager">
      <span role="status">{shown === 0 ? 'None' : `${from} to ${from + shown - 1} of ${total}`}</span>
      {shown < total && (
        <>
          <button type="button" disabled={!onPrevious} onClick={onPrevious}>
            Previous
          </button>
          <button type="button" disabled={!onNext} onClick={onNext}>
            Next
          </button>
        </>
      )}
    </div>
  );
}
