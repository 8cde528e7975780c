<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>About PracticeCoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on not applicable, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on that level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 0.2 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to not agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to not yet rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin or end an evidence span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the encrypted study until its passphrase is entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition and levels of the current dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt this study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every act is saved as it is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on the timeline as rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence at this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence from the selected words, or the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence from the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 0.2 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next stretch that was not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import or remove the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a rating card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the evidence table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the listening area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table of a consensus meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is something to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows a strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last evidence is something to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last evidence shows a strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the level above; once rated, one higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the level below; once rated, one lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make evidence of the selected text, or of the current line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next card not yet rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next dimension; show or fold the equal ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open study folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demonstration study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next session of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the note&apos;s moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the next evidence of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the next evidence of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the next evidence of C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the next gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play; while playing, faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise a concern…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate that level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the level looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the level looked at, next card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register of exports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay the last 10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports &amp; export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the spectrogram of the visible stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over all equal ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the lead about possible harm that was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time stamp into the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure, or sure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What left the study: who, when and for what; verify a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “not encrypted” means…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While playing, leave out stretches in which nobody speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write worker reports or the analysis package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom the waveform in, out, to all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, by worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holm, of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean {0} was the same after as before: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean {0} was {1} points higher after than before: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean {0} was {1} points lower after than before: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office-adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office-adjusted, by worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick what is to be left out. Sessions without a value are left out too once something of that line is unticked. Every number says how many were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sessions are chosen by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basis of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codebook version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coder recognised someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean r {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not estimable: {0} (n = {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time since implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type of session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker&apos;s role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and days since implementation: {1}; {2} points per 100 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} by {1}: Welch&apos;s F({2}, {3}) = {4}, p {5}, {6} sessions in {7} groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} by {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} numbers for {1} sessions. They stand beside the scores in analysis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} over days since implementation: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, after against before: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: tick at least one, or no session is left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to analyse yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis begins with the first submitted session. Comparisons need sessions before and after implementation; trends need the days since it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the published set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score or dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welch&apos;s t-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student, as in the published tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student&apos;s t-test, as in the published tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holm over all scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust p for all scores and dimensions, after Holm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which sessions are looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By office and period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets (*.csv *.tsv *.xlsx *.sav *.parquet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {0} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the published set in a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0} files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Cautions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <source>Codebook: {0} codes ({1}); {2} rated dimensions ({3}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the study</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Withdraw a rating?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this answer the rating of {0} is withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not applicable by the answer to “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is always rated; the codebook gives no reason to rule it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead will see your concern.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  –  has {1} of them already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssignTrialsDialog</name>
    <message>
        <source>{} – has met {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackInUseDialog</name>
    <message>
        <source>For example: taken out by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>First day of release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BeforeAfterPanel</name>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, after minus before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardColumn</name>
    <message>
        <source>Next unrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next card not yet rated (F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings  {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangePassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code stays the same. Copies of the study made before keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code opened the study. Choose a passphrase that you know; the code stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Codebook page of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>Agreed in this laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts at most once in a volley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not belong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives way to {0} in the same utterance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If “{0}” is answered “{1}”: {2}. The dimension is then ruled out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one volley and utterance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen for, higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen for, lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be confused with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares its slot with {0}; {1} counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This dimension is always rated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one marked first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodebookPage</name>
    <message>
        <source>Codebook page of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodebookView</name>
    <message>
        <source>Items of the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save decisions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every decision as a table (CSV), with session and person, for the lead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Codebooks</name>
    <message>
        <source>Codings made by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id and version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs that codings rest on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of substance: codings would mean different things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodebooksPage</name>
    <message>
        <source>Codebooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} beside {book}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version that was used stays as it is; a further one with other words is taken into use by a lead (study update-codebook).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a codebook file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a codebook file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebooks (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodedPart</name>
    <message>
        <source>Codings as they would be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on the left what it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodersOfItem</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders of the item</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodersPanel</name>
    <message>
        <source>Cautions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of the scale above (+) or below (−) the mean of the coders, on sessions that two or more rated. It shows where to recalibrate; it ranks nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody codes in this study yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip in checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check for drift is due: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue already: {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodingHost</name>
    <message>
        <source>Nothing to code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every session in your queue is submitted, or none has been assigned to you yet. The lead assigns sessions on the Sessions page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every other session in your queue is submitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is submitted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodingPage</name>
    <message>
        <source>Every dimension is rated or not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodingsImportDialog</name>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session to be added: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” (ratings: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (marks: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (ratings: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not taken)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>A second agrees if the other coder has the same code within two seconds of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjusted for the number of pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band
(lower limit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before or after implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold where it differs from the first submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change per week
[95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cicchetti (1994): poor, fair from .40, good from .60, excellent from .75</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code that coders see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coded by two or more coders independently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codings that are not submitted; without sound they cannot be finished by ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns, coders no longer blind, listening cut short, ratings marked unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation of ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation of the part with the sum of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since implementation; negative before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions of meetings about the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions on which the coders differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions rated or not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions that one rated and the other ruled out; they are in no share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do coders differ in level?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it apply?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: by command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank order alone: a gap to ICC(A,1) means that coders differ in level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency
ICC(C,1) [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krippendorff&apos;s
alpha [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinal metric, interval for scores; uses every rating of sessions with two or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted kappa
[95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa with quadratic weights, mean over pairs of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AC2
[95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gwet&apos;s AC2 with quadratic weights; to be read beside kappa, never alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact
agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of equal ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs that differ by one level at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard error of measurement, in points of the scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest detectable change between two values of one coder each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of k coders
ICC(A,k) [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute agreement of the mean of k coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency
ICC(C,k) [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank order of the mean of k coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated
by all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders
disagreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated
by none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa of the
yes or no [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions to talk about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted kappa [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean difference [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower limit [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper limit [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F test of equal levels, sessions allowed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day by which a coding that is not submitted is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedges g [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holm: p of the chosen t-test, adjusted for all comparisons. Clustered: sandwich variance by worker. Mixed model: random intercept of worker. Worker means: each worker once a phase. Levene: whether the two phases spread alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one coder&apos;s rating can be relied on: absolute agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent codings submitted, of those assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa against
reference [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa over seconds [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest
kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest unweighted kappa that the two coders&apos; use of the levels allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of what is coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean (number of sessions with a value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean departure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean departure
[95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of rating minus reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the study that give way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the manifest, which holds those of all files; of a packet, that of its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase by date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings, evidence, notes, marks and acts that are not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of all tables together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of the packet that are submitted in this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that keep the days that were entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions whose phase follows from their date and this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two: the coding was continued in two places at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version whose value counts for this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r with the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the dimensions that both rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole score; for each part, of the others without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these, sessions that others code too; coders are not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One coder
ICC(A,1) [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in your queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points per 100 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quadratic weighted kappa against the reference, dimensions pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random code of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random code of the session; it tells nothing about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank order
(relative)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating minus reference, in points of the scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings of the latest attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second coder minus first, of linked marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions
(left out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of the group that are coded twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that this plan gives to the coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions with a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions with two or more ratings of the item; in brackets those without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions without a value, such as not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of ratings at most one level from the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of ratings equal to the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch that is coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same ICC(A,1) as a dot with its interval; lines where bands begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To talk about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerant kappa [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for research, supervision or both; feedback needs supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses that were agreed to, or refused; empty where nobody was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utterance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value itself
(absolute)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the coders agreed on in a meeting; it is no coding of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What there is to listen to once, at normal speed; the least that it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed; a digit agrees on a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noted for the dimension; a click plays it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the lead wants it; the queue keeps its order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the mark counts by the rules of volley and utterance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the worker may see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widest differences come first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within
one level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k; where coders left gaps, the harmonic mean of ratings per session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p Holm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks that the other coder has too, within the tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only
first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks of the first coder alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only
second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks of the second coder alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit agreement
[95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did both mark something: share of marks that the other coder has too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa among
linked [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did they call it the same: marks that both made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa including
missed [95% CI]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both questions at once: a missed mark is a disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval, about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual columns in their usual order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsList</name>
    <message>
        <source>{0}, {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsPart</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} further columns are taken as suggested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {0} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coder of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose, Enter runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command that can be used here has these letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be used any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}, {2}, {3} of {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Decision: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A against rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating of {0}; a question mark stands for unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coder was unsure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left open by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not agreed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; {1} unsure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Comparison with the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings of trial and reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial {0} of {1}, session {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ratings compared: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None noted for this dimension.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConcernDialog</name>
    <message>
        <source>Raise a concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did you hear that may mean harm to somebody?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in a few words; leave out names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to the leads of the study, with your code and the session, outside the blind. It never enters scores, reports or exports. It is not an emergency call: where somebody is in danger at this moment, also follow your agency&apos;s procedure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConcernsDialog</name>
    <message>
        <source>Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No concern was raised.
A coder who hears that somebody may be harmed writes to you from the coding page; it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: told the head of the office today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What coders told you about possible harm. It is for leads alone and never part of scores, reports or exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was &amp;heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is &amp;done about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsensusPage</name>
    <message>
        <source>Meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook and addenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused or taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example the number of the form; no names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the answers are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsistencyPanel</name>
    <message>
        <source>Internal consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no mean of several dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} sessions with all parts rated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountPad</name>
    <message>
        <source>Counting pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same utterance  +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next code belongs to the utterance of the last mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next volley  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back  Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts in the open volley. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker: {0}  /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, key {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters mark while the pad has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift with a letter: in the utterance of the last mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: play or pause. F1: the code&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Count the other way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open volley has no code yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volley {0} closed: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mark of this sitting is left. Remove others in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not count: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study counts nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by volley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>counted already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives way to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} counts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoursePanel</name>
    <message>
        <source>Score or dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session of this worker has a score yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions whose worker has neither rated nor declined yet have no dot: the worker&apos;s own view comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One session is one sample of practice. From three sessions on, the worker&apos;s own mean is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: own mean {mean:.2f}; band: its 95% interval, {low:.2f} to {high:.2f}, from the spread within workers of this study.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoursePlot</name>
    <message>
        <source>Course over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Unlock first: what is not saved yet would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurtainPage</name>
    <message>
        <source>The study is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase or recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not open the study. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of the study cannot be read. Check its disk, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataProtection</name>
    <message>
        <source>Withdrawn; receipt {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionField</name>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is this dimension to be read from here on? It joins the codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision was noted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionStudy</name>
    <message>
        <source>How many coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability by number of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the variance {session} lies between sessions, {coder} between coders, {residual} is left over ({source}; session {vs}, coder {vr}, residual {ve}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DimensionDetail</name>
    <message>
        <source>Codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not agreed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the agreement back (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play evidence of {0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decision for the codebook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Levels given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings by level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Feedback: session {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step (Ctrl+Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step before (Ctrl+Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Close without it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawAgainDialog</name>
    <message>
        <source>A new &amp;window at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The w&amp;hole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: loud noise in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawDialog</name>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DriftPanel</name>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departures over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do coders drift apart: F({}, {}) = {}, p {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departures by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check was submitted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalibrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a recalibration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected recalibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was checked on this dimension yet. Checks are training recordings that are slipped into the queues of certified coders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: departure {}, exact {:.0%}, within one level {:.0%}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope per week: {}. Slopes of all coders and dimensions: {}. One of them is a reason to recalibrate, not a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <source>Whose queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whose queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueField</name>
    <message>
        <source>by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueSoundDialog</name>
    <message>
        <source>Sound that is due to be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions whose sound is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound is due.
Until when it is kept stands in the study settings, or with a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be brought back; I have &amp;looked at the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording and waveform are destroyed; backups hold no sound. Ratings, moments and quotes stay. Without a selection, all of them are meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the sound of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EncryptDialog</name>
    <message>
        <source>Encrypt this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is closed, every file of it is encrypted, and it opens again. Everybody who works in it then needs the passphrase. Copies elsewhere, and what was exported, stay as they are; so may remains on the disk of the files as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Encrypting</name>
    <message>
        <source>Encrypting was cancelled. The study is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndCertificateDialog</name>
    <message>
        <source>For example: departs from the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>PracticeCoder: unexpected error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside PracticeCoder. Everything that was saved is safe. If it happens again, close the study, open it again, and send the details below to the developers; they hold no data of the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} problems were found. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Show marks of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks appear here as you make them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks copied as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the mark (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mark of several with the same code, from the first to the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge volleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One volley of the two that the selected marks are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split volley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new volley begins with the selected mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same utterance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected marks are one utterance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with volley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further codes go into the volley of the selected mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the marks (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected marks, or all that are shown (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventModel</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks appear here as you make them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker of the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed codes by pair of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code by code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second by second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session by session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sessions. {settings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two questions: did both mark something, and did they call it the same. Neither number stands for the other, nor for agreement on ratings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceEditor</name>
    <message>
        <source>Edit evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence needs at least one dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the evidence, empty for a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from this evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polarity: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share with the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote or paraphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the editor (Escape); everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence at this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for {0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Span begins at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press {0} when you hear something that matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Evidence when you hear something that matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>span from {0}: Shift+F9 ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportRegisterDialog</name>
    <message>
        <source>Register of exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by person, purpose, format or hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file: is it one that this study issued, byte for byte?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No export was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported yet.
Every package and every packet that leaves the study is entered here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>There is no figure to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png);;Vector graphics (*.svg);;PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePart</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise speech on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here: WebVTT, SRT, text (Zoom, Otter, Word), Word documents (Teams), ELAN, Praat, Whisper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes to the next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinishQuestion</name>
    <message>
        <source>Finish the meeting?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every dimension of {0} is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed is locked and becomes the final value. The independent codings stay as they are, and reliability goes on using them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One decision joins the codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} decisions join the codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeignDialog</name>
    <message>
        <source>The files are being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are whole seconds; {0} bytes a second fit all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep whole seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take finer times from the bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to add.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForkDialog</name>
    <message>
        <source>Two versions of a coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The versions hold the same; keep either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the selected items the other version counts (Enter, and again to go back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the coder says that A is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, coded by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled. Every version stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continued in two places at once: it counts in no score and no agreement until you settle it. Every version stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GivePassphraseDialog</name>
    <message>
        <source>Give a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is told apart by a letter and a number, such as C1. Whoever holds the folder can read that, so it is nobody&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter and number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Letter and number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalStep</name>
    <message>
        <source>Review on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With which family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How we will know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the family said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group sessions by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More groups than are compared pair by pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs, second minus first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing tells the sessions apart into groups.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeardBar</name>
    <message>
        <source>Heard of the segment, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard {0}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard yet: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldersDialog</name>
    <message>
        <source>Passphrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give a passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has a passphrase of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of them opens the study; every change of them is on record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityChooser</name>
    <message>
        <source>I am</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose work is done here. Everything is saved under this code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Replace the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript is being stored…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same file was imported before, on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be imported like this. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shift is no time. Write it as 0:05, or -0:05 for earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One speaker has no role yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} speakers have no role yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import stores {0} lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import stores {0} lines in place of the {1} that are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>line {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder or files here: codings of BORIS, ELAN, Praat, Audacity, Datavyu, Label Studio or CACTI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import codings from other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions: {0}. Recordings beside them: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where no file says who coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code of the coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings that the program may have filled in: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were given: keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study from a CACTI archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the archive&apos;s folder here: the configuration, .casaa and .globals files of any version, and the recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Import sessions from a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.sav *.parquet);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Some recordings need a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the recordings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemDetail</name>
    <message>
        <source>What is shown of the item</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>Agreement on whether items apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement on every item</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepSoundDialog</name>
    <message>
        <source>A &amp;day of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>Press the keys now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys now. Escape cancels, Tab moves on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use only this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the key of {1}. You can take it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is its key already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new keys in the field, then choose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyPreferences</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeymapDialog</name>
    <message>
        <source>Keys and pedals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeymapEditor</name>
    <message>
        <source>Filter by words or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and signs act on their own, without Ctrl or Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: only Space, Enter, arrows, Delete and Backspace act without Ctrl or Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys as in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys are those of the preset again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} belongs to the system and cannot be a key of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is needed in text fields and lists and cannot be a key of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the key of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} (is {2})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadActs</name>
    <message>
        <source>Drawing segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving out sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving sessions to others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadFilters</name>
    <message>
        <source>Find in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblinded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadPanel</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session to show.
Import a sheet with one row for each session; recordings are taken in with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadTools</name>
    <message>
        <source>People…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns ({})…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound that is &amp;due…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawals, receipts, and how long sound is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data protection ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound that is &amp;due ({})…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of {} is due to be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is erased of the selected session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep sound until…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Receipts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan coding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace a coder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding pac&amp;kets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Offices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study &amp;settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw segments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codebook of this study codes whole recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;table of sessions or ratings, with a preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Codings from other programs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sessions from our own sheet, at once…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ratings from our own sheet, at once…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadViews</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters, columns and order of the table, under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a new &amp;view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the view as it was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View {} was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is called {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View {} was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and change views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelRow</name>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message>
        <source>First lines as they would be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} lines, as they would be stored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListeningPanel</name>
    <message>
        <source>All of the segment was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the segment; the nearest moment is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The waveform cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListeningPreferences</name>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockedStudies</name>
    <message>
        <source>An older version made this study. It is backed up and upgraded…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LooksPreferences</name>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Looping</name>
    <message>
        <source>Loop begins at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MakePacketDialog</name>
    <message>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only the {} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding packets (*{})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no coder in this study.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MakeRecordingDialog</name>
    <message>
        <source>Find a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session could be made a training recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reference from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The submitted coding: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I code it as its reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchesPart</name>
    <message>
        <source>Say what it is…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeansPanel</name>
    <message>
        <source>These hold only if the analysed score is the mean of k coders. A session that one coder rated has the agreement of one coder, on the first tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement of means of coders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Answers that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts are not agreed on: the final count is the mean of the independent codings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to talk about, {1} equal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingHeader</name>
    <message>
        <source>All meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over equal ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on everything that all coders gave alike (E). It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, answers, counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over {0} equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal ones agreed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingList</name>
    <message>
        <source>Consensus meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session can be compared yet.
A meeting opens when all independent codings of a session are submitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings show who the coders are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise coders are A and B, letters that change from session to session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} meetings to hold; {2} dimensions to talk about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingSound</name>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no recording in the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions, widest differences first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: agreed on {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is always rated; the codebook gives no reason to rule it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not agreed yet: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is finished and what was agreed is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting over {0} is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} … Enter, or go on typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no level of this scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} noted no evidence here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge a return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study has everything that this return holds already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt cannot be written there. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged. Keep the receipt: its heads prove later that nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Codings with two versions: {}. They count nowhere until you settle them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModeChoice</name>
    <message>
        <source>How to count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By volley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mark counts, however many there are in one turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You say where a turn of the worker ends; a slot counts once in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You say where a turn of the worker ends; codes give way in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do you count?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing begins the counting pass. Numbers of the two ways cannot be compared, so the choice stands once there are marks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MomentsStep</name>
    <message>
        <source>Names to look for, parted by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are looked for while this is open; not stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders shared no moment of this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {} in place of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a moment were changed but not ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {}. Put another word in its place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameViewDialog</name>
    <message>
        <source>For example: North, to assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message>
        <source>New recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code that was shown before opens the study no more. Do this if it was lost, or somebody may have seen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Northshire 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the codebooks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encrypt the study with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Do not encrypt (only where the disk itself is encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes stand for people everywhere; use no names. The lead assigns sessions, adds people and unlocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the study</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoTranscript</name>
    <message>
        <source>No transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise speech on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one you read along, find words, and make evidence with the words that were said. Drop a file here (VTT, SRT, Word, text, ELAN, Praat, Whisper) or choose one. Names are replaced by roles before anything is stored. Coding works without a transcript too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coding cannot be changed, so none can be added.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDelegate</name>
    <message>
        <source>Note on the mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write below is kept with its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter ends the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the note, empty for the whole session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note. {0} stamps the time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>A number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OneOf</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenCoding</name>
    <message>
        <source>This study is open for reading only: nothing can be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coding is submitted and locked. The lead can open it with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was loaded again just now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenPacketDialog</name>
    <message>
        <source>Passphrase of the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Own passphrase for this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase from the &amp;lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase that the lead told you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the study folder goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder exists and is not empty. Choose a new or empty one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenVolley</name>
    <message>
        <source>Volley {0} is open: no code yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volley {0} is open, from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: {0} of {1} slots filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Enter closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Add measures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers for each session from a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation with measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score and measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measures yet. Add a sheet with a column session_id and a column of numbers for each measure, such as goal attainment or working alliance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} beside {n} measures that were taken elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} beside one measure that was taken elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Ratings so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnPanel</name>
    <message>
        <source>Some sessions in your queue have a reference coding. They look like all others; once you have submitted one, you find it here beside its reference.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnStep</name>
    <message>
        <source>Keep these ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker&apos;s ratings are chosen but not kept yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker declined to rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept before the ratings were shown; it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dimension is rated yet. Rate one, or say that they declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these ratings? The coders&apos; ratings are shown then, and they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the worker decline to rate? The coders&apos; ratings are shown then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackageChoices</name>
    <message>
        <source>The team: rows by pseudonym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside: aggregates only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered in the register of exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With results and figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of results, methods text, scripts that compute them again, figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With evidence that coders share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that may identify people are looked for and left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why words said in sessions are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent covers passing on words said in sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And as one &amp;zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the folder, with the same bytes whenever the same files are zipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for E&amp;xcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a byte order mark, so that Excel reads letters beyond English. Numbers keep a point and columns a comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact &amp;dates of sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since implementation are enough for every analysis. With its date a person who knows a visit can find its row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, and also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, ratings and scores with a data dictionary, the codebook and a page that explains every file. For those inside the study’s data agreement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means, comparisons and agreement, without rows, ids, dates or words. Cells of fewer than 10 workers are hidden, and what would give them away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketOpening</name>
    <message>
        <source>Open a coding packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding packets (*{})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking over the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the packet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Packets</name>
    <message>
        <source>Return of {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns (*{})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codings that were continued in two places: {}. Both versions are kept, and you settle which one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {0}: {1}, last act {2:%Y-%m-%d %H:%M}, acts of its own: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as their sessions are withdrawn or out of use: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the packet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is in the study is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take along: every session is submitted or not to be coded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One coder&apos;s open sessions in a sealed file: sound, codebook, own drafts. Nothing about workers, offices, dates or others. Tell the passphrase apart from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a coding packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet {0} of {1}. New events: {2}, in codings: {3}. New concerns: {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet {0}, codebook {1}, {2}. It becomes an encrypted study folder, in which you code as usual; what you did you return to the lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was merged before, on {:%Y-%m-%d %H:%M}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two: to be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not in it: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:,.0f} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketsDialog</name>
    <message>
        <source>Coding packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packet was made yet.
A packet lets a coder work away from the laboratory, on another computer, without seeing anything but their own sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a packet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge a &amp;return…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settle versions ({})…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settle versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codings that were continued in two places: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealing sound and codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet {0} was written. Tell the passphrase apart from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge a return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns (*.pcreturn)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A packet holds one coder&apos;s sessions under random codes, and nothing else. What comes back is added event by event; nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>My sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has a reference: compare with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole recording, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment {0} to {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports
&amp; export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>Pairs of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two coders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelHeading</name>
    <message>
        <source>Float or dock {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseChoice</name>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {0} characters. Four or five words that do not belong together are easy to keep and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>{0} is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is saved. Enter the passphrase to go on where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase to open the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is saved. Enter the recovery code to go on where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the recovery code to open the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remember it in this computer&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is logged in on this computer can then open the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An older version made this study. It is backed up and upgraded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the recovery code of the study. Compare it letter by letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open the study. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Pages of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF itself is tagged for screen readers; save it to read it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PedalEditor</name>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the pedal for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play while the pedal is held; resuming steps back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each press plays or pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedal for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the pedal now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pedal sends {0}, which is needed for typing or moving about. Have its own program send F13 to F24 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is also the key of {1}. On the coding page the pedal goes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pedal that works as a keyboard only has to be pressed here. Set it to send F13 to F24 if you can: no other program uses these keys.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PedalPreferences</name>
    <message>
        <source>Pedals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;roles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ecord…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was given which right, when, by whom and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roles of {} were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone works under a code. Who stands behind it is kept outside the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodPanel</name>
    <message>
        <source>Means by office and period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase against days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase and days go together in every session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean (n) by office and period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions whose phase does not go with their days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: means by office and period of days since implementation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry out plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the plan does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you carry it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions for each coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions in each group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement to expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to carry out yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed {}. It is kept with the plan; the same choices draw the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few sessions coded twice to say how sure agreement will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Sessions to plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that nobody has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of double coding in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders of a double-coded session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement of one coder, ICC(A,1), that you expect; the planner starts from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all by that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of each coder due in a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: all by the day named; else so many by that day, and as many each week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} – certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coder {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ssions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Double coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;By how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expected agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pace of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlannerPanel</name>
    <message>
        <source>Expected agreement, ICC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders per session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions for an interval as &amp;wide as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the interval with &amp;sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions coded by every coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans by number of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected &amp;agreement of one coder, ICC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coders per session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sessions are too few to tell how wide the interval will be.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointEditor</name>
    <message>
        <source>You asked, you said, you came back to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One behaviour to build, not a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One concrete act, such as one reflection more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: what to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>Start from the proposals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Step back and forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far Back and Forward go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Shift and an arrow, in the listening area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With comma and full stop, in the listening area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much Replay plays again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back on resuming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a pause playing begins this much earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence set back by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence begins this much before the key was pressed, as one hears before one acts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played of a skipped silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of a silence is played, so that no first sound is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speed that one key changes to and back from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At 0% nothing sounds, and nothing counts as heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong: text at 7:1 and marks at 4.5:1 or more, with thicker edges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the system&apos;s text size; also Ctrl+Plus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced: nothing moves or blinks by itself, apart from the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start. What is written to files is the same in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock an encrypted study after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When nothing was pressed or moved for so long; while sound plays the study stays open. Lock now, sleep and, on Linux, the lock of the screen lock it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} as practicecoder comes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also set its {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be imported like this. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import waits: {0} to be settled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} problems are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>Rows as they would be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows, as they would be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; the first {1} are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtectionActs</name>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever gets at this computer&apos;s disk can read this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its recordings and ratings lie on the disk as they are. If the whole disk is encrypted (BitLocker, FileVault, LUKS), they are safe while the computer is switched off.

An encrypted study asks for a passphrase, is locked when nobody is there, and tells nothing to whoever finds a copy of its folder. A lead can encrypt it: Study &gt; Encrypt this study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypting the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtectionPreferences</name>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProvingDialog</name>
    <message>
        <source>Present passphrase or recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;esent passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishedPanel</name>
    <message>
        <source>Cautions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word file, tables as CSV, figures with their data and texts, in one folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods and results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the answer back (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the answer to: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPart</name>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” in {1} ({2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it means…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (likely)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As can be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days such as 03.11.2015</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the coder “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>open here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>My queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 other overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} others overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in your queue yet.
The lead assigns sessions; they appear here in random order, under random codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Return the packet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did so far, in a file for the lead; as often as you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys while coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 10 seconds again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence at this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next card not yet rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made-up study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a lead under “I am” to see all sessions, reliability, analysis and reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every session in your queue is submitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is assigned to you yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on coding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, unsure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingCard</name>
    <message>
        <source>{0} is no level of this scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} … Enter, or go on typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This follows from the answer to “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook page of {0} (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook page of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it cannot be rated (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag the rating as unsure (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure about {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to not yet rated (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the rating of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingsPanel</name>
    <message>
        <source>Before listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I recognised someone, or learned the office or the phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coding is kept and marked; it can be left out of reliability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecalibrateDialog</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: two hours on evocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What was done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Receipt {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>Receipts of withdrawals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody withdrew.
A receipt is made whenever a session is withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecogniseDialog</name>
    <message>
        <source>Recognise speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the language, such as en; empty: it is recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech recognition is not installed. Ask whoever installed PracticeCoder for the extra named “speech”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds a speech model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise speech on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A speech model turns the recording into lines with times. Nothing is sent anywhere. The lines name no speakers and have errors: they help to find places and are no evidence. You see them before anything is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language that is spoken, such as en</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecognitionBar</name>
    <message>
        <source>Speech is being recognised on this computer. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the recognition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordingsPanel</name>
    <message>
        <source>Training recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training recording yet.
A training recording is a session with a reference coding that coders are compared with once they have submitted their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a training recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to coders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove reference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reference made by mistake, before anybody was tried against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders were tried against this reference, so it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Keep the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens the study if the passphrase is forgotten; without both, nobody can. It is shown only this once. Keep it on paper, or in a file outside the study, away from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last group of the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type its last group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the code first: print or save it, then type its last group here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code of the study {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens the study in PracticeCoder if the passphrase is forgotten. Keep it like a key, away from the computer with the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place outside the study folder: whoever has the folder would have the code with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PracticeCoder recovery code.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not its last group. Look again at what you kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseStep</name>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released on {day}. SHA-256 of the file: {digest}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No names were looked for: none is entered in step 3. Have you read every word?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the report to the worker? It is stored as it is, with its digest, and loses its draft mark. It can be taken back with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reliability</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interval: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One rating has no spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not estimable: {} (n = {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} coded by two or more of {}, incomplete design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} coded by {}, complete design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} coders ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}; {} coded once, outside the design.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityPage</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement of one coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing agreement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agreement to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement needs sessions that two or more coders have submitted independently. The lead assigns a session to a second coder on the Sessions page; about one in five is usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityReport</name>
    <message>
        <source>Design, agreement on every item, pictures, coders and method, as methods sections ask for them. Coders appear under their codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityReportDialog</name>
    <message>
        <source>Save the reliability report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the reliability report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing agreement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph for a methods section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph and tables for Word (.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table as printed (.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph alone (.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} exist already beside the report. Replace them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveReferenceDialog</name>
    <message>
        <source>For example: the wrong coding was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Open the meeting again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the meeting over {0} is finished again, the final values are those without a consensus. Decisions that joined the codebook stay there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason; it is kept with the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceCoderDialog</name>
    <message>
        <source>Who stops coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} takes over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: on leave until spring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who &amp;stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to give away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} not begun: given to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} in progress: left with the coder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsDialog</name>
    <message>
        <source>Reports &amp; export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker reports (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for sessions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names to keep out of quotes, parted by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names to keep out of quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Register of exports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback for one worker about one session, for supervision. Only sessions whose purpose allows feedback are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sessions, {1} rows of ratings; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of results over {0} sessions; {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it also as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No submitted session may be reported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} files written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResponseDialog</name>
    <message>
        <source>Words of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Words of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without keeping the words?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backups are being checked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the state to go back to. The present state is not deleted: it is kept as a dated file among the backups. Sessions that were withdrawn do not come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no backups in this study folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one cannot be restored: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Restoring a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is as it was when the backup of {0} was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was in its place is kept as {0} in its backups folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study was restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking and copying the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ whole; before an upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ whole; replaced by a restoration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RightsRecordDialog</name>
    <message>
        <source>Record of rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on record yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People, roles and passphrases, as they were given, changed and ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Roles of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was coded changes. Who does not work here any more stays in the data, cannot be chosen under “I am”, and can be let in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Works in this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: on leave until spring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only lead of the study. Make somebody else a lead first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person needs at least one role.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Where is room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps: empty the wastebasket, move films and old downloads to another disk, and remove programs that nobody uses. Leave the files of the study folder as they are; pictures of waveforms in its folder “cache” may be removed, as they are made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the study folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} are free on the disk of this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk cannot be asked. Check that it is connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleOutDialog</name>
    <message>
        <source>Not applicable: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why can {0} not be rated?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note, if it needs one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the transcript as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds what was said. Keep it as safe as the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>First day of submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out unblinded &amp;codings ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their coder recognised someone, or learned the office or the phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coder: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts, by volley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts, every mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not estimable: {0} (n = {1})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} over {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>The backups are encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase of the study, or its recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not open the study. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Security</name>
    <message>
        <source>Recovery code: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy to guess. Add words that do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard to guess. One more word makes it stronger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It repeats a few characters. Choose other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short: {0} more characters at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Chosen by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same again. It is kept with what was drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Assign to coder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which day the selected sessions are wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the session, and its codings (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected sessions out of use: withdrawn, or unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected sessions into use again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw &amp;again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the &amp;whole…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>The whole session {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, notes and counts of the coders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source> months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(from a sheet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session goes into the coder&apos;s queue. If it has a coder already, the second one codes it independently; neither is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of these are coded by two or more. A day that no other session has would tell their coders so: choose other sessions along with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is: the whole recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to a coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change due dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the segment again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders see {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since implementation follow from the day of an office; the phase too, where it was not entered with the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions that came from it keep their words without the link: {}. Read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every entry bears the seal of this study: nothing was altered or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First submitted {0}, {1} times in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First submitted {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the team began two weeks later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From each recording a window of {} minutes is drawn at random; every start is as likely as any other. The seed is kept, so that the draw can be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sound until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the filters, columns and order of the table as they are, for this study and on this computer. It is no copy of the sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last da&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the study before and cannot be called back:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mont&amp;hs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is left to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is left to give out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offices and their days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated before the segment was heard: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason given: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewritten: the study and its backups ({}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {}. The coder can then change the coding and submit it again. The submitted version and your reason stay on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that the coder has not begun go to the others by lot, so that all have about the same number. What was begun or submitted stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is &amp;kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt+Up and Alt+Down move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take into use again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coder was no longer blind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history does not verify: {}. Check the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the history is missing: nobody can tell whether it was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same file left it {} times more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound was deleted on {}; what was coded stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view stays as it is, under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view {} is forgotten. Sessions and codings stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a view of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These sessions have their coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view comes with the program. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock a coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked: being changed by its coder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes, what stays, what cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is erased is erased from the study and from every backup of it, and cannot be brought back. The receipt says so without naming anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw session {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your view of this name is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coder’s packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due in {} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>office not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue by 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue by {} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether {} applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left as before: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} raised, {1} not seen yet: see Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}, {2} coded twice ({3}%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was issued by this study: exported {1} by {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, due {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, reported {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, seed {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: heard less than all; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no file that this study issued. Exports that were made before files were entered one by one are known by their manifest.json alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not as this study issued it: a file of that name was exported, with another content. It was changed, or is of another study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of them shorter than the window: the whole recording is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sessions go into the coder&apos;s queue in random order. Where a session has a coder already, the second one codes it independently; neither is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} will get a segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}% of the segment was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. Coders see the day in their queue, which keeps its order. What is submitted is not touched. Without a day, nothing is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. On the day after, the sound is listed as due; a lead deletes it then. Without a day of their own, the rule in the study settings holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. The segment as it is and your reason stay on record. A session that a coder has begun keeps its segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: back in queues and numbers, as if they had never been out of use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: out of every queue, plan and meeting. Nothing is deleted: the recording and what was coded stay in the study folder, and a lead can take the session back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: recognised someone, or learned office or phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: refused, or taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>All sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your code under “I am” at the top right. Everything you do is saved under it, and you see the sessions that are yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeveralOf</name>
    <message>
        <source>{0} of {1} chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by words or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Silences</name>
    <message>
        <source>Silences are skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silences are played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silences cannot be found in this recording.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound cannot be played: Qt Multimedia finds no media library on this computer. Install practicecoder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound cannot be played: the system library {0} is missing. Have it installed (sudo apt install {1}), then start practicecoder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording cannot be played: its file is missing or damaged. Nothing of your coding is lost. Ask the lead to check the study&apos;s recordings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>Find the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for all missing recordings of the study, whatever they are called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the file with the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No missing recording is in this folder. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundNotices</name>
    <message>
        <source>About the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of this session was deleted on its day, as the study had agreed. Everything that was coded is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is missing from the study folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording was altered since it was added to the study, so it is not played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound output: playing is silent and does not count as heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session can be coded all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePart</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file&apos;s &amp;folder names its coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of codings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeakerRows</name>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others are unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines without a speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a role…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeakersPart</name>
    <message>
        <source>Names are replaced when the transcript is imported, beside the lines and within them; the names of the file are not kept. Only names of speakers are known: others that are talked about stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechPreferences</name>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PracticeCoder brings no model and fetches none. Copy all files of a model in the form of CTranslate2 into one folder; recordings never leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its code, such as en or cy; empty: it is recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is complete. Speech recognition itself is not installed: install practicecoder with the extra named speech.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is complete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Choose where the study folder goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your code; you are the first lead of the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the study a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder exists and is not empty. Choose a new or empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} count codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} dimensions rated {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Licence: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Continue: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen, rate with evidence, measure agreement, give feedback, analyse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration study shows the whole way with made-up data: listen, rate, compare coders, report, analyse. You cannot break anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demonstration study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open study folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study from a CACTI archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a coding packet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop a study folder or a packet here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved {:%H:%M:%S}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoppingPlace</name>
    <message>
        <source>PracticeCoder ended without closing. {0} is open again at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PracticeCoder ended without closing. {0} is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PracticeCoder ended without closing. {0} is open again at {1}, with the note you were writing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreBanners</name>
    <message>
        <source>Changes are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Where is room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message about room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved since the study was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last saved {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed stays in its field and is saved as soon as writing works; it is tried every 15 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are saved again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried {0}. Earlier backups are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than 500 MB are free for this study and its backups. Everything is saved so far. Make room before the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message>
        <source>Session {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History and codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders see {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on record for this session yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts and every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of submitted codings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose acts are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not submitted yet. Ratings are shown to you once their coder submits them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyHeader</name>
    <message>
        <source>{} (no access)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of this study are not locked. Choose what to do about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made-up data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is about real people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study was opened for reading; nothing can be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file of the study is locked by its passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyLock</name>
    <message>
        <source>What was typed last could not be saved yet. It comes back when you unlock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was typed in a dialog comes back when you unlock.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyOpening</name>
    <message>
        <source>Open study folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An older version made this study. It is backed up and upgraded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demonstration study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is open elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudySettingsDialog</name>
    <message>
        <source>Study settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of double coding in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders of a double-coded session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What several codings give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only certified coders are given sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least number of recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least share of exact agreement in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least share within one level in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a weighted kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least weighted kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares hold for each dimension, not only over all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days a certificate lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days between checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days between sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example OFFICIAL-SENSITIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking of reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least number of sessions coded twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least lower limit of agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the optional codes of the codebook too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold for everyone in this study. Each change is kept on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of &amp;sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coded &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Without a consensus, several codings give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A coder passes when trials against reference codings reach all of these:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recordings, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exact agreement, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within &amp;one level, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate &amp;lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check for &amp;drift every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback to workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next session due after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Marking on every page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A likely range of a score is shown from here on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions coded &amp;twice, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower limit of &amp;ICC(A,1), at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound whose day is over is listed under Data protection; a lead deletes it. Ratings stay. A day of a session&apos;s own comes first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyView</name>
    <message>
        <source>{0}, {1} of {2} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubmitSheet</name>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look first; it does not stand in the way:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} dimensions are decided. {1}% of the segment was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit and lock this coding?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} things are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: the rest is silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not all of the segment was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit and lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on coding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Supervision</name>
    <message>
        <source>1 report was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code, no names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second thing (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the moments that matter most and say in your own words what was done. Two strengths and one thing to build are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent for session {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each file is the one that was released. Its name holds the worker&apos;s code and the random code of the session, nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: a sentence was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the worker saw it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How we will know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the worker&apos;s words, kept with the report. The report that was released does not hold them; release it again to print them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the worker&apos;s words; printed on the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next session due {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next session: no date is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One specific goal, agreed together. Fields that stay empty are printed as lines to write on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what you tick is printed. Words that may identify somebody are underlined; put a word in brackets in their place, or leave the moment out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview and release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read every moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released reports of a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strengths and one thing to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the release back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report becomes a draft again and can be changed. The file that was handed over stays on record with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker&apos;s own ratings, made before reading. They are a place to start talking and are never mixed with those of coders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker&apos;s response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the pages. Until they are released each one says draft. The worker gets the very file that you have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To build next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the last goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the family and the worker agreed to. A use without an answer is not agreed to. Earlier answers stay on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the family said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With which family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the worker&apos;s own view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no session yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} reports were written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupervisionActs</name>
    <message>
        <source>The study is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name supervisors…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the sessions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF in large print (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the evidence reel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound (*.wav)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining the moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker to supervise yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers appear here once one of their sessions has a purpose that allows feedback and a submitted coding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lead names the supervisor of each worker, on this page under Name supervisors.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupervisorsDialog</name>
    <message>
        <source>Name supervisors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study has no workers yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name for the selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End for the selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor reads about their own workers only. Select workers, choose the person, and name or end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds the role of a supervisor yet. Add the person under People.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableImportDialog</name>
    <message>
        <source>&amp;Add sessions that the study lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remember these columns for this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePart</name>
    <message>
        <source>Drop a table here: sessions or ratings as CSV, Excel, SPSS or Parquet, an export of REDCap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REDCap&apos;s dictionary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells which cells are blank because a question was never shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget remembered columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are as they were when such a table was last imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line of the &amp;headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REDCap&apos;s data dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeOutDialog</name>
    <message>
        <source>&amp;Withdrawn by the family or the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unusable: the recording cannot be coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was coded enters no agreement, analysis, report or package any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} with submitted codings: they can only be withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the family telephoned. No names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakePassphraseDialog</name>
    <message>
        <source>Take away the passphrase of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens this study no more, but copies that were made before. Who had it may have copied the key: if that matters, make a new study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeamPanel</name>
    <message>
        <source>First day of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Senior variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single worker, no quotes; cells of few workers are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score or dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95% CI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Word document (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the team report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release these pages? The file is kept with its digest, without draft mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Minutes and seconds, such as 0:05, or -0:05 for earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes and seconds, such as 14:05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no time. {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeDelegate</name>
    <message>
        <source>Time of the mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes: the worker&apos;s above, everybody else&apos;s below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: triangle strength, square to build, ring neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard: filled where the recording was played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech: filled where somebody speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript: the worker above; below, filled for parents and carers, dotted for children, hatched for other professionals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the segment: not coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent or carer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>played again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>played before it, not coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-in: played before the segment, not coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaker not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePicture</name>
    <message>
        <source>Scroll the waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The waveform is being made: {0}%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of this kind on the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the segment was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard yet ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the timeline ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimesPart</name>
    <message>
        <source>Shift of all times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a minus: earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shift all times by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes:seconds, with a minus for earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines, from {1} to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording lasts {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>1 training recording goes into each coder&apos;s queue, at places chosen by lot. There they look like any other session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day on which coders were trained together again. It is a line in every plot of drift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign training recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt {0}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a training recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A against rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A for different reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial was submitted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a recalibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {0}, granted on {1}, is valid until {2}. It stays on record with your reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference is a copy of a submitted coding, best one that was agreed in a meeting, or you code the session yourself as its reference. The session and its codings stay data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are certified until {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no certificate for this codebook yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate expired on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate expires on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate was ended on {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} level apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} training recordings go into each coder&apos;s queue, at places chosen by lot. There they look like any other session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} trials, certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, not submitted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no training recording any more. Trials that nobody has begun leave their queues; one that was begun waits for another reference. Your reason and what the reference held stay on record; other codings are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingActs</name>
    <message>
        <source>{} is a training recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is in your queue to be coded as the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is certified until {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Comparing with the references…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My trials</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent or carer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talking time: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptFiles</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise speech on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as WebVTT or SRT…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the transcript of this session? Everyone who codes the session loses it. Evidence made from it stays, with its words. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript is imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript is removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptHead</name>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll with the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence from the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript: import, save or remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Find in the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coding cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no line to make evidence of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies outside the segment that is coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line lies outside the segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays where you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the segment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter plays from a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence from this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Position in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back {0} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward {0} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay the last {0} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendPanel</name>
    <message>
        <source>Correlation with days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialsView</name>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial was submitted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement by dimension, latest attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement appears with the first trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the reference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings and evidence side by side (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By dimension, latest attempt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the wrong segment was coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Words are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed last could not be saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay, make room or check the disk, and it is saved by itself. You can also copy the words elsewhere first. Everything saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and lose the words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Skip silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding silences: {0}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisibleSpectrogram</name>
    <message>
        <source>No recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in to ten minutes or less to see the spectrogram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spectrogram is being computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spectrogram cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>About PracticeCoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code audio-recorded practice: listen, rate with evidence, measure agreement, give feedback, analyse.

Free software under the GNU General Public License, version 3 or later. It sends nothing anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowLooks</name>
    <message>
        <source>Text size {}%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Remove backups that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the family telephoned. No names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: form 12. No names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the request is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the session, typed once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request &amp;kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove backups that cannot be read, so not be erased from: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;No new use: everything stays, nothing uses it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not taken)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A coder raised a concern about possible harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A coder recognised someone, or learned the office or the phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {0} of the parts are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase &amp;everything: recording, words and ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase recording and words; ratings stay, &amp;detached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the &amp;recording; ratings stay with the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every part is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback to the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening together in supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of the parts that there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentage of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings that coders marked as unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings, a record of REDCap for each entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings, one coding in each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings, one in each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings, the coders of a session beside each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, one in each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of REDCap&apos;s form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted without hearing the whole segment, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none if it would be divided by 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not applicable, of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a long number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a training recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes own queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coding has begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consensus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double-coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence set back by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feedback to the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for months after the last submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for months after the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening together in supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes feedback reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nine levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not to be coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one level apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>played of a skipped silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released, changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reliability and analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seven levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step back and forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step back on resuming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first coding alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other code in question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training of coders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unblinded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until one day for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with no last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: consensus coding, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: double coding, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: primary coding, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: reference coding, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: training coding, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>The layout is as it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels that share a place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkerView</name>
    <message>
        <source>Sessions of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session may be talked about yet: it needs a purpose that allows feedback and a submitted coding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker&apos;s response…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence reel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{worker}   {sessions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First the worker rates the session, or declines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceActions</name>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float or dock this panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>My queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
