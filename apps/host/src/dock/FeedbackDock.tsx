import { NpsSurvey } from '@plimsoll/react';
import { useState } from 'react';

/** The survey, docked beside the work; it leaves its place when it is put away. */
export function FeedbackDock() {
  const [isAway, setAway] = useState(false);
  if (isAway) return null;
  return (
    <div className="feedback-dock">
      <NpsSurvey survey="relationship" onDismissed={() => setAway(true)} />
      <p className="hint">
        In this demo, sign in as somebody else to answer again, and keep the success desk open in another tab: its score
        moves as you send.
      </p>
    </div>
  );
}
