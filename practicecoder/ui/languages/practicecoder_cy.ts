<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>About PracticeCoder</source>
        <translation type="unfinished">Ynghylch PracticeCoder</translation>
    </message>
    <message>
        <source>Agree on not applicable, with a reason</source>
        <translation type="unfinished">Cytuno nad yw&apos;n berthnasol, gyda rheswm</translation>
    </message>
    <message>
        <source>Agree on that level</source>
        <translation type="unfinished">Cytuno ar y lefel honno</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished">Dadansoddi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Yn ôl</translation>
    </message>
    <message>
        <source>Back 0.2 seconds</source>
        <translation type="unfinished">Yn ôl 0.2 eiliad</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation type="unfinished">Yn ôl 1 eiliad</translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation type="unfinished">Yn ôl 5 eiliad</translation>
    </message>
    <message>
        <source>Back to not agreed</source>
        <translation type="unfinished">Yn ôl i heb gytuno</translation>
    </message>
    <message>
        <source>Back to not yet rated</source>
        <translation type="unfinished">Yn ôl i heb ei sgorio eto</translation>
    </message>
    <message>
        <source>Begin or end an evidence span</source>
        <translation type="unfinished">Dechrau neu orffen darn o dystiolaeth</translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation type="unfinished">Newid y cyfrinymadrodd…</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation type="unfinished">Cau&apos;r astudiaeth</translation>
    </message>
    <message>
        <source>Close the encrypted study until its passphrase is entered</source>
        <translation type="unfinished">Cau&apos;r astudiaeth amgryptiedig nes y rhoddir ei chyfrinymadrodd</translation>
    </message>
    <message>
        <source>Codebook page</source>
        <translation type="unfinished">Tudalen y llyfr codau</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation type="unfinished">Llyfrau codau</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codio</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation type="unfinished">Lliwiau&apos;r system</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation type="unfinished">Cyfrifo eto</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation type="unfinished">Consensws</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished">Copïo&apos;r tabl</translation>
    </message>
    <message>
        <source>Count workspace</source>
        <translation type="unfinished">Gweithle cyfrif</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished">Lliwiau tywyll</translation>
    </message>
    <message>
        <source>Definition and levels of the current dimension</source>
        <translation type="unfinished">Diffiniad a lefelau&apos;r dimensiwn presennol</translation>
    </message>
    <message>
        <source>Edit the evidence</source>
        <translation type="unfinished">Golygu&apos;r dystiolaeth</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation type="unfinished">Golygu&apos;r nodyn</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation type="unfinished">Golygu</translation>
    </message>
    <message>
        <source>Encrypt this study…</source>
        <translation type="unfinished">Amgryptio&apos;r astudiaeth hon…</translation>
    </message>
    <message>
        <source>Every act is saved as it is made</source>
        <translation type="unfinished">Caiff pob cam ei gadw wrth ei wneud</translation>
    </message>
    <message>
        <source>Everything on the timeline as rows</source>
        <translation type="unfinished">Popeth ar y llinell amser fel rhesi</translation>
    </message>
    <message>
        <source>Evidence and notes</source>
        <translation type="unfinished">Tystiolaeth a nodiadau</translation>
    </message>
    <message>
        <source>Evidence at this moment</source>
        <translation type="unfinished">Tystiolaeth ar y foment hon</translation>
    </message>
    <message>
        <source>Evidence from the selected words, or the line</source>
        <translation type="unfinished">Tystiolaeth o&apos;r geiriau a ddewiswyd, neu&apos;r llinell</translation>
    </message>
    <message>
        <source>Evidence from the transcript</source>
        <translation type="unfinished">Tystiolaeth o&apos;r trawsgrifiad</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished">Cyflymach</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished">Canfod gorchymyn…</translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation type="unfinished">Canfod yn y tabl</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished">Ymlaen</translation>
    </message>
    <message>
        <source>Forward 0.2 seconds</source>
        <translation type="unfinished">Ymlaen 0.2 eiliad</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation type="unfinished">Ymlaen 1 eiliad</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation type="unfinished">Ymlaen 5 eiliad</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished">Sgrin lawn</translation>
    </message>
    <message>
        <source>Go back 5 seconds</source>
        <translation type="unfinished">Mynd yn ôl 5 eiliad</translation>
    </message>
    <message>
        <source>Go forward 5 seconds</source>
        <translation type="unfinished">Mynd ymlaen 5 eiliad</translation>
    </message>
    <message>
        <source>Go to the next stretch that was not heard yet</source>
        <translation type="unfinished">Mynd i&apos;r darn nesaf nas clywyd eto</translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished">Cymorth</translation>
    </message>
    <message>
        <source>Import or remove the transcript</source>
        <translation type="unfinished">Mewnforio neu dynnu&apos;r trawsgrifiad</translation>
    </message>
    <message>
        <source>In a rating card</source>
        <translation type="unfinished">Mewn cerdyn sgorio</translation>
    </message>
    <message>
        <source>In the evidence table</source>
        <translation type="unfinished">Yn y tabl tystiolaeth</translation>
    </message>
    <message>
        <source>In the list of notes</source>
        <translation type="unfinished">Yn y rhestr nodiadau</translation>
    </message>
    <message>
        <source>In the listening area</source>
        <translation type="unfinished">Yn yr ardal wrando</translation>
    </message>
    <message>
        <source>In the table of a consensus meeting</source>
        <translation type="unfinished">Yn nhabl cyfarfod consensws</translation>
    </message>
    <message>
        <source>In the transcript</source>
        <translation type="unfinished">Yn y trawsgrifiad</translation>
    </message>
    <message>
        <source>It is something to build</source>
        <translation type="unfinished">Mae&apos;n rhywbeth i&apos;w ddatblygu</translation>
    </message>
    <message>
        <source>It shows a strength</source>
        <translation type="unfinished">Mae&apos;n dangos cryfder</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished">Testun mwy</translation>
    </message>
    <message>
        <source>Last evidence is something to build</source>
        <translation type="unfinished">Mae&apos;r dystiolaeth olaf yn rhywbeth i&apos;w ddatblygu</translation>
    </message>
    <message>
        <source>Last evidence shows a strength</source>
        <translation type="unfinished">Mae&apos;r dystiolaeth olaf yn dangos cryfder</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished">Lliwiau golau</translation>
    </message>
    <message>
        <source>Listen workspace</source>
        <translation type="unfinished">Gweithle gwrando</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished">Gwrando</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished">Cloi ar unwaith</translation>
    </message>
    <message>
        <source>Look at the level above; once rated, one higher</source>
        <translation type="unfinished">Edrych ar y lefel uwchben; ar ôl sgorio, un yn uwch</translation>
    </message>
    <message>
        <source>Look at the level below; once rated, one lower</source>
        <translation type="unfinished">Edrych ar y lefel islaw; ar ôl sgorio, un yn is</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished">Dolen</translation>
    </message>
    <message>
        <source>Loop begins here</source>
        <translation type="unfinished">Y ddolen yn dechrau yma</translation>
    </message>
    <message>
        <source>Loop ends here</source>
        <translation type="unfinished">Y ddolen yn gorffen yma</translation>
    </message>
    <message>
        <source>Loop on or off</source>
        <translation type="unfinished">Dolen ymlaen neu i ffwrdd</translation>
    </message>
    <message>
        <source>Make evidence of the selected text, or of the current line</source>
        <translation type="unfinished">Gwneud tystiolaeth o&apos;r testun a ddewiswyd, neu o&apos;r llinell bresennol</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation type="unfinished">Cod adfer newydd…</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation type="unfinished">Astudiaeth newydd…</translation>
    </message>
    <message>
        <source>Next card not yet rated</source>
        <translation type="unfinished">Y cerdyn nesaf heb ei sgorio eto</translation>
    </message>
    <message>
        <source>Next dimension; show or fold the equal ones</source>
        <translation type="unfinished">Y dimensiwn nesaf; dangos neu blygu&apos;r rhai cyfartal</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished">Y panel nesaf</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation type="unfinished">Y sesiwn nesaf</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished">Maint testun arferol</translation>
    </message>
    <message>
        <source>Not applicable, with a reason</source>
        <translation type="unfinished">Ddim yn berthnasol, gyda rheswm</translation>
    </message>
    <message>
        <source>On a question</source>
        <translation type="unfinished">Ar gwestiwn</translation>
    </message>
    <message>
        <source>Open study folder…</source>
        <translation type="unfinished">Agor ffolder astudiaeth…</translation>
    </message>
    <message>
        <source>Open the demonstration study</source>
        <translation type="unfinished">Agor yr astudiaeth arddangos</translation>
    </message>
    <message>
        <source>Open the next session of the queue</source>
        <translation type="unfinished">Agor sesiwn nesaf y ciw</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished">Tudalennau</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">Oedi</translation>
    </message>
    <message>
        <source>People…</source>
        <translation type="unfinished">Pobl…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished">Chwarae</translation>
    </message>
    <message>
        <source>Play from the evidence</source>
        <translation type="unfinished">Chwarae o&apos;r dystiolaeth</translation>
    </message>
    <message>
        <source>Play from the line</source>
        <translation type="unfinished">Chwarae o&apos;r llinell</translation>
    </message>
    <message>
        <source>Play from the note&apos;s moment</source>
        <translation type="unfinished">Chwarae o foment y nodyn</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished">Chwarae neu oedi</translation>
    </message>
    <message>
        <source>Play the next evidence of A</source>
        <translation type="unfinished">Chwarae tystiolaeth nesaf A</translation>
    </message>
    <message>
        <source>Play the next evidence of B</source>
        <translation type="unfinished">Chwarae tystiolaeth nesaf B</translation>
    </message>
    <message>
        <source>Play the next evidence of C</source>
        <translation type="unfinished">Chwarae tystiolaeth nesaf C</translation>
    </message>
    <message>
        <source>Play the next gap</source>
        <translation type="unfinished">Chwarae&apos;r bwlch nesaf</translation>
    </message>
    <message>
        <source>Play; while playing, faster</source>
        <translation type="unfinished">Chwarae; wrth chwarae, cyflymu</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished">Dewisiadau…</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished">Y panel blaenorol</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished">Gadael</translation>
    </message>
    <message>
        <source>Raise a concern…</source>
        <translation type="unfinished">Codi pryder…</translation>
    </message>
    <message>
        <source>Rate that level</source>
        <translation type="unfinished">Rhoi&apos;r lefel honno</translation>
    </message>
    <message>
        <source>Rate the level looked at</source>
        <translation type="unfinished">Rhoi&apos;r lefel dan sylw</translation>
    </message>
    <message>
        <source>Rate the level looked at, next card</source>
        <translation type="unfinished">Rhoi&apos;r lefel dan sylw, y cerdyn nesaf</translation>
    </message>
    <message>
        <source>Rate workspace</source>
        <translation type="unfinished">Gweithle sgorio</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished">Sgorio</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished">Ail-wneud</translation>
    </message>
    <message>
        <source>Register of exports…</source>
        <translation type="unfinished">Cofrestr allforion…</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished">Dibynadwyedd</translation>
    </message>
    <message>
        <source>Remove the evidence</source>
        <translation type="unfinished">Tynnu&apos;r dystiolaeth</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation type="unfinished">Tynnu&apos;r nodyn</translation>
    </message>
    <message>
        <source>Replay the last 10 seconds</source>
        <translation type="unfinished">Ailchwarae&apos;r 10 eiliad olaf</translation>
    </message>
    <message>
        <source>Reports &amp; export…</source>
        <translation type="unfinished">Adroddiadau ac allforio…</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation type="unfinished">Ailosod y cynllun</translation>
    </message>
    <message>
        <source>Saved already</source>
        <translation type="unfinished">Wedi&apos;i gadw eisoes</translation>
    </message>
    <message>
        <source>Second speed</source>
        <translation type="unfinished">Ail gyflymder</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sesiynau</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished">Llwybrau byr</translation>
    </message>
    <message>
        <source>Show the spectrogram of the visible stretch</source>
        <translation type="unfinished">Dangos sbectrogram y darn sydd i&apos;w weld</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation type="unfinished">Neidio dros dawelwch</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished">Arafach</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished">Testun llai</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished">Sbectrogram</translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Dechrau</translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished">Astudiaeth</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation type="unfinished">Cyflwyno…</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished">Goruchwyliaeth</translation>
    </message>
    <message>
        <source>Take over all equal ratings</source>
        <translation type="unfinished">Derbyn pob sgôr gyfartal</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation type="unfinished">Tynnu&apos;r ateb yn ôl</translation>
    </message>
    <message>
        <source>Tell the lead about possible harm that was heard</source>
        <translation type="unfinished">Dweud wrth yr arweinydd am niwed posibl a glywyd</translation>
    </message>
    <message>
        <source>Time stamp into the note</source>
        <translation type="unfinished">Stamp amser yn y nodyn</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished">Y llinell amser fel tabl</translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished">Hyfforddiant</translation>
    </message>
    <message>
        <source>Transcript…</source>
        <translation type="unfinished">Trawsgrifiad…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">Dadwneud</translation>
    </message>
    <message>
        <source>Unsure, or sure again</source>
        <translation type="unfinished">Ansicr, neu&apos;n sicr eto</translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished">Golwg</translation>
    </message>
    <message>
        <source>What left the study: who, when and for what; verify a file</source>
        <translation type="unfinished">Yr hyn a adawodd yr astudiaeth: pwy, pryd ac at ba ddiben; dilysu ffeil</translation>
    </message>
    <message>
        <source>What “not encrypted” means…</source>
        <translation type="unfinished">Ystyr “heb ei amgryptio”…</translation>
    </message>
    <message>
        <source>While playing, leave out stretches in which nobody speaks</source>
        <translation type="unfinished">Wrth chwarae, hepgor darnau lle nad oes neb yn siarad</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation type="unfinished">Ysgrifennu penderfyniad</translation>
    </message>
    <message>
        <source>Write worker reports or the analysis package</source>
        <translation type="unfinished">Ysgrifennu adroddiadau gweithwyr neu&apos;r pecyn dadansoddi</translation>
    </message>
    <message>
        <source>Zoom the waveform in, out, to all</source>
        <translation type="unfinished">Chwyddo&apos;r donffurf, ei lleihau, neu ddangos y cyfan</translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message>
        <source>All</source>
        <translation type="unfinished">Pob un</translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished">Cyn</translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished">Ychwanegu</translation>
    </message>
    <message>
        <source>Add and replace</source>
        <translation type="unfinished">Ychwanegu a disodli</translation>
    </message>
    <message>
        <source>Add measures</source>
        <translation type="unfinished">Ychwanegu mesurau</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation type="unfinished">Pob rhan</translation>
    </message>
    <message>
        <source>All, by worker</source>
        <translation type="unfinished">Pob un, yn ôl gweithiwr</translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation type="unfinished">Clystyrog</translation>
    </message>
    <message>
        <source>Day {0}</source>
        <translation type="unfinished">Diwrnod {0}</translation>
    </message>
    <message>
        <source>Holm, of {0}</source>
        <translation type="unfinished">Holm, o {0}</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation type="unfinished">Edrych ar y rhain</translation>
    </message>
    <message>
        <source>Look at this first</source>
        <translation type="unfinished">Edrychwch ar hyn yn gyntaf</translation>
    </message>
    <message>
        <source>Mean {0} was the same after as before: {2}.</source>
        <translation type="unfinished">Roedd cymedr {0} yr un fath ar ôl ag o&apos;r blaen: {2}.</translation>
    </message>
    <message>
        <source>Mean {0} was {1} points higher after than before: {2}.</source>
        <translation type="unfinished">Roedd cymedr {0} {1} pwynt yn uwch ar ôl nag o&apos;r blaen: {2}.</translation>
    </message>
    <message>
        <source>Mean {0} was {1} points lower after than before: {2}.</source>
        <translation type="unfinished">Roedd cymedr {0} {1} pwynt yn is ar ôl nag o&apos;r blaen: {2}.</translation>
    </message>
    <message>
        <source>Measures of the sheet</source>
        <translation type="unfinished">Mesurau&apos;r daenlen</translation>
    </message>
    <message>
        <source>Mixed model</source>
        <translation type="unfinished">Model cymysg</translation>
    </message>
    <message>
        <source>Office-adjusted</source>
        <translation type="unfinished">Wedi&apos;i addasu ar gyfer swyddfa</translation>
    </message>
    <message>
        <source>Office-adjusted, by worker</source>
        <translation type="unfinished">Wedi&apos;i addasu ar gyfer swyddfa, yn ôl gweithiwr</translation>
    </message>
    <message>
        <source>Tick everything</source>
        <translation type="unfinished">Ticio popeth</translation>
    </message>
    <message>
        <source>Untick what is to be left out. Sessions without a value are left out too once something of that line is unticked. Every number says how many were left out.</source>
        <translation type="unfinished">Tynnwch y tic oddi ar yr hyn sydd i&apos;w hepgor. Hepgorir sesiynau heb werth hefyd unwaith y tynnir tic oddi ar rywbeth yn y llinell honno. Mae pob rhif yn dweud faint a hepgorwyd.</translation>
    </message>
    <message>
        <source>What sessions are chosen by</source>
        <translation type="unfinished">Yr hyn y dewisir sesiynau yn ei ôl</translation>
    </message>
    <message>
        <source>Which sessions</source>
        <translation type="unfinished">Pa sesiynau</translation>
    </message>
    <message>
        <source>Worker means</source>
        <translation type="unfinished">Cymedrau gweithwyr</translation>
    </message>
    <message>
        <source>after implementation</source>
        <translation type="unfinished">ar ôl gweithredu</translation>
    </message>
    <message>
        <source>basis of the value</source>
        <translation type="unfinished">sail y gwerth</translation>
    </message>
    <message>
        <source>before implementation</source>
        <translation type="unfinished">cyn gweithredu</translation>
    </message>
    <message>
        <source>before it</source>
        <translation type="unfinished">cyn hynny</translation>
    </message>
    <message>
        <source>codebook version</source>
        <translation type="unfinished">fersiwn y llyfr codau</translation>
    </message>
    <message>
        <source>coder recognised someone</source>
        <translation type="unfinished">adnabu&apos;r codiwr rywun</translation>
    </message>
    <message>
        <source>difference {0} {1}</source>
        <translation type="unfinished">gwahaniaeth {0} {1}</translation>
    </message>
    <message>
        <source>mean r {0}</source>
        <translation type="unfinished">r cymedrig {0}</translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished">na</translation>
    </message>
    <message>
        <source>not estimable: {0} (n = {1})</source>
        <translation type="unfinished">ni ellir ei amcangyfrif: {0} (n = {1})</translation>
    </message>
    <message>
        <source>office</source>
        <translation type="unfinished">swyddfa</translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished">cyfnod</translation>
    </message>
    <message>
        <source>time since implementation</source>
        <translation type="unfinished">amser ers gweithredu</translation>
    </message>
    <message>
        <source>transition</source>
        <translation type="unfinished">pontio</translation>
    </message>
    <message>
        <source>type of session</source>
        <translation type="unfinished">math o sesiwn</translation>
    </message>
    <message>
        <source>worker&apos;s role</source>
        <translation type="unfinished">rôl y gweithiwr</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished">ie</translation>
    </message>
    <message>
        <source>{0} and days since implementation: {1}; {2} points per 100 days.</source>
        <translation type="unfinished">{0} a&apos;r dyddiau ers gweithredu: {1}; {2} pwynt fesul 100 diwrnod.</translation>
    </message>
    <message>
        <source>{0} by {1}: Welch&apos;s F({2}, {3}) = {4}, p {5}, {6} sessions in {7} groups.</source>
        <translation type="unfinished">{0} yn ôl {1}: F Welch({2}, {3}) = {4}, p {5}, {6} o sesiynau mewn {7} o grwpiau.</translation>
    </message>
    <message>
        <source>{0} by {1}: {2}.</source>
        <translation type="unfinished">{0} yn ôl {1}: {2}.</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation type="unfinished">{0} o ddyddiau</translation>
    </message>
    <message>
        <source>{0} numbers for {1} sessions. They stand beside the scores in analysis.</source>
        <translation type="unfinished">{0} o rifau ar gyfer {1} o sesiynau. Maent yn sefyll wrth ochr y canlyniadau wrth ddadansoddi.</translation>
    </message>
    <message>
        <source>{0} over days since implementation: {1}.</source>
        <translation type="unfinished">{0} dros y dyddiau ers gweithredu: {1}.</translation>
    </message>
    <message>
        <source>{0} workers</source>
        <translation type="unfinished">{0} o weithwyr</translation>
    </message>
    <message>
        <source>{0}, after against before: {1}.</source>
        <translation type="unfinished">{0}, ar ôl o gymharu â chynt: {1}.</translation>
    </message>
    <message>
        <source>{0}: tick at least one, or no session is left.</source>
        <translation type="unfinished">{0}: ticiwch o leiaf un, neu ni fydd sesiwn ar ôl.</translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Computing…</source>
        <translation type="unfinished">Yn cyfrifo…</translation>
    </message>
    <message>
        <source>Nothing to analyse yet</source>
        <translation type="unfinished">Dim i&apos;w ddadansoddi eto</translation>
    </message>
    <message>
        <source>Analysis begins with the first submitted session. Comparisons need sessions before and after implementation; trends need the days since it.</source>
        <translation type="unfinished">Mae dadansoddi&apos;n dechrau gyda&apos;r sesiwn gyntaf a gyflwynir. Mae angen sesiynau cyn ac ar ôl gweithredu i gymharu; mae angen y dyddiau ers hynny ar gyfer tueddiadau.</translation>
    </message>
    <message>
        <source>Writing the published set</source>
        <translation type="unfinished">Yn ysgrifennu&apos;r set gyhoeddedig</translation>
    </message>
    <message>
        <source>Score or dimension</source>
        <translation type="unfinished">Sgôr neu ddimensiwn</translation>
    </message>
    <message>
        <source>Welch</source>
        <translation type="unfinished">Welch</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test</source>
        <translation type="unfinished">Prawf t Welch</translation>
    </message>
    <message>
        <source>Student, as in the published tables</source>
        <translation type="unfinished">Student, fel yn y tablau cyhoeddedig</translation>
    </message>
    <message>
        <source>Student&apos;s t-test, as in the published tables</source>
        <translation type="unfinished">Prawf t Student, fel yn y tablau cyhoeddedig</translation>
    </message>
    <message>
        <source>Holm over all scores</source>
        <translation type="unfinished">Holm dros bob canlyniad</translation>
    </message>
    <message>
        <source>Adjust p for all scores and dimensions, after Holm</source>
        <translation type="unfinished">Addasu p ar gyfer pob canlyniad a dimensiwn, yn ôl Holm</translation>
    </message>
    <message>
        <source>Sessions…</source>
        <translation type="unfinished">Sesiynau…</translation>
    </message>
    <message>
        <source>Choose which sessions are looked at</source>
        <translation type="unfinished">Dewis pa sesiynau yr edrychir arnynt</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished">Beth sy&apos;n cael ei ddangos</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished">Cyn ac ar ôl</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished">Dros amser</translation>
    </message>
    <message>
        <source>By office and period</source>
        <translation type="unfinished">Yn ôl swyddfa a chyfnod amser</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished">Grwpiau</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished">Deilliannau</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation type="unfinished">Cysondeb</translation>
    </message>
    <message>
        <source>Published set</source>
        <translation type="unfinished">Set gyhoeddedig</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation type="unfinished">&amp;Sgôr</translation>
    </message>
    <message>
        <source>t-test</source>
        <translation type="unfinished">Prawf t</translation>
    </message>
    <message>
        <source>Add measures</source>
        <translation type="unfinished">Ychwanegu mesurau</translation>
    </message>
    <message>
        <source>Sheets (*.csv *.tsv *.xlsx *.sav *.parquet)</source>
        <translation type="unfinished">Taenlenni (*.csv *.tsv *.xlsx *.sav *.parquet)</translation>
    </message>
    <message>
        <source>Added {0} numbers.</source>
        <translation type="unfinished">Ychwanegwyd {0} o rifau.</translation>
    </message>
    <message>
        <source>Save the published set in a new folder</source>
        <translation type="unfinished">Cadw&apos;r set gyhoeddedig mewn ffolder newydd</translation>
    </message>
    <message>
        <source>Saved {0} files.</source>
        <translation type="unfinished">Cadwyd {0} o ffeiliau.</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Cautions</source>
        <translation type="unfinished">Rhybuddion</translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <source>Codebook: {0} codes ({1}); {2} rated dimensions ({3}).</source>
        <translation type="unfinished">Llyfr codau: {0} o godau ({1}); {2} o ddimensiynau a sgorir ({3}).</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished">Sgoriau</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sesiynau</translation>
    </message>
    <message>
        <source>Making the study</source>
        <translation type="unfinished">Yn gwneud yr astudiaeth</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Withdraw a rating?</source>
        <translation type="unfinished">Tynnu sgôr yn ôl?</translation>
    </message>
    <message>
        <source>With this answer the rating of {0} is withdrawn.</source>
        <translation type="unfinished">Gyda&apos;r ateb hwn caiff sgôr {0} ei thynnu&apos;n ôl.</translation>
    </message>
    <message>
        <source>This can be undone.</source>
        <translation type="unfinished">Gellir dadwneud hyn.</translation>
    </message>
    <message>
        <source>Withdraw the rating</source>
        <translation type="unfinished">Tynnu&apos;r sgôr yn ôl</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished">Ei chadw</translation>
    </message>
    <message>
        <source>{0} is not applicable by the answer to “{1}”.</source>
        <translation type="unfinished">Nid yw {0} yn berthnasol yn ôl yr ateb i “{1}”.</translation>
    </message>
    <message>
        <source>{0} is always rated; the codebook gives no reason to rule it out.</source>
        <translation type="unfinished">Caiff {0} ei sgorio bob amser; nid yw&apos;r llyfr codau&apos;n rhoi rheswm dros beidio.</translation>
    </message>
    <message>
        <source>The lead will see your concern.</source>
        <translation type="unfinished">Bydd yr arweinydd yn gweld eich pryder.</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Coder</source>
        <translation type="unfinished">Codiwr</translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished">&amp;Codiwr</translation>
    </message>
    <message>
        <source>{0}  –  has {1} of them already</source>
        <translation type="unfinished">{0}  –  mae {1} ohonynt ganddo eisoes</translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished">Erbyn</translation>
    </message>
</context>
<context>
    <name>AssignTrialsDialog</name>
    <message>
        <source>{} – has met {}</source>
        <translation type="unfinished">{} – wedi dod ar draws {}</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
</context>
<context>
    <name>BackInUseDialog</name>
    <message>
        <source>For example: taken out by mistake</source>
        <translation type="unfinished">Er enghraifft: tynnwyd allan trwy gamgymeriad</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation type="unfinished">Neges</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Cau</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished">Cau&apos;r neges</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>First day of release</source>
        <translation type="unfinished">Diwrnod cyntaf rhyddhau</translation>
    </message>
    <message>
        <source>Last day of release</source>
        <translation type="unfinished">Diwrnod olaf rhyddhau</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Ffolder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished">Dewis…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished">Dewis ffolder</translation>
    </message>
    <message>
        <source>Released &amp;from</source>
        <translation type="unfinished">Rhyddhawyd &amp;o</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation type="unfinished">&amp;hyd</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished">&amp;Ffolder</translation>
    </message>
    <message>
        <source>Writing reports</source>
        <translation type="unfinished">Yn ysgrifennu adroddiadau</translation>
    </message>
</context>
<context>
    <name>BeforeAfterPanel</name>
    <message>
        <source>Phases</source>
        <translation type="unfinished">Cyfnodau</translation>
    </message>
    <message>
        <source>Tests of the difference</source>
        <translation type="unfinished">Profion o&apos;r gwahaniaeth</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished">Cyn ac ar ôl</translation>
    </message>
    <message>
        <source>Difference, after minus before</source>
        <translation type="unfinished">Gwahaniaeth, ar ôl minws cyn</translation>
    </message>
</context>
<context>
    <name>CardColumn</name>
    <message>
        <source>Next unrated</source>
        <translation type="unfinished">Nesaf heb ei sgorio</translation>
    </message>
    <message>
        <source>Go to the next card not yet rated (F12)</source>
        <translation type="unfinished">Mynd i&apos;r cerdyn nesaf heb ei sgorio eto (F12)</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished">Cwestiynau</translation>
    </message>
    <message>
        <source>Ratings  {0} of {1}</source>
        <translation type="unfinished">Sgoriau  {0} o {1}</translation>
    </message>
</context>
<context>
    <name>ChangePassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation type="unfinished">Newid y cyfrinymadrodd</translation>
    </message>
    <message>
        <source>The recovery code stays the same. Copies of the study made before keep theirs.</source>
        <translation type="unfinished">Mae&apos;r cod adfer yn aros yr un fath. Mae copïau o&apos;r astudiaeth a wnaed cynt yn cadw eu rhai hwy.</translation>
    </message>
    <message>
        <source>The recovery code opened the study. Choose a passphrase that you know; the code stays the same.</source>
        <translation type="unfinished">Agorodd y cod adfer yr astudiaeth. Dewiswch gyfrinymadrodd yr ydych yn ei wybod; mae&apos;r cod yn aros yr un fath.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished">Newid</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Codebook page of {0}</source>
        <translation type="unfinished">Tudalen llyfr codau {0}</translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>Agreed in this laboratory</source>
        <translation type="unfinished">Cytunwyd yn y labordy hwn</translation>
    </message>
    <message>
        <source>Belongs here</source>
        <translation type="unfinished">Yn perthyn yma</translation>
    </message>
    <message>
        <source>Choose {0}.</source>
        <translation type="unfinished">Dewiswch {0}.</translation>
    </message>
    <message>
        <source>Counts at most once in a volley.</source>
        <translation type="unfinished">Yn cyfrif unwaith ar y mwyaf mewn rhediad.</translation>
    </message>
    <message>
        <source>Does not belong here</source>
        <translation type="unfinished">Ddim yn perthyn yma</translation>
    </message>
    <message>
        <source>Gives way to {0} in the same utterance.</source>
        <translation type="unfinished">Yn ildio i {0} yn yr un ymadrodd.</translation>
    </message>
    <message>
        <source>If “{0}” is answered “{1}”: {2}. The dimension is then ruled out by itself.</source>
        <translation type="unfinished">Os atebir “{0}” gyda “{1}”: {2}. Yna caiff y dimensiwn ei ddiystyru ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>In one volley and utterance</source>
        <translation type="unfinished">Mewn un rhediad ac ymadrodd</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished">Lefelau</translation>
    </message>
    <message>
        <source>Listen for, higher</source>
        <translation type="unfinished">Gwrandewch am y rhain, yn uwch</translation>
    </message>
    <message>
        <source>Listen for, lower</source>
        <translation type="unfinished">Gwrandewch am y rhain, yn is</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished">Ddim yn berthnasol</translation>
    </message>
    <message>
        <source>Not to be confused with</source>
        <translation type="unfinished">Nid i&apos;w ddrysu â</translation>
    </message>
    <message>
        <source>Shares its slot with {0}; {1} counts.</source>
        <translation type="unfinished">Yn rhannu ei le â {0}; mae {1} yn cyfrif.</translation>
    </message>
    <message>
        <source>This dimension is always rated.</source>
        <translation type="unfinished">Caiff y dimensiwn hwn ei sgorio bob amser.</translation>
    </message>
    <message>
        <source>When unsure</source>
        <translation type="unfinished">Pan fyddwch yn ansicr</translation>
    </message>
    <message>
        <source>key {0}</source>
        <translation type="unfinished">bysell {0}</translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished">na</translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished">dechrau</translation>
    </message>
    <message>
        <source>the one marked first</source>
        <translation type="unfinished">yr un a farciwyd gyntaf</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished">ie</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation type="unfinished">{0}, fersiwn {1}</translation>
    </message>
</context>
<context>
    <name>CodebookPage</name>
    <message>
        <source>Codebook page of {0}</source>
        <translation type="unfinished">Tudalen llyfr codau {0}</translation>
    </message>
</context>
<context>
    <name>CodebookView</name>
    <message>
        <source>Items of the codebook</source>
        <translation type="unfinished">Eitemau&apos;r llyfr codau</translation>
    </message>
    <message>
        <source>Codebook page</source>
        <translation type="unfinished">Tudalen y llyfr codau</translation>
    </message>
    <message>
        <source>Save decisions…</source>
        <translation type="unfinished">Cadw penderfyniadau…</translation>
    </message>
    <message>
        <source>Every decision as a table (CSV), with session and person, for the lead</source>
        <translation type="unfinished">Pob penderfyniad fel tabl (CSV), gyda&apos;r sesiwn a&apos;r person, i&apos;r arweinydd</translation>
    </message>
</context>
<context>
    <name>Codebooks</name>
    <message>
        <source>Codings made by it</source>
        <translation type="unfinished">Setiau codio a wnaed gydag ef</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished">Crynodeb digidol</translation>
    </message>
    <message>
        <source>Id and version</source>
        <translation type="unfinished">Enw a fersiwn</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished">Trwydded</translation>
    </message>
    <message>
        <source>Nothing differs that codings rest on.</source>
        <translation type="unfinished">Nid oes dim y mae codio&apos;n dibynnu arno&apos;n wahanol.</translation>
    </message>
    <message>
        <source>Of substance: codings would mean different things</source>
        <translation type="unfinished">O sylwedd: byddai ystyr y codio&apos;n wahanol</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished">Cwestiynau</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished">Canlyniadau</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished">Ffynonellau</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation type="unfinished">Geiriad</translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished">ar ôl</translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished">cyn</translation>
    </message>
    <message>
        <source>{0} {1} to {2}.</source>
        <translation type="unfinished">{0} {1} i {2}.</translation>
    </message>
</context>
<context>
    <name>CodebooksPage</name>
    <message>
        <source>Codebooks</source>
        <translation type="unfinished">Llyfrau codau</translation>
    </message>
    <message>
        <source>Pages of the codebook</source>
        <translation type="unfinished">Tudalennau&apos;r llyfr codau</translation>
    </message>
    <message>
        <source>Codebook page</source>
        <translation type="unfinished">Tudalen y llyfr codau</translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation type="unfinished">Gwirio ffeil…</translation>
    </message>
    <message>
        <source>Compare with a file…</source>
        <translation type="unfinished">Cymharu â ffeil…</translation>
    </message>
    <message>
        <source>{file} beside {book}</source>
        <translation type="unfinished">{file} wrth ochr {book}</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation type="unfinished">Llyfr codau</translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished">Fersiwn</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Cyflwr</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation type="unfinished">Setiau codio</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished">Crynodeb digidol</translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished">mewn grym</translation>
    </message>
    <message>
        <source>earlier version</source>
        <translation type="unfinished">fersiwn cynharach</translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished">wedi&apos;i gynnwys</translation>
    </message>
    <message>
        <source>A version that was used stays as it is; a further one with other words is taken into use by a lead (study update-codebook).</source>
        <translation type="unfinished">Mae fersiwn a ddefnyddiwyd yn aros fel y mae; mae arweinydd yn dechrau defnyddio fersiwn pellach â geiriau eraill (study update-codebook).</translation>
    </message>
    <message>
        <source>About it</source>
        <translation type="unfinished">Amdano</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished">Cwestiynau</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished">Canlyniadau</translation>
    </message>
    <message>
        <source>one fault</source>
        <translation type="unfinished">un bai</translation>
    </message>
    <message>
        <source>{} faults</source>
        <translation type="unfinished">{} o feiau</translation>
    </message>
    <message>
        <source>Check a codebook file</source>
        <translation type="unfinished">Gwirio ffeil llyfr codau</translation>
    </message>
    <message>
        <source>Compare with a codebook file</source>
        <translation type="unfinished">Cymharu â ffeil llyfr codau</translation>
    </message>
    <message>
        <source>Codebooks (*.toml)</source>
        <translation type="unfinished">Llyfrau codau (*.toml)</translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation type="unfinished">Ni chafwyd bai.</translation>
    </message>
</context>
<context>
    <name>CodedPart</name>
    <message>
        <source>Codings as they would be stored</source>
        <translation type="unfinished">Setiau codio fel y caent eu storio</translation>
    </message>
    <message>
        <source>Problems of the files</source>
        <translation type="unfinished">Problemau&apos;r ffeiliau</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation type="unfinished">Setiau codio</translation>
    </message>
    <message>
        <source>Say on the left what it is.</source>
        <translation type="unfinished">Dywedwch ar y chwith beth ydyw.</translation>
    </message>
</context>
<context>
    <name>CodersOfItem</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished">Crynodeb</translation>
    </message>
    <message>
        <source>Coders of the item</source>
        <translation type="unfinished">Codwyr yr eitem</translation>
    </message>
</context>
<context>
    <name>CodersPanel</name>
    <message>
        <source>Cautions</source>
        <translation type="unfinished">Rhybuddion</translation>
    </message>
    <message>
        <source>Points of the scale above (+) or below (−) the mean of the coders, on sessions that two or more rated. It shows where to recalibrate; it ranks nobody.</source>
        <translation type="unfinished">Pwyntiau o&apos;r raddfa uwchlaw (+) neu islaw (−) cymedr y codwyr, ar sesiynau a sgoriwyd gan ddau neu ragor. Mae&apos;n dangos ble i ailraddnodi; nid yw&apos;n gosod neb mewn trefn.</translation>
    </message>
    <message>
        <source>Levels of coders</source>
        <translation type="unfinished">Lefelau&apos;r codwyr</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>Nobody codes in this study yet.</source>
        <translation type="unfinished">Nid oes neb yn codio yn yr astudiaeth hon eto.</translation>
    </message>
    <message>
        <source>Grant certificate</source>
        <translation type="unfinished">Rhoi tystysgrif</translation>
    </message>
    <message>
        <source>End certificate…</source>
        <translation type="unfinished">Dod â thystysgrif i ben…</translation>
    </message>
    <message>
        <source>Slip in checks</source>
        <translation type="unfinished">Rhoi gwiriadau i mewn</translation>
    </message>
    <message>
        <source>A check for drift is due: {}.</source>
        <translation type="unfinished">Mae gwiriad drifft yn ddyledus: {}.</translation>
    </message>
    <message>
        <source>In the queue already: {}.</source>
        <translation type="unfinished">Yn y ciw eisoes: {}.</translation>
    </message>
</context>
<context>
    <name>CodingHost</name>
    <message>
        <source>Nothing to code</source>
        <translation type="unfinished">Dim i&apos;w godio</translation>
    </message>
    <message>
        <source>Every session in your queue is submitted, or none has been assigned to you yet. The lead assigns sessions on the Sessions page.</source>
        <translation type="unfinished">Mae pob sesiwn yn eich ciw wedi&apos;i chyflwyno, neu nid oes un wedi&apos;i rhoi i chi eto. Yr arweinydd sy&apos;n rhoi sesiynau, ar y dudalen Sesiynau.</translation>
    </message>
    <message>
        <source>Go to Sessions</source>
        <translation type="unfinished">Mynd i Sesiynau</translation>
    </message>
    <message>
        <source>Every other session in your queue is submitted.</source>
        <translation type="unfinished">Mae pob sesiwn arall yn eich ciw wedi&apos;i chyflwyno.</translation>
    </message>
    <message>
        <source>{} is submitted.</source>
        <translation type="unfinished">Mae {} wedi&apos;i chyflwyno.</translation>
    </message>
</context>
<context>
    <name>CodingPage</name>
    <message>
        <source>Every dimension is rated or not applicable</source>
        <translation type="unfinished">Mae pob dimensiwn wedi&apos;i sgorio neu&apos;n amherthnasol</translation>
    </message>
    <message>
        <source>Submitted and locked</source>
        <translation type="unfinished">Wedi&apos;i gyflwyno a&apos;i gloi</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished">Cyfrif</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Tystiolaeth</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished">Gwrando</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation type="unfinished">Fy nghiw</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished">Nodiadau</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished">Sgoriau</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished">Canlyniadau</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished">Trawsgrifiad</translation>
    </message>
</context>
<context>
    <name>CodingsImportDialog</name>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sesiynau</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished">Sgoriau</translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished">Gwerthoedd</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished">Codau</translation>
    </message>
    <message>
        <source>Rated items</source>
        <translation type="unfinished">Eitemau a sgoriwyd</translation>
    </message>
    <message>
        <source>Importing codings</source>
        <translation type="unfinished">Yn mewnforio setiau codio</translation>
    </message>
    <message>
        <source>A session to be added: {0}</source>
        <translation type="unfinished">Sesiwn i&apos;w hychwanegu: {0}</translation>
    </message>
    <message>
        <source>Not yet rated</source>
        <translation type="unfinished">Heb ei sgorio eto</translation>
    </message>
    <message>
        <source>“{0}” (ratings: {1})</source>
        <translation type="unfinished">“{0}” (sgoriau: {1})</translation>
    </message>
    <message>
        <source>{0} (marks: {1})</source>
        <translation type="unfinished">{0} (marciau: {1})</translation>
    </message>
    <message>
        <source>{0} (ratings: {1})</source>
        <translation type="unfinished">{0} (sgoriau: {1})</translation>
    </message>
    <message>
        <source>(not taken)</source>
        <translation type="unfinished">(ni chymerir)</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>A second agrees if the other coder has the same code within two seconds of it</source>
        <translation type="unfinished">Mae eiliad yn cytuno os oes gan y codiwr arall yr un cod o fewn dwy eiliad iddi</translation>
    </message>
    <message>
        <source>Addenda</source>
        <translation type="unfinished">Atodiadau</translation>
    </message>
    <message>
        <source>Adjusted for the number of pairs</source>
        <translation type="unfinished">Wedi&apos;i addasu ar gyfer nifer y parau</translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished">Wedyn</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished">Cytunwyd</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished">Cytundeb</translation>
    </message>
    <message>
        <source>Alpha [95% CI]</source>
        <translation type="unfinished">Alffa [95% CI]</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation type="unfinished">Rhoddwyd i</translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished">Ar</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished">Ymgais</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished">Sain</translation>
    </message>
    <message>
        <source>Band
(lower limit)</source>
        <translation type="unfinished">Band
(terfyn isaf)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished">Cyn</translation>
    </message>
    <message>
        <source>Before or after implementation</source>
        <translation type="unfinished">Cyn neu ar ôl gweithredu</translation>
    </message>
    <message>
        <source>Bold where it differs from the first submission</source>
        <translation type="unfinished">Mewn print trwm lle mae&apos;n wahanol i&apos;r cyflwyniad cyntaf</translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished">Y ddau</translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished">Gan</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished">Tystysgrif</translation>
    </message>
    <message>
        <source>Change per week
[95% CI]</source>
        <translation type="unfinished">Newid yr wythnos
[95% CI]</translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished">Gwiriad</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished">Gwiriadau</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished">Dewiswyd</translation>
    </message>
    <message>
        <source>Cicchetti (1994): poor, fair from .40, good from .60, excellent from .75</source>
        <translation type="unfinished">Cicchetti (1994): gwael, gweddol o .40, da o .60, rhagorol o .75</translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished">Cod</translation>
    </message>
    <message>
        <source>Code that coders see</source>
        <translation type="unfinished">Y cod y mae codwyr yn ei weld</translation>
    </message>
    <message>
        <source>Coded by two or more coders independently</source>
        <translation type="unfinished">Wedi&apos;i godio&apos;n annibynnol gan ddau neu ragor o godwyr</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation type="unfinished">Codiwr</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>Codings that are not submitted; without sound they cannot be finished by ear</source>
        <translation type="unfinished">Setiau codio nas cyflwynwyd; heb sain ni ellir eu gorffen trwy wrando</translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished">Gorchymyn</translation>
    </message>
    <message>
        <source>Concerns, coders no longer blind, listening cut short, ratings marked unsure</source>
        <translation type="unfinished">Pryderon, codwyr nad ydynt yn ddall mwyach, gwrando a dorrwyd yn fyr, sgoriau wedi&apos;u nodi&apos;n ansicr</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished">Cyfrifon</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation type="unfinished">Consensws</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished">Cydsyniad</translation>
    </message>
    <message>
        <source>Correlation of ranks</source>
        <translation type="unfinished">Cydberthyniad rhengoedd</translation>
    </message>
    <message>
        <source>Correlation of the part with the sum of the others</source>
        <translation type="unfinished">Cydberthyniad y rhan â swm y lleill</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Diwrnod</translation>
    </message>
    <message>
        <source>Day of implementation</source>
        <translation type="unfinished">Diwrnod y gweithredu</translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished">Diwrnodau</translation>
    </message>
    <message>
        <source>Days over</source>
        <translation type="unfinished">Dyddiau dros ben</translation>
    </message>
    <message>
        <source>Days since implementation</source>
        <translation type="unfinished">Diwrnodau ers gweithredu</translation>
    </message>
    <message>
        <source>Days since implementation; negative before it</source>
        <translation type="unfinished">Diwrnodau ers gweithredu; negatif cyn hynny</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished">Penderfynwyd</translation>
    </message>
    <message>
        <source>Decisions of meetings about the item</source>
        <translation type="unfinished">Penderfyniadau cyfarfodydd am yr eitem</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation type="unfinished">Gwyriad</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished">Gwahaniaeth</translation>
    </message>
    <message>
        <source>Difference [95% CI]</source>
        <translation type="unfinished">Gwahaniaeth [95% CI]</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished">Dimensiwn</translation>
    </message>
    <message>
        <source>Dimensions on which the coders differ</source>
        <translation type="unfinished">Dimensiynau y mae&apos;r codwyr yn gwahaniaethu arnynt</translation>
    </message>
    <message>
        <source>Dimensions rated or not applicable</source>
        <translation type="unfinished">Dimensiynau wedi&apos;u sgorio neu&apos;n amherthnasol</translation>
    </message>
    <message>
        <source>Dimensions that one rated and the other ruled out; they are in no share</source>
        <translation type="unfinished">Dimensiynau a sgoriwyd gan y naill ac a ddiystyrwyd gan y llall; nid ydynt mewn unrhyw gyfran</translation>
    </message>
    <message>
        <source>Do coders differ in level?</source>
        <translation type="unfinished">A yw codwyr yn gwahaniaethu o ran lefel?</translation>
    </message>
    <message>
        <source>Does it apply?</source>
        <translation type="unfinished">A yw&apos;n berthnasol?</translation>
    </message>
    <message>
        <source>Double</source>
        <translation type="unfinished">Dwbl</translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished">Erbyn</translation>
    </message>
    <message>
        <source>Empty: by command</source>
        <translation type="unfinished">Gwag: drwy orchymyn</translation>
    </message>
    <message>
        <source>Empty: the program</source>
        <translation type="unfinished">Gwag: y rhaglen</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished">Cyfartal</translation>
    </message>
    <message>
        <source>Evidence of the reference</source>
        <translation type="unfinished">Tystiolaeth y cyfeirnod</translation>
    </message>
    <message>
        <source>Evidence of the trial</source>
        <translation type="unfinished">Tystiolaeth y treial</translation>
    </message>
    <message>
        <source>Rank order alone: a gap to ICC(A,1) means that coders differ in level</source>
        <translation type="unfinished">Trefn yn unig: mae bwlch i ICC(A,1) yn golygu bod codwyr yn gwahaniaethu o ran lefel</translation>
    </message>
    <message>
        <source>Consistency
ICC(C,1) [95% CI]</source>
        <translation type="unfinished">Cysondeb
ICC(C,1) [95% CI]</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s
alpha [95% CI]</source>
        <translation type="unfinished">Alffa
Krippendorff [95% CI]</translation>
    </message>
    <message>
        <source>Ordinal metric, interval for scores; uses every rating of sessions with two or more</source>
        <translation type="unfinished">Metrig trefnol, cyfwng ar gyfer canlyniadau; mae&apos;n defnyddio pob sgôr o sesiynau â dwy neu ragor</translation>
    </message>
    <message>
        <source>Weighted kappa
[95% CI]</source>
        <translation type="unfinished">Kappa wedi&apos;i bwysoli
[95% CI]</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa with quadratic weights, mean over pairs of coders</source>
        <translation type="unfinished">Kappa Cohen â phwysau cwadratig, cymedr dros barau o godwyr</translation>
    </message>
    <message>
        <source>AC2
[95% CI]</source>
        <translation type="unfinished">AC2
[95% CI]</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC2 with quadratic weights; to be read beside kappa, never alone</source>
        <translation type="unfinished">AC2 Gwet â phwysau cwadratig; i&apos;w ddarllen wrth ochr kappa, byth ar ei ben ei hun</translation>
    </message>
    <message>
        <source>Exact
agreement</source>
        <translation type="unfinished">Cytundeb
union</translation>
    </message>
    <message>
        <source>Pairs of equal ratings</source>
        <translation type="unfinished">Parau o sgoriau cyfartal</translation>
    </message>
    <message>
        <source>Pairs that differ by one level at most</source>
        <translation type="unfinished">Parau sy&apos;n gwahaniaethu o un lefel ar y mwyaf</translation>
    </message>
    <message>
        <source>SEM</source>
        <translation type="unfinished">SEM</translation>
    </message>
    <message>
        <source>Standard error of measurement, in points of the scale</source>
        <translation type="unfinished">Cyfeiliornad safonol mesur, mewn pwyntiau o&apos;r raddfa</translation>
    </message>
    <message>
        <source>SDC</source>
        <translation type="unfinished">SDC</translation>
    </message>
    <message>
        <source>Smallest detectable change between two values of one coder each</source>
        <translation type="unfinished">Y newid lleiaf y gellir ei ganfod rhwng dau werth gan un codiwr yr un</translation>
    </message>
    <message>
        <source>Mean of k coders
ICC(A,k) [95% CI]</source>
        <translation type="unfinished">Cymedr k o godwyr
ICC(A,k) [95% CI]</translation>
    </message>
    <message>
        <source>Absolute agreement of the mean of k coders</source>
        <translation type="unfinished">Cytundeb absoliwt cymedr k o godwyr</translation>
    </message>
    <message>
        <source>Consistency
ICC(C,k) [95% CI]</source>
        <translation type="unfinished">Cysondeb
ICC(C,k) [95% CI]</translation>
    </message>
    <message>
        <source>Rank order of the mean of k coders</source>
        <translation type="unfinished">Trefn cymedr k o godwyr</translation>
    </message>
    <message>
        <source>Rated
by all</source>
        <translation type="unfinished">Sgoriwyd
gan bawb</translation>
    </message>
    <message>
        <source>Coders
disagreed</source>
        <translation type="unfinished">Codwyr yn
anghytuno</translation>
    </message>
    <message>
        <source>Rated
by none</source>
        <translation type="unfinished">Heb ei sgorio
gan neb</translation>
    </message>
    <message>
        <source>Kappa of the
yes or no [95% CI]</source>
        <translation type="unfinished">Kappa&apos;r
ie neu na [95% CI]</translation>
    </message>
    <message>
        <source>Sessions to talk about</source>
        <translation type="unfinished">Sesiynau i&apos;w trafod</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished">Union</translation>
    </message>
    <message>
        <source>Weighted kappa [95% CI]</source>
        <translation type="unfinished">Kappa wedi&apos;i bwysoli [95% CI]</translation>
    </message>
    <message>
        <source>Mean difference [95% CI]</source>
        <translation type="unfinished">Gwahaniaeth cymedrig [95% CI]</translation>
    </message>
    <message>
        <source>Lower limit [95% CI]</source>
        <translation type="unfinished">Terfyn isaf [95% CI]</translation>
    </message>
    <message>
        <source>Upper limit [95% CI]</source>
        <translation type="unfinished">Terfyn uchaf [95% CI]</translation>
    </message>
    <message>
        <source>F test of equal levels, sessions allowed for</source>
        <translation type="unfinished">Prawf F o lefelau cyfartal, gan ganiatáu ar gyfer sesiynau</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished">Gorffennwyd</translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished">Cyntaf</translation>
    </message>
    <message>
        <source>First day by which a coding that is not submitted is wanted</source>
        <translation type="unfinished">Y diwrnod cyntaf y mae angen codio nas cyflwynwyd erbyn hynny</translation>
    </message>
    <message>
        <source>First half</source>
        <translation type="unfinished">Hanner cyntaf</translation>
    </message>
    <message>
        <source>First submitted</source>
        <translation type="unfinished">Cyflwynwyd gyntaf</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished">Fflagiau</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Ffolder</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished">I bwy</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished">Fformatau</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation type="unfinished">Yn cael</translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished">Grŵp</translation>
    </message>
    <message>
        <source>Group of codes</source>
        <translation type="unfinished">Grŵp o godau</translation>
    </message>
    <message>
        <source>Hedges g [95% CI]</source>
        <translation type="unfinished">Hedges g [95% CI]</translation>
    </message>
    <message>
        <source>Holm: p of the chosen t-test, adjusted for all comparisons. Clustered: sandwich variance by worker. Mixed model: random intercept of worker. Worker means: each worker once a phase. Levene: whether the two phases spread alike</source>
        <translation type="unfinished">Holm: p y prawf t a ddewiswyd, wedi&apos;i addasu ar gyfer pob cymhariaeth. Clystyrog: amrywiant brechdan yn ôl gweithiwr. Model cymysg: rhyngdoriad hap y gweithiwr. Cymedrau gweithwyr: pob gweithiwr unwaith fesul cyfnod. Levene: a yw gwasgariad y ddau gyfnod yn debyg</translation>
    </message>
    <message>
        <source>How far</source>
        <translation type="unfinished">I ba raddau</translation>
    </message>
    <message>
        <source>How far one coder&apos;s rating can be relied on: absolute agreement</source>
        <translation type="unfinished">I ba raddau y gellir dibynnu ar sgôr un codiwr: cytundeb absoliwt</translation>
    </message>
    <message>
        <source>Independent codings submitted, of those assigned</source>
        <translation type="unfinished">Setiau codio annibynnol a gyflwynwyd, o&apos;r rhai a roddwyd</translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished">Eitem</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation type="unfinished">Kappa</translation>
    </message>
    <message>
        <source>Kappa against
reference [95% CI]</source>
        <translation type="unfinished">Kappa yn erbyn
y cyfeirnod [95% CI]</translation>
    </message>
    <message>
        <source>Kappa over seconds [95% CI]</source>
        <translation type="unfinished">Kappa dros eiliadau [95% CI]</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation type="unfinished">Cedwir tan</translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished">Bysell</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished">Bysellau</translation>
    </message>
    <message>
        <source>Largest
kappa</source>
        <translation type="unfinished">Kappa
mwyaf</translation>
    </message>
    <message>
        <source>Largest unweighted kappa that the two coders&apos; use of the levels allows</source>
        <translation type="unfinished">Y kappa heb ei bwysoli mwyaf y mae defnydd y ddau godiwr o&apos;r lefelau yn ei ganiatáu</translation>
    </message>
    <message>
        <source>Last act</source>
        <translation type="unfinished">Cam olaf</translation>
    </message>
    <message>
        <source>Last return</source>
        <translation type="unfinished">Dychweliad olaf</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished">Diweddaraf</translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished">Lleiaf</translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished">Hyd</translation>
    </message>
    <message>
        <source>Length of the recording</source>
        <translation type="unfinished">Hyd y recordiad</translation>
    </message>
    <message>
        <source>Length of what is coded</source>
        <translation type="unfinished">Hyd yr hyn sy&apos;n cael ei godio</translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished">Llinell</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished">Gwrando</translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished">Gwnaed</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished">Marciau</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished">Cymedr</translation>
    </message>
    <message>
        <source>Mean (number of sessions with a value)</source>
        <translation type="unfinished">Cymedr (nifer y sesiynau â gwerth)</translation>
    </message>
    <message>
        <source>Mean [95% CI]</source>
        <translation type="unfinished">Cymedr [95% CI]</translation>
    </message>
    <message>
        <source>Mean departure</source>
        <translation type="unfinished">Gwyriad cymedrig</translation>
    </message>
    <message>
        <source>Mean departure
[95% CI]</source>
        <translation type="unfinished">Gwyriad cymedrig
[95% CI]</translation>
    </message>
    <message>
        <source>Mean lag</source>
        <translation type="unfinished">Oediad cymedrig</translation>
    </message>
    <message>
        <source>Mean of rating minus reference</source>
        <translation type="unfinished">Cymedr y sgôr minws y cyfeirnod</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished">Mesur</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished">Cyfarfod</translation>
    </message>
    <message>
        <source>Moment in the recording</source>
        <translation type="unfinished">Moment yn y recordiad</translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished">Mis</translation>
    </message>
    <message>
        <source>Most</source>
        <translation type="unfinished">Mwyaf</translation>
    </message>
    <message>
        <source>N/A differs</source>
        <translation type="unfinished">N/A yn wahanol</translation>
    </message>
    <message>
        <source>New events</source>
        <translation type="unfinished">Digwyddiadau newydd</translation>
    </message>
    <message>
        <source>No value</source>
        <translation type="unfinished">Dim gwerth</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished">Nodiadau</translation>
    </message>
    <message>
        <source>Numbers of the study that give way</source>
        <translation type="unfinished">Rhifau&apos;r astudiaeth sy&apos;n ildio</translation>
    </message>
    <message>
        <source>Of the manifest, which holds those of all files; of a packet, that of its file</source>
        <translation type="unfinished">Un y maniffest, sy&apos;n dal rhai pob ffeil; ar gyfer pecyn, un ei ffeil</translation>
    </message>
    <message>
        <source>Open codings</source>
        <translation type="unfinished">Setiau codio agored</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation type="unfinished">Pecyn</translation>
    </message>
    <message>
        <source>Passphrase of</source>
        <translation type="unfinished">Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Phase by date</source>
        <translation type="unfinished">Cyfnod yn ôl dyddiad</translation>
    </message>
    <message>
        <source>Ratings, evidence, notes, marks and acts that are not here yet</source>
        <translation type="unfinished">Sgoriau, tystiolaeth, nodiadau, marciau a chamau nad ydynt yma eto</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished">Derbynneb</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished">Dychweliadau</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished">Rhesi</translation>
    </message>
    <message>
        <source>Rows of all tables together</source>
        <translation type="unfinished">Rhesi pob tabl gyda&apos;i gilydd</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished">SHA-256</translation>
    </message>
    <message>
        <source>Sessions of the packet that are submitted in this study</source>
        <translation type="unfinished">Sesiynau&apos;r pecyn sydd wedi&apos;u cyflwyno yn yr astudiaeth hon</translation>
    </message>
    <message>
        <source>Sessions that keep the days that were entered</source>
        <translation type="unfinished">Sesiynau sy&apos;n cadw&apos;r diwrnodau a gofnodwyd</translation>
    </message>
    <message>
        <source>Sessions whose phase follows from their date and this day</source>
        <translation type="unfinished">Sesiynau y mae eu cyfnod yn dilyn o&apos;u dyddiad a&apos;r diwrnod hwn</translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished">Maint</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation type="unfinished">Spearman</translation>
    </message>
    <message>
        <source>Two: the coding was continued in two places at once</source>
        <translation type="unfinished">Dau: parhawyd â&apos;r codio mewn dau le ar unwaith</translation>
    </message>
    <message>
        <source>Version whose value counts for this item</source>
        <translation type="unfinished">Y fersiwn y mae ei werth yn cyfrif ar gyfer yr eitem hon</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished">Fersiynau</translation>
    </message>
    <message>
        <source>Without date</source>
        <translation type="unfinished">Heb ddyddiad</translation>
    </message>
    <message>
        <source>r with the rest</source>
        <translation type="unfinished">r â&apos;r gweddill</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nodyn</translation>
    </message>
    <message>
        <source>Of the dimensions that both rated</source>
        <translation type="unfinished">O&apos;r dimensiynau a sgoriwyd gan y ddau</translation>
    </message>
    <message>
        <source>Of the whole score; for each part, of the others without it</source>
        <translation type="unfinished">O&apos;r canlyniad cyfan; ar gyfer pob rhan, o&apos;r lleill hebddi</translation>
    </message>
    <message>
        <source>Of these, sessions that others code too; coders are not told</source>
        <translation type="unfinished">O&apos;r rhain, sesiynau y mae eraill yn eu codio hefyd; ni ddywedir wrth y codwyr</translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished">Swyddfa</translation>
    </message>
    <message>
        <source>One coder
ICC(A,1) [95% CI]</source>
        <translation type="unfinished">Un codiwr
ICC(A,1) [95% CI]</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished">Pâr</translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished">Rhan</translation>
    </message>
    <message>
        <source>Pass rule</source>
        <translation type="unfinished">Rheol basio</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished">Cyfnod</translation>
    </message>
    <message>
        <source>Phase rule</source>
        <translation type="unfinished">Rheol y cyfnod</translation>
    </message>
    <message>
        <source>Place in your queue</source>
        <translation type="unfinished">Lle yn eich ciw</translation>
    </message>
    <message>
        <source>Points per 100 days</source>
        <translation type="unfinished">Pwyntiau fesul 100 diwrnod</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished">Diben</translation>
    </message>
    <message>
        <source>Quadratic weighted kappa against the reference, dimensions pooled</source>
        <translation type="unfinished">Kappa â phwysau cwadratig yn erbyn y cyfeirnod, y dimensiynau ynghyd</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished">Codwyd</translation>
    </message>
    <message>
        <source>Random code of the session</source>
        <translation type="unfinished">Cod hap y sesiwn</translation>
    </message>
    <message>
        <source>Random code of the session; it tells nothing about it</source>
        <translation type="unfinished">Cod hap y sesiwn; nid yw&apos;n dweud dim amdani</translation>
    </message>
    <message>
        <source>Rank order
(relative)</source>
        <translation type="unfinished">Trefn
(gymharol)</translation>
    </message>
    <message>
        <source>Rating minus reference, in points of the scale</source>
        <translation type="unfinished">Sgôr minws y cyfeirnod, mewn pwyntiau o&apos;r raddfa</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished">Sgoriau</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished">Rheswm</translation>
    </message>
    <message>
        <source>Recordings of the latest attempt</source>
        <translation type="unfinished">Recordiadau&apos;r ymgais ddiweddaraf</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished">Cyfeirnod</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation type="unfinished">Yn disodli</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished">Rolau</translation>
    </message>
    <message>
        <source>SD</source>
        <translation type="unfinished">SD</translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished">Ail</translation>
    </message>
    <message>
        <source>Second coder minus first, of linked marks</source>
        <translation type="unfinished">Ail godiwr minws y cyntaf, o farciau cysylltiedig</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation type="unfinished">Ail hanner</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished">Eiliadau</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished">Segment</translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished">Sesiwn</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sesiynau</translation>
    </message>
    <message>
        <source>Sessions
(left out)</source>
        <translation type="unfinished">Sesiynau
(a hepgorwyd)</translation>
    </message>
    <message>
        <source>Sessions of the group that are coded twice</source>
        <translation type="unfinished">Sesiynau&apos;r grŵp sy&apos;n cael eu codio ddwywaith</translation>
    </message>
    <message>
        <source>Sessions that this plan gives to the coder</source>
        <translation type="unfinished">Sesiynau y mae&apos;r cynllun hwn yn eu rhoi i&apos;r codiwr</translation>
    </message>
    <message>
        <source>Sessions with a value</source>
        <translation type="unfinished">Sesiynau â gwerth</translation>
    </message>
    <message>
        <source>Sessions with two or more ratings of the item; in brackets those without</source>
        <translation type="unfinished">Sesiynau â dwy neu ragor o sgoriau i&apos;r eitem; mewn cromfachau y rhai hebddynt</translation>
    </message>
    <message>
        <source>Sessions without a value, such as not applicable</source>
        <translation type="unfinished">Sesiynau heb werth, er enghraifft amherthnasol</translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished">Rhannu</translation>
    </message>
    <message>
        <source>Share of ratings at most one level from the reference</source>
        <translation type="unfinished">Cyfran y sgoriau sydd un lefel ar y mwyaf o&apos;r cyfeirnod</translation>
    </message>
    <message>
        <source>Share of ratings equal to the reference</source>
        <translation type="unfinished">Cyfran y sgoriau sy&apos;n hafal i&apos;r cyfeirnod</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation type="unfinished">Yn dangos</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished">Siaradwr</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Cyflwr</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation type="unfinished">Ystadegyn</translation>
    </message>
    <message>
        <source>Stretch that is coded</source>
        <translation type="unfinished">Y darn sy&apos;n cael ei godio</translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished">Astudiaeth</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished">Cyflwynwyd</translation>
    </message>
    <message>
        <source>Submitted codings</source>
        <translation type="unfinished">Setiau codio a gyflwynwyd</translation>
    </message>
    <message>
        <source>Submitted last</source>
        <translation type="unfinished">Cyflwynwyd ddiwethaf</translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished">Prawf</translation>
    </message>
    <message>
        <source>The same ICC(A,1) as a dot with its interval; lines where bands begin</source>
        <translation type="unfinished">Yr un ICC(A,1) fel dot gyda&apos;i gyfwng; llinellau lle mae bandiau&apos;n dechrau</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished">Amser</translation>
    </message>
    <message>
        <source>To talk about</source>
        <translation type="unfinished">I&apos;w drafod</translation>
    </message>
    <message>
        <source>Tolerant kappa [95% CI]</source>
        <translation type="unfinished">Kappa goddefgar [95% CI]</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished">Treial</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished">Treialon</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation type="unfinished">Ceisiwyd</translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished">Math</translation>
    </message>
    <message>
        <source>Used for research, supervision or both; feedback needs supervision</source>
        <translation type="unfinished">Fe&apos;i defnyddir ar gyfer ymchwil, goruchwyliaeth neu&apos;r ddau; mae angen goruchwyliaeth ar gyfer adborth</translation>
    </message>
    <message>
        <source>Uses that were agreed to, or refused; empty where nobody was asked</source>
        <translation type="unfinished">Defnyddiau y cytunwyd iddynt, neu a wrthodwyd; gwag lle na ofynnwyd i neb</translation>
    </message>
    <message>
        <source>Utterance</source>
        <translation type="unfinished">Ymadrodd</translation>
    </message>
    <message>
        <source>Value itself
(absolute)</source>
        <translation type="unfinished">Y gwerth ei hun
(absoliwt)</translation>
    </message>
    <message>
        <source>Volley</source>
        <translation type="unfinished">Rhediad</translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished">Beth</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished">Beth mae&apos;n ei wneud</translation>
    </message>
    <message>
        <source>What the coders agreed on in a meeting; it is no coding of its own</source>
        <translation type="unfinished">Yr hyn y cytunodd y codwyr arno mewn cyfarfod; nid yw&apos;n godio ar wahân</translation>
    </message>
    <message>
        <source>What there is to listen to once, at normal speed; the least that it takes</source>
        <translation type="unfinished">Yr hyn sydd i wrando arno unwaith, ar gyflymder arferol; y lleiaf o amser y mae&apos;n ei gymryd</translation>
    </message>
    <message>
        <source>What was agreed; a digit agrees on a level</source>
        <translation type="unfinished">Yr hyn y cytunwyd arno; mae digid yn cytuno ar lefel</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished">Yr hyn a wnaed</translation>
    </message>
    <message>
        <source>What was noted for the dimension; a click plays it</source>
        <translation type="unfinished">Yr hyn a nodwyd ar gyfer y dimensiwn; mae clic yn ei chwarae</translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished">Pryd</translation>
    </message>
    <message>
        <source>When the lead wants it; the queue keeps its order</source>
        <translation type="unfinished">Pryd y mae&apos;r arweinydd am ei gael; mae&apos;r ciw&apos;n cadw ei drefn</translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished">Ble</translation>
    </message>
    <message>
        <source>Whether the mark counts by the rules of volley and utterance</source>
        <translation type="unfinished">A yw&apos;r marc yn cyfrif yn ôl rheolau rhediad ac ymadrodd</translation>
    </message>
    <message>
        <source>Whether the worker may see it</source>
        <translation type="unfinished">A gaiff y gweithiwr ei weld</translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished">Pwy</translation>
    </message>
    <message>
        <source>Why first</source>
        <translation type="unfinished">Pam yn gyntaf</translation>
    </message>
    <message>
        <source>Widest differences come first</source>
        <translation type="unfinished">Y gwahaniaethau mwyaf ddaw gyntaf</translation>
    </message>
    <message>
        <source>Within
one level</source>
        <translation type="unfinished">O fewn
un lefel</translation>
    </message>
    <message>
        <source>Within one</source>
        <translation type="unfinished">O fewn un</translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished">Geiriau</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished">Gweithiwr</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished">Gweithwyr</translation>
    </message>
    <message>
        <source>k; where coders left gaps, the harmonic mean of ratings per session</source>
        <translation type="unfinished">k; lle gadawodd codwyr fylchau, cymedr harmonig y sgoriau fesul sesiwn</translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished">n</translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished">p</translation>
    </message>
    <message>
        <source>p Holm</source>
        <translation type="unfinished">p Holm</translation>
    </message>
    <message>
        <source>r [95% CI]</source>
        <translation type="unfinished">r [95% CI]</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished">Cysylltiedig</translation>
    </message>
    <message>
        <source>Marks that the other coder has too, within the tolerance</source>
        <translation type="unfinished">Marciau sydd gan y codiwr arall hefyd, o fewn y goddefiant</translation>
    </message>
    <message>
        <source>Only
first</source>
        <translation type="unfinished">Y cyntaf
yn unig</translation>
    </message>
    <message>
        <source>Marks of the first coder alone</source>
        <translation type="unfinished">Marciau&apos;r codiwr cyntaf yn unig</translation>
    </message>
    <message>
        <source>Only
second</source>
        <translation type="unfinished">Yr ail
yn unig</translation>
    </message>
    <message>
        <source>Marks of the second coder alone</source>
        <translation type="unfinished">Marciau&apos;r ail godiwr yn unig</translation>
    </message>
    <message>
        <source>Unit agreement
[95% CI]</source>
        <translation type="unfinished">Cytundeb ar unedau
[95% CI]</translation>
    </message>
    <message>
        <source>Did both mark something: share of marks that the other coder has too</source>
        <translation type="unfinished">A farciodd y ddau rywbeth: cyfran y marciau sydd gan y codiwr arall hefyd</translation>
    </message>
    <message>
        <source>Kappa among
linked [95% CI]</source>
        <translation type="unfinished">Kappa ymysg
y cysylltiedig [95% CI]</translation>
    </message>
    <message>
        <source>Did they call it the same: marks that both made</source>
        <translation type="unfinished">A roesant yr un enw arno: marciau a wnaed gan y ddau</translation>
    </message>
    <message>
        <source>Kappa including
missed [95% CI]</source>
        <translation type="unfinished">Kappa gan gynnwys
y rhai a gollwyd [95% CI]</translation>
    </message>
    <message>
        <source>Both questions at once: a missed mark is a disagreement</source>
        <translation type="unfinished">Y ddau gwestiwn ar unwaith: mae marc a gollwyd yn anghytundeb</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation type="unfinished">Setiau codio</translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished">Lled</translation>
    </message>
    <message>
        <source>Interval, about</source>
        <translation type="unfinished">Cyfwng, tua</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Colofnau</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished">Symud i &amp;fyny</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished">Symud i &amp;lawr</translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation type="unfinished">Fel &amp;arfer</translation>
    </message>
    <message>
        <source>The usual columns in their usual order</source>
        <translation type="unfinished">Y colofnau arferol yn eu trefn arferol</translation>
    </message>
</context>
<context>
    <name>ColumnsList</name>
    <message>
        <source>{0}, {1} of {2}</source>
        <translation type="unfinished">{0}, {1} o {2}</translation>
    </message>
</context>
<context>
    <name>ColumnsPart</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Colofnau</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation type="unfinished">Yn y ffeil</translation>
    </message>
    <message>
        <source>Is</source>
        <translation type="unfinished">Yw</translation>
    </message>
    <message>
        <source>By coder</source>
        <translation type="unfinished">Gan godiwr</translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished">Pam</translation>
    </message>
    <message>
        <source>{0} further columns are taken as suggested.</source>
        <translation type="unfinished">Cymerir {0} o golofnau pellach fel yr awgrymwyd.</translation>
    </message>
    <message>
        <source>What {0} is</source>
        <translation type="unfinished">Beth yw {0}</translation>
    </message>
    <message>
        <source>of the row</source>
        <translation type="unfinished">y rhes</translation>
    </message>
    <message>
        <source>Coder of {0}</source>
        <translation type="unfinished">Codiwr {0}</translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation type="unfinished">Chi a ddywedodd hynny.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished">Palet gorchmynion</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished">Canfod gorchymyn</translation>
    </message>
    <message>
        <source>Arrows choose, Enter runs it</source>
        <translation type="unfinished">Mae&apos;r saethau&apos;n dewis, mae Enter yn ei redeg</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished">Gorchmynion</translation>
    </message>
    <message>
        <source>No command that can be used here has these letters.</source>
        <translation type="unfinished">Nid oes gan unrhyw orchymyn y gellir ei ddefnyddio yma&apos;r llythrennau hyn.</translation>
    </message>
    <message>
        <source>{0} commands</source>
        <translation type="unfinished">{0} gorchymyn</translation>
    </message>
    <message>
        <source>{0} cannot be used any more</source>
        <translation type="unfinished">Ni ellir defnyddio {0} mwyach</translation>
    </message>
    <message>
        <source>No command</source>
        <translation type="unfinished">Dim gorchymyn</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}, {3} of {4}</source>
        <translation type="unfinished">{0}, {1}, {2}, {3} o {4}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished">dim bysell</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Decision: {0}</source>
        <translation type="unfinished">Penderfyniad: {0}</translation>
    </message>
    <message>
        <source>Evidence {0}</source>
        <translation type="unfinished">Tystiolaeth {0}</translation>
    </message>
    <message>
        <source>N/A against rated</source>
        <translation type="unfinished">N/A yn erbyn sgôr</translation>
    </message>
    <message>
        <source>Rating of {0}; a question mark stands for unsure</source>
        <translation type="unfinished">Sgôr {0}; mae gofynnod yn golygu ansicr</translation>
    </message>
    <message>
        <source>The coder was unsure.</source>
        <translation type="unfinished">Roedd y codiwr yn ansicr.</translation>
    </message>
    <message>
        <source>different reasons</source>
        <translation type="unfinished">rhesymau gwahanol</translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished">cyfartal</translation>
    </message>
    <message>
        <source>left open by {0}</source>
        <translation type="unfinished">gadawyd yn agored gan {0}</translation>
    </message>
    <message>
        <source>none noted</source>
        <translation type="unfinished">dim wedi&apos;i nodi</translation>
    </message>
    <message>
        <source>not agreed yet</source>
        <translation type="unfinished">heb gytuno eto</translation>
    </message>
    <message>
        <source>not applicable: {0}</source>
        <translation type="unfinished">amherthnasol: {0}</translation>
    </message>
    <message>
        <source>not yet rated</source>
        <translation type="unfinished">heb ei sgorio eto</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished">{0} a {1}</translation>
    </message>
    <message>
        <source>{0} equal</source>
        <translation type="unfinished">{0} yn gyfartal</translation>
    </message>
    <message>
        <source>{0} levels apart</source>
        <translation type="unfinished">{0} lefel ar wahân</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished">{0} o {1}</translation>
    </message>
    <message>
        <source>{0}; {1} unsure</source>
        <translation type="unfinished">{0}; {1} yn ansicr</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Comparison with the reference</source>
        <translation type="unfinished">Cymhariaeth â&apos;r cyfeirnod</translation>
    </message>
    <message>
        <source>Ratings of trial and reference</source>
        <translation type="unfinished">Sgoriau&apos;r treial a&apos;r cyfeirnod</translation>
    </message>
    <message>
        <source>Trial {0}</source>
        <translation type="unfinished">Treial {0}</translation>
    </message>
    <message>
        <source>Trial {0} of {1}, session {2}</source>
        <translation type="unfinished">Treial {0} o {1}, sesiwn {2}</translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished">cyfeirnod</translation>
    </message>
    <message>
        <source>reference by {0}</source>
        <translation type="unfinished">cyfeirnod gan {0}</translation>
    </message>
    <message>
        <source>{0} ratings compared: {1}.</source>
        <translation type="unfinished">Cymharwyd {0} o sgoriau: {1}.</translation>
    </message>
    <message>
        <source>Nothing to compare.</source>
        <translation type="unfinished">Dim i&apos;w gymharu.</translation>
    </message>
    <message>
        <source>Evidence of the trial</source>
        <translation type="unfinished">Tystiolaeth y treial</translation>
    </message>
    <message>
        <source>Evidence of the reference</source>
        <translation type="unfinished">Tystiolaeth y cyfeirnod</translation>
    </message>
    <message>
        <source>None noted for this dimension.</source>
        <translation type="unfinished">Dim wedi&apos;i nodi ar gyfer y dimensiwn hwn.</translation>
    </message>
</context>
<context>
    <name>ConcernDialog</name>
    <message>
        <source>Raise a concern</source>
        <translation type="unfinished">Codi pryder</translation>
    </message>
    <message>
        <source>What did you hear that may mean harm to somebody?</source>
        <translation type="unfinished">Beth glywsoch chi a all olygu niwed i rywun?</translation>
    </message>
    <message>
        <source>Say it in a few words; leave out names</source>
        <translation type="unfinished">Dywedwch mewn ychydig eiriau; peidiwch â chynnwys enwau</translation>
    </message>
    <message>
        <source>It is about {0}</source>
        <translation type="unfinished">Mae&apos;n ymwneud â {0}</translation>
    </message>
    <message>
        <source>It goes to the leads of the study, with your code and the session, outside the blind. It never enters scores, reports or exports. It is not an emergency call: where somebody is in danger at this moment, also follow your agency&apos;s procedure.</source>
        <translation type="unfinished">Mae&apos;n mynd at arweinwyr yr astudiaeth, gyda&apos;ch cod a&apos;r sesiwn, y tu allan i&apos;r dallu. Nid yw byth yn mynd i ganlyniadau, adroddiadau nac allforion. Nid galwad frys mohono: lle mae rhywun mewn perygl ar y foment hon, dilynwch drefn eich asiantaeth hefyd.</translation>
    </message>
    <message>
        <source>Tell the lead</source>
        <translation type="unfinished">Dweud wrth yr arweinydd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Canslo</translation>
    </message>
</context>
<context>
    <name>ConcernsDialog</name>
    <message>
        <source>Concerns</source>
        <translation type="unfinished">Pryderon</translation>
    </message>
    <message>
        <source>No concern was raised.
A coder who hears that somebody may be harmed writes to you from the coding page; it appears here.</source>
        <translation type="unfinished">Ni chodwyd unrhyw bryder.
Mae codiwr sy&apos;n clywed y gall rhywun gael niwed yn ysgrifennu atoch o&apos;r dudalen godio; mae&apos;n ymddangos yma.</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation type="unfinished">Yr hyn a glywyd</translation>
    </message>
    <message>
        <source>For example: told the head of the office today</source>
        <translation type="unfinished">Er enghraifft: dywedwyd wrth bennaeth y swyddfa heddiw</translation>
    </message>
    <message>
        <source>What is done about it</source>
        <translation type="unfinished">Yr hyn a wneir yn ei gylch</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation type="unfinished">Nodi fel wedi&apos;i weld</translation>
    </message>
    <message>
        <source>Marked as seen.</source>
        <translation type="unfinished">Nodwyd fel wedi&apos;i weld.</translation>
    </message>
    <message>
        <source>What coders told you about possible harm. It is for leads alone and never part of scores, reports or exports.</source>
        <translation type="unfinished">Yr hyn a ddywedodd codwyr wrthych am niwed posibl. Mae i arweinwyr yn unig a byth yn rhan o ganlyniadau, adroddiadau nac allforion.</translation>
    </message>
    <message>
        <source>What was &amp;heard</source>
        <translation type="unfinished">Yr hyn a &amp;glywyd</translation>
    </message>
    <message>
        <source>What is &amp;done about it</source>
        <translation type="unfinished">Yr hyn a &amp;wneir yn ei gylch</translation>
    </message>
    <message>
        <source>Save what is done</source>
        <translation type="unfinished">Cadw&apos;r hyn a wneir</translation>
    </message>
</context>
<context>
    <name>ConsensusPage</name>
    <message>
        <source>Meetings</source>
        <translation type="unfinished">Cyfarfodydd</translation>
    </message>
    <message>
        <source>Codebook and addenda</source>
        <translation type="unfinished">Llyfr codau ac atodiadau</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished">Beth sy&apos;n cael ei ddangos</translation>
    </message>
    <message>
        <source>Save decisions</source>
        <translation type="unfinished">Cadw penderfyniadau</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished">Tablau (*.csv)</translation>
    </message>
    <message>
        <source>{0} was written.</source>
        <translation type="unfinished">Ysgrifennwyd {0}.</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">heb ei gofnodi</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished">cytunwyd</translation>
    </message>
    <message>
        <source>refused or taken back</source>
        <translation type="unfinished">gwrthodwyd neu tynnwyd yn ôl</translation>
    </message>
    <message>
        <source>For example the number of the form; no names</source>
        <translation type="unfinished">Er enghraifft rhif y ffurflen; dim enwau</translation>
    </message>
    <message>
        <source>Where the answers are kept</source>
        <translation type="unfinished">Ble cedwir yr atebion</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished">Cedwir yn</translation>
    </message>
</context>
<context>
    <name>ConsistencyPanel</name>
    <message>
        <source>Internal consistency</source>
        <translation type="unfinished">Cysondeb mewnol</translation>
    </message>
    <message>
        <source>{0} is no mean of several dimensions.</source>
        <translation type="unfinished">Nid yw {0} yn gymedr sawl dimensiwn.</translation>
    </message>
    <message>
        <source>{0}: {1} sessions with all parts rated.</source>
        <translation type="unfinished">{0}: {1} o sesiynau â phob rhan wedi&apos;i sgorio.</translation>
    </message>
</context>
<context>
    <name>CountPad</name>
    <message>
        <source>Counting pad</source>
        <translation type="unfinished">Pad cyfrif</translation>
    </message>
    <message>
        <source>Same utterance  +</source>
        <translation type="unfinished">Yr un ymadrodd  +</translation>
    </message>
    <message>
        <source>The next code belongs to the utterance of the last mark</source>
        <translation type="unfinished">Mae&apos;r cod nesaf yn perthyn i ymadrodd y marc olaf</translation>
    </message>
    <message>
        <source>Next volley  Enter</source>
        <translation type="unfinished">Y rhediad nesaf  Enter</translation>
    </message>
    <message>
        <source>Take back  Backspace</source>
        <translation type="unfinished">Tynnu&apos;n ôl  Backspace</translation>
    </message>
    <message>
        <source>Counts in the open volley. {0}</source>
        <translation type="unfinished">Cyfrifon yn y rhediad agored. {0}</translation>
    </message>
    <message>
        <source>Speaker: {0}  /</source>
        <translation type="unfinished">Siaradwr: {0}  /</translation>
    </message>
    <message>
        <source>as the code</source>
        <translation type="unfinished">fel y cod</translation>
    </message>
    <message>
        <source>{0}, key {1}</source>
        <translation type="unfinished">{0}, bysell {1}</translation>
    </message>
    <message>
        <source>Letters mark while the pad has the focus.</source>
        <translation type="unfinished">Mae llythrennau&apos;n marcio tra bod y ffocws ar y pad.</translation>
    </message>
    <message>
        <source>Shift with a letter: in the utterance of the last mark.</source>
        <translation type="unfinished">Shift gyda llythyren: yn ymadrodd y marc olaf.</translation>
    </message>
    <message>
        <source>Space: play or pause. F1: the code&apos;s page.</source>
        <translation type="unfinished">Space: chwarae neu oedi. F1: tudalen y cod.</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Count the other way</source>
        <translation type="unfinished">Cyfrif y ffordd arall</translation>
    </message>
    <message>
        <source>The open volley has no code yet</source>
        <translation type="unfinished">Nid oes cod yn y rhediad agored eto</translation>
    </message>
    <message>
        <source>Volley {0} closed: {1}</source>
        <translation type="unfinished">Caewyd rhediad {0}: {1}</translation>
    </message>
    <message>
        <source>No mark of this sitting is left. Remove others in the list.</source>
        <translation type="unfinished">Nid oes marc o&apos;r eisteddiad hwn ar ôl. Tynnwch rai eraill yn y rhestr.</translation>
    </message>
    <message>
        <source>Taken back: {0} at {1}</source>
        <translation type="unfinished">Tynnwyd yn ôl: {0} ar {1}</translation>
    </message>
    <message>
        <source>{0} does not count: {1}</source>
        <translation type="unfinished">Nid yw {0} yn cyfrif: {1}</translation>
    </message>
    <message>
        <source>This study counts nothing.</source>
        <translation type="unfinished">Nid yw&apos;r astudiaeth hon yn cyfrif dim.</translation>
    </message>
    <message>
        <source>by volley</source>
        <translation type="unfinished">fesul rhediad</translation>
    </message>
    <message>
        <source>tally</source>
        <translation type="unfinished">cyfrif pob marc</translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished">ar</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>counted already</source>
        <translation type="unfinished">wedi&apos;i gyfrif eisoes</translation>
    </message>
    <message>
        <source>gives way to {0}</source>
        <translation type="unfinished">yn ildio i {0}</translation>
    </message>
    <message>
        <source>no: {0}</source>
        <translation type="unfinished">na: {0}</translation>
    </message>
    <message>
        <source>{0} counts</source>
        <translation type="unfinished">{0} sy&apos;n cyfrif</translation>
    </message>
</context>
<context>
    <name>CoursePanel</name>
    <message>
        <source>Score or dimension</source>
        <translation type="unfinished">Sgôr neu ddimensiwn</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation type="unfinished">Dangos fel &amp;tabl</translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished">Sesiwn</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Diwrnod</translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished">Gwerth</translation>
    </message>
    <message>
        <source>Course over time</source>
        <translation type="unfinished">Cwrs dros amser</translation>
    </message>
    <message>
        <source>No session of this worker has a score yet.</source>
        <translation type="unfinished">Nid oes canlyniad gan unrhyw sesiwn o&apos;r gweithiwr hwn eto.</translation>
    </message>
    <message>
        <source>Sessions whose worker has neither rated nor declined yet have no dot: the worker&apos;s own view comes first.</source>
        <translation type="unfinished">Nid oes dot gan sesiynau nad yw eu gweithiwr wedi sgorio na gwrthod eto: barn y gweithiwr ei hun sy&apos;n dod gyntaf.</translation>
    </message>
    <message>
        <source>One session is one sample of practice. From three sessions on, the worker&apos;s own mean is drawn.</source>
        <translation type="unfinished">Un sampl o ymarfer yw un sesiwn. O dair sesiwn ymlaen, tynnir cymedr y gweithiwr ei hun.</translation>
    </message>
    <message>
        <source>Dashed: own mean {mean:.2f}; band: its 95% interval, {low:.2f} to {high:.2f}, from the spread within workers of this study.</source>
        <translation type="unfinished">Llinell doredig: ei gymedr ei hun {mean:.2f}; band: ei gyfwng 95%, {low:.2f} i {high:.2f}, o&apos;r gwasgariad o fewn gweithwyr yn yr astudiaeth hon.</translation>
    </message>
</context>
<context>
    <name>CoursePlot</name>
    <message>
        <source>Course over time</source>
        <translation type="unfinished">Cwrs dros amser</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation type="unfinished">{}: {}</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Unlock first: what is not saved yet would be lost.</source>
        <translation type="unfinished">Datglowch yn gyntaf: byddai&apos;r hyn nad yw wedi&apos;i gadw eto&apos;n cael ei golli.</translation>
    </message>
</context>
<context>
    <name>CurtainPage</name>
    <message>
        <source>The study is locked</source>
        <translation type="unfinished">Mae&apos;r astudiaeth dan glo</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation type="unfinished">Cyfrinymadrodd neu god adfer</translation>
    </message>
    <message>
        <source>&amp;Passphrase or recovery code</source>
        <translation type="unfinished">&amp;Cyfrinymadrodd neu god adfer</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished">Datgloi</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished">Yn datgloi…</translation>
    </message>
    <message>
        <source>This does not open the study. Type it again.</source>
        <translation type="unfinished">Nid yw hyn yn agor yr astudiaeth. Teipiwch ef eto.</translation>
    </message>
    <message>
        <source>The keys of the study cannot be read. Check its disk, and try again.</source>
        <translation type="unfinished">Ni ellir darllen allweddi&apos;r astudiaeth. Gwiriwch ei disg, a rhowch gynnig arall arni.</translation>
    </message>
</context>
<context>
    <name>DataProtection</name>
    <message>
        <source>Withdrawn; receipt {}</source>
        <translation type="unfinished">Tynnwyd yn ôl; derbynneb {}</translation>
    </message>
    <message>
        <source>Withdrawing</source>
        <translation type="unfinished">Yn tynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished">Cadw&apos;r dderbynneb</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Text (*.txt)</source>
        <translation type="unfinished">PDF (*.pdf);;Testun (*.txt)</translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished">Ysgrifennwyd {}.</translation>
    </message>
</context>
<context>
    <name>DecisionField</name>
    <message>
        <source>Decision</source>
        <translation type="unfinished">Penderfyniad</translation>
    </message>
    <message>
        <source>How is this dimension to be read from here on? It joins the codebook.</source>
        <translation type="unfinished">Sut mae darllen y dimensiwn hwn o hyn ymlaen? Mae&apos;n ymuno â&apos;r llyfr codau.</translation>
    </message>
    <message>
        <source>No decision was noted.</source>
        <translation type="unfinished">Ni nodwyd penderfyniad.</translation>
    </message>
</context>
<context>
    <name>DecisionStudy</name>
    <message>
        <source>How many coders</source>
        <translation type="unfinished">Faint o godwyr</translation>
    </message>
    <message>
        <source>Reliability by number of coders</source>
        <translation type="unfinished">Dibynadwyedd yn ôl nifer y codwyr</translation>
    </message>
    <message>
        <source>Reliability of means</source>
        <translation type="unfinished">Dibynadwyedd cymedrau</translation>
    </message>
    <message>
        <source>Of the variance {session} lies between sessions, {coder} between coders, {residual} is left over ({source}; session {vs}, coder {vr}, residual {ve}).</source>
        <translation type="unfinished">O&apos;r amrywiant, mae {session} rhwng sesiynau, {coder} rhwng codwyr, ac mae {residual} dros ben ({source}; sesiwn {vs}, codiwr {vr}, gweddill {ve}).</translation>
    </message>
</context>
<context>
    <name>DimensionDetail</name>
    <message>
        <source>Codebook</source>
        <translation type="unfinished">Llyfr codau</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished">Cytunwyd</translation>
    </message>
    <message>
        <source>Not agreed yet</source>
        <translation type="unfinished">Heb gytuno eto</translation>
    </message>
    <message>
        <source>Agree on {0}</source>
        <translation type="unfinished">Cytuno ar {0}</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation type="unfinished">N/A</translation>
    </message>
    <message>
        <source>Agree on not applicable</source>
        <translation type="unfinished">Cytuno nad yw&apos;n berthnasol</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished">Tynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>Take the agreement back (Delete)</source>
        <translation type="unfinished">Tynnu&apos;r cytundeb yn ôl (Delete)</translation>
    </message>
    <message>
        <source>Evidence: {0}</source>
        <translation type="unfinished">Tystiolaeth: {0}</translation>
    </message>
    <message>
        <source>Play evidence of {0} at {1}</source>
        <translation type="unfinished">Chwarae tystiolaeth {0} ar {1}</translation>
    </message>
    <message>
        <source>&amp;Decision for the codebook</source>
        <translation type="unfinished">&amp;Penderfyniad i&apos;r llyfr codau</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Levels given</source>
        <translation type="unfinished">Lefelau a roddwyd</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation type="unfinished">Rhybuddion</translation>
    </message>
    <message>
        <source>Ratings by level</source>
        <translation type="unfinished">Sgoriau yn ôl lefel</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Feedback: session {}</source>
        <translation type="unfinished">Adborth: sesiwn {}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished">Camau</translation>
    </message>
    <message>
        <source>Reading the session…</source>
        <translation type="unfinished">Yn darllen y sesiwn…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished">&amp;Yn ôl</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished">&amp;Nesaf</translation>
    </message>
    <message>
        <source>Next step (Ctrl+Page Down)</source>
        <translation type="unfinished">Y cam nesaf (Ctrl+Page Down)</translation>
    </message>
    <message>
        <source>Step before (Ctrl+Page Up)</source>
        <translation type="unfinished">Y cam blaenorol (Ctrl+Page Up)</translation>
    </message>
    <message>
        <source>{} Close without it?</source>
        <translation type="unfinished">{} Cau heb hynny?</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation type="unfinished">Cau&apos;r adroddiad</translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished">wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished">i&apos;w wneud</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished">Pob newid wedi&apos;i gadw</translation>
    </message>
</context>
<context>
    <name>DrawAgainDialog</name>
    <message>
        <source>A new &amp;window at random</source>
        <translation type="unfinished">&amp;Ffenestr newydd ar hap</translation>
    </message>
    <message>
        <source>The w&amp;hole recording</source>
        <translation type="unfinished">Y recordiad &amp;cyfan</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished">Segment</translation>
    </message>
    <message>
        <source>For example: loud noise in the window</source>
        <translation type="unfinished">Er enghraifft: sŵn uchel yn y ffenestr</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished">&amp;Hedyn</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation type="unfinished">Tynnu eto</translation>
    </message>
    <message>
        <source>Take the whole</source>
        <translation type="unfinished">Cymryd y cyfan</translation>
    </message>
</context>
<context>
    <name>DrawDialog</name>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished">&amp;Hedyn</translation>
    </message>
</context>
<context>
    <name>DriftPanel</name>
    <message>
        <source>Dimension</source>
        <translation type="unfinished">Dimensiwn</translation>
    </message>
    <message>
        <source>Drift of coders</source>
        <translation type="unfinished">Drifft codwyr</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation type="unfinished">Fesul mis</translation>
    </message>
    <message>
        <source>Departures over time</source>
        <translation type="unfinished">Gwyriadau dros amser</translation>
    </message>
    <message>
        <source>&amp;Dimension</source>
        <translation type="unfinished">&amp;Dimensiwn</translation>
    </message>
    <message>
        <source>Do coders drift apart: F({}, {}) = {}, p {}.</source>
        <translation type="unfinished">A yw codwyr yn drifftio ar wahân: F({}, {}) = {}, p {}.</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation type="unfinished">Codiwr</translation>
    </message>
    <message>
        <source>Departures by month</source>
        <translation type="unfinished">Gwyriadau fesul mis</translation>
    </message>
    <message>
        <source>No check was submitted yet.</source>
        <translation type="unfinished">Ni chyflwynwyd gwiriad eto.</translation>
    </message>
    <message>
        <source>Recalibrations</source>
        <translation type="unfinished">Ailraddnodiadau</translation>
    </message>
    <message>
        <source>None is noted.</source>
        <translation type="unfinished">Nid oes un wedi&apos;i nodi.</translation>
    </message>
    <message>
        <source>Record a recalibration…</source>
        <translation type="unfinished">Cofnodi ailraddnodiad…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Tynnu</translation>
    </message>
    <message>
        <source>Remove the selected recalibration</source>
        <translation type="unfinished">Tynnu&apos;r ailraddnodiad a ddewiswyd</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished">Drifft</translation>
    </message>
    <message>
        <source>Nobody was checked on this dimension yet. Checks are training recordings that are slipped into the queues of certified coders.</source>
        <translation type="unfinished">Ni wiriwyd neb ar y dimensiwn hwn eto. Recordiadau hyfforddi a roddir i giwiau codwyr ardystiedig yw gwiriadau.</translation>
    </message>
    <message>
        <source>{} check</source>
        <translation type="unfinished">{} gwiriad</translation>
    </message>
    <message>
        <source>{} checks</source>
        <translation type="unfinished">{} o wiriadau</translation>
    </message>
    <message>
        <source>{}: departure {}, exact {:.0%}, within one level {:.0%}.</source>
        <translation type="unfinished">{}: gwyriad {}, union {:.0%}, o fewn un lefel {:.0%}.</translation>
    </message>
    <message>
        <source>Slope per week: {}. Slopes of all coders and dimensions: {}. One of them is a reason to recalibrate, not a verdict.</source>
        <translation type="unfinished">Goledd yr wythnos: {}. Goleddau pob codiwr a dimensiwn: {}. Mae un ohonynt yn rheswm i ailraddnodi, nid yn ddyfarniad.</translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished">&amp;Codiwr</translation>
    </message>
    <message>
        <source>By month</source>
        <translation type="unfinished">Yn ôl mis</translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <source>Whose queue</source>
        <translation type="unfinished">Ciw pwy</translation>
    </message>
    <message>
        <source>Everybody who has them</source>
        <translation type="unfinished">Pawb sydd â nhw</translation>
    </message>
    <message>
        <source>&amp;Whose queue</source>
        <translation type="unfinished">&amp;Ciw pwy</translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished">Erbyn</translation>
    </message>
</context>
<context>
    <name>DueField</name>
    <message>
        <source>by</source>
        <translation type="unfinished">erbyn</translation>
    </message>
    <message>
        <source>Name a due date</source>
        <translation type="unfinished">Enwi dyddiad cyflwyno</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation type="unfinished">Dyddiad cyflwyno</translation>
    </message>
</context>
<context>
    <name>DueSoundDialog</name>
    <message>
        <source>Sound that is due to be deleted</source>
        <translation type="unfinished">Sain sydd i&apos;w dileu</translation>
    </message>
    <message>
        <source>Sessions whose sound is due</source>
        <translation type="unfinished">Sesiynau y mae eu sain i&apos;w dileu</translation>
    </message>
    <message>
        <source>No sound is due.
Until when it is kept stands in the study settings, or with a session.</source>
        <translation type="unfinished">Nid oes sain i&apos;w dileu.
Mae gosodiadau&apos;r astudiaeth, neu&apos;r sesiwn, yn dweud tan pryd y&apos;i cedwir.</translation>
    </message>
    <message>
        <source>It cannot be brought back; I have &amp;looked at the list</source>
        <translation type="unfinished">Ni ellir ei hadfer; rwyf wedi &amp;edrych ar y rhestr</translation>
    </message>
    <message>
        <source>Recording and waveform are destroyed; backups hold no sound. Ratings, moments and quotes stay. Without a selection, all of them are meant.</source>
        <translation type="unfinished">Caiff y recordiad a&apos;r donffurf eu dinistrio; nid oes sain yn y copïau wrth gefn. Mae sgoriau, momentau a dyfyniadau&apos;n aros. Heb ddewis, y cyfan a olygir.</translation>
    </message>
    <message>
        <source>Delete the sound of {}</source>
        <translation type="unfinished">Dileu sain {}</translation>
    </message>
</context>
<context>
    <name>EncryptDialog</name>
    <message>
        <source>Encrypt this study</source>
        <translation type="unfinished">Amgryptio&apos;r astudiaeth hon</translation>
    </message>
    <message>
        <source>{0} is closed, every file of it is encrypted, and it opens again. Everybody who works in it then needs the passphrase. Copies elsewhere, and what was exported, stay as they are; so may remains on the disk of the files as they were.</source>
        <translation type="unfinished">Caiff {0} ei chau, caiff pob un o&apos;i ffeiliau ei hamgryptio, ac mae&apos;n agor eto. Yna mae angen y cyfrinymadrodd ar bawb sy&apos;n gweithio ynddi. Mae copïau mewn mannau eraill, a&apos;r hyn a allforiwyd, yn aros fel y maent; gall olion o&apos;r ffeiliau fel yr oeddent aros ar y ddisg hefyd.</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation type="unfinished">Amgryptio</translation>
    </message>
</context>
<context>
    <name>Encrypting</name>
    <message>
        <source>Encrypting was cancelled. The study is as it was.</source>
        <translation type="unfinished">Canslwyd yr amgryptio. Mae&apos;r astudiaeth fel yr oedd.</translation>
    </message>
</context>
<context>
    <name>EndCertificateDialog</name>
    <message>
        <source>For example: departs from the reference</source>
        <translation type="unfinished">Er enghraifft: yn gwyro oddi wrth y cyfeirnod</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>PracticeCoder: unexpected error</source>
        <translation type="unfinished">PracticeCoder: gwall annisgwyl</translation>
    </message>
    <message>
        <source>Something went wrong inside PracticeCoder. Everything that was saved is safe. If it happens again, close the study, open it again, and send the details below to the developers; they hold no data of the study.</source>
        <translation type="unfinished">Aeth rhywbeth o&apos;i le y tu mewn i PracticeCoder. Mae popeth a gadwyd yn ddiogel. Os bydd yn digwydd eto, caewch yr astudiaeth, ei hagor eto, ac anfon y manylion isod at y datblygwyr; nid ydynt yn cynnwys dim o ddata&apos;r astudiaeth.</translation>
    </message>
    <message>
        <source>{0} problems were found. Nothing was changed.</source>
        <translation type="unfinished">Cafwyd {0} o broblemau. Ni newidiwyd dim.</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Show marks of</source>
        <translation type="unfinished">Dangos marciau</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation type="unfinished">Pob cod</translation>
    </message>
    <message>
        <source>Marks appear here as you make them.</source>
        <translation type="unfinished">Mae marciau&apos;n ymddangos yma wrth i chi eu gwneud.</translation>
    </message>
    <message>
        <source>There are no marks.</source>
        <translation type="unfinished">Nid oes marciau.</translation>
    </message>
    <message>
        <source>Marks copied as text</source>
        <translation type="unfinished">Copïwyd y marciau fel testun</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished">Marciau</translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished">Chwarae</translation>
    </message>
    <message>
        <source>Play from the mark (Space)</source>
        <translation type="unfinished">Chwarae o&apos;r marc (Space)</translation>
    </message>
    <message>
        <source>Merge marks</source>
        <translation type="unfinished">Cyfuno marciau</translation>
    </message>
    <message>
        <source>One mark of several with the same code, from the first to the last</source>
        <translation type="unfinished">Un marc o sawl un â&apos;r un cod, o&apos;r cyntaf i&apos;r olaf</translation>
    </message>
    <message>
        <source>Merge volleys</source>
        <translation type="unfinished">Cyfuno rhediadau</translation>
    </message>
    <message>
        <source>One volley of the two that the selected marks are in</source>
        <translation type="unfinished">Un rhediad o&apos;r ddau y mae&apos;r marciau a ddewiswyd ynddynt</translation>
    </message>
    <message>
        <source>Split volley</source>
        <translation type="unfinished">Hollti&apos;r rhediad</translation>
    </message>
    <message>
        <source>A new volley begins with the selected mark</source>
        <translation type="unfinished">Mae rhediad newydd yn dechrau gyda&apos;r marc a ddewiswyd</translation>
    </message>
    <message>
        <source>Same utterance</source>
        <translation type="unfinished">Yr un ymadrodd</translation>
    </message>
    <message>
        <source>The selected marks are one utterance</source>
        <translation type="unfinished">Un ymadrodd yw&apos;r marciau a ddewiswyd</translation>
    </message>
    <message>
        <source>Go on with volley</source>
        <translation type="unfinished">Parhau â&apos;r rhediad</translation>
    </message>
    <message>
        <source>Further codes go into the volley of the selected mark</source>
        <translation type="unfinished">Mae codau pellach yn mynd i rediad y marc a ddewiswyd</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Tynnu</translation>
    </message>
    <message>
        <source>Remove the marks (Delete)</source>
        <translation type="unfinished">Tynnu&apos;r marciau (Delete)</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished">Copïo fel testun</translation>
    </message>
    <message>
        <source>The selected marks, or all that are shown (Ctrl+C)</source>
        <translation type="unfinished">Y marciau a ddewiswyd, neu bob un a ddangosir (Ctrl+C)</translation>
    </message>
</context>
<context>
    <name>EventModel</name>
    <message>
        <source>yes</source>
        <translation type="unfinished">ie</translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Marks</source>
        <translation type="unfinished">Marciau</translation>
    </message>
    <message>
        <source>Marks appear here as you make them.</source>
        <translation type="unfinished">Mae marciau&apos;n ymddangos yma wrth i chi eu gwneud.</translation>
    </message>
    <message>
        <source>Code of the mark</source>
        <translation type="unfinished">Cod y marc</translation>
    </message>
    <message>
        <source>Speaker of the mark</source>
        <translation type="unfinished">Siaradwr y marc</translation>
    </message>
    <message>
        <source>as the code</source>
        <translation type="unfinished">fel y cod</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source> s</source>
        <translation type="unfinished"> eil</translation>
    </message>
    <message>
        <source>Tolerance in seconds</source>
        <translation type="unfinished">Goddefiant mewn eiliadau</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation type="unfinished">Rhybuddion</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>Timed codes by pair of coders</source>
        <translation type="unfinished">Codau wedi&apos;u hamseru fesul pâr o godwyr</translation>
    </message>
    <message>
        <source>Code by code</source>
        <translation type="unfinished">Fesul cod</translation>
    </message>
    <message>
        <source>Second by second</source>
        <translation type="unfinished">Fesul eiliad</translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished">Sesiwn</translation>
    </message>
    <message>
        <source>Session by session</source>
        <translation type="unfinished">Fesul sesiwn</translation>
    </message>
    <message>
        <source>{n} sessions. {settings}</source>
        <translation type="unfinished">{n} o sesiynau. {settings}</translation>
    </message>
    <message>
        <source>Mean of pairs</source>
        <translation type="unfinished">Cymedr y parau</translation>
    </message>
    <message>
        <source>Two questions: did both mark something, and did they call it the same. Neither number stands for the other, nor for agreement on ratings.</source>
        <translation type="unfinished">Dau gwestiwn: a farciodd y ddau rywbeth, ac a roesant yr un enw arno. Nid yw&apos;r naill rif na&apos;r llall yn sefyll dros ei gilydd, nac dros gytundeb ar sgoriau.</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished">Goddefiant</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>share</source>
        <translation type="unfinished">rhannu</translation>
    </message>
</context>
<context>
    <name>EvidenceEditor</name>
    <message>
        <source>Edit evidence</source>
        <translation type="unfinished">Golygu tystiolaeth</translation>
    </message>
    <message>
        <source>Evidence needs at least one dimension</source>
        <translation type="unfinished">Mae angen o leiaf un dimensiwn ar dystiolaeth</translation>
    </message>
    <message>
        <source>Time of the evidence</source>
        <translation type="unfinished">Amser y dystiolaeth</translation>
    </message>
    <message>
        <source>moment</source>
        <translation type="unfinished">moment</translation>
    </message>
    <message>
        <source>End of the evidence, empty for a moment</source>
        <translation type="unfinished">Diwedd y dystiolaeth, gwag ar gyfer moment</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished">Chwarae o&apos;r fan hon</translation>
    </message>
    <message>
        <source>Play from this evidence</source>
        <translation type="unfinished">Chwarae o&apos;r dystiolaeth hon</translation>
    </message>
    <message>
        <source>Polarity: {0}</source>
        <translation type="unfinished">Pegynedd: {0}</translation>
    </message>
    <message>
        <source>Share with the worker</source>
        <translation type="unfinished">Rhannu â&apos;r gweithiwr</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation type="unfinished">yr hyn a ddywedwyd</translation>
    </message>
    <message>
        <source>Quote or paraphrase</source>
        <translation type="unfinished">Dyfyniad neu aralleiriad</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation type="unfinished">heb ei rannu</translation>
    </message>
    <message>
        <source>Note on the evidence</source>
        <translation type="unfinished">Nodyn ar y dystiolaeth</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Tynnu</translation>
    </message>
    <message>
        <source>Remove this evidence</source>
        <translation type="unfinished">Tynnu&apos;r dystiolaeth hon</translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">Wedi gorffen</translation>
    </message>
    <message>
        <source>Close the editor (Escape); everything is saved</source>
        <translation type="unfinished">Cau&apos;r golygydd (Escape); mae popeth wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished">Dyfyniad</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nodyn</translation>
    </message>
    <message>
        <source>Evidence for {0}</source>
        <translation type="unfinished">Tystiolaeth ar gyfer {0}</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Tystiolaeth</translation>
    </message>
    <message>
        <source>Evidence at this moment</source>
        <translation type="unfinished">Tystiolaeth ar y foment hon</translation>
    </message>
    <message>
        <source>Evidence ({0})</source>
        <translation type="unfinished">Tystiolaeth ({0})</translation>
    </message>
    <message>
        <source>Evidence for {0} at {1}</source>
        <translation type="unfinished">Tystiolaeth ar gyfer {0} am {1}</translation>
    </message>
    <message>
        <source>Span begins at {0}</source>
        <translation type="unfinished">Y darn yn dechrau am {0}</translation>
    </message>
    <message>
        <source>There is no evidence.</source>
        <translation type="unfinished">Nid oes tystiolaeth.</translation>
    </message>
    <message>
        <source>Press {0} when you hear something that matters.</source>
        <translation type="unfinished">Pwyswch {0} pan glywch rywbeth o bwys.</translation>
    </message>
    <message>
        <source>Press Evidence when you hear something that matters.</source>
        <translation type="unfinished">Pwyswch Tystiolaeth pan glywch rywbeth o bwys.</translation>
    </message>
    <message>
        <source>span from {0}: Shift+F9 ends it</source>
        <translation type="unfinished">darn o {0}: mae Shift+F9 yn ei orffen</translation>
    </message>
    <message>
        <source>Evidence at</source>
        <translation type="unfinished">Tystiolaeth ar</translation>
    </message>
</context>
<context>
    <name>ExportRegisterDialog</name>
    <message>
        <source>Register of exports</source>
        <translation type="unfinished">Cofrestr allforion</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation type="unfinished">Allforion</translation>
    </message>
    <message>
        <source>Reading the register…</source>
        <translation type="unfinished">Yn darllen y gofrestr…</translation>
    </message>
    <message>
        <source>Find by person, purpose, format or hash</source>
        <translation type="unfinished">Canfod yn ôl person, diben, fformat neu hash</translation>
    </message>
    <message>
        <source>Find exports</source>
        <translation type="unfinished">Canfod allforion</translation>
    </message>
    <message>
        <source>&amp;Verify a file…</source>
        <translation type="unfinished">&amp;Dilysu ffeil…</translation>
    </message>
    <message>
        <source>Choose a file: is it one that this study issued, byte for byte?</source>
        <translation type="unfinished">Dewiswch ffeil: a yw&apos;n un a gyhoeddodd yr astudiaeth hon, beit am feit?</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation type="unfinished">&amp;Cadw fel CSV…</translation>
    </message>
    <message>
        <source>Verify a file</source>
        <translation type="unfinished">Dilysu ffeil</translation>
    </message>
    <message>
        <source>Save the register</source>
        <translation type="unfinished">Cadw&apos;r gofrestr</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished">CSV (*.csv)</translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished">Ysgrifennwyd {}.</translation>
    </message>
    <message>
        <source>No export was found.</source>
        <translation type="unfinished">Ni chanfuwyd unrhyw allforiad.</translation>
    </message>
    <message>
        <source>Nothing was exported yet.
Every package and every packet that leaves the study is entered here.</source>
        <translation type="unfinished">Nid allforiwyd dim eto.
Cofnodir yma bob pecyn dadansoddi a phob pecyn codio sy&apos;n gadael yr astudiaeth.</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>There is no figure to show.</source>
        <translation type="unfinished">Nid oes ffigur i&apos;w ddangos.</translation>
    </message>
    <message>
        <source>{}, as a table</source>
        <translation type="unfinished">{}, fel tabl</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished">Dangos fel tabl</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">Copïo</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation type="unfinished">Copïo&apos;r hyn a ddangosir</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished">Cadw…</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation type="unfinished">Cadw&apos;r ffigur</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished">Copïwyd</translation>
    </message>
    <message>
        <source>Picture (*.png);;Vector graphics (*.svg);;PDF (*.pdf)</source>
        <translation type="unfinished">Llun (*.png);;Graffeg fector (*.svg);;PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>FilePart</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished">Dewis ffeil…</translation>
    </message>
    <message>
        <source>Recognise speech on this computer…</source>
        <translation type="unfinished">Adnabod lleferydd ar y cyfrifiadur hwn…</translation>
    </message>
    <message>
        <source>Drop a file here: WebVTT, SRT, text (Zoom, Otter, Word), Word documents (Teams), ELAN, Praat, Whisper</source>
        <translation type="unfinished">Gollyngwch ffeil yma: WebVTT, SRT, testun (Zoom, Otter, Word), dogfennau Word (Teams), ELAN, Praat, Whisper</translation>
    </message>
    <message>
        <source>Problems of the file</source>
        <translation type="unfinished">Problemau&apos;r ffeil</translation>
    </message>
    <message>
        <source>About the file</source>
        <translation type="unfinished">Ynghylch y ffeil</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the transcript</source>
        <translation type="unfinished">Canfod yn y trawsgrifiad</translation>
    </message>
    <message>
        <source>Enter goes to the next place</source>
        <translation type="unfinished">Mae Enter yn mynd i&apos;r lle nesaf</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished">Y lle blaenorol</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished">Y lle nesaf</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished">Cau&apos;r chwilio</translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished">heb ei ganfod</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished">{0} o {1}</translation>
    </message>
</context>
<context>
    <name>FinishQuestion</name>
    <message>
        <source>Finish the meeting?</source>
        <translation type="unfinished">Gorffen y cyfarfod?</translation>
    </message>
    <message>
        <source>Every dimension of {0} is decided.</source>
        <translation type="unfinished">Penderfynwyd ar bob dimensiwn o {0}.</translation>
    </message>
    <message>
        <source>What was agreed is locked and becomes the final value. The independent codings stay as they are, and reliability goes on using them.</source>
        <translation type="unfinished">Caiff yr hyn y cytunwyd arno ei gloi, a dyna&apos;r gwerth terfynol. Mae&apos;r setiau codio annibynnol yn aros fel y maent, ac mae dibynadwyedd yn dal i&apos;w defnyddio.</translation>
    </message>
    <message>
        <source>One decision joins the codebook.</source>
        <translation type="unfinished">Mae un penderfyniad yn ymuno â&apos;r llyfr codau.</translation>
    </message>
    <message>
        <source>{0} decisions join the codebook.</source>
        <translation type="unfinished">Mae {0} o benderfyniadau&apos;n ymuno â&apos;r llyfr codau.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished">Gorffen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished">Ddim eto</translation>
    </message>
</context>
<context>
    <name>ForeignDialog</name>
    <message>
        <source>The files are being read…</source>
        <translation type="unfinished">Mae&apos;r ffeiliau&apos;n cael eu darllen…</translation>
    </message>
    <message>
        <source>Times are whole seconds; {0} bytes a second fit all of them</source>
        <translation type="unfinished">Eiliadau cyfan yw&apos;r amserau; mae {0} beit yr eiliad yn gweddu iddynt i gyd</translation>
    </message>
    <message>
        <source>Keep whole seconds</source>
        <translation type="unfinished">Cadw eiliadau cyfan</translation>
    </message>
    <message>
        <source>Take finer times from the bytes</source>
        <translation type="unfinished">Cymryd amserau manylach o&apos;r beitiau</translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished">Amserau</translation>
    </message>
    <message>
        <source>Choose a folder, or drop one here.</source>
        <translation type="unfinished">Dewiswch ffolder, neu gollyngwch un yma.</translation>
    </message>
    <message>
        <source>There is nothing to add.</source>
        <translation type="unfinished">Nid oes dim i&apos;w ychwanegu.</translation>
    </message>
</context>
<context>
    <name>ForkDialog</name>
    <message>
        <source>Two versions of a coding</source>
        <translation type="unfinished">Dau fersiwn o godio</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codio</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished">Yr hyn sy&apos;n wahanol</translation>
    </message>
    <message>
        <source>The versions hold the same; keep either.</source>
        <translation type="unfinished">Mae&apos;r fersiynau&apos;n dal yr un peth; cadwch y naill neu&apos;r llall.</translation>
    </message>
    <message>
        <source>&amp;Take the other</source>
        <translation type="unfinished">&amp;Cymryd y llall</translation>
    </message>
    <message>
        <source>For the selected items the other version counts (Enter, and again to go back)</source>
        <translation type="unfinished">Ar gyfer yr eitemau a ddewiswyd, y fersiwn arall sy&apos;n cyfrif (Enter, ac eto i fynd yn ôl)</translation>
    </message>
    <message>
        <source>For example: the coder says that A is right</source>
        <translation type="unfinished">Er enghraifft: mae&apos;r codiwr yn dweud bod A yn gywir</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished">Rheswm</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished">Setlo</translation>
    </message>
    <message>
        <source>{0}, coded by {1}</source>
        <translation type="unfinished">{0}, codiwyd gan {1}</translation>
    </message>
    <message>
        <source>Settled. Every version stays in the history.</source>
        <translation type="unfinished">Wedi&apos;i setlo. Mae pob fersiwn yn aros yn yr hanes.</translation>
    </message>
    <message>
        <source>Continued in two places at once: it counts in no score and no agreement until you settle it. Every version stays in the history.</source>
        <translation type="unfinished">Parhawyd ag ef mewn dau le ar unwaith: nid yw&apos;n cyfrif mewn unrhyw ganlyniad na chytundeb nes i chi ei setlo. Mae pob fersiwn yn aros yn yr hanes.</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation type="unfinished">&amp;Pam</translation>
    </message>
</context>
<context>
    <name>GivePassphraseDialog</name>
    <message>
        <source>Give a passphrase</source>
        <translation type="unfinished">Rhoi cyfrinymadrodd</translation>
    </message>
    <message>
        <source>It is told apart by a letter and a number, such as C1. Whoever holds the folder can read that, so it is nobody&apos;s name.</source>
        <translation type="unfinished">Llythyren a rhif, megis C1, sy&apos;n dangos pwy biau ef. Gall pwy bynnag sydd â&apos;r ffolder ddarllen hynny, felly nid yw&apos;n enw ar neb.</translation>
    </message>
    <message>
        <source>Give</source>
        <translation type="unfinished">Rhoi</translation>
    </message>
    <message>
        <source>Letter and number</source>
        <translation type="unfinished">Llythyren a rhif</translation>
    </message>
    <message>
        <source>&amp;Letter and number</source>
        <translation type="unfinished">&amp;Llythyren a rhif</translation>
    </message>
</context>
<context>
    <name>GoalStep</name>
    <message>
        <source>Review on</source>
        <translation type="unfinished">Adolygu ar</translation>
    </message>
    <message>
        <source>Day of the review</source>
        <translation type="unfinished">Diwrnod yr adolygiad</translation>
    </message>
    <message>
        <source>Last goal</source>
        <translation type="unfinished">Y nod diwethaf</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished">Beth ddaeth ohono</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation type="unfinished">Nod newydd</translation>
    </message>
    <message>
        <source>With which family</source>
        <translation type="unfinished">Gyda pha deulu</translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation type="unfinished">Y cymorth sydd ei angen</translation>
    </message>
    <message>
        <source>How we will know</source>
        <translation type="unfinished">Sut y byddwn yn gwybod</translation>
    </message>
    <message>
        <source>What the family said</source>
        <translation type="unfinished">Yr hyn a ddywedodd y teulu</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group sessions by</source>
        <translation type="unfinished">Grwpio sesiynau yn ôl</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation type="unfinished">&amp;Grwpio yn ôl</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished">Grwpiau</translation>
    </message>
    <message>
        <source>Pairs of groups</source>
        <translation type="unfinished">Parau o grwpiau</translation>
    </message>
    <message>
        <source>More groups than are compared pair by pair.</source>
        <translation type="unfinished">Mwy o grwpiau nag a gymherir fesul pâr.</translation>
    </message>
    <message>
        <source>Pairs, second minus first</source>
        <translation type="unfinished">Parau, yr ail minws y cyntaf</translation>
    </message>
    <message>
        <source>Nothing tells the sessions apart into groups.</source>
        <translation type="unfinished">Nid oes dim sy&apos;n gwahanu&apos;r sesiynau&apos;n grwpiau.</translation>
    </message>
</context>
<context>
    <name>HeardBar</name>
    <message>
        <source>Heard of the segment, in percent</source>
        <translation type="unfinished">Y canran o&apos;r segment a glywyd</translation>
    </message>
    <message>
        <source>Next gap</source>
        <translation type="unfinished">Y bwlch nesaf</translation>
    </message>
    <message>
        <source>Heard {0}%</source>
        <translation type="unfinished">Clywyd {0}%</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation type="unfinished">1 bwlch</translation>
    </message>
    <message>
        <source>{0} gaps</source>
        <translation type="unfinished">{0} bwlch</translation>
    </message>
    <message>
        <source>Not heard yet: {0}</source>
        <translation type="unfinished">Heb ei glywed eto: {0}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished">a {0} arall</translation>
    </message>
</context>
<context>
    <name>HoldersDialog</name>
    <message>
        <source>Passphrases</source>
        <translation type="unfinished">Cyfrinymadroddion</translation>
    </message>
    <message>
        <source>&amp;Give a passphrase…</source>
        <translation type="unfinished">&amp;Rhoi cyfrinymadrodd…</translation>
    </message>
    <message>
        <source>&amp;Take away…</source>
        <translation type="unfinished">&amp;Cymryd oddi arnynt…</translation>
    </message>
    <message>
        <source>{} has a passphrase of their own.</source>
        <translation type="unfinished">Mae gan {} gyfrinymadrodd eu hunain.</translation>
    </message>
    <message>
        <source>Each of them opens the study; every change of them is on record.</source>
        <translation type="unfinished">Mae pob un ohonynt yn agor yr astudiaeth; cofnodir pob newid iddynt.</translation>
    </message>
</context>
<context>
    <name>IdentityChooser</name>
    <message>
        <source>I am</source>
        <translation type="unfinished">Fi yw</translation>
    </message>
    <message>
        <source>choose who you are</source>
        <translation type="unfinished">dewiswch pwy ydych chi</translation>
    </message>
    <message>
        <source>Whose work is done here. Everything is saved under this code.</source>
        <translation type="unfinished">Gwaith pwy a wneir yma. Caiff popeth ei gadw o dan y cod hwn.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Replace the transcript</source>
        <translation type="unfinished">Disodli&apos;r trawsgrifiad</translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation type="unfinished">Mewnforio trawsgrifiad</translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">Mewnforio</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation type="unfinished">Mae&apos;r ffeil yn cael ei darllen…</translation>
    </message>
    <message>
        <source>The transcript is being stored…</source>
        <translation type="unfinished">Mae&apos;r trawsgrifiad yn cael ei storio…</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished">{0} o broblemau</translation>
    </message>
    <message>
        <source>The same file was imported before, on {0}.</source>
        <translation type="unfinished">Mewnforiwyd yr un ffeil o&apos;r blaen, ar {0}.</translation>
    </message>
    <message>
        <source>It cannot be imported like this. Nothing was changed.</source>
        <translation type="unfinished">Ni ellir ei mewnforio fel hyn. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Choose a file, or drop one here.</source>
        <translation type="unfinished">Dewiswch ffeil, neu gollyngwch un yma.</translation>
    </message>
    <message>
        <source>The shift is no time. Write it as 0:05, or -0:05 for earlier.</source>
        <translation type="unfinished">Nid amser yw&apos;r symudiad. Ysgrifennwch ef fel 0:05, neu -0:05 ar gyfer cynharach.</translation>
    </message>
    <message>
        <source>One speaker has no role yet.</source>
        <translation type="unfinished">Nid oes rôl gan un siaradwr eto.</translation>
    </message>
    <message>
        <source>{0} speakers have no role yet.</source>
        <translation type="unfinished">Nid oes rôl gan {0} o siaradwyr eto.</translation>
    </message>
    <message>
        <source>The preview is being made…</source>
        <translation type="unfinished">Mae&apos;r rhagolwg yn cael ei wneud…</translation>
    </message>
    <message>
        <source>Import stores {0} lines.</source>
        <translation type="unfinished">Mae mewnforio&apos;n storio {0} o linellau.</translation>
    </message>
    <message>
        <source>Import stores {0} lines in place of the {1} that are there.</source>
        <translation type="unfinished">Mae mewnforio&apos;n storio {0} o linellau yn lle&apos;r {1} sydd yno.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished">Trawsgrifiad</translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished">Pob ffeil</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation type="unfinished">Trawsgrifiadau</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>line {}</source>
        <translation type="unfinished">llinell {}</translation>
    </message>
    <message>
        <source>Answer: {}</source>
        <translation type="unfinished">Ateb: {}</translation>
    </message>
    <message>
        <source>Not applicable: {}</source>
        <translation type="unfinished">Ddim yn berthnasol: {}</translation>
    </message>
    <message>
        <source>Rating: {}</source>
        <translation type="unfinished">Sgôr: {}</translation>
    </message>
    <message>
        <source>Drop a folder or files here: codings of BORIS, ELAN, Praat, Audacity, Datavyu, Label Studio or CACTI</source>
        <translation type="unfinished">Gollyngwch ffolder neu ffeiliau yma: setiau codio BORIS, ELAN, Praat, Audacity, Datavyu, Label Studio neu CACTI</translation>
    </message>
    <message>
        <source>Import codings from other programs</source>
        <translation type="unfinished">Mewnforio setiau codio o raglenni eraill</translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">Mewnforio</translation>
    </message>
    <message>
        <source>Sessions: {0}. Recordings beside them: {1}.</source>
        <translation type="unfinished">Sesiynau: {0}. Recordiadau wrth eu hochr: {1}.</translation>
    </message>
    <message>
        <source>Where no file says who coded</source>
        <translation type="unfinished">Lle nad oes ffeil yn dweud pwy a godiodd</translation>
    </message>
    <message>
        <source>code of the coder</source>
        <translation type="unfinished">cod y codiwr</translation>
    </message>
    <message>
        <source>Ratings that the program may have filled in: {0}</source>
        <translation>Sgoriau y gallai&apos;r rhaglen fod wedi&apos;u llenwi: {0}</translation>
    </message>
    <message>
        <source>They were given: keep them</source>
        <translation type="unfinished">Fe&apos;u rhoddwyd: eu cadw</translation>
    </message>
    <message>
        <source>Not yet rated</source>
        <translation type="unfinished">Heb ei sgorio eto</translation>
    </message>
    <message>
        <source>New study from a CACTI archive</source>
        <translation type="unfinished">Astudiaeth newydd o archif CACTI</translation>
    </message>
    <message>
        <source>Drop the archive&apos;s folder here: the configuration, .casaa and .globals files of any version, and the recordings</source>
        <translation type="unfinished">Gollyngwch ffolder yr archif yma: y ffurfweddiad, ffeiliau .casaa a .globals o unrhyw fersiwn, a&apos;r recordiadau</translation>
    </message>
    <message>
        <source>Make a study…</source>
        <translation type="unfinished">Gwneud astudiaeth…</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation type="unfinished">Mewnforio tabl</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Import sessions from a sheet</source>
        <translation type="unfinished">Mewnforio sesiynau o daenlen</translation>
    </message>
    <message>
        <source>Import ratings</source>
        <translation type="unfinished">Mewnforio sgoriau</translation>
    </message>
    <message>
        <source>Importing sessions</source>
        <translation type="unfinished">Yn mewnforio sesiynau</translation>
    </message>
    <message>
        <source>Importing ratings</source>
        <translation type="unfinished">Yn mewnforio sgoriau</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.sav *.parquet);;All files (*)</source>
        <translation type="unfinished">Tablau (*.csv *.xlsx *.sav *.parquet);;Pob ffeil (*)</translation>
    </message>
    <message>
        <source>{0} Some recordings need a look.</source>
        <translation type="unfinished">{0} Mae angen edrych ar rai recordiadau.</translation>
    </message>
    <message>
        <source>About the recordings</source>
        <translation type="unfinished">Ynghylch y recordiadau</translation>
    </message>
</context>
<context>
    <name>ItemDetail</name>
    <message>
        <source>What is shown of the item</source>
        <translation type="unfinished">Yr hyn a ddangosir o&apos;r eitem</translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>Agreement on whether items apply</source>
        <translation type="unfinished">Cytundeb ynghylch a yw eitemau&apos;n berthnasol</translation>
    </message>
    <message>
        <source>Agreement on every item</source>
        <translation type="unfinished">Cytundeb ar bob eitem</translation>
    </message>
</context>
<context>
    <name>KeepSoundDialog</name>
    <message>
        <source>A &amp;day of their own</source>
        <translation type="unfinished">Eu &amp;diwrnod eu hunain</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished">Diwrnod olaf</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation type="unfinished">Diwrnod &amp;olaf</translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>Press the keys now</source>
        <translation type="unfinished">Pwyswch y bysellau nawr</translation>
    </message>
    <message>
        <source>Press the keys now. Escape cancels, Tab moves on.</source>
        <translation type="unfinished">Pwyswch y bysellau nawr. Mae Escape yn canslo, mae Tab yn symud ymlaen.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>New key</source>
        <translation type="unfinished">Bysell newydd</translation>
    </message>
    <message>
        <source>Add this key</source>
        <translation type="unfinished">Ychwanegu&apos;r fysell hon</translation>
    </message>
    <message>
        <source>Use only this key</source>
        <translation type="unfinished">Defnyddio&apos;r fysell hon yn unig</translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation type="unfinished">Cymryd y fysell</translation>
    </message>
    <message>
        <source>Remove all keys</source>
        <translation type="unfinished">Tynnu pob bysell</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished">Ailosod</translation>
    </message>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation type="unfinished">Dewiswch orchymyn i newid ei fysellau.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished">dim bysell</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished">{0}: {1}</translation>
    </message>
    <message>
        <source> and of </source>
        <translation type="unfinished"> ac ar gyfer </translation>
    </message>
    <message>
        <source>{0} is the key of {1}. You can take it over.</source>
        <translation type="unfinished">{0} yw bysell {1}. Gallwch ei chymryd.</translation>
    </message>
    <message>
        <source>{0} is its key already.</source>
        <translation type="unfinished">{0} yw ei fysell eisoes.</translation>
    </message>
    <message>
        <source>Press the new keys in the field, then choose.</source>
        <translation type="unfinished">Pwyswch y bysellau newydd yn y maes, yna dewiswch.</translation>
    </message>
</context>
<context>
    <name>KeyPreferences</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished">Bysellau</translation>
    </message>
</context>
<context>
    <name>KeymapDialog</name>
    <message>
        <source>Keys and pedals</source>
        <translation type="unfinished">Bysellau a phedalau</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished">Bysellau</translation>
    </message>
    <message>
        <source>Pedals</source>
        <translation type="unfinished">Pedalau</translation>
    </message>
</context>
<context>
    <name>KeymapEditor</name>
    <message>
        <source>Filter by words or keys</source>
        <translation type="unfinished">Hidlo yn ôl geiriau neu fysellau</translation>
    </message>
    <message>
        <source>Filter the commands</source>
        <translation type="unfinished">Hidlo&apos;r gorchmynion</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished">Ailosod y cyfan</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished">Gorchmynion a&apos;u bysellau</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation type="unfinished">Nid oes gan unrhyw orchymyn y geiriau hyn.</translation>
    </message>
    <message>
        <source>Letters, digits and signs act on their own, without Ctrl or Alt</source>
        <translation type="unfinished">Mae llythrennau, digidau ac arwyddion yn gweithio ar eu pennau eu hunain, heb Ctrl nac Alt</translation>
    </message>
    <message>
        <source>Off: only Space, Enter, arrows, Delete and Backspace act without Ctrl or Alt</source>
        <translation type="unfinished">I ffwrdd: dim ond Space, Enter, saethau, Delete a Backspace sy&apos;n gweithio heb Ctrl nac Alt</translation>
    </message>
    <message>
        <source>Keys as in {0}</source>
        <translation type="unfinished">Bysellau fel yn {0}</translation>
    </message>
    <message>
        <source>All keys are those of the preset again</source>
        <translation type="unfinished">Bysellau&apos;r rhagosodiad yw pob bysell eto</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>by you</source>
        <translation type="unfinished">gennych chi</translation>
    </message>
    <message>
        <source>{0} and of {1}</source>
        <translation type="unfinished">{0} ac {1}</translation>
    </message>
    <message>
        <source>{0} belongs to the system and cannot be a key of {1}.</source>
        <translation type="unfinished">Mae {0} yn perthyn i&apos;r system ac ni all fod yn fysell {1}.</translation>
    </message>
    <message>
        <source>{0} is needed in text fields and lists and cannot be a key of {1}.</source>
        <translation type="unfinished">Mae angen {0} mewn meysydd testun a rhestrau ac ni all fod yn fysell {1}.</translation>
    </message>
    <message>
        <source>{0} is the key of {1}.</source>
        <translation type="unfinished">{0} yw bysell {1}.</translation>
    </message>
    <message>
        <source>{0} {1} (is {2})</source>
        <translation type="unfinished">{0} {1} ({2} yw ar hyn o bryd)</translation>
    </message>
</context>
<context>
    <name>LeadActs</name>
    <message>
        <source>Drawing segments</source>
        <translation type="unfinished">Yn tynnu segmentau</translation>
    </message>
    <message>
        <source>Giving out sessions</source>
        <translation type="unfinished">Yn rhoi sesiynau</translation>
    </message>
    <message>
        <source>Giving sessions to others</source>
        <translation type="unfinished">Yn rhoi sesiynau i eraill</translation>
    </message>
</context>
<context>
    <name>LeadFilters</name>
    <message>
        <source>Find in the table</source>
        <translation type="unfinished">Canfod yn y tabl</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished">Beth i edrych arno</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished">Popeth</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished">Angen penderfyniad</translation>
    </message>
    <message>
        <source>With a flag</source>
        <translation type="unfinished">Gyda fflag</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation type="unfinished">Pryder</translation>
    </message>
    <message>
        <source>Unblinded</source>
        <translation type="unfinished">Heb fod yn ddall</translation>
    </message>
    <message>
        <source>Short listen</source>
        <translation type="unfinished">Gwrando byr</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished">Ansicr</translation>
    </message>
    <message>
        <source>Double-coded</source>
        <translation type="unfinished">Wedi&apos;i godio ddwywaith</translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation type="unfinished">Nid oes neb yn ei chodio</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished">Hwyr</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation type="unfinished">Dim recordiad</translation>
    </message>
    <message>
        <source>Sessions by state</source>
        <translation type="unfinished">Sesiynau yn ôl cyflwr</translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished">Pob un</translation>
    </message>
</context>
<context>
    <name>LeadPanel</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sesiynau</translation>
    </message>
    <message>
        <source>No session to show.
Import a sheet with one row for each session; recordings are taken in with it.</source>
        <translation type="unfinished">Dim sesiwn i&apos;w dangos.
Mewnforiwch daenlen ag un rhes i bob sesiwn; cymerir y recordiadau i mewn gyda hi.</translation>
    </message>
</context>
<context>
    <name>LeadTools</name>
    <message>
        <source>People…</source>
        <translation type="unfinished">Pobl…</translation>
    </message>
    <message>
        <source>Concerns ({})…</source>
        <translation type="unfinished">Pryderon ({})…</translation>
    </message>
    <message>
        <source>Concerns…</source>
        <translation type="unfinished">Pryderon…</translation>
    </message>
    <message>
        <source>{} not seen yet</source>
        <translation type="unfinished">{} heb eu gweld eto</translation>
    </message>
    <message>
        <source>None unseen</source>
        <translation type="unfinished">Dim heb eu gweld</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation type="unfinished">Pryderon</translation>
    </message>
    <message>
        <source>Data protection</source>
        <translation type="unfinished">Diogelu data</translation>
    </message>
    <message>
        <source>Sound that is &amp;due…</source>
        <translation type="unfinished">Sain sydd i&apos;w dil&amp;eu…</translation>
    </message>
    <message>
        <source>Withdrawals, receipts, and how long sound is kept</source>
        <translation type="unfinished">Tynnu&apos;n ôl, derbynebau, ac am ba hyd y cedwir sain</translation>
    </message>
    <message>
        <source>Data protection ({})</source>
        <translation type="unfinished">Diogelu data ({})</translation>
    </message>
    <message>
        <source>Sound that is &amp;due ({})…</source>
        <translation type="unfinished">Sain sydd i&apos;w dil&amp;eu ({})…</translation>
    </message>
    <message>
        <source>The sound of {} is due to be deleted</source>
        <translation type="unfinished">Mae sain {} i&apos;w dileu</translation>
    </message>
    <message>
        <source>&amp;Withdraw for good…</source>
        <translation type="unfinished">Tynnu&apos;n ôl am &amp;byth…</translation>
    </message>
    <message>
        <source>Choose what is erased of the selected session</source>
        <translation type="unfinished">Dewis beth a ddilëir o&apos;r sesiwn a ddewiswyd</translation>
    </message>
    <message>
        <source>&amp;Keep sound until…</source>
        <translation type="unfinished">Ca&amp;dw sain tan…</translation>
    </message>
    <message>
        <source>&amp;Receipts…</source>
        <translation type="unfinished">De&amp;rbynebau…</translation>
    </message>
    <message>
        <source>&amp;Plan coding…</source>
        <translation type="unfinished">Cy&amp;nllunio codio…</translation>
    </message>
    <message>
        <source>&amp;Replace a coder…</source>
        <translation type="unfinished">&amp;Disodli codiwr…</translation>
    </message>
    <message>
        <source>Coding pac&amp;kets…</source>
        <translation type="unfinished">Pec&amp;ynnau codio…</translation>
    </message>
    <message>
        <source>&amp;Offices…</source>
        <translation type="unfinished">S&amp;wyddfeydd…</translation>
    </message>
    <message>
        <source>Study &amp;settings…</source>
        <translation type="unfinished">Gos&amp;odiadau&apos;r astudiaeth…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished">Cynllunio</translation>
    </message>
    <message>
        <source>&amp;Draw segments…</source>
        <translation type="unfinished">&amp;Tynnu segmentau…</translation>
    </message>
    <message>
        <source>The codebook of this study codes whole recordings</source>
        <translation type="unfinished">Mae llyfr codau&apos;r astudiaeth hon yn codio recordiadau cyfan</translation>
    </message>
    <message>
        <source>A &amp;table of sessions or ratings, with a preview…</source>
        <translation type="unfinished">&amp;Tabl o sesiynau neu sgoriau, gyda rhagolwg…</translation>
    </message>
    <message>
        <source>&amp;Codings from other programs…</source>
        <translation type="unfinished">Setiau &amp;codio o raglenni eraill…</translation>
    </message>
    <message>
        <source>&amp;Sessions from our own sheet, at once…</source>
        <translation type="unfinished">&amp;Sesiynau o&apos;n taenlen ein hunain, ar unwaith…</translation>
    </message>
    <message>
        <source>&amp;Ratings from our own sheet, at once…</source>
        <translation type="unfinished">Sgo&amp;riau o&apos;n taenlen ein hunain, ar unwaith…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">Mewnforio</translation>
    </message>
</context>
<context>
    <name>LeadViews</name>
    <message>
        <source>View</source>
        <translation type="unfinished">Golwg</translation>
    </message>
    <message>
        <source>Filters, columns and order of the table, under a name</source>
        <translation type="unfinished">Hidlwyr, colofnau a threfn y tabl, o dan enw</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation type="unfinished">&amp;Cadw newidiadau</translation>
    </message>
    <message>
        <source>Save as a new &amp;view…</source>
        <translation type="unfinished">Cadw fel golwg &amp;newydd…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished">&amp;Ailenwi…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished">&amp;Dileu…</translation>
    </message>
    <message>
        <source>&amp;Back to the view as it was saved</source>
        <translation type="unfinished">&amp;Yn ôl i&apos;r olwg fel y&apos;i cadwyd</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation type="unfinished">C&amp;olofnau…</translation>
    </message>
    <message>
        <source>View {} was saved.</source>
        <translation type="unfinished">Cadwyd golwg {}.</translation>
    </message>
    <message>
        <source>The view is called {}.</source>
        <translation type="unfinished">Enw&apos;r olwg yw {}.</translation>
    </message>
    <message>
        <source>View {} was deleted.</source>
        <translation type="unfinished">Dilëwyd golwg {}.</translation>
    </message>
    <message>
        <source>{} (changed)</source>
        <translation type="unfinished">{} (wedi newid)</translation>
    </message>
    <message>
        <source>Save and change views</source>
        <translation type="unfinished">Cadw a newid golygon</translation>
    </message>
</context>
<context>
    <name>LevelRow</name>
    <message>
        <source>start</source>
        <translation type="unfinished">dechrau</translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message>
        <source>First lines as they would be stored</source>
        <translation type="unfinished">Y llinellau cyntaf fel y byddent yn cael eu storio</translation>
    </message>
    <message>
        <source>The first {0} lines, as they would be stored</source>
        <translation type="unfinished">Y {0} llinell gyntaf, fel y byddent yn cael eu storio</translation>
    </message>
</context>
<context>
    <name>ListeningPanel</name>
    <message>
        <source>All of the segment was heard</source>
        <translation type="unfinished">Clywyd y segment cyfan</translation>
    </message>
    <message>
        <source>Spectrogram shown</source>
        <translation type="unfinished">Dangosir y sbectrogram</translation>
    </message>
    <message>
        <source>Spectrogram hidden</source>
        <translation type="unfinished">Cuddiwyd y sbectrogram</translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished">Cyflymder {0}</translation>
    </message>
    <message>
        <source>Outside the segment; the nearest moment is {0}</source>
        <translation type="unfinished">Y tu allan i&apos;r segment; y foment agosaf yw {0}</translation>
    </message>
    <message>
        <source>The waveform cannot be shown.</source>
        <translation type="unfinished">Ni ellir dangos y donffurf.</translation>
    </message>
</context>
<context>
    <name>ListeningPreferences</name>
    <message>
        <source>Listening</source>
        <translation type="unfinished">Gwrando</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation type="unfinished"> eil</translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"> eil</translation>
    </message>
</context>
<context>
    <name>LockedStudies</name>
    <message>
        <source>An older version made this study. It is backed up and upgraded…</source>
        <translation type="unfinished">Fersiwn hŷn a wnaeth yr astudiaeth hon. Gwneir copi wrth gefn ohoni ac fe&apos;i huwchraddir…</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished">Yn stopio…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished">Yn dechrau…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished">Cynnydd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Canslo</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished">Canslwyd. Ni newidiwyd dim.</translation>
    </message>
</context>
<context>
    <name>LooksPreferences</name>
    <message>
        <source>Looks</source>
        <translation type="unfinished">Golwg y ffenestr</translation>
    </message>
</context>
<context>
    <name>Looping</name>
    <message>
        <source>Loop begins at {0}</source>
        <translation type="unfinished">Y ddolen yn dechrau am {0}</translation>
    </message>
    <message>
        <source>Loop off</source>
        <translation type="unfinished">Dolen i ffwrdd</translation>
    </message>
    <message>
        <source>Loop {0} to {1}</source>
        <translation type="unfinished">Dolen {0} i {1}</translation>
    </message>
</context>
<context>
    <name>MakePacketDialog</name>
    <message>
        <source>Coder</source>
        <translation type="unfinished">Codiwr</translation>
    </message>
    <message>
        <source>&amp;Only the {} selected</source>
        <translation type="unfinished">&amp;Dim ond y {} a ddewiswyd</translation>
    </message>
    <message>
        <source>&amp;Coder</source>
        <translation type="unfinished">&amp;Codiwr</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished">Yn dal</translation>
    </message>
    <message>
        <source>Save the packet</source>
        <translation type="unfinished">Cadw&apos;r pecyn</translation>
    </message>
    <message>
        <source>Coding packets (*{})</source>
        <translation type="unfinished">Pecynnau codio (*{})</translation>
    </message>
    <message>
        <source>There is no coder in this study.</source>
        <translation type="unfinished">Nid oes codiwr yn yr astudiaeth hon.</translation>
    </message>
</context>
<context>
    <name>MakeRecordingDialog</name>
    <message>
        <source>Find a session</source>
        <translation type="unfinished">Canfod sesiwn</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sesiynau</translation>
    </message>
    <message>
        <source>No session could be made a training recording.</source>
        <translation type="unfinished">Ni ellid gwneud unrhyw sesiwn yn recordiad hyfforddi.</translation>
    </message>
    <message>
        <source>Reference from</source>
        <translation type="unfinished">Cyfeirnod gan</translation>
    </message>
    <message>
        <source>&amp;Reference from</source>
        <translation type="unfinished">&amp;Cyfeirnod gan</translation>
    </message>
    <message>
        <source>The submitted coding: {}</source>
        <translation type="unfinished">Y codio a gyflwynwyd: {}</translation>
    </message>
    <message>
        <source>I code it as its reference</source>
        <translation type="unfinished">Fi sy&apos;n ei chodio fel ei chyfeirnod</translation>
    </message>
</context>
<context>
    <name>MatchesPart</name>
    <message>
        <source>Say what it is…</source>
        <translation type="unfinished">Dweud beth ydyw…</translation>
    </message>
</context>
<context>
    <name>MeansPanel</name>
    <message>
        <source>These hold only if the analysed score is the mean of k coders. A session that one coder rated has the agreement of one coder, on the first tab.</source>
        <translation type="unfinished">Mae&apos;r rhain yn dal dim ond os yw&apos;r sgôr a ddadansoddir yn gymedr k o godwyr. Mae gan sesiwn a sgoriwyd gan un codiwr gytundeb un codiwr, ar y tab cyntaf.</translation>
    </message>
    <message>
        <source>Agreement of means of coders</source>
        <translation type="unfinished">Cytundeb cymedrau codwyr</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Answers that differ</source>
        <translation type="unfinished">Atebion sy&apos;n wahanol</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished">Cyfrifon</translation>
    </message>
    <message>
        <source>Counts are not agreed on: the final count is the mean of the independent codings.</source>
        <translation type="unfinished">Ni chytunir ar gyfrifon: y cyfrif terfynol yw cymedr y setiau codio annibynnol.</translation>
    </message>
    <message>
        <source>No notes.</source>
        <translation type="unfinished">Dim nodiadau.</translation>
    </message>
    <message>
        <source>Notes of {0}</source>
        <translation type="unfinished">Nodiadau {0}</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished">heb ei gyfrif</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished">{0} o {1}</translation>
    </message>
    <message>
        <source>{0} to talk about, {1} equal</source>
        <translation type="unfinished">{0} i&apos;w trafod, {1} yn gyfartal</translation>
    </message>
</context>
<context>
    <name>MeetingHeader</name>
    <message>
        <source>All meetings</source>
        <translation type="unfinished">Pob cyfarfod</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">Dadwneud</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished">Ail-wneud</translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation type="unfinished">Gorffen…</translation>
    </message>
    <message>
        <source>Finish the meeting</source>
        <translation type="unfinished">Gorffen y cyfarfod</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation type="unfinished">Agor eto…</translation>
    </message>
    <message>
        <source>Take over equal ratings</source>
        <translation type="unfinished">Derbyn sgoriau cyfartal</translation>
    </message>
    <message>
        <source>Agree on everything that all coders gave alike (E). It can be undone.</source>
        <translation type="unfinished">Cytuno ar bopeth a roddodd pob codiwr yr un fath (E). Gellir ei ddadwneud.</translation>
    </message>
    <message>
        <source>Notes, answers, counts</source>
        <translation type="unfinished">Nodiadau, atebion, cyfrifon</translation>
    </message>
    <message>
        <source>Session {0}</source>
        <translation type="unfinished">Sesiwn {0}</translation>
    </message>
    <message>
        <source>Finished and locked</source>
        <translation type="unfinished">Wedi&apos;i orffen a&apos;i gloi</translation>
    </message>
    <message>
        <source>{0} of {1} agreed</source>
        <translation type="unfinished">Cytunwyd ar {0} o {1}</translation>
    </message>
    <message>
        <source>Take over {0} equal</source>
        <translation type="unfinished">Derbyn {0} cyfartal</translation>
    </message>
    <message>
        <source>Equal ones agreed</source>
        <translation type="unfinished">Cytunwyd ar y rhai cyfartal</translation>
    </message>
</context>
<context>
    <name>MeetingList</name>
    <message>
        <source>Consensus meetings</source>
        <translation type="unfinished">Cyfarfodydd consensws</translation>
    </message>
    <message>
        <source>No session can be compared yet.
A meeting opens when all independent codings of a session are submitted.</source>
        <translation type="unfinished">Ni ellir cymharu unrhyw sesiwn eto.
Mae cyfarfod yn agor pan fydd pob codio annibynnol o sesiwn wedi&apos;i gyflwyno.</translation>
    </message>
    <message>
        <source>Meetings show who the coders are</source>
        <translation type="unfinished">Mae cyfarfodydd yn dangos pwy yw&apos;r codwyr</translation>
    </message>
    <message>
        <source>Otherwise coders are A and B, letters that change from session to session</source>
        <translation type="unfinished">Fel arall A a B yw&apos;r codwyr, llythrennau sy&apos;n newid o sesiwn i sesiwn</translation>
    </message>
    <message>
        <source>{0} of {1} meetings to hold; {2} dimensions to talk about</source>
        <translation type="unfinished">{0} o {1} cyfarfod i&apos;w cynnal; {2} dimensiwn i&apos;w trafod</translation>
    </message>
</context>
<context>
    <name>MeetingSound</name>
    <message>
        <source>Position</source>
        <translation type="unfinished">Safle</translation>
    </message>
    <message>
        <source>This session has no recording in the study.</source>
        <translation type="unfinished">Nid oes gan y sesiwn hon recordiad yn yr astudiaeth.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">Oedi</translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished">Chwarae</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished">Negeseuon</translation>
    </message>
    <message>
        <source>Dimensions, widest differences first</source>
        <translation type="unfinished">Dimensiynau, y gwahaniaethau mwyaf yn gyntaf</translation>
    </message>
    <message>
        <source>{0}: agreed on {1}</source>
        <translation type="unfinished">{0}: cytunwyd ar {1}</translation>
    </message>
    <message>
        <source>{0} is always rated; the codebook gives no reason to rule it out.</source>
        <translation type="unfinished">Caiff {0} ei sgorio bob amser; nid yw&apos;r llyfr codau&apos;n rhoi rheswm dros beidio.</translation>
    </message>
    <message>
        <source>Not agreed yet: {0}.</source>
        <translation type="unfinished">Heb gytuno eto: {0}.</translation>
    </message>
    <message>
        <source>This meeting is finished and what was agreed is locked.</source>
        <translation type="unfinished">Mae&apos;r cyfarfod hwn wedi gorffen ac mae&apos;r hyn y cytunwyd arno wedi&apos;i gloi.</translation>
    </message>
    <message>
        <source>This study is open for reading only.</source>
        <translation type="unfinished">Mae&apos;r astudiaeth hon ar agor i&apos;w darllen yn unig.</translation>
    </message>
    <message>
        <source>The meeting over {0} is finished.</source>
        <translation type="unfinished">Mae&apos;r cyfarfod am {0} wedi gorffen.</translation>
    </message>
    <message>
        <source>{0} … Enter, or go on typing</source>
        <translation type="unfinished">{0} … Enter, neu daliwch ati i deipio</translation>
    </message>
    <message>
        <source>{0} is no level of this scale.</source>
        <translation type="unfinished">Nid yw {0} yn lefel o&apos;r raddfa hon.</translation>
    </message>
    <message>
        <source>{0} noted no evidence here.</source>
        <translation type="unfinished">Ni nododd {0} dystiolaeth yma.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished">&amp;Astudiaeth</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished">&amp;Mynd</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished">&amp;Golwg</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished">&amp;Cymorth</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge a return</source>
        <translation type="unfinished">Cyfuno dychweliad</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation type="unfinished">Yr hyn sy&apos;n newydd</translation>
    </message>
    <message>
        <source>The study has everything that this return holds already.</source>
        <translation type="unfinished">Mae gan yr astudiaeth bopeth sydd yn y dychweliad hwn eisoes.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished">Derbynneb</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished">Cyfuno</translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation type="unfinished">Cadw&apos;r dderbynneb…</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished">Cadw&apos;r dderbynneb</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished">Testun (*.txt)</translation>
    </message>
    <message>
        <source>The receipt cannot be written there. Choose another place.</source>
        <translation type="unfinished">Ni ellir ysgrifennu&apos;r dderbynneb yno. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>Merged. Keep the receipt: its heads prove later that nothing was changed.</source>
        <translation type="unfinished">Wedi&apos;i gyfuno. Cadwch y dderbynneb: mae ei phennau&apos;n profi&apos;n ddiweddarach na newidiwyd dim.</translation>
    </message>
    <message>
        <source>{} Codings with two versions: {}. They count nowhere until you settle them.</source>
        <translation type="unfinished">{} Setiau codio â dau fersiwn: {}. Nid ydynt yn cyfrif yn unman nes i chi eu setlo.</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished">Beth ddigwyddodd</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished">Problemau</translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished">Manylion</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished">Copïo&apos;r manylion</translation>
    </message>
</context>
<context>
    <name>ModeChoice</name>
    <message>
        <source>How to count</source>
        <translation type="unfinished">Sut i gyfrif</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation type="unfinished">Pob marc</translation>
    </message>
    <message>
        <source>By volley</source>
        <translation type="unfinished">Fesul rhediad</translation>
    </message>
    <message>
        <source>Every mark counts, however many there are in one turn.</source>
        <translation type="unfinished">Mae pob marc yn cyfrif, faint bynnag sydd mewn un tro.</translation>
    </message>
    <message>
        <source>You say where a turn of the worker ends; a slot counts once in it.</source>
        <translation type="unfinished">Chi sy&apos;n dweud ble mae tro&apos;r gweithiwr yn gorffen; mae lle&apos;n cyfrif unwaith ynddo.</translation>
    </message>
    <message>
        <source>You say where a turn of the worker ends; codes give way in it.</source>
        <translation type="unfinished">Chi sy&apos;n dweud ble mae tro&apos;r gweithiwr yn gorffen; mae codau&apos;n ildio ynddo.</translation>
    </message>
    <message>
        <source>How do you count?</source>
        <translation type="unfinished">Sut ydych chi&apos;n cyfrif?</translation>
    </message>
    <message>
        <source>Choosing begins the counting pass. Numbers of the two ways cannot be compared, so the choice stands once there are marks.</source>
        <translation type="unfinished">Mae dewis yn dechrau&apos;r rownd gyfrif. Ni ellir cymharu rhifau&apos;r ddwy ffordd, felly mae&apos;r dewis yn sefyll unwaith y bydd marciau.</translation>
    </message>
</context>
<context>
    <name>MomentsStep</name>
    <message>
        <source>Names to look for, parted by commas</source>
        <translation type="unfinished">Enwau i chwilio amdanynt, wedi&apos;u gwahanu gan gomas</translation>
    </message>
    <message>
        <source>They are looked for while this is open; not stored</source>
        <translation type="unfinished">Chwilir amdanynt tra bod hwn ar agor; ni chânt eu storio</translation>
    </message>
    <message>
        <source>Names to look for</source>
        <translation type="unfinished">Enwau i chwilio amdanynt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished">Amser</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished">Dimensiwn</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished">Penderfynwyd</translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished">Geiriau</translation>
    </message>
    <message>
        <source>Shared moments</source>
        <translation type="unfinished">Momentau a rennir</translation>
    </message>
    <message>
        <source>Coders shared no moment of this session.</source>
        <translation type="unfinished">Ni rannodd codwyr unrhyw foment o&apos;r sesiwn hon.</translation>
    </message>
    <message>
        <source>Put {} in place of the selection</source>
        <translation type="unfinished">Rhoi {} yn lle&apos;r dewisiad</translation>
    </message>
    <message>
        <source>Print these words</source>
        <translation type="unfinished">Argraffu&apos;r geiriau hyn</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished">Hepgor</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished">Dyfyniad</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nodyn</translation>
    </message>
    <message>
        <source>Words of a moment were changed but not ticked.</source>
        <translation type="unfinished">Newidiwyd geiriau moment ond ni chawsant eu ticio.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished">heb ei ddarllen eto</translation>
    </message>
    <message>
        <source>printed</source>
        <translation type="unfinished">argraffir</translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished">hepgorir</translation>
    </message>
    <message>
        <source>Found: {}. Put another word in its place.</source>
        <translation type="unfinished">Cafwyd: {}. Rhowch air arall yn ei le.</translation>
    </message>
</context>
<context>
    <name>NameViewDialog</name>
    <message>
        <source>For example: North, to assign</source>
        <translation type="unfinished">Er enghraifft: Gogledd, i&apos;w rhoi</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished">Enw&apos;r olwg</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished">&amp;Enw</translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message>
        <source>New recovery code</source>
        <translation type="unfinished">Cod adfer newydd</translation>
    </message>
    <message>
        <source>The recovery code that was shown before opens the study no more. Do this if it was lost, or somebody may have seen it.</source>
        <translation type="unfinished">Nid yw&apos;r cod adfer a ddangoswyd cynt yn agor yr astudiaeth mwyach. Gwnewch hyn os collwyd ef, neu os gallai rhywun fod wedi&apos;i weld.</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation type="unfinished">Gwneud y cod</translation>
    </message>
</context>
<context>
    <name>NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation type="unfinished">Astudiaeth newydd</translation>
    </message>
    <message>
        <source>For example: Northshire 2026</source>
        <translation type="unfinished">Er enghraifft: Northshire 2026</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished">Dewis…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished">Dewis ffolder</translation>
    </message>
    <message>
        <source>Reading the codebooks…</source>
        <translation type="unfinished">Yn darllen y llyfrau codau…</translation>
    </message>
    <message>
        <source>&amp;Encrypt the study with a passphrase</source>
        <translation type="unfinished">&amp;Amgryptio&apos;r astudiaeth â chyfrinymadrodd</translation>
    </message>
    <message>
        <source>&amp;Do not encrypt (only where the disk itself is encrypted)</source>
        <translation type="unfinished">&amp;Peidio ag amgryptio (dim ond lle mae&apos;r ddisg ei hun wedi&apos;i hamgryptio)</translation>
    </message>
    <message>
        <source>Make study</source>
        <translation type="unfinished">Gwneud yr astudiaeth</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished">&amp;Teitl</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished">&amp;Ffolder</translation>
    </message>
    <message>
        <source>&amp;Codebook</source>
        <translation type="unfinished">&amp;Llyfr codau</translation>
    </message>
    <message>
        <source>&amp;Your code</source>
        <translation type="unfinished">&amp;Eich cod</translation>
    </message>
    <message>
        <source>Codes stand for people everywhere; use no names. The lead assigns sessions, adds people and unlocks.</source>
        <translation type="unfinished">Codau sy&apos;n sefyll dros bobl ym mhobman; peidiwch â defnyddio enwau. Yr arweinydd sy&apos;n rhoi sesiynau, yn ychwanegu pobl ac yn datgloi.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished">Diogelu</translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished">Teitl</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Ffolder</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation type="unfinished">Llyfr codau</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation type="unfinished">Eich cod</translation>
    </message>
    <message>
        <source>Folder for the study</source>
        <translation type="unfinished">Ffolder ar gyfer yr astudiaeth</translation>
    </message>
</context>
<context>
    <name>NoTranscript</name>
    <message>
        <source>No transcript</source>
        <translation type="unfinished">Dim trawsgrifiad</translation>
    </message>
    <message>
        <source>Import a transcript…</source>
        <translation type="unfinished">Mewnforio trawsgrifiad…</translation>
    </message>
    <message>
        <source>Recognise speech on this computer…</source>
        <translation type="unfinished">Adnabod lleferydd ar y cyfrifiadur hwn…</translation>
    </message>
    <message>
        <source>With one you read along, find words, and make evidence with the words that were said. Drop a file here (VTT, SRT, Word, text, ELAN, Praat, Whisper) or choose one. Names are replaced by roles before anything is stored. Coding works without a transcript too.</source>
        <translation type="unfinished">Gydag un gallwch ddarllen wrth wrando, canfod geiriau, a gwneud tystiolaeth o&apos;r geiriau a ddywedwyd. Gollyngwch ffeil yma (VTT, SRT, Word, testun, ELAN, Praat, Whisper) neu dewiswch un. Rhoddir rolau yn lle enwau cyn storio dim. Gellir codio heb drawsgrifiad hefyd.</translation>
    </message>
    <message>
        <source>This coding cannot be changed, so none can be added.</source>
        <translation type="unfinished">Ni ellir newid y codio hwn, felly ni ellir ychwanegu un.</translation>
    </message>
</context>
<context>
    <name>NoteDelegate</name>
    <message>
        <source>Note on the mark</source>
        <translation type="unfinished">Nodyn ar y marc</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>session</source>
        <translation type="unfinished">sesiwn</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished">Nodiadau</translation>
    </message>
    <message>
        <source>What you write below is kept with its time.</source>
        <translation type="unfinished">Cedwir yr hyn a ysgrifennwch isod gyda&apos;i amser.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nodyn</translation>
    </message>
    <message>
        <source>Enter ends the note</source>
        <translation type="unfinished">Mae Enter yn gorffen y nodyn</translation>
    </message>
    <message>
        <source>whole session</source>
        <translation type="unfinished">y sesiwn gyfan</translation>
    </message>
    <message>
        <source>Time of the note, empty for the whole session</source>
        <translation type="unfinished">Amser y nodyn, gwag ar gyfer y sesiwn gyfan</translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished">Nodyn newydd</translation>
    </message>
    <message>
        <source>Notes ({0})</source>
        <translation type="unfinished">Nodiadau ({0})</translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation type="unfinished">Nid oes nodiadau.</translation>
    </message>
    <message>
        <source>Write a note.</source>
        <translation type="unfinished">Ysgrifennwch nodyn.</translation>
    </message>
    <message>
        <source>Write a note. {0} stamps the time.</source>
        <translation type="unfinished">Ysgrifennwch nodyn. Mae {0} yn stampio&apos;r amser.</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>A number</source>
        <translation type="unfinished">Rhif</translation>
    </message>
    <message>
        <source>{0} is not a number</source>
        <translation type="unfinished">Nid yw {0} yn rhif</translation>
    </message>
</context>
<context>
    <name>OneOf</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished">Ie</translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished">Na</translation>
    </message>
</context>
<context>
    <name>OpenCoding</name>
    <message>
        <source>This study is open for reading only: nothing can be changed here.</source>
        <translation type="unfinished">Mae&apos;r astudiaeth hon ar agor i&apos;w darllen yn unig: ni ellir newid dim yma.</translation>
    </message>
    <message>
        <source>This coding is submitted and locked. The lead can open it with a reason.</source>
        <translation type="unfinished">Mae&apos;r codio hwn wedi&apos;i gyflwyno a&apos;i gloi. Gall yr arweinydd ei agor gyda rheswm.</translation>
    </message>
    <message>
        <source>It was loaded again just now.</source>
        <translation type="unfinished">Cafodd ei lwytho eto gynnau.</translation>
    </message>
</context>
<context>
    <name>OpenPacketDialog</name>
    <message>
        <source>Passphrase of the packet</source>
        <translation type="unfinished">Cyfrinymadrodd y pecyn</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Ffolder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished">Dewis…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished">Dewis ffolder</translation>
    </message>
    <message>
        <source>&amp;Own passphrase for this computer</source>
        <translation type="unfinished">Cyfrin&amp;ymadrodd eich hun ar gyfer y cyfrifiadur hwn</translation>
    </message>
    <message>
        <source>Passphrase from the &amp;lead</source>
        <translation type="unfinished">Cyfrinymadrodd gan yr a&amp;rweinydd</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished">&amp;Ffolder</translation>
    </message>
    <message>
        <source>Folder for the packet</source>
        <translation type="unfinished">Ffolder ar gyfer y pecyn</translation>
    </message>
    <message>
        <source>Type the passphrase that the lead told you.</source>
        <translation type="unfinished">Teipiwch y cyfrinymadrodd a ddywedodd yr arweinydd wrthych.</translation>
    </message>
    <message>
        <source>Choose where the study folder goes.</source>
        <translation type="unfinished">Dewiswch ble mae ffolder yr astudiaeth yn mynd.</translation>
    </message>
    <message>
        <source>This folder exists and is not empty. Choose a new or empty one.</source>
        <translation type="unfinished">Mae&apos;r ffolder hwn yn bod ac nid yw&apos;n wag. Dewiswch un newydd neu wag.</translation>
    </message>
</context>
<context>
    <name>OpenVolley</name>
    <message>
        <source>Volley {0} is open: no code yet.</source>
        <translation type="unfinished">Mae rhediad {0} ar agor: dim cod eto.</translation>
    </message>
    <message>
        <source>Volley {0} is open, from {1}</source>
        <translation type="unfinished">Mae rhediad {0} ar agor, o {1}</translation>
    </message>
    <message>
        <source>: {0} of {1} slots filled</source>
        <translation type="unfinished">: llenwyd {0} o {1} lle</translation>
    </message>
    <message>
        <source>. Enter closes it.</source>
        <translation type="unfinished">. Mae Enter yn ei gau.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished">{0}: {1}</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Add measures…</source>
        <translation type="unfinished">Ychwanegu mesurau…</translation>
    </message>
    <message>
        <source>Numbers for each session from a sheet</source>
        <translation type="unfinished">Rhifau ar gyfer pob sesiwn o daenlen</translation>
    </message>
    <message>
        <source>Correlation with measures</source>
        <translation type="unfinished">Cydberthyniad â mesurau</translation>
    </message>
    <message>
        <source>Score and measure</source>
        <translation type="unfinished">Canlyniad a mesur</translation>
    </message>
    <message>
        <source>No measures yet. Add a sheet with a column session_id and a column of numbers for each measure, such as goal attainment or working alliance.</source>
        <translation type="unfinished">Dim mesurau eto. Ychwanegwch daenlen â cholofn session_id a cholofn o rifau ar gyfer pob mesur, er enghraifft cyrraedd nodau neu gynghrair waith.</translation>
    </message>
    <message>
        <source>{0} beside {n} measures that were taken elsewhere.</source>
        <translation type="unfinished">{0} wrth ochr {n} o fesurau a gymerwyd yn rhywle arall.</translation>
    </message>
    <message>
        <source>{0} beside one measure that was taken elsewhere.</source>
        <translation type="unfinished">{0} wrth ochr un mesur a gymerwyd yn rhywle arall.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Ratings so far</source>
        <translation type="unfinished">Sgoriau hyd yn hyn</translation>
    </message>
</context>
<context>
    <name>OwnPanel</name>
    <message>
        <source>Some sessions in your queue have a reference coding. They look like all others; once you have submitted one, you find it here beside its reference.</source>
        <translation type="unfinished">Mae gan rai sesiynau yn eich ciw godio cyfeirio. Maent yn edrych fel pob un arall; ar ôl i chi gyflwyno un, fe&apos;i cewch yma wrth ochr ei chyfeirnod.</translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished">Clirio</translation>
    </message>
    <message>
        <source>Clear {}</source>
        <translation type="unfinished">Clirio {}</translation>
    </message>
</context>
<context>
    <name>OwnStep</name>
    <message>
        <source>Keep these ratings</source>
        <translation type="unfinished">Cadw&apos;r sgoriau hyn</translation>
    </message>
    <message>
        <source>The worker declined</source>
        <translation type="unfinished">Gwrthododd y gweithiwr</translation>
    </message>
    <message>
        <source>The worker&apos;s ratings are chosen but not kept yet.</source>
        <translation type="unfinished">Mae sgoriau&apos;r gweithiwr wedi&apos;u dewis ond heb eu cadw eto.</translation>
    </message>
    <message>
        <source>The worker declined to rate.</source>
        <translation type="unfinished">Gwrthododd y gweithiwr sgorio.</translation>
    </message>
    <message>
        <source>Kept before the ratings were shown; it stays as it is.</source>
        <translation type="unfinished">Fe&apos;i cadwyd cyn dangos y sgoriau; mae&apos;n aros fel y mae.</translation>
    </message>
    <message>
        <source>No dimension is rated yet. Rate one, or say that they declined.</source>
        <translation type="unfinished">Nid oes dimensiwn wedi&apos;i sgorio eto. Sgoriwch un, neu dywedwch eu bod wedi gwrthod.</translation>
    </message>
    <message>
        <source>Keep these ratings? The coders&apos; ratings are shown then, and they stay.</source>
        <translation type="unfinished">Cadw&apos;r sgoriau hyn? Yna dangosir sgoriau&apos;r codwyr, ac mae&apos;r rhain yn aros.</translation>
    </message>
    <message>
        <source>Did the worker decline to rate? The coders&apos; ratings are shown then.</source>
        <translation type="unfinished">A wrthododd y gweithiwr sgorio? Yna dangosir sgoriau&apos;r codwyr.</translation>
    </message>
</context>
<context>
    <name>PackageChoices</name>
    <message>
        <source>The team: rows by pseudonym</source>
        <translation type="unfinished">Y tîm: rhesi yn ôl ffugenw</translation>
    </message>
    <message>
        <source>Outside: aggregates only</source>
        <translation type="unfinished">Y tu allan: data cyfanredol yn unig</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished">I bwy</translation>
    </message>
    <message>
        <source>Entered in the register of exports</source>
        <translation type="unfinished">Fe&apos;i cofnodir yng nghofrestr yr allforion</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished">Diben</translation>
    </message>
    <message>
        <source>Format {}</source>
        <translation type="unfinished">Fformat {}</translation>
    </message>
    <message>
        <source>With results and figures</source>
        <translation type="unfinished">Gyda chanlyniadau a ffigurau</translation>
    </message>
    <message>
        <source>Tables of results, methods text, scripts that compute them again, figures</source>
        <translation type="unfinished">Tablau canlyniadau, testun y dulliau, sgriptiau sy&apos;n eu cyfrifo eto, ffigurau</translation>
    </message>
    <message>
        <source>With evidence that coders share</source>
        <translation type="unfinished">Gyda thystiolaeth y mae codwyr yn ei rhannu</translation>
    </message>
    <message>
        <source>Words that may identify people are looked for and left out</source>
        <translation type="unfinished">Chwilir am eiriau a all ddangos pwy yw pobl, a&apos;u hepgor</translation>
    </message>
    <message>
        <source>Why words said in sessions are needed</source>
        <translation type="unfinished">Pam mae angen geiriau a ddywedwyd mewn sesiynau</translation>
    </message>
    <message>
        <source>Reason for evidence</source>
        <translation type="unfinished">Rheswm dros dystiolaeth</translation>
    </message>
    <message>
        <source>Consent covers passing on words said in sessions</source>
        <translation type="unfinished">Mae&apos;r cydsyniad yn cynnwys trosglwyddo geiriau a ddywedwyd mewn sesiynau</translation>
    </message>
    <message>
        <source>And as one &amp;zip</source>
        <translation type="unfinished">Ac fel un &amp;zip</translation>
    </message>
    <message>
        <source>Beside the folder, with the same bytes whenever the same files are zipped</source>
        <translation type="unfinished">Wrth ochr y ffolder, gyda&apos;r un beitiau bob tro y caiff yr un ffeiliau eu sipio</translation>
    </message>
    <message>
        <source>CSV for E&amp;xcel</source>
        <translation type="unfinished">CSV ar gyfer E&amp;xcel</translation>
    </message>
    <message>
        <source>With a byte order mark, so that Excel reads letters beyond English. Numbers keep a point and columns a comma.</source>
        <translation type="unfinished">Gyda marc trefn beitiau, fel bod Excel yn darllen llythrennau y tu hwnt i&apos;r Saesneg. Mae rhifau&apos;n cadw pwynt a cholofnau goma.</translation>
    </message>
    <message>
        <source>Exact &amp;dates of sessions</source>
        <translation type="unfinished">&amp;Union ddyddiadau sesiynau</translation>
    </message>
    <message>
        <source>Days since implementation are enough for every analysis. With its date a person who knows a visit can find its row.</source>
        <translation type="unfinished">Mae&apos;r dyddiau ers gweithredu&apos;n ddigon ar gyfer pob dadansoddiad. Gyda&apos;i ddyddiad gall person sy&apos;n gwybod am ymweliad ganfod ei res.</translation>
    </message>
    <message>
        <source>evidence: {}</source>
        <translation type="unfinished">tystiolaeth: {}</translation>
    </message>
    <message>
        <source>For &amp;whom</source>
        <translation type="unfinished">I &amp;bwy</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation type="unfinished">&amp;Diben</translation>
    </message>
    <message>
        <source>CSV, and also</source>
        <translation type="unfinished">CSV, a hefyd</translation>
    </message>
    <message>
        <source>Sessions, ratings and scores with a data dictionary, the codebook and a page that explains every file. For those inside the study’s data agreement.</source>
        <translation type="unfinished">Sesiynau, sgoriau a chanlyniadau gyda geiriadur data, y llyfr codau a thudalen sy&apos;n egluro pob ffeil. I&apos;r rhai sydd o fewn cytundeb data&apos;r astudiaeth.</translation>
    </message>
    <message>
        <source>Means, comparisons and agreement, without rows, ids, dates or words. Cells of fewer than 10 workers are hidden, and what would give them away.</source>
        <translation type="unfinished">Cymedrau, cymariaethau a chytundeb, heb resi, codau adnabod, dyddiadau na geiriau. Cuddir celloedd â llai na 10 gweithiwr, a&apos;r hyn a fyddai&apos;n eu datgelu.</translation>
    </message>
</context>
<context>
    <name>PacketOpening</name>
    <message>
        <source>Open a coding packet</source>
        <translation type="unfinished">Agor pecyn codio</translation>
    </message>
    <message>
        <source>Coding packets (*{})</source>
        <translation type="unfinished">Pecynnau codio (*{})</translation>
    </message>
    <message>
        <source>taking over the sound</source>
        <translation type="unfinished">yn cymryd y sain drosodd</translation>
    </message>
    <message>
        <source>Opening the packet</source>
        <translation type="unfinished">Yn agor y pecyn</translation>
    </message>
</context>
<context>
    <name>Packets</name>
    <message>
        <source>Return of {0} {1}</source>
        <translation type="unfinished">Dychweliad {0} {1}</translation>
    </message>
    <message>
        <source>Return the packet</source>
        <translation type="unfinished">Dychwelyd y pecyn</translation>
    </message>
    <message>
        <source>Returns (*{})</source>
        <translation type="unfinished">Dychweliadau (*{})</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished">1 sesiwn</translation>
    </message>
    <message>
        <source>Codings that were continued in two places: {}. Both versions are kept, and you settle which one counts.</source>
        <translation type="unfinished">Setiau codio y parhawyd â hwy mewn dau le: {}. Cedwir y ddau fersiwn, a chi sy&apos;n setlo pa un sy&apos;n cyfrif.</translation>
    </message>
    <message>
        <source>Keep {0}: {1}, last act {2:%Y-%m-%d %H:%M}, acts of its own: {3}</source>
        <translation>Cadw {0}: {1}, cam olaf {2:%Y-%m-%d %H:%M}, camau ei hun: {3}</translation>
    </message>
    <message>
        <source>Left out, as their sessions are withdrawn or out of use: {}.</source>
        <translation type="unfinished">Hepgorwyd, gan fod eu sesiynau wedi&apos;u tynnu&apos;n ôl neu allan o ddefnydd: {}.</translation>
    </message>
    <message>
        <source>Make a packet</source>
        <translation type="unfinished">Gwneud pecyn</translation>
    </message>
    <message>
        <source>Make the packet…</source>
        <translation type="unfinished">Gwneud y pecyn…</translation>
    </message>
    <message>
        <source>Nothing that is in the study is overwritten.</source>
        <translation type="unfinished">Ni chaiff dim sydd yn yr astudiaeth ei drosysgrifo.</translation>
    </message>
    <message>
        <source>Nothing to take along: every session is submitted or not to be coded.</source>
        <translation type="unfinished">Dim i&apos;w gymryd: mae pob sesiwn wedi&apos;i chyflwyno neu ddim i&apos;w chodio.</translation>
    </message>
    <message>
        <source>One coder&apos;s open sessions in a sealed file: sound, codebook, own drafts. Nothing about workers, offices, dates or others. Tell the passphrase apart from the file.</source>
        <translation type="unfinished">Sesiynau agored un codiwr mewn ffeil wedi&apos;i selio: sain, llyfr codau, ei ddrafftiau ei hun. Dim am weithwyr, swyddfeydd, dyddiadau nac eraill. Rhowch y cyfrinymadrodd ar wahân i&apos;r ffeil.</translation>
    </message>
    <message>
        <source>Open a coding packet</source>
        <translation type="unfinished">Agor pecyn codio</translation>
    </message>
    <message>
        <source>Open the packet</source>
        <translation type="unfinished">Agor y pecyn</translation>
    </message>
    <message>
        <source>Packet {0} of {1}. New events: {2}, in codings: {3}. New concerns: {4}.</source>
        <translation type="unfinished">Pecyn {0} gan {1}. Digwyddiadau newydd: {2}, mewn setiau codio: {3}. Pryderon newydd: {4}.</translation>
    </message>
    <message>
        <source>Packet {0}, codebook {1}, {2}. It becomes an encrypted study folder, in which you code as usual; what you did you return to the lead.</source>
        <translation type="unfinished">Pecyn {0}, llyfr codau {1}, {2}. Daw&apos;n ffolder astudiaeth amgryptiedig, lle&apos;r ydych yn codio fel arfer; rydych yn dychwelyd yr hyn a wnaethoch i&apos;r arweinydd.</translation>
    </message>
    <message>
        <source>This file was merged before, on {:%Y-%m-%d %H:%M}.</source>
        <translation type="unfinished">Cyfunwyd y ffeil hon o&apos;r blaen, ar {:%Y-%m-%d %H:%M}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished">dim</translation>
    </message>
    <message>
        <source>not submitted</source>
        <translation type="unfinished">heb ei gyflwyno</translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished">un</translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished">ar agor</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation type="unfinished">wedi&apos;i gyflwyno</translation>
    </message>
    <message>
        <source>two: to be settled</source>
        <translation type="unfinished">dau: i&apos;w setlo</translation>
    </message>
    <message>
        <source>under 1 MB</source>
        <translation type="unfinished">llai nag 1 MB</translation>
    </message>
    <message>
        <source>{0} not in it: {1}.</source>
        <translation type="unfinished">{0} heb fod ynddo: {1}.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished">{0} o {1}</translation>
    </message>
    <message>
        <source>{:,.0f} MB</source>
        <translation type="unfinished">{:,.0f} MB</translation>
    </message>
    <message>
        <source>{} begun</source>
        <translation type="unfinished">{} wedi&apos;u dechrau</translation>
    </message>
    <message>
        <source>{} of sound</source>
        <translation type="unfinished">{} o sain</translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished">{} o sesiynau</translation>
    </message>
</context>
<context>
    <name>PacketsDialog</name>
    <message>
        <source>Coding packets</source>
        <translation type="unfinished">Pecynnau codio</translation>
    </message>
    <message>
        <source>No packet was made yet.
A packet lets a coder work away from the laboratory, on another computer, without seeing anything but their own sessions.</source>
        <translation type="unfinished">Ni wnaed pecyn eto.
Mae pecyn yn gadael i godiwr weithio i ffwrdd o&apos;r labordy, ar gyfrifiadur arall, heb weld dim ond ei sesiynau ei hun.</translation>
    </message>
    <message>
        <source>&amp;Make a packet…</source>
        <translation type="unfinished">&amp;Gwneud pecyn…</translation>
    </message>
    <message>
        <source>Merge a &amp;return…</source>
        <translation type="unfinished">Cyfuno &amp;dychweliad…</translation>
    </message>
    <message>
        <source>&amp;Settle versions ({})…</source>
        <translation type="unfinished">&amp;Setlo fersiynau ({})…</translation>
    </message>
    <message>
        <source>&amp;Settle versions…</source>
        <translation type="unfinished">&amp;Setlo fersiynau…</translation>
    </message>
    <message>
        <source>Codings that were continued in two places: {}</source>
        <translation type="unfinished">Setiau codio y parhawyd â hwy mewn dau le: {}</translation>
    </message>
    <message>
        <source>Settle versions</source>
        <translation type="unfinished">Setlo fersiynau</translation>
    </message>
    <message>
        <source>sealing sound and codebook</source>
        <translation type="unfinished">yn selio&apos;r sain a&apos;r llyfr codau</translation>
    </message>
    <message>
        <source>Making the packet</source>
        <translation type="unfinished">Yn gwneud y pecyn</translation>
    </message>
    <message>
        <source>Packet {0} was written. Tell the passphrase apart from the file.</source>
        <translation type="unfinished">Ysgrifennwyd pecyn {0}. Rhowch y cyfrinymadrodd ar wahân i&apos;r ffeil.</translation>
    </message>
    <message>
        <source>Merge a return</source>
        <translation type="unfinished">Cyfuno dychweliad</translation>
    </message>
    <message>
        <source>Returns (*.pcreturn)</source>
        <translation type="unfinished">Dychweliadau (*.pcreturn)</translation>
    </message>
    <message>
        <source>A packet holds one coder&apos;s sessions under random codes, and nothing else. What comes back is added event by event; nothing is overwritten.</source>
        <translation type="unfinished">Mae pecyn yn dal sesiynau un codiwr o dan godau hap, a dim arall. Ychwanegir yr hyn a ddaw&apos;n ôl fesul digwyddiad; ni throsysgrifir dim.</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>My sessions</source>
        <translation type="unfinished">Fy sesiynau</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">Dadwneud</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished">Ail-wneud</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation type="unfinished">Cyflwyno…</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation type="unfinished">Y sesiwn nesaf</translation>
    </message>
    <message>
        <source>Compare with the reference</source>
        <translation type="unfinished">Cymharu â&apos;r cyfeirnod</translation>
    </message>
    <message>
        <source>Session {0}</source>
        <translation type="unfinished">Sesiwn {0}</translation>
    </message>
    <message>
        <source>Codebook {0}</source>
        <translation type="unfinished">Llyfr codau {0}</translation>
    </message>
    <message>
        <source>This session has a reference: compare with it</source>
        <translation type="unfinished">Mae gan y sesiwn hon gyfeirnod: cymharwch ag ef</translation>
    </message>
    <message>
        <source>Submitted and locked</source>
        <translation type="unfinished">Wedi&apos;i gyflwyno a&apos;i gloi</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished">Darllen yn unig</translation>
    </message>
    <message>
        <source>All changes saved {0}</source>
        <translation type="unfinished">Pob newid wedi&apos;i gadw {0}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished">Cadwyd {0}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished">Heb ei gadw</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation type="unfinished">Dim i&apos;w gadw eto</translation>
    </message>
    <message>
        <source>Whole recording, {0}</source>
        <translation type="unfinished">Y recordiad cyfan, {0}</translation>
    </message>
    <message>
        <source>Segment {0} to {1} of {2}</source>
        <translation type="unfinished">Segment {0} i {1} o {2}</translation>
    </message>
</context>
<context>
    <name>PageRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished">Tudalennau</translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Dechrau</translation>
    </message>
    <message>
        <source>Reports
&amp; export</source>
        <translation type="unfinished">Adroddiadau
ac allforio</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>Pairs of coders</source>
        <translation type="unfinished">Parau o godwyr</translation>
    </message>
    <message>
        <source>Two coders</source>
        <translation type="unfinished">Dau godiwr</translation>
    </message>
</context>
<context>
    <name>PanelHeading</name>
    <message>
        <source>Float or dock {0}</source>
        <translation type="unfinished">Arnofio neu ddocio {0}</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation type="unfinished">Cau {0}</translation>
    </message>
</context>
<context>
    <name>PassphraseChoice</name>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished">Cyfrinymadrodd newydd</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation type="unfinished">Y cyfrinymadrodd eto</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation type="unfinished">Cyfrinymadrodd &amp;newydd</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished">&amp;Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation type="unfinished">E&amp;to</translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation type="unfinished">Dewiswch gyfrinymadrodd.</translation>
    </message>
    <message>
        <source>Type the passphrase again.</source>
        <translation type="unfinished">Teipiwch y cyfrinymadrodd eto.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished">Nid yw&apos;r ddau gyfrinymadrodd yr un fath.</translation>
    </message>
    <message>
        <source>At least {0} characters. Four or five words that do not belong together are easy to keep and hard to guess.</source>
        <translation type="unfinished">O leiaf {0} o nodau. Mae pedwar neu bum gair nad ydynt yn perthyn i&apos;w gilydd yn hawdd eu cofio ac yn anodd eu dyfalu.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>{0} is locked</source>
        <translation type="unfinished">Mae {0} dan glo</translation>
    </message>
    <message>
        <source>{0} is encrypted</source>
        <translation type="unfinished">Mae {0} wedi&apos;i hamgryptio</translation>
    </message>
    <message>
        <source>Your work is saved. Enter the passphrase to go on where you were.</source>
        <translation type="unfinished">Mae eich gwaith wedi&apos;i gadw. Rhowch y cyfrinymadrodd i barhau o&apos;r lle yr oeddech.</translation>
    </message>
    <message>
        <source>Enter the passphrase to open the study.</source>
        <translation type="unfinished">Rhowch y cyfrinymadrodd i agor yr astudiaeth.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished">Datgloi</translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">Agor</translation>
    </message>
    <message>
        <source>Your work is saved. Enter the recovery code to go on where you were.</source>
        <translation>Mae eich gwaith wedi&apos;i gadw. Rhowch y cod adfer i barhau o&apos;r lle yr oeddech.</translation>
    </message>
    <message>
        <source>Enter the recovery code to open the study.</source>
        <translation>Rhowch y cod adfer i agor yr astudiaeth.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>&amp;Remember it in this computer&apos;s keyring</source>
        <translation type="unfinished">Ei &amp;gofio yng nghylch allweddi&apos;r cyfrifiadur hwn</translation>
    </message>
    <message>
        <source>Whoever is logged in on this computer can then open the study.</source>
        <translation type="unfinished">Yna gall pwy bynnag sydd wedi mewngofnodi ar y cyfrifiadur hwn agor yr astudiaeth.</translation>
    </message>
    <message>
        <source>An older version made this study. It is backed up and upgraded…</source>
        <translation type="unfinished">Fersiwn hŷn a wnaeth yr astudiaeth hon. Gwneir copi wrth gefn ohoni ac fe&apos;i huwchraddir…</translation>
    </message>
    <message>
        <source>This is not the recovery code of the study. Compare it letter by letter.</source>
        <translation type="unfinished">Nid dyma god adfer yr astudiaeth. Cymharwch ef fesul llythyren.</translation>
    </message>
    <message>
        <source>This passphrase does not open the study. Type it again.</source>
        <translation type="unfinished">Nid yw&apos;r cyfrinymadrodd hwn yn agor yr astudiaeth. Teipiwch ef eto.</translation>
    </message>
    <message>
        <source>Opening the study…</source>
        <translation type="unfinished">Yn agor yr astudiaeth…</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished">Cod adfer</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation type="unfinished">Cod &amp;adfer</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished">&amp;Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation type="unfinished">Defnyddio&apos;r cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation type="unfinished">Defnyddio&apos;r cod adfer</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation type="unfinished">Mae&apos;n ymddangos bod Caps Lock ymlaen.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Cuddio</translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished">Dangos</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Pages of the report</source>
        <translation type="unfinished">Tudalennau&apos;r adroddiad</translation>
    </message>
    <message>
        <source>The PDF itself is tagged for screen readers; save it to read it there.</source>
        <translation type="unfinished">Mae&apos;r PDF ei hun wedi&apos;i dagio ar gyfer darllenwyr sgrin; cadwch ef i&apos;w ddarllen yno.</translation>
    </message>
    <message>
        <source>Building the pages…</source>
        <translation type="unfinished">Yn adeiladu&apos;r tudalennau…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished">Chwyddo</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished">Lleihau</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation type="unfinished">Ffitio&apos;r lled</translation>
    </message>
</context>
<context>
    <name>PedalEditor</name>
    <message>
        <source>Forget</source>
        <translation type="unfinished">Anghofio</translation>
    </message>
    <message>
        <source>Forget the pedal for {0}</source>
        <translation type="unfinished">Anghofio&apos;r pedal ar gyfer {0}</translation>
    </message>
    <message>
        <source>Play while the pedal is held; resuming steps back</source>
        <translation type="unfinished">Chwarae tra bod y pedal i lawr; mae ailddechrau&apos;n camu&apos;n ôl</translation>
    </message>
    <message>
        <source>Each press plays or pauses</source>
        <translation type="unfinished">Mae pob gwasgiad yn chwarae neu&apos;n oedi</translation>
    </message>
    <message>
        <source>Pedal for {0}</source>
        <translation type="unfinished">Pedal ar gyfer {0}</translation>
    </message>
    <message>
        <source>Press the pedal now</source>
        <translation type="unfinished">Pwyswch y pedal nawr</translation>
    </message>
    <message>
        <source>The pedal sends {0}, which is needed for typing or moving about. Have its own program send F13 to F24 instead.</source>
        <translation type="unfinished">Mae&apos;r pedal yn anfon {0}, y mae ei hangen i deipio neu symud o gwmpas. Gosodwch ei raglen ei hun i anfon F13 i F24 yn lle hynny.</translation>
    </message>
    <message>
        <source>{0} is also the key of {1}. On the coding page the pedal goes first.</source>
        <translation type="unfinished">{0} hefyd yw bysell {1}. Ar y dudalen godio mae&apos;r pedal yn mynd yn gyntaf.</translation>
    </message>
    <message>
        <source> and of </source>
        <translation type="unfinished"> ac ar gyfer </translation>
    </message>
    <message>
        <source>A pedal that works as a keyboard only has to be pressed here. Set it to send F13 to F24 if you can: no other program uses these keys.</source>
        <translation type="unfinished">Dim ond ei wasgu yma sydd ei angen ar bedal sy&apos;n gweithio fel bysellfwrdd. Gosodwch ef i anfon F13 i F24 os gallwch: nid oes rhaglen arall yn defnyddio&apos;r bysellau hyn.</translation>
    </message>
</context>
<context>
    <name>PedalPreferences</name>
    <message>
        <source>Pedals</source>
        <translation type="unfinished">Pedalau</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>People</source>
        <translation type="unfinished">Pobl</translation>
    </message>
    <message>
        <source>Change &amp;roles…</source>
        <translation type="unfinished">Newid &amp;rolau…</translation>
    </message>
    <message>
        <source>R&amp;ecord…</source>
        <translation type="unfinished">C&amp;ofnod…</translation>
    </message>
    <message>
        <source>Who was given which right, when, by whom and why</source>
        <translation type="unfinished">Pwy gafodd ba hawl, pryd, gan bwy a pham</translation>
    </message>
    <message>
        <source>&amp;Passphrases…</source>
        <translation type="unfinished">&amp;Cyfrinymadroddion…</translation>
    </message>
    <message>
        <source>Code, no name</source>
        <translation type="unfinished">Cod, dim enw</translation>
    </message>
    <message>
        <source>Code of the new person</source>
        <translation type="unfinished">Cod y person newydd</translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished">Ychwanegu</translation>
    </message>
    <message>
        <source>{} was added.</source>
        <translation type="unfinished">Ychwanegwyd {}.</translation>
    </message>
    <message>
        <source>The roles of {} were changed.</source>
        <translation type="unfinished">Newidiwyd rolau {}.</translation>
    </message>
    <message>
        <source>Everyone works under a code. Who stands behind it is kept outside the study.</source>
        <translation type="unfinished">Mae pawb yn gweithio o dan god. Cedwir pwy sydd y tu ôl iddo y tu allan i&apos;r astudiaeth.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished">Ychwanegu person</translation>
    </message>
</context>
<context>
    <name>PeriodPanel</name>
    <message>
        <source>Means by office and period</source>
        <translation type="unfinished">Cymedrau yn ôl swyddfa a chyfnod amser</translation>
    </message>
    <message>
        <source>Phase against days</source>
        <translation type="unfinished">Cyfnod yn erbyn diwrnodau</translation>
    </message>
    <message>
        <source>Phase and days go together in every session.</source>
        <translation type="unfinished">Mae&apos;r cyfnod a&apos;r diwrnodau&apos;n cyd-fynd ym mhob sesiwn.</translation>
    </message>
    <message>
        <source>Mean (n) by office and period</source>
        <translation type="unfinished">Cymedr (n) yn ôl swyddfa a chyfnod amser</translation>
    </message>
    <message>
        <source>Sessions whose phase does not go with their days</source>
        <translation type="unfinished">Sesiynau nad yw eu cyfnod yn cyd-fynd â&apos;u diwrnodau</translation>
    </message>
    <message>
        <source>{}: means by office and period of days since implementation.</source>
        <translation type="unfinished">{}: cymedrau yn ôl swyddfa a chyfnod o ddyddiau ers gweithredu.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan coding</source>
        <translation type="unfinished">Cynllunio codio</translation>
    </message>
    <message>
        <source>Carry out plan</source>
        <translation type="unfinished">Gweithredu&apos;r cynllun</translation>
    </message>
    <message>
        <source>What the plan does</source>
        <translation type="unfinished">Yr hyn y mae&apos;r cynllun yn ei wneud</translation>
    </message>
    <message>
        <source>Before you carry it out</source>
        <translation type="unfinished">Cyn i chi ei weithredu</translation>
    </message>
    <message>
        <source>Sessions for each coder</source>
        <translation type="unfinished">Sesiynau i bob codiwr</translation>
    </message>
    <message>
        <source>Sessions in each group</source>
        <translation type="unfinished">Sesiynau ym mhob grŵp</translation>
    </message>
    <message>
        <source>Agreement to expect</source>
        <translation type="unfinished">Y cytundeb i&apos;w ddisgwyl</translation>
    </message>
    <message>
        <source>Nothing to carry out yet</source>
        <translation type="unfinished">Dim i&apos;w weithredu eto</translation>
    </message>
    <message>
        <source>Seed {}. It is kept with the plan; the same choices draw the same.</source>
        <translation type="unfinished">Hedyn {}. Cedwir ef gyda&apos;r cynllun; mae&apos;r un dewisiadau&apos;n tynnu&apos;r un peth.</translation>
    </message>
    <message>
        <source>Too few sessions coded twice to say how sure agreement will be.</source>
        <translation type="unfinished">Rhy ychydig o sesiynau wedi&apos;u codio ddwywaith i ddweud pa mor sicr fydd y cytundeb.</translation>
    </message>
    <message>
        <source>width {}</source>
        <translation type="unfinished">lled {}</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Sessions to plan</source>
        <translation type="unfinished">Sesiynau i&apos;w cynllunio</translation>
    </message>
    <message>
        <source>All that nobody has</source>
        <translation type="unfinished">Pob un nad oes neb yn ei chodio</translation>
    </message>
    <message>
        <source>The {} selected</source>
        <translation type="unfinished">Y {} a ddewiswyd</translation>
    </message>
    <message>
        <source>The selected session</source>
        <translation type="unfinished">Y sesiwn a ddewiswyd</translation>
    </message>
    <message>
        <source>Share of double coding in percent</source>
        <translation type="unfinished">Cyfran y codio dwbl mewn canran</translation>
    </message>
    <message>
        <source>Coders of a double-coded session</source>
        <translation type="unfinished">Codwyr sesiwn sy&apos;n cael ei chodio ddwywaith</translation>
    </message>
    <message>
        <source>Agreement of one coder, ICC(A,1), that you expect; the planner starts from it</source>
        <translation type="unfinished">Cytundeb un codiwr, ICC(A,1), yr ydych yn ei ddisgwyl; mae&apos;r cynlluniwr yn dechrau ohono</translation>
    </message>
    <message>
        <source>Expected agreement</source>
        <translation type="unfinished">Cytundeb disgwyliedig</translation>
    </message>
    <message>
        <source>all by that day</source>
        <translation type="unfinished">pob un erbyn y diwrnod hwnnw</translation>
    </message>
    <message>
        <source> a week</source>
        <translation type="unfinished"> yr wythnos</translation>
    </message>
    <message>
        <source>Sessions of each coder due in a week</source>
        <translation type="unfinished">Sesiynau pob codiwr sydd i&apos;w cyflwyno mewn wythnos</translation>
    </message>
    <message>
        <source>0: all by the day named; else so many by that day, and as many each week</source>
        <translation type="unfinished">0: pob un erbyn y diwrnod a enwir; fel arall, cynifer â hyn erbyn y diwrnod hwnnw, a&apos;r un nifer bob wythnos</translation>
    </message>
    <message>
        <source>{} – certified</source>
        <translation type="unfinished">{} – wedi&apos;i ardystio</translation>
    </message>
    <message>
        <source>Coder {}</source>
        <translation type="unfinished">Codiwr {}</translation>
    </message>
    <message>
        <source>Se&amp;ssions</source>
        <translation type="unfinished">Se&amp;siynau</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>&amp;Double coding</source>
        <translation type="unfinished">Codio &amp;dwbl</translation>
    </message>
    <message>
        <source>&amp;By how many</source>
        <translation type="unfinished">&amp;Gan faint</translation>
    </message>
    <message>
        <source>Balanced over</source>
        <translation type="unfinished">Wedi&apos;i gydbwyso dros</translation>
    </message>
    <message>
        <source>&amp;Expected agreement</source>
        <translation type="unfinished">Cyt&amp;undeb disgwyliedig</translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished">Erbyn</translation>
    </message>
    <message>
        <source>&amp;Pace of each</source>
        <translation type="unfinished">&amp;Cyflymder pob un</translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished">Arall</translation>
    </message>
    <message>
        <source>Other seed</source>
        <translation type="unfinished">Hedyn arall</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation type="unfinished">H&amp;edyn</translation>
    </message>
</context>
<context>
    <name>PlannerPanel</name>
    <message>
        <source>Expected agreement, ICC</source>
        <translation type="unfinished">Cytundeb disgwyliedig, ICC</translation>
    </message>
    <message>
        <source>Coders per session</source>
        <translation type="unfinished">Codwyr fesul sesiwn</translation>
    </message>
    <message>
        <source>Sessions for an interval as &amp;wide as</source>
        <translation type="unfinished">Sesiynau ar gyfer cyfwng mor &amp;llydan â</translation>
    </message>
    <message>
        <source>Width of the interval with &amp;sessions</source>
        <translation type="unfinished">Lled y cyfwng gyda &amp;sesiynau</translation>
    </message>
    <message>
        <source>Width of the interval</source>
        <translation type="unfinished">Lled y cyfwng</translation>
    </message>
    <message>
        <source>Sessions coded by every coder</source>
        <translation type="unfinished">Sesiynau sy&apos;n cael eu codio gan bob codiwr</translation>
    </message>
    <message>
        <source>Plans by number of coders</source>
        <translation type="unfinished">Cynlluniau yn ôl nifer y codwyr</translation>
    </message>
    <message>
        <source>Expected &amp;agreement of one coder, ICC</source>
        <translation type="unfinished">&amp;Cytundeb disgwyliedig un codiwr, ICC</translation>
    </message>
    <message>
        <source>&amp;Coders per session</source>
        <translation type="unfinished">C&amp;odwyr fesul sesiwn</translation>
    </message>
    <message>
        <source>{} sessions are too few to tell how wide the interval will be.</source>
        <translation type="unfinished">Mae {} o sesiynau&apos;n rhy ychydig i ddweud pa mor llydan fydd y cyfwng.</translation>
    </message>
</context>
<context>
    <name>PointEditor</name>
    <message>
        <source>You asked, you said, you came back to…</source>
        <translation type="unfinished">Gofynnoch chi, dywedoch chi, daethoch yn ôl at…</translation>
    </message>
    <message>
        <source>One behaviour to build, not a fault</source>
        <translation type="unfinished">Un ymddygiad i&apos;w ddatblygu, nid bai</translation>
    </message>
    <message>
        <source>{}: wording</source>
        <translation type="unfinished">{}: geiriad</translation>
    </message>
    <message>
        <source>no dimension</source>
        <translation type="unfinished">dim dimensiwn</translation>
    </message>
    <message>
        <source>{}: dimension</source>
        <translation type="unfinished">{}: dimensiwn</translation>
    </message>
    <message>
        <source>{}: moments</source>
        <translation type="unfinished">{}: momentau</translation>
    </message>
    <message>
        <source>One concrete act, such as one reflection more</source>
        <translation type="unfinished">Un weithred bendant, megis un adlewyrchiad yn fwy</translation>
    </message>
    <message>
        <source>{}: what to try</source>
        <translation type="unfinished">{}: beth i roi cynnig arno</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished">Geiriad</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation type="unfinished">Momentau</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished">Dimensiwn</translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished">Rhoi cynnig ar</translation>
    </message>
    <message>
        <source>one word</source>
        <translation type="unfinished">un gair</translation>
    </message>
    <message>
        <source>{} words</source>
        <translation type="unfinished">{} gair</translation>
    </message>
</context>
<context>
    <name>PointsStep</name>
    <message>
        <source>Start from the proposals</source>
        <translation type="unfinished">Dechrau o&apos;r awgrymiadau</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Step back and forward</source>
        <translation type="unfinished">Cam yn ôl ac ymlaen</translation>
    </message>
    <message>
        <source>How far Back and Forward go.</source>
        <translation type="unfinished">Pa mor bell y mae Yn ôl ac Ymlaen yn mynd.</translation>
    </message>
    <message>
        <source>Small step</source>
        <translation type="unfinished">Cam bach</translation>
    </message>
    <message>
        <source>With Shift and an arrow, in the listening area.</source>
        <translation type="unfinished">Gyda Shift a saeth, yn yr ardal wrando.</translation>
    </message>
    <message>
        <source>Fine step</source>
        <translation type="unfinished">Cam mân</translation>
    </message>
    <message>
        <source>With comma and full stop, in the listening area.</source>
        <translation type="unfinished">Gyda choma ac atalnod llawn, yn yr ardal wrando.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished">Ailchwarae</translation>
    </message>
    <message>
        <source>How much Replay plays again.</source>
        <translation type="unfinished">Faint y mae Ailchwarae yn ei chwarae eto.</translation>
    </message>
    <message>
        <source>Step back on resuming</source>
        <translation type="unfinished">Cam yn ôl wrth ailddechrau</translation>
    </message>
    <message>
        <source>After a pause playing begins this much earlier.</source>
        <translation type="unfinished">Ar ôl oedi mae&apos;r chwarae&apos;n dechrau hyn yn gynharach.</translation>
    </message>
    <message>
        <source>Evidence set back by</source>
        <translation type="unfinished">Symud tystiolaeth yn ôl</translation>
    </message>
    <message>
        <source>Evidence begins this much before the key was pressed, as one hears before one acts.</source>
        <translation type="unfinished">Mae tystiolaeth yn dechrau hyn cyn pwyso&apos;r fysell, gan fod rhywun yn clywed cyn gweithredu.</translation>
    </message>
    <message>
        <source>Played of a skipped silence</source>
        <translation type="unfinished">Faint o dawelwch a neidir a chwaraeir</translation>
    </message>
    <message>
        <source>The end of a silence is played, so that no first sound is cut.</source>
        <translation type="unfinished">Chwaraeir diwedd tawelwch, fel na chollir sain gyntaf.</translation>
    </message>
    <message>
        <source>Second speed</source>
        <translation type="unfinished">Ail gyflymder</translation>
    </message>
    <message>
        <source>The speed that one key changes to and back from.</source>
        <translation type="unfinished">Y cyflymder y mae un fysell yn newid iddo ac yn ôl.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished">Lefel sain</translation>
    </message>
    <message>
        <source>At 0% nothing sounds, and nothing counts as heard.</source>
        <translation type="unfinished">Ar 0% nid oes dim i&apos;w glywed, ac nid oes dim yn cyfrif fel wedi&apos;i glywed.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished">Lliwiau</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished">Cyferbyniad</translation>
    </message>
    <message>
        <source>Strong: text at 7:1 and marks at 4.5:1 or more, with thicker edges.</source>
        <translation type="unfinished">Cryf: testun ar 7:1 a marciau ar 4.5:1 neu fwy, gydag ymylon mwy trwchus.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished">Maint testun</translation>
    </message>
    <message>
        <source>Of the system&apos;s text size; also Ctrl+Plus.</source>
        <translation type="unfinished">O faint testun y system; hefyd Ctrl+Plus.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished">Symudiad</translation>
    </message>
    <message>
        <source>Reduced: nothing moves or blinks by itself, apart from the playhead.</source>
        <translation type="unfinished">Llai: nid oes dim yn symud nac yn fflachio ohono&apos;i hun, heblaw&apos;r pen chwarae.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">Iaith</translation>
    </message>
    <message>
        <source>Takes effect at the next start. What is written to files is the same in all.</source>
        <translation type="unfinished">Daw i rym y tro nesaf y dechreuir y rhaglen. Mae&apos;r hyn a ysgrifennir i ffeiliau yr un fath ym mhob iaith.</translation>
    </message>
    <message>
        <source>Lock an encrypted study after</source>
        <translation type="unfinished">Cloi astudiaeth amgryptiedig ar ôl</translation>
    </message>
    <message>
        <source>When nothing was pressed or moved for so long; while sound plays the study stays open. Lock now, sleep and, on Linux, the lock of the screen lock it at once.</source>
        <translation type="unfinished">Pan na fydd dim wedi&apos;i bwyso na&apos;i symud am gyhyd; tra bo sain yn chwarae mae&apos;r astudiaeth yn aros ar agor. Mae Cloi ar unwaith, cwsg ac, ar Linux, cloi&apos;r sgrin yn ei chloi&apos;n syth.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished">Fel y system</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished">Cryf</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation type="unfinished">Arferol</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation type="unfinished">Llai</translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished">Llawn</translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished">Golau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished">Tywyll</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished">Dewisiadau</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation type="unfinished">Tudalennau&apos;r dewisiadau</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation type="unfinished">Ailosod y dudalen hon</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">Iawn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Canslo</translation>
    </message>
    <message>
        <source>{0} as practicecoder comes</source>
        <translation type="unfinished">{0} fel y daw practicecoder</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished">Rhagosodiad</translation>
    </message>
    <message>
        <source>Use this preset</source>
        <translation type="unfinished">Defnyddio&apos;r rhagosodiad hwn</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation type="unfinished">Bysellau fel yn</translation>
    </message>
    <message>
        <source>Also set its {0}</source>
        <translation type="unfinished">Gosod hefyd ei {0}</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished">{0} o broblemau</translation>
    </message>
    <message>
        <source>It cannot be imported like this. Nothing was changed.</source>
        <translation type="unfinished">Ni ellir ei mewnforio fel hyn. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>The preview is being made…</source>
        <translation type="unfinished">Mae&apos;r rhagolwg yn cael ei wneud…</translation>
    </message>
    <message>
        <source>Import waits: {0} to be settled. Nothing was changed.</source>
        <translation type="unfinished">Mae&apos;r mewnforio&apos;n aros: {0} i&apos;w datrys. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>1 problem is</source>
        <translation type="unfinished">mae 1 broblem</translation>
    </message>
    <message>
        <source>{0} problems are</source>
        <translation type="unfinished">mae {0} o broblemau</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>Rows as they would be stored</source>
        <translation type="unfinished">Rhesi fel y byddent yn cael eu storio</translation>
    </message>
    <message>
        <source>Problems of the table</source>
        <translation type="unfinished">Problemau&apos;r tabl</translation>
    </message>
    <message>
        <source>{0} rows, as they would be stored</source>
        <translation type="unfinished">{0} o resi, fel y byddent yn cael eu storio</translation>
    </message>
    <message>
        <source>{0}; the first {1} are shown</source>
        <translation type="unfinished">{0}; dangosir y {1} cyntaf</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>1 problem</source>
        <translation type="unfinished">1 broblem</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished">{0} o broblemau</translation>
    </message>
</context>
<context>
    <name>ProtectionActs</name>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished">Heb ei amgryptio</translation>
    </message>
    <message>
        <source>Whoever gets at this computer&apos;s disk can read this study.</source>
        <translation type="unfinished">Gall pwy bynnag sy&apos;n cael gafael ar ddisg y cyfrifiadur hwn ddarllen yr astudiaeth hon.</translation>
    </message>
    <message>
        <source>Its recordings and ratings lie on the disk as they are. If the whole disk is encrypted (BitLocker, FileVault, LUKS), they are safe while the computer is switched off.

An encrypted study asks for a passphrase, is locked when nobody is there, and tells nothing to whoever finds a copy of its folder. A lead can encrypt it: Study &gt; Encrypt this study…</source>
        <translation type="unfinished">Mae ei recordiadau a&apos;i sgoriau ar y ddisg fel y maent. Os yw&apos;r ddisg gyfan wedi&apos;i hamgryptio (BitLocker, FileVault, LUKS), maent yn ddiogel tra bo&apos;r cyfrifiadur wedi&apos;i ddiffodd.

Mae astudiaeth amgryptiedig yn gofyn am gyfrinymadrodd, caiff ei chloi pan nad oes neb yno, ac nid yw&apos;n dweud dim wrth bwy bynnag sy&apos;n dod o hyd i gopi o&apos;i ffolder. Gall arweinydd ei hamgryptio: Astudiaeth &gt; Amgryptio&apos;r astudiaeth hon…</translation>
    </message>
    <message>
        <source>Encrypting the study</source>
        <translation type="unfinished">Yn amgryptio&apos;r astudiaeth</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation type="unfinished">Mae&apos;r cyfrinymadrodd wedi&apos;i newid.</translation>
    </message>
</context>
<context>
    <name>ProtectionPreferences</name>
    <message>
        <source>Protection</source>
        <translation type="unfinished">Diogelu</translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"> mun</translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished">byth</translation>
    </message>
</context>
<context>
    <name>ProvingDialog</name>
    <message>
        <source>Present passphrase or recovery code</source>
        <translation type="unfinished">Cyfrinymadrodd presennol neu god adfer</translation>
    </message>
    <message>
        <source>Pr&amp;esent passphrase</source>
        <translation type="unfinished">Cyfrinymadrodd pr&amp;esennol</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished">Yn gweithio…</translation>
    </message>
</context>
<context>
    <name>PublishedPanel</name>
    <message>
        <source>Cautions</source>
        <translation type="unfinished">Rhybuddion</translation>
    </message>
    <message>
        <source>Save set…</source>
        <translation type="unfinished">Cadw&apos;r set…</translation>
    </message>
    <message>
        <source>Word file, tables as CSV, figures with their data and texts, in one folder</source>
        <translation type="unfinished">Ffeil Word, tablau fel CSV, ffigurau gyda&apos;u data a&apos;u testunau, mewn un ffolder</translation>
    </message>
    <message>
        <source>Methods and results</source>
        <translation type="unfinished">Dulliau a chanlyniadau</translation>
    </message>
    <message>
        <source>Table {0}. {1}</source>
        <translation type="unfinished">Tabl {0}. {1}</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation type="unfinished">&amp;Dewis y cyfan</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation type="unfinished">Camu i &amp;fyny</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation type="unfinished">Camu i &amp;lawr</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished">&amp;Dewis</translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation type="unfinished">&amp;Enw&apos;r ffeil:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished">&amp;Agor</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished">&amp;Cadw</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation type="unfinished">Pob ffeil (*)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Yn ôl</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished">Cyfrifiadur</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation type="unfinished">Creu ffolder newydd</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation type="unfinished">Golwg manwl</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation type="unfinished">Cyfeiriadur:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation type="unfinished">E&amp;nw&apos;r ffeil:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation type="unfinished">Ffeiliau o&apos;r math:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation type="unfinished">Canfod cyfeiriadur</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished">Ymlaen</translation>
    </message>
    <message>
        <source>List View</source>
        <translation type="unfinished">Golwg rhestr</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation type="unfinished">Edrych yn:</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation type="unfinished">Cyfeiriadur uwch</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Copïo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished">&amp;Gludo</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Ail-wneud</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Dadwneud</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished">&amp;Torri</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished">Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished">Dewis y cyfan</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation type="unfinished">&amp;Na</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation type="unfinished">&amp;Ie</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation type="unfinished">Erthylu</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished">Gosod</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Canslo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Cau</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished">Hepgor newidiadau</translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished">Cymorth</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished">Anwybyddu</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation type="unfinished">Na i&apos;r &amp;cyfan</translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished">Iawn</translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">Agor</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished">Ailosod</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation type="unfinished">Adfer rhagosodiadau</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished">Ceisio eto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Cadw</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation type="unfinished">Cadw&apos;r cyfan</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation type="unfinished">Ie i&apos;r &amp;cyfan</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished">&amp;Copïo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished">&amp;Gludo</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished">&amp;Ail-wneud</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished">&amp;Dadwneud</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation type="unfinished">Copïo lleoliad y &amp;ddolen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished">&amp;Torri</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished">Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished">Dewis y cyfan</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>not answered</source>
        <translation type="unfinished">heb ei ateb</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished">Clirio</translation>
    </message>
    <message>
        <source>Take the answer back (Delete)</source>
        <translation type="unfinished">Tynnu&apos;r ateb yn ôl (Delete)</translation>
    </message>
    <message>
        <source>Clear the answer to: {0}</source>
        <translation type="unfinished">Clirio&apos;r ateb i: {0}</translation>
    </message>
</context>
<context>
    <name>QuestionsPart</name>
    <message>
        <source>Questions</source>
        <translation type="unfinished">Cwestiynau</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished">1 rhes</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation type="unfinished">{0} o resi</translation>
    </message>
    <message>
        <source>“{0}” in {1} ({2})</source>
        <translation type="unfinished">“{0}” yn {1} ({2})</translation>
    </message>
    <message>
        <source>Say what it means…</source>
        <translation type="unfinished">Dywedwch beth mae&apos;n ei olygu…</translation>
    </message>
    <message>
        <source>{0} (likely)</source>
        <translation type="unfinished">{0} (tebygol)</translation>
    </message>
    <message>
        <source>As can be seen</source>
        <translation type="unfinished">Fel y gellir gweld</translation>
    </message>
    <message>
        <source>The day comes first</source>
        <translation type="unfinished">Y diwrnod sy&apos;n dod gyntaf</translation>
    </message>
    <message>
        <source>The month comes first</source>
        <translation type="unfinished">Y mis sy&apos;n dod gyntaf</translation>
    </message>
    <message>
        <source>Days such as 03.11.2015</source>
        <translation type="unfinished">Diwrnodau megis 03.11.2015</translation>
    </message>
    <message>
        <source>Code of the coder “{0}”</source>
        <translation type="unfinished">Cod y codiwr “{0}”</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>open here</source>
        <translation type="unfinished">ar agor yma</translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation type="unfinished">penderfynwyd ar {0} o {1}</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>My queue</source>
        <translation type="unfinished">Fy nghiw</translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished">Erbyn</translation>
    </message>
    <message>
        <source>Own progress</source>
        <translation type="unfinished">Fy nghynnydd</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Nesaf</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation type="unfinished">Y sesiwn nesaf</translation>
    </message>
    <message>
        <source>{0} of {1} submitted</source>
        <translation type="unfinished">{0} o {1} wedi&apos;u cyflwyno</translation>
    </message>
    <message>
        <source>1 other overdue</source>
        <translation type="unfinished">1 arall yn hwyr</translation>
    </message>
    <message>
        <source>{} others overdue</source>
        <translation type="unfinished">{} arall yn hwyr</translation>
    </message>
    <message>
        <source>Nothing is in your queue yet.
The lead assigns sessions; they appear here in random order, under random codes.</source>
        <translation type="unfinished">Nid oes dim yn eich ciw eto.
Yr arweinydd sy&apos;n rhoi sesiynau; maent yn ymddangos yma mewn trefn ar hap, o dan godau hap.</translation>
    </message>
    <message>
        <source>Code this session</source>
        <translation type="unfinished">Codio&apos;r sesiwn hon</translation>
    </message>
    <message>
        <source>&amp;Return the packet…</source>
        <translation type="unfinished">&amp;Dychwelyd y pecyn…</translation>
    </message>
    <message>
        <source>What you did so far, in a file for the lead; as often as you like</source>
        <translation type="unfinished">Yr hyn a wnaethoch hyd yn hyn, mewn ffeil i&apos;r arweinydd; mor aml ag y mynnwch</translation>
    </message>
    <message>
        <source>Keys while coding</source>
        <translation type="unfinished">Bysellau wrth godio</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation type="unfinished">chwarae neu oedi</translation>
    </message>
    <message>
        <source>last 10 seconds again</source>
        <translation type="unfinished">y 10 eiliad olaf eto</translation>
    </message>
    <message>
        <source>evidence at this moment</source>
        <translation type="unfinished">tystiolaeth ar y foment hon</translation>
    </message>
    <message>
        <source>next card not yet rated</source>
        <translation type="unfinished">y cerdyn nesaf heb ei sgorio eto</translation>
    </message>
    <message>
        <source>all shortcuts</source>
        <translation type="unfinished">pob llwybr byr</translation>
    </message>
    <message>
        <source>Made-up study</source>
        <translation type="unfinished">Astudiaeth ffug</translation>
    </message>
    <message>
        <source>Choose a lead under “I am” to see all sessions, reliability, analysis and reports.</source>
        <translation type="unfinished">Dewiswch arweinydd o dan “Fi yw” i weld pob sesiwn, dibynadwyedd, dadansoddi ac adroddiadau.</translation>
    </message>
    <message>
        <source>All done</source>
        <translation type="unfinished">Popeth wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>Every session in your queue is submitted.</source>
        <translation type="unfinished">Mae pob sesiwn yn eich ciw wedi&apos;i chyflwyno.</translation>
    </message>
    <message>
        <source>Nothing is assigned to you yet.</source>
        <translation type="unfinished">Nid oes dim wedi&apos;i roi i chi eto.</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished">Ar y gweill</translation>
    </message>
    <message>
        <source>Go on coding</source>
        <translation type="unfinished">Dal i godio</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>not applicable</source>
        <translation type="unfinished">amherthnasol</translation>
    </message>
    <message>
        <source>not yet rated</source>
        <translation type="unfinished">heb ei sgorio eto</translation>
    </message>
    <message>
        <source>rated {0}</source>
        <translation type="unfinished">sgoriwyd {0}</translation>
    </message>
    <message>
        <source>{0}, unsure</source>
        <translation type="unfinished">{0}, ansicr</translation>
    </message>
</context>
<context>
    <name>RatingCard</name>
    <message>
        <source>{0} is no level of this scale.</source>
        <translation type="unfinished">Nid yw {0} yn lefel o&apos;r raddfa hon.</translation>
    </message>
    <message>
        <source>{0} … Enter, or go on typing</source>
        <translation type="unfinished">{0} … Enter, neu daliwch ati i deipio</translation>
    </message>
    <message>
        <source>evidence: {0} of {1}</source>
        <translation type="unfinished">tystiolaeth: {0} o {1}</translation>
    </message>
    <message>
        <source>evidence: {0}</source>
        <translation type="unfinished">tystiolaeth: {0}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished">dim eto</translation>
    </message>
    <message>
        <source>This follows from the answer to “{0}”</source>
        <translation type="unfinished">Mae hyn yn dilyn o&apos;r ateb i “{0}”</translation>
    </message>
    <message>
        <source>Codebook page of {0} (F1)</source>
        <translation type="unfinished">Tudalen llyfr codau {0} (F1)</translation>
    </message>
    <message>
        <source>Codebook page of {0}</source>
        <translation type="unfinished">Tudalen llyfr codau {0}</translation>
    </message>
    <message>
        <source>Not applicable…</source>
        <translation type="unfinished">Ddim yn berthnasol…</translation>
    </message>
    <message>
        <source>Say why it cannot be rated (N)</source>
        <translation type="unfinished">Dweud pam na ellir ei sgorio (N)</translation>
    </message>
    <message>
        <source>{0} is not applicable</source>
        <translation type="unfinished">Nid yw {0} yn berthnasol</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished">Ansicr</translation>
    </message>
    <message>
        <source>Flag the rating as unsure (U)</source>
        <translation type="unfinished">Nodi bod y sgôr yn ansicr (U)</translation>
    </message>
    <message>
        <source>Unsure about {0}</source>
        <translation type="unfinished">Ansicr am {0}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished">Clirio</translation>
    </message>
    <message>
        <source>Back to not yet rated (Delete)</source>
        <translation type="unfinished">Yn ôl i heb ei sgorio eto (Delete)</translation>
    </message>
    <message>
        <source>Clear the rating of {0}</source>
        <translation type="unfinished">Clirio sgôr {0}</translation>
    </message>
</context>
<context>
    <name>RatingsPanel</name>
    <message>
        <source>Before listening</source>
        <translation type="unfinished">Cyn gwrando</translation>
    </message>
    <message>
        <source>I recognised someone, or learned the office or the phase</source>
        <translation type="unfinished">Adnabyddais rywun, neu ddysgais y swyddfa neu&apos;r cyfnod</translation>
    </message>
    <message>
        <source>The coding is kept and marked; it can be left out of reliability</source>
        <translation type="unfinished">Cedwir y codio a&apos;i nodi; gellir ei hepgor o ddibynadwyedd</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished">Rheswm</translation>
    </message>
</context>
<context>
    <name>RecalibrateDialog</name>
    <message>
        <source>Day</source>
        <translation type="unfinished">Diwrnod</translation>
    </message>
    <message>
        <source>For example: two hours on evocation</source>
        <translation type="unfinished">Er enghraifft: dwy awr ar ennyn newid</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished">Yr hyn a wnaed</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished">&amp;Diwrnod</translation>
    </message>
    <message>
        <source>&amp;What was done</source>
        <translation type="unfinished">Yr hyn a &amp;wnaed</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Receipt {}</source>
        <translation type="unfinished">Derbynneb {}</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished">Derbynneb</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation type="unfinished">&amp;Cadw fel PDF…</translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>Receipts of withdrawals</source>
        <translation type="unfinished">Derbynebau tynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation type="unfinished">Derbynebau</translation>
    </message>
    <message>
        <source>Nobody withdrew.
A receipt is made whenever a session is withdrawn.</source>
        <translation type="unfinished">Ni thynnodd neb yn ôl.
Gwneir derbynneb bob tro y tynnir sesiwn yn ôl.</translation>
    </message>
    <message>
        <source>&amp;Show…</source>
        <translation type="unfinished">&amp;Dangos…</translation>
    </message>
</context>
<context>
    <name>RecogniseDialog</name>
    <message>
        <source>Recognise speech</source>
        <translation type="unfinished">Adnabod lleferydd</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation type="unfinished">Dewis y ffolder…</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation type="unfinished">adnabyddir hi</translation>
    </message>
    <message>
        <source>Code of the language, such as en; empty: it is recognised</source>
        <translation type="unfinished">Cod yr iaith, megis en; gwag: adnabyddir hi</translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Dechrau</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation type="unfinished">dim wedi&apos;i ddewis</translation>
    </message>
    <message>
        <source>This session has no recording.</source>
        <translation type="unfinished">Nid oes recordiad gan y sesiwn hon.</translation>
    </message>
    <message>
        <source>Speech recognition is not installed. Ask whoever installed PracticeCoder for the extra named “speech”.</source>
        <translation type="unfinished">Nid yw adnabod lleferydd wedi&apos;i osod. Gofynnwch i bwy bynnag a osododd PracticeCoder am yr ychwanegiad o&apos;r enw “speech”.</translation>
    </message>
    <message>
        <source>Choose the folder that holds a speech model.</source>
        <translation type="unfinished">Dewiswch y ffolder sy&apos;n dal model lleferydd.</translation>
    </message>
    <message>
        <source>Folder of the speech model</source>
        <translation type="unfinished">Ffolder y model lleferydd</translation>
    </message>
    <message>
        <source>Recognise speech on this computer</source>
        <translation type="unfinished">Adnabod lleferydd ar y cyfrifiadur hwn</translation>
    </message>
    <message>
        <source>A speech model turns the recording into lines with times. Nothing is sent anywhere. The lines name no speakers and have errors: they help to find places and are no evidence. You see them before anything is stored.</source>
        <translation type="unfinished">Mae model lleferydd yn troi&apos;r recordiad yn llinellau ag amserau. Nid anfonir dim i unman. Nid yw&apos;r llinellau&apos;n enwi siaradwyr ac mae gwallau ynddynt: maent yn helpu i ganfod lleoedd ac nid ydynt yn dystiolaeth. Rydych yn eu gweld cyn storio dim.</translation>
    </message>
    <message>
        <source>&amp;Language that is spoken, such as en</source>
        <translation type="unfinished">&amp;Yr iaith a siaredir, megis en</translation>
    </message>
</context>
<context>
    <name>RecognitionBar</name>
    <message>
        <source>Speech is being recognised on this computer. You can go on working.</source>
        <translation type="unfinished">Mae lleferydd yn cael ei adnabod ar y cyfrifiadur hwn. Gallwch ddal i weithio.</translation>
    </message>
    <message>
        <source>Progress of the recognition</source>
        <translation type="unfinished">Cynnydd yr adnabod</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Stopio</translation>
    </message>
    <message>
        <source>Stop the recognition</source>
        <translation type="unfinished">Stopio&apos;r adnabod</translation>
    </message>
</context>
<context>
    <name>RecordingsPanel</name>
    <message>
        <source>Training recordings</source>
        <translation type="unfinished">Recordiadau hyfforddi</translation>
    </message>
    <message>
        <source>No training recording yet.
A training recording is a session with a reference coding that coders are compared with once they have submitted their own.</source>
        <translation type="unfinished">Dim recordiad hyfforddi eto.
Recordiad hyfforddi yw sesiwn â chodio cyfeirio y cymherir codwyr ag ef ar ôl iddynt gyflwyno eu codio eu hunain.</translation>
    </message>
    <message>
        <source>Make a training recording…</source>
        <translation type="unfinished">Gwneud recordiad hyfforddi…</translation>
    </message>
    <message>
        <source>Assign to coders…</source>
        <translation type="unfinished">Rhoi i godwyr…</translation>
    </message>
    <message>
        <source>Remove reference…</source>
        <translation type="unfinished">Tynnu cyfeirnod…</translation>
    </message>
    <message>
        <source>A reference made by mistake, before anybody was tried against it</source>
        <translation type="unfinished">Cyfeirnod a wnaed drwy gamgymeriad, cyn i neb gael ei dreialu yn ei erbyn</translation>
    </message>
    <message>
        <source>Coders were tried against this reference, so it stays</source>
        <translation type="unfinished">Treialwyd codwyr yn erbyn y cyfeirnod hwn, felly mae&apos;n aros</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation type="unfinished">Tynnu&apos;r cyfeirnod</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Keep the recovery code</source>
        <translation type="unfinished">Cadw&apos;r cod adfer</translation>
    </message>
    <message>
        <source>It opens the study if the passphrase is forgotten; without both, nobody can. It is shown only this once. Keep it on paper, or in a file outside the study, away from this computer.</source>
        <translation type="unfinished">Mae&apos;n agor yr astudiaeth os anghofir y cyfrinymadrodd; heb y ddau, ni all neb. Dim ond y tro hwn y&apos;i dangosir. Cadwch ef ar bapur, neu mewn ffeil y tu allan i&apos;r astudiaeth, i ffwrdd o&apos;r cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">Parhau</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished">Argraffu…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation type="unfinished">Cadw mewn ffeil…</translation>
    </message>
    <message>
        <source>Last group of the recovery code</source>
        <translation type="unfinished">Grŵp olaf y cod adfer</translation>
    </message>
    <message>
        <source>&amp;Type its last group</source>
        <translation type="unfinished">&amp;Teipiwch ei grŵp olaf</translation>
    </message>
    <message>
        <source>Keep the code first: print or save it, then type its last group here.</source>
        <translation type="unfinished">Cadwch y cod yn gyntaf: argraffwch ef neu ei gadw mewn ffeil, yna teipiwch ei grŵp olaf yma.</translation>
    </message>
    <message>
        <source>Print the recovery code</source>
        <translation type="unfinished">Argraffu&apos;r cod adfer</translation>
    </message>
    <message>
        <source>Recovery code of the study {0}</source>
        <translation type="unfinished">Cod adfer yr astudiaeth {0}</translation>
    </message>
    <message>
        <source>It opens the study in PracticeCoder if the passphrase is forgotten. Keep it like a key, away from the computer with the study.</source>
        <translation type="unfinished">Mae&apos;n agor yr astudiaeth yn PracticeCoder os anghofir y cyfrinymadrodd. Cadwch ef fel allwedd, i ffwrdd o&apos;r cyfrifiadur sydd â&apos;r astudiaeth.</translation>
    </message>
    <message>
        <source>Choose a place outside the study folder: whoever has the folder would have the code with it.</source>
        <translation type="unfinished">Dewiswch le y tu allan i ffolder yr astudiaeth: byddai&apos;r cod gan bwy bynnag sydd â&apos;r ffolder.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation type="unfinished">Ni ellid ysgrifennu&apos;r ffeil. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished">Wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>PracticeCoder recovery code.txt</source>
        <translation type="unfinished">Cod adfer PracticeCoder.txt</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation type="unfinished">Cadw&apos;r cod adfer</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished">Testun (*.txt)</translation>
    </message>
    <message>
        <source>This is not its last group. Look again at what you kept.</source>
        <translation type="unfinished">Nid hwn yw ei grŵp olaf. Edrychwch eto ar yr hyn a gadwoch.</translation>
    </message>
</context>
<context>
    <name>ReleaseStep</name>
    <message>
        <source>What is missing</source>
        <translation type="unfinished">Yr hyn sydd ar goll</translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished">Rhyddhau</translation>
    </message>
    <message>
        <source>Released on {day}. SHA-256 of the file: {digest}…</source>
        <translation type="unfinished">Rhyddhawyd ar {day}. SHA-256 y ffeil: {digest}…</translation>
    </message>
    <message>
        <source>Release again</source>
        <translation type="unfinished">Rhyddhau eto</translation>
    </message>
    <message>
        <source>No names were looked for: none is entered in step 3. Have you read every word?</source>
        <translation type="unfinished">Ni chwiliwyd am enwau: nid oes un wedi&apos;i roi yng ngham 3. A ydych wedi darllen pob gair?</translation>
    </message>
    <message>
        <source>Release the report</source>
        <translation type="unfinished">Rhyddhau&apos;r adroddiad</translation>
    </message>
    <message>
        <source>Release the report to the worker? It is stored as it is, with its digest, and loses its draft mark. It can be taken back with a reason.</source>
        <translation type="unfinished">Rhyddhau&apos;r adroddiad i&apos;r gweithiwr? Caiff ei storio fel y mae, gyda&apos;i grynodeb digidol, ac mae&apos;n colli ei farc drafft. Gellir ei dynnu&apos;n ôl gyda rheswm.</translation>
    </message>
</context>
<context>
    <name>Reliability</name>
    <message>
        <source> and </source>
        <translation type="unfinished"> a </translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished">1 sesiwn</translation>
    </message>
    <message>
        <source>In full: {}</source>
        <translation type="unfinished">Yn llawn: {}</translation>
    </message>
    <message>
        <source>Left out: {}</source>
        <translation type="unfinished">Hepgorwyd: {}</translation>
    </message>
    <message>
        <source>No interval: {}</source>
        <translation type="unfinished">Dim cyfwng: {}</translation>
    </message>
    <message>
        <source>One rating has no spread</source>
        <translation type="unfinished">Nid oes gwasgariad gan un sgôr</translation>
    </message>
    <message>
        <source>not estimable: {} (n = {})</source>
        <translation type="unfinished">ni ellir ei amcangyfrif: {} (n = {})</translation>
    </message>
    <message>
        <source>too few sessions</source>
        <translation type="unfinished">rhy ychydig o sesiynau</translation>
    </message>
    <message>
        <source>{} coded by two or more of {}, incomplete design</source>
        <translation type="unfinished">{} wedi&apos;u codio gan ddau neu ragor o {}, dyluniad anghyflawn</translation>
    </message>
    <message>
        <source>{} coded by {}, complete design</source>
        <translation type="unfinished">{} wedi&apos;u codio gan {}, dyluniad cyflawn</translation>
    </message>
    <message>
        <source>{} coders ({})</source>
        <translation type="unfinished">{} o godwyr ({})</translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished">{} o sesiynau</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished">{} i {}</translation>
    </message>
    <message>
        <source>{}; {} coded once, outside the design.</source>
        <translation type="unfinished">{}; {} wedi&apos;u codio unwaith, y tu allan i&apos;r dyluniad.</translation>
    </message>
</context>
<context>
    <name>ReliabilityPage</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished">Copïwyd</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished">Cadwyd {}</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished">Yn cyfrifo…</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished">Copïo&apos;r tabl</translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation type="unfinished">Cadw&apos;r rhifau…</translation>
    </message>
    <message>
        <source>Reliability report…</source>
        <translation type="unfinished">Adroddiad dibynadwyedd…</translation>
    </message>
    <message>
        <source>Agreement of one coder</source>
        <translation type="unfinished">Cytundeb un codiwr</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished">Beth sy&apos;n cael ei ddangos</translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished">Eitemau</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation type="unfinished">Coedwig</translation>
    </message>
    <message>
        <source>Means of coders</source>
        <translation type="unfinished">Cymedrau codwyr</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished">Drifft</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation type="unfinished">Cynlluniwr</translation>
    </message>
    <message>
        <source>Timed codes</source>
        <translation type="unfinished">Codau wedi&apos;u hamseru</translation>
    </message>
    <message>
        <source>Computing agreement…</source>
        <translation type="unfinished">Yn cyfrifo cytundeb…</translation>
    </message>
    <message>
        <source>No agreement to show yet</source>
        <translation type="unfinished">Dim cytundeb i&apos;w ddangos eto</translation>
    </message>
    <message>
        <source>Agreement needs sessions that two or more coders have submitted independently. The lead assigns a session to a second coder on the Sessions page; about one in five is usual.</source>
        <translation type="unfinished">Mae angen sesiynau a gyflwynwyd yn annibynnol gan ddau neu ragor o godwyr ar gyfer cytundeb. Mae&apos;r arweinydd yn rhoi sesiwn i ail godiwr ar y dudalen Sesiynau; mae tua un o bob pump yn arferol.</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation type="unfinished">Cadw&apos;r rhifau</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished">Tabl (*.csv)</translation>
    </message>
</context>
<context>
    <name>ReliabilityReport</name>
    <message>
        <source>Design, agreement on every item, pictures, coders and method, as methods sections ask for them. Coders appear under their codes.</source>
        <translation type="unfinished">Dyluniad, cytundeb ar bob eitem, lluniau, codwyr a dull, fel y mae adrannau dull yn gofyn amdanynt. Mae codwyr yn ymddangos o dan eu codau.</translation>
    </message>
    <message>
        <source>Reliability report</source>
        <translation type="unfinished">Adroddiad dibynadwyedd</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished">Cadw…</translation>
    </message>
</context>
<context>
    <name>ReliabilityReportDialog</name>
    <message>
        <source>Save the reliability report</source>
        <translation type="unfinished">Cadw&apos;r adroddiad dibynadwyedd</translation>
    </message>
    <message>
        <source>Report (*.pdf)</source>
        <translation type="unfinished">Adroddiad (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the reliability report</source>
        <translation type="unfinished">Yn ysgrifennu&apos;r adroddiad dibynadwyedd</translation>
    </message>
    <message>
        <source>Computing agreement…</source>
        <translation type="unfinished">Yn cyfrifo cytundeb…</translation>
    </message>
    <message>
        <source>Paragraph for a methods section</source>
        <translation type="unfinished">Paragraff ar gyfer adran ddull</translation>
    </message>
    <message>
        <source>Copy paragraph</source>
        <translation type="unfinished">Copïo&apos;r paragraff</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation type="unfinished">Adroddiad (PDF)</translation>
    </message>
    <message>
        <source>Paragraph and tables for Word (.docx)</source>
        <translation type="unfinished">Paragraff a thablau ar gyfer Word (.docx)</translation>
    </message>
    <message>
        <source>Table as printed (.csv)</source>
        <translation type="unfinished">Tabl fel y&apos;i hargreffir (.csv)</translation>
    </message>
    <message>
        <source>Paragraph alone (.txt)</source>
        <translation type="unfinished">Paragraff yn unig (.txt)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished">Ffeiliau</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished">Copïwyd</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation type="unfinished">Disodli ffeiliau?</translation>
    </message>
    <message>
        <source>{} exist already beside the report. Replace them?</source>
        <translation type="unfinished">Mae {} yno eisoes wrth ochr yr adroddiad. Eu disodli?</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished">Cadwyd {}</translation>
    </message>
</context>
<context>
    <name>RemoveReferenceDialog</name>
    <message>
        <source>For example: the wrong coding was copied</source>
        <translation type="unfinished">Er enghraifft: copïwyd y codio anghywir</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Open the meeting again</source>
        <translation type="unfinished">Agor y cyfarfod eto</translation>
    </message>
    <message>
        <source>Until the meeting over {0} is finished again, the final values are those without a consensus. Decisions that joined the codebook stay there.</source>
        <translation type="unfinished">Hyd nes y bydd y cyfarfod am {0} wedi gorffen eto, y gwerthoedd terfynol yw&apos;r rhai heb gonsensws. Mae penderfyniadau a ymunodd â&apos;r llyfr codau&apos;n aros yno.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished">Rheswm</translation>
    </message>
    <message>
        <source>&amp;Reason; it is kept with the meeting</source>
        <translation type="unfinished">&amp;Rheswm; cedwir ef gyda&apos;r cyfarfod</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished">Agor eto</translation>
    </message>
</context>
<context>
    <name>ReplaceCoderDialog</name>
    <message>
        <source>Who stops coding</source>
        <translation type="unfinished">Pwy sy&apos;n peidio â chodio</translation>
    </message>
    <message>
        <source>{} takes over</source>
        <translation type="unfinished">Mae {} yn cymryd drosodd</translation>
    </message>
    <message>
        <source>What is moved</source>
        <translation type="unfinished">Yr hyn a symudir</translation>
    </message>
    <message>
        <source>For example: on leave until spring</source>
        <translation type="unfinished">Er enghraifft: ar wyliau tan y gwanwyn</translation>
    </message>
    <message>
        <source>Who &amp;stops</source>
        <translation type="unfinished">Pwy sy&apos;n &amp;peidio</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation type="unfinished">Pwy sy&apos;n cymryd drosodd</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation type="unfinished">H&amp;edyn</translation>
    </message>
    <message>
        <source>Nothing to give away.</source>
        <translation type="unfinished">Dim i&apos;w roi i eraill.</translation>
    </message>
    <message>
        <source>{} not begun: given to others.</source>
        <translation type="unfinished">{} heb eu dechrau: rhoddwyd i eraill.</translation>
    </message>
    <message>
        <source>{} {} in progress: left with the coder.</source>
        <translation type="unfinished">{} {} ar y gweill: gadawyd gyda&apos;r codiwr.</translation>
    </message>
</context>
<context>
    <name>ReportsDialog</name>
    <message>
        <source>Reports &amp; export</source>
        <translation type="unfinished">Adroddiadau ac allforio</translation>
    </message>
    <message>
        <source>Analysis package</source>
        <translation type="unfinished">Pecyn dadansoddi</translation>
    </message>
    <message>
        <source>Worker reports (PDF)</source>
        <translation type="unfinished">Adroddiadau gweithwyr (PDF)</translation>
    </message>
    <message>
        <source>Session of the report</source>
        <translation type="unfinished">Sesiwn yr adroddiad</translation>
    </message>
    <message>
        <source>Looking for sessions…</source>
        <translation type="unfinished">Yn chwilio am sesiynau…</translation>
    </message>
    <message>
        <source>Names to keep out of quotes, parted by commas</source>
        <translation type="unfinished">Enwau i&apos;w cadw allan o ddyfyniadau, wedi&apos;u gwahanu gan gomas</translation>
    </message>
    <message>
        <source>Names to keep out of quotes</source>
        <translation type="unfinished">Enwau i&apos;w cadw allan o ddyfyniadau</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished">Ffolder</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation type="unfinished">Ffeiliau a ysgrifennwyd</translation>
    </message>
    <message>
        <source>&amp;Register of exports…</source>
        <translation type="unfinished">&amp;Cofrestr allforion…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished">Agor y ffolder</translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished">Ysgrifennu</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished">Yn ysgrifennu</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished">Dewis…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished">Dewis ffolder</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished">&amp;Ffolder</translation>
    </message>
    <message>
        <source>Feedback for one worker about one session, for supervision. Only sessions whose purpose allows feedback are listed.</source>
        <translation type="unfinished">Adborth i un gweithiwr am un sesiwn, ar gyfer goruchwyliaeth. Dim ond sesiynau y mae eu diben yn caniatáu adborth a restrir.</translation>
    </message>
    <message>
        <source>{0} sessions, {1} rows of ratings; {2}.</source>
        <translation type="unfinished">{0} o sesiynau, {1} o resi sgoriau; {2}.</translation>
    </message>
    <message>
        <source>Tables of results over {0} sessions; {1}.</source>
        <translation type="unfinished">Tablau canlyniadau dros {0} o sesiynau; {1}.</translation>
    </message>
    <message>
        <source>All of it also as {}.</source>
        <translation type="unfinished">Y cyfan hefyd fel {}.</translation>
    </message>
    <message>
        <source>All {} sessions</source>
        <translation type="unfinished">Pob un o&apos;r {} sesiwn</translation>
    </message>
    <message>
        <source>No submitted session may be reported yet</source>
        <translation type="unfinished">Ni chaniateir adrodd ar unrhyw sesiwn a gyflwynwyd eto</translation>
    </message>
    <message>
        <source>1 file written.</source>
        <translation type="unfinished">Ysgrifennwyd 1 ffeil.</translation>
    </message>
    <message>
        <source>{} files written.</source>
        <translation type="unfinished">Ysgrifennwyd {} o ffeiliau.</translation>
    </message>
</context>
<context>
    <name>ResponseDialog</name>
    <message>
        <source>Words of the worker</source>
        <translation type="unfinished">Geiriau&apos;r gweithiwr</translation>
    </message>
    <message>
        <source>&amp;Words of the worker</source>
        <translation type="unfinished">&amp;Geiriau&apos;r gweithiwr</translation>
    </message>
    <message>
        <source>Close without keeping the words?</source>
        <translation type="unfinished">Cau heb gadw&apos;r geiriau?</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished">Adfer copi wrth gefn</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished">Copïau wrth gefn</translation>
    </message>
    <message>
        <source>The backups are being checked…</source>
        <translation type="unfinished">Mae&apos;r copïau wrth gefn yn cael eu gwirio…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished">Adfer</translation>
    </message>
    <message>
        <source>Choose the state to go back to. The present state is not deleted: it is kept as a dated file among the backups. Sessions that were withdrawn do not come back.</source>
        <translation type="unfinished">Dewiswch y cyflwr i fynd yn ôl iddo. Ni ddilëir y cyflwr presennol: fe&apos;i cedwir fel ffeil â dyddiad ymhlith y copïau wrth gefn. Ni ddaw sesiynau a dynnwyd yn ôl i&apos;r golwg eto.</translation>
    </message>
    <message>
        <source>There are no backups in this study folder.</source>
        <translation type="unfinished">Nid oes copïau wrth gefn yn y ffolder astudiaeth hwn.</translation>
    </message>
    <message>
        <source>{0} backups</source>
        <translation type="unfinished">{0} o gopïau wrth gefn</translation>
    </message>
    <message>
        <source>This one cannot be restored: {0}.</source>
        <translation type="unfinished">Ni ellir adfer hwn: {0}.</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Restoring a backup</source>
        <translation type="unfinished">Yn adfer copi wrth gefn</translation>
    </message>
    <message>
        <source>The study is as it was when the backup of {0} was made.</source>
        <translation type="unfinished">Mae&apos;r astudiaeth fel yr oedd pan wnaed copi wrth gefn {0}.</translation>
    </message>
    <message>
        <source>What was in its place is kept as {0} in its backups folder.</source>
        <translation type="unfinished">Cedwir yr hyn a oedd yn ei lle fel {0} yn ffolder ei chopïau wrth gefn.</translation>
    </message>
    <message>
        <source>The study was restored</source>
        <translation type="unfinished">Adferwyd yr astudiaeth</translation>
    </message>
    <message>
        <source>checking and copying the backup</source>
        <translation type="unfinished">yn gwirio ac yn copïo&apos;r copi wrth gefn</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished">wedi&apos;i ddifrodi</translation>
    </message>
    <message>
        <source>✓ whole</source>
        <translation type="unfinished">✓ cyfan</translation>
    </message>
    <message>
        <source>✓ whole; before an upgrade</source>
        <translation type="unfinished">✓ cyfan; cyn uwchraddio</translation>
    </message>
    <message>
        <source>✓ whole; replaced by a restoration</source>
        <translation type="unfinished">✓ cyfan; disodlwyd wrth adfer</translation>
    </message>
</context>
<context>
    <name>RightsRecordDialog</name>
    <message>
        <source>Record of rights</source>
        <translation type="unfinished">Cofnod o hawliau</translation>
    </message>
    <message>
        <source>Nothing is on record yet.</source>
        <translation type="unfinished">Nid oes dim wedi&apos;i gofnodi eto.</translation>
    </message>
    <message>
        <source>People, roles and passphrases, as they were given, changed and ended.</source>
        <translation type="unfinished">Pobl, rolau a chyfrinymadroddion, fel y&apos;u rhoddwyd, y&apos;u newidiwyd ac y daethpwyd â hwy i ben.</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Roles of {}</source>
        <translation type="unfinished">Rolau {}</translation>
    </message>
    <message>
        <source>Nothing that was coded changes. Who does not work here any more stays in the data, cannot be chosen under “I am”, and can be let in again.</source>
        <translation type="unfinished">Nid oes dim a godiwyd yn newid. Mae pwy bynnag nad yw&apos;n gweithio yma mwyach yn aros yn y data, ni ellir eu dewis o dan “Fi yw”, a gellir eu gadael i mewn eto.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished">Newid</translation>
    </message>
    <message>
        <source>&amp;Works in this study</source>
        <translation type="unfinished">Yn &amp;gweithio yn yr astudiaeth hon</translation>
    </message>
    <message>
        <source>For example: on leave until spring</source>
        <translation type="unfinished">Er enghraifft: ar wyliau tan y gwanwyn</translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished">Mynediad</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished">Rolau</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
    <message>
        <source>The only lead of the study. Make somebody else a lead first.</source>
        <translation type="unfinished">Unig arweinydd yr astudiaeth. Gwnewch rywun arall yn arweinydd yn gyntaf.</translation>
    </message>
    <message>
        <source>A person needs at least one role.</source>
        <translation type="unfinished">Mae angen o leiaf un rôl ar berson.</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Where is room?</source>
        <translation type="unfinished">Ble mae lle?</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished">Yn mesur…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished">Cronfa ddata</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished">Recordiadau</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished">Copïau wrth gefn</translation>
    </message>
    <message>
        <source>Waveform pictures</source>
        <translation type="unfinished">Lluniau tonffurf</translation>
    </message>
    <message>
        <source>What helps: empty the wastebasket, move films and old downloads to another disk, and remove programs that nobody uses. Leave the files of the study folder as they are; pictures of waveforms in its folder “cache” may be removed, as they are made again.</source>
        <translation type="unfinished">Yr hyn sy&apos;n helpu: gwagio&apos;r bin sbwriel, symud ffilmiau a hen lawrlwythiadau i ddisg arall, a thynnu rhaglenni nad oes neb yn eu defnyddio. Gadewch ffeiliau ffolder yr astudiaeth fel y maent; gellir tynnu lluniau tonffurfiau o&apos;i ffolder “cache”, gan eu bod yn cael eu gwneud eto.</translation>
    </message>
    <message>
        <source>Open the study folder</source>
        <translation type="unfinished">Agor ffolder yr astudiaeth</translation>
    </message>
    <message>
        <source>{0} of {1} are free on the disk of this study.</source>
        <translation type="unfinished">Mae {0} o {1} yn rhydd ar ddisg yr astudiaeth hon.</translation>
    </message>
    <message>
        <source>The disk cannot be asked. Check that it is connected.</source>
        <translation type="unfinished">Ni ellir holi&apos;r ddisg. Gwiriwch ei bod wedi&apos;i chysylltu.</translation>
    </message>
</context>
<context>
    <name>RuleOutDialog</name>
    <message>
        <source>Not applicable: {0}</source>
        <translation type="unfinished">Ddim yn berthnasol: {0}</translation>
    </message>
    <message>
        <source>Why can {0} not be rated?</source>
        <translation type="unfinished">Pam na ellir sgorio {0}?</translation>
    </message>
    <message>
        <source>&amp;Note, if it needs one</source>
        <translation type="unfinished">&amp;Nodyn, os oes angen un</translation>
    </message>
    <message>
        <source>Note on the reason</source>
        <translation type="unfinished">Nodyn ar y rheswm</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished">Ddim yn berthnasol</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the transcript</source>
        <translation type="unfinished">Cadw&apos;r trawsgrifiad</translation>
    </message>
    <message>
        <source>Save the transcript as</source>
        <translation type="unfinished">Cadw&apos;r trawsgrifiad fel</translation>
    </message>
    <message>
        <source>Not in the file:</source>
        <translation type="unfinished">Heb fod yn y ffeil:</translation>
    </message>
    <message>
        <source>The file holds what was said. Keep it as safe as the study.</source>
        <translation type="unfinished">Mae&apos;r ffeil yn dal yr hyn a ddywedwyd. Cadwch hi mor ddiogel â&apos;r astudiaeth.</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation type="unfinished">Dewis ble…</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>First day of submission</source>
        <translation type="unfinished">Diwrnod cyntaf cyflwyno</translation>
    </message>
    <message>
        <source>Last day of submission</source>
        <translation type="unfinished">Diwrnod olaf cyflwyno</translation>
    </message>
    <message>
        <source>Codebook version</source>
        <translation type="unfinished">Fersiwn y llyfr codau</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation type="unfinished">&amp;Fersiwn</translation>
    </message>
    <message>
        <source>Submitted &amp;from</source>
        <translation type="unfinished">Cyflwynwyd &amp;o</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation type="unfinished">&amp;hyd</translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished">Pob un</translation>
    </message>
    <message>
        <source>Leave out unblinded &amp;codings ({})</source>
        <translation type="unfinished">Hepgor &amp;setiau codio nad ydynt yn ddall ({})</translation>
    </message>
    <message>
        <source>Their coder recognised someone, or learned the office or the phase</source>
        <translation type="unfinished">Adnabu eu codiwr rywun, neu ddysgodd y swyddfa neu&apos;r cyfnod</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation type="unfinished">Pob codiwr</translation>
    </message>
    <message>
        <source>No coder: all</source>
        <translation type="unfinished">Dim codiwr: pob un</translation>
    </message>
    <message>
        <source>Coders: {}</source>
        <translation type="unfinished">Codwyr: {}</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished">Canlyniadau</translation>
    </message>
    <message>
        <source>Counts, by volley</source>
        <translation type="unfinished">Cyfrifon, fesul rhediad</translation>
    </message>
    <message>
        <source>Counts, every mark</source>
        <translation type="unfinished">Cyfrifon, pob marc</translation>
    </message>
    <message>
        <source>not estimable: {0} (n = {1})</source>
        <translation type="unfinished">ni ellir ei amcangyfrif: {0} (n = {1})</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished">{0} o {1}</translation>
    </message>
    <message>
        <source>{0}: {1} over {2}</source>
        <translation type="unfinished">{0}: {1} dros {2}</translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished">Canlyniadau</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>The backups are encrypted</source>
        <translation type="unfinished">Mae&apos;r copïau wrth gefn wedi&apos;u hamgryptio</translation>
    </message>
    <message>
        <source>Enter the passphrase of the study, or its recovery code.</source>
        <translation type="unfinished">Rhowch gyfrinymadrodd yr astudiaeth, neu ei chod adfer.</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation type="unfinished">Dangos y copïau wrth gefn</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished">&amp;Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>This does not open the study. Type it again.</source>
        <translation type="unfinished">Nid yw hyn yn agor yr astudiaeth. Teipiwch ef eto.</translation>
    </message>
</context>
<context>
    <name>Security</name>
    <message>
        <source>Recovery code: {0}</source>
        <translation type="unfinished">Cod adfer: {0}</translation>
    </message>
    <message>
        <source>Easy to guess. Add words that do not belong together.</source>
        <translation type="unfinished">Hawdd ei ddyfalu. Ychwanegwch eiriau nad ydynt yn perthyn i&apos;w gilydd.</translation>
    </message>
    <message>
        <source>Hard to guess. One more word makes it stronger.</source>
        <translation type="unfinished">Anodd ei ddyfalu. Mae un gair arall yn ei gryfhau.</translation>
    </message>
    <message>
        <source>It repeats a few characters. Choose other words.</source>
        <translation type="unfinished">Mae&apos;n ailadrodd ychydig o nodau. Dewiswch eiriau eraill.</translation>
    </message>
    <message>
        <source>Too short: {0} more characters at least.</source>
        <translation type="unfinished">Rhy fyr: o leiaf {0} yn rhagor o nodau.</translation>
    </message>
    <message>
        <source>Very hard to guess.</source>
        <translation type="unfinished">Anodd iawn ei ddyfalu.</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Chosen by the program</source>
        <translation type="unfinished">Dewiswyd gan y rhaglen</translation>
    </message>
    <message>
        <source>The same seed draws the same again. It is kept with what was drawn.</source>
        <translation type="unfinished">Mae&apos;r un hedyn yn tynnu&apos;r un peth eto. Cedwir ef gyda&apos;r hyn a dynnwyd.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">Hedyn</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Assign to coder…</source>
        <translation type="unfinished">Rhoi i godiwr…</translation>
    </message>
    <message>
        <source>Due…</source>
        <translation type="unfinished">Dyddiad…</translation>
    </message>
    <message>
        <source>By which day the selected sessions are wanted</source>
        <translation type="unfinished">Erbyn pa ddiwrnod y mae angen y sesiynau a ddewiswyd</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation type="unfinished">Dyddiad cyflwyno</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished">Datgloi…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished">Hanes…</translation>
    </message>
    <message>
        <source>What happened to the session, and its codings (Enter)</source>
        <translation type="unfinished">Yr hyn a ddigwyddodd i&apos;r sesiwn, a&apos;i setiau codio (Enter)</translation>
    </message>
    <message>
        <source>Worker report…</source>
        <translation type="unfinished">Adroddiad gweithiwr…</translation>
    </message>
    <message>
        <source>{} shown</source>
        <translation type="unfinished">{} i&apos;w gweld</translation>
    </message>
    <message>
        <source>{} selected</source>
        <translation type="unfinished">{} wedi&apos;u dewis</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished">Adfer…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation type="unfinished">Tynnu&apos;n ôl…</translation>
    </message>
    <message>
        <source>Take the selected sessions out of use: withdrawn, or unusable</source>
        <translation type="unfinished">Tynnu&apos;r sesiynau a ddewiswyd allan o ddefnydd: wedi&apos;u tynnu&apos;n ôl, neu na ellir eu defnyddio</translation>
    </message>
    <message>
        <source>Take the selected sessions into use again</source>
        <translation type="unfinished">Dechrau defnyddio&apos;r sesiynau a ddewiswyd eto</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished">Copïo rhesi</translation>
    </message>
    <message>
        <source>Draw &amp;again…</source>
        <translation type="unfinished">Tynnu &amp;eto…</translation>
    </message>
    <message>
        <source>Take the &amp;whole…</source>
        <translation type="unfinished">Cymryd y c&amp;yfan…</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished">Segment</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>The whole session {0}</source>
        <translation type="unfinished">Y sesiwn gyfan {0}</translation>
    </message>
    <message>
        <source>Answers, notes and counts of the coders</source>
        <translation type="unfinished">Atebion, nodiadau a chyfrifon y codwyr</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source> months</source>
        <translation type="unfinished"> mis</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished">&amp;Diwrnod</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation type="unfinished">&amp;Swyddfa</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
    <message>
        <source>(from a sheet)</source>
        <translation type="unfinished">(o daenlen)</translation>
    </message>
    <message>
        <source>1 coder</source>
        <translation type="unfinished">1 codiwr</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished">1 sesiwn</translation>
    </message>
    <message>
        <source>1 session goes into the coder&apos;s queue. If it has a coder already, the second one codes it independently; neither is told.</source>
        <translation type="unfinished">Mae 1 sesiwn yn mynd i giw&apos;r codiwr. Os oes codiwr ganddi eisoes, mae&apos;r ail yn ei chodio&apos;n annibynnol; ni ddywedir wrth y naill na&apos;r llall.</translation>
    </message>
    <message>
        <source>All of these are coded by two or more. A day that no other session has would tell their coders so: choose other sessions along with them.</source>
        <translation type="unfinished">Caiff pob un o&apos;r rhain ei chodio gan ddau neu ragor. Byddai diwrnod nad oes gan sesiwn arall yn dweud hynny wrth eu codwyr: dewiswch sesiynau eraill gyda nhw.</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation type="unfinished">Pob sesiwn</translation>
    </message>
    <message>
        <source>As it is: the whole recording.</source>
        <translation type="unfinished">Fel y mae: y recordiad cyfan.</translation>
    </message>
    <message>
        <source>As it is: {}.</source>
        <translation type="unfinished">Fel y mae: {}.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished">Rhoi</translation>
    </message>
    <message>
        <source>Assign to a coder</source>
        <translation type="unfinished">Rhoi i godiwr</translation>
    </message>
    <message>
        <source>Change due dates</source>
        <translation type="unfinished">Newid dyddiadau cyflwyno</translation>
    </message>
    <message>
        <source>Choose the segment again</source>
        <translation type="unfinished">Dewis y segment eto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Cau</translation>
    </message>
    <message>
        <source>Coders see {}</source>
        <translation type="unfinished">Mae codwyr yn gweld {}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Colofnau</translation>
    </message>
    <message>
        <source>Day of implementation</source>
        <translation type="unfinished">Diwrnod y gweithredu</translation>
    </message>
    <message>
        <source>Days since implementation follow from the day of an office; the phase too, where it was not entered with the session.</source>
        <translation type="unfinished">Mae&apos;r dyddiau ers gweithredu&apos;n dilyn o ddiwrnod y swyddfa; y cyfnod hefyd, lle na chafodd ei gofnodi gyda&apos;r sesiwn.</translation>
    </message>
    <message>
        <source>Decisions that came from it keep their words without the link: {}. Read them.</source>
        <translation type="unfinished">Mae penderfyniadau a ddaeth ohoni&apos;n cadw eu geiriau heb y ddolen: {}. Darllenwch nhw.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished">Dileu</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation type="unfinished">Dileu&apos;r olwg</translation>
    </message>
    <message>
        <source>Double-coded</source>
        <translation type="unfinished">Wedi&apos;i godio ddwywaith</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished">Tynnu</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation type="unfinished">Tynnu eto</translation>
    </message>
    <message>
        <source>Draw segments</source>
        <translation type="unfinished">Tynnu segmentau</translation>
    </message>
    <message>
        <source>Every entry bears the seal of this study: nothing was altered or removed.</source>
        <translation type="unfinished">Mae sêl yr astudiaeth hon ar bob cofnod: ni newidiwyd na thynnwyd dim.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Tystiolaeth</translation>
    </message>
    <message>
        <source>First submitted {0}, {1} times in all.</source>
        <translation type="unfinished">Cyflwynwyd gyntaf {0}, {1} gwaith i gyd.</translation>
    </message>
    <message>
        <source>First submitted {}.</source>
        <translation type="unfinished">Cyflwynwyd gyntaf {}.</translation>
    </message>
    <message>
        <source>For example: the team began two weeks later</source>
        <translation type="unfinished">Er enghraifft: dechreuodd y tîm bythefnos yn ddiweddarach</translation>
    </message>
    <message>
        <source>From each recording a window of {} minutes is drawn at random; every start is as likely as any other. The seed is kept, so that the draw can be checked.</source>
        <translation type="unfinished">O bob recordiad tynnir ffenestr o {} munud ar hap; mae pob dechrau mor debygol â&apos;i gilydd. Cedwir yr hedyn, fel y gellir gwirio&apos;r tynnu.</translation>
    </message>
    <message>
        <source>Goes: {}.</source>
        <translation type="unfinished">Yn mynd: {}.</translation>
    </message>
    <message>
        <source>Keep sound until</source>
        <translation type="unfinished">Cadw sain tan</translation>
    </message>
    <message>
        <source>Keeps the filters, columns and order of the table as they are, for this study and on this computer. It is no copy of the sessions.</source>
        <translation type="unfinished">Mae&apos;n cadw hidlwyr, colofnau a threfn y tabl fel y maent, ar gyfer yr astudiaeth hon ac ar y cyfrifiadur hwn. Nid copi o&apos;r sesiynau mohono.</translation>
    </message>
    <message>
        <source>Kept until {}</source>
        <translation type="unfinished">Cedwir tan {}</translation>
    </message>
    <message>
        <source>Last da&amp;y</source>
        <translation type="unfinished">Diwrnod o&amp;laf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished">Diwrnod olaf</translation>
    </message>
    <message>
        <source>Left the study before and cannot be called back:</source>
        <translation type="unfinished">Gadawodd yr astudiaeth o&apos;r blaen ac ni ellir ei alw&apos;n ôl:</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished">Marciau</translation>
    </message>
    <message>
        <source>Mont&amp;hs</source>
        <translation type="unfinished">&amp;Misoedd</translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished">Misoedd</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished">Angen penderfyniad</translation>
    </message>
    <message>
        <source>No session is left to draw.</source>
        <translation type="unfinished">Nid oes sesiwn ar ôl i&apos;w thynnu.</translation>
    </message>
    <message>
        <source>No session is left to give out</source>
        <translation type="unfinished">Nid oes sesiwn ar ôl i&apos;w rhoi</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished">Nodiadau</translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished">Swyddfa</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation type="unfinished">Swyddfeydd</translation>
    </message>
    <message>
        <source>Offices and their days</source>
        <translation type="unfinished">Swyddfeydd a&apos;u diwrnodau</translation>
    </message>
    <message>
        <source>Rated before the segment was heard: {}.</source>
        <translation type="unfinished">Sgoriwyd cyn clywed y segment: {}.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished">Rheswm</translation>
    </message>
    <message>
        <source>Reason given: {}</source>
        <translation type="unfinished">Rheswm a roddwyd: {}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished">Ailenwi</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation type="unfinished">Ailenwi&apos;r olwg</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished">Disodli</translation>
    </message>
    <message>
        <source>Replace a coder</source>
        <translation type="unfinished">Disodli codiwr</translation>
    </message>
    <message>
        <source>Rewritten: the study and its backups ({}).</source>
        <translation type="unfinished">Ailysgrifennir: yr astudiaeth a&apos;i chopïau wrth gefn ({}).</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Cadw</translation>
    </message>
    <message>
        <source>Save a view</source>
        <translation type="unfinished">Cadw golwg</translation>
    </message>
    <message>
        <source>Session {}. The coder can then change the coding and submit it again. The submitted version and your reason stay on record.</source>
        <translation type="unfinished">Sesiwn {}. Yna gall y codiwr newid y codio a&apos;i gyflwyno eto. Mae&apos;r fersiwn a gyflwynwyd a&apos;ch rheswm yn aros ar gofnod.</translation>
    </message>
    <message>
        <source>Sessions that the coder has not begun go to the others by lot, so that all have about the same number. What was begun or submitted stays where it is.</source>
        <translation type="unfinished">Mae sesiynau nad yw&apos;r codiwr wedi&apos;u dechrau&apos;n mynd i&apos;r lleill drwy goelbren, fel bod gan bawb tua&apos;r un nifer. Mae&apos;r hyn a ddechreuwyd neu a gyflwynwyd yn aros lle mae.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished">Pennu</translation>
    </message>
    <message>
        <source>Set day</source>
        <translation type="unfinished">Gosod y diwrnod</translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished">Dangos</translation>
    </message>
    <message>
        <source>Sound is &amp;kept</source>
        <translation type="unfinished">&amp;Cedwir sain</translation>
    </message>
    <message>
        <source>Sound is kept</source>
        <translation type="unfinished">Cedwir sain</translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt+Up and Alt+Down move it.</source>
        <translation type="unfinished">Mae Space yn dangos neu&apos;n cuddio colofn, mae Alt+Up ac Alt+Down yn ei symud.</translation>
    </message>
    <message>
        <source>Stays: {}.</source>
        <translation type="unfinished">Yn aros: {}.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished">Adfer</translation>
    </message>
    <message>
        <source>Take into use again</source>
        <translation type="unfinished">Dechrau defnyddio eto</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation type="unfinished">Tynnu allan o ddefnydd</translation>
    </message>
    <message>
        <source>Take the whole</source>
        <translation type="unfinished">Cymryd y cyfan</translation>
    </message>
    <message>
        <source>The coder was no longer blind.</source>
        <translation type="unfinished">Nid oedd y codiwr yn ddall mwyach.</translation>
    </message>
    <message>
        <source>The day is known</source>
        <translation type="unfinished">Mae&apos;r diwrnod yn hysbys</translation>
    </message>
    <message>
        <source>The history does not verify: {}. Check the study.</source>
        <translation type="unfinished">Nid yw&apos;r hanes yn dilysu: {}. Gwiriwch yr astudiaeth.</translation>
    </message>
    <message>
        <source>The key of the history is missing: nobody can tell whether it was altered.</source>
        <translation type="unfinished">Mae allwedd yr hanes ar goll: ni all neb ddweud a gafodd ei newid.</translation>
    </message>
    <message>
        <source>The same file left it {} times more.</source>
        <translation type="unfinished">Gadawodd yr un ffeil yr astudiaeth {} o weithiau eto.</translation>
    </message>
    <message>
        <source>The sound was deleted on {}; what was coded stays</source>
        <translation type="unfinished">Dilëwyd y sain ar {}; mae&apos;r hyn a godiwyd yn aros</translation>
    </message>
    <message>
        <source>The view stays as it is, under another name.</source>
        <translation type="unfinished">Mae&apos;r olwg yn aros fel y mae, o dan enw arall.</translation>
    </message>
    <message>
        <source>The view {} is forgotten. Sessions and codings stay as they are.</source>
        <translation type="unfinished">Anghofir golwg {}. Mae sesiynau a setiau codio&apos;n aros fel y maent.</translation>
    </message>
    <message>
        <source>There is a view of this name.</source>
        <translation type="unfinished">Mae golwg o&apos;r enw hwn yn bod.</translation>
    </message>
    <message>
        <source>These sessions have their coders</source>
        <translation type="unfinished">Mae gan y sesiynau hyn eu codwyr</translation>
    </message>
    <message>
        <source>This session has no recording.</source>
        <translation type="unfinished">Nid oes recordiad gan y sesiwn hon.</translation>
    </message>
    <message>
        <source>This view comes with the program. Choose another name.</source>
        <translation type="unfinished">Daw&apos;r olwg hon gyda&apos;r rhaglen. Dewiswch enw arall.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished">Datgloi</translation>
    </message>
    <message>
        <source>Unlock a coding</source>
        <translation type="unfinished">Datgloi codio</translation>
    </message>
    <message>
        <source>Unlocked: being changed by its coder.</source>
        <translation type="unfinished">Datglowyd: mae&apos;n cael ei newid gan ei godiwr.</translation>
    </message>
    <message>
        <source>Wanted by {}</source>
        <translation type="unfinished">Mae ei angen erbyn {}</translation>
    </message>
    <message>
        <source>What goes, what stays, what cannot be reached</source>
        <translation type="unfinished">Beth sy&apos;n mynd, beth sy&apos;n aros, beth na ellir ei gyrraedd</translation>
    </message>
    <message>
        <source>What is erased is erased from the study and from every backup of it, and cannot be brought back. The receipt says so without naming anybody.</source>
        <translation type="unfinished">Caiff yr hyn a ddilëir ei ddileu o&apos;r astudiaeth ac o bob copi wrth gefn ohoni, ac ni ellir ei adfer. Mae&apos;r dderbynneb yn dweud hynny heb enwi neb.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished">Tynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>Withdraw session {}</source>
        <translation type="unfinished">Tynnu sesiwn {} yn ôl</translation>
    </message>
    <message>
        <source>Your view of this name is replaced.</source>
        <translation type="unfinished">Disodlir eich golwg o&apos;r enw hwn.</translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished">pob un</translation>
    </message>
    <message>
        <source>coder’s packet</source>
        <translation type="unfinished">pecyn codiwr</translation>
    </message>
    <message>
        <source>due in {} days</source>
        <translation type="unfinished">i&apos;w gyflwyno ymhen {} diwrnod</translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished">i&apos;w gyflwyno heddiw</translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation type="unfinished">i&apos;w gyflwyno yfory</translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished">hysbys</translation>
    </message>
    <message>
        <source>no access</source>
        <translation type="unfinished">dim mynediad</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished">dim recordiad</translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished">dim</translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished">heb ei ddweud</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished">heb ei weld eto</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished">dim byd</translation>
    </message>
    <message>
        <source>observed</source>
        <translation type="unfinished">arsylwyd</translation>
    </message>
    <message>
        <source>office</source>
        <translation type="unfinished">swyddfa</translation>
    </message>
    <message>
        <source>office not known</source>
        <translation type="unfinished">swyddfa&apos;n anhysbys</translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished">y tu allan</translation>
    </message>
    <message>
        <source>overdue by 1 day</source>
        <translation type="unfinished">1 diwrnod yn hwyr</translation>
    </message>
    <message>
        <source>overdue by {} days</source>
        <translation type="unfinished">{} diwrnod yn hwyr</translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished">cyfnod</translation>
    </message>
    <message>
        <source>phase not known</source>
        <translation type="unfinished">cyfnod yn anhysbys</translation>
    </message>
    <message>
        <source>seen by {}</source>
        <translation type="unfinished">gwelwyd gan {}</translation>
    </message>
    <message>
        <source>team</source>
        <translation type="unfinished">tîm</translation>
    </message>
    <message>
        <source>the program</source>
        <translation type="unfinished">y rhaglen</translation>
    </message>
    <message>
        <source>whether {} applies</source>
        <translation type="unfinished">a yw {} yn berthnasol</translation>
    </message>
    <message>
        <source>whole</source>
        <translation type="unfinished">cyfan</translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation type="unfinished">yn ysgrifennu&apos;r adroddiad</translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished">ie</translation>
    </message>
    <message>
        <source>{0} left as before: {1}.</source>
        <translation type="unfinished">Gadawyd {0} fel o&apos;r blaen: {1}.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished">{0} o {1}</translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation type="unfinished">penderfynwyd ar {0} o {1}</translation>
    </message>
    <message>
        <source>{0} of {1} submitted</source>
        <translation type="unfinished">{0} o {1} wedi&apos;u cyflwyno</translation>
    </message>
    <message>
        <source>{0} raised, {1} not seen yet: see Concerns</source>
        <translation type="unfinished">codwyd {0}, {1} heb eu gweld eto: gweler Pryderon</translation>
    </message>
    <message>
        <source>{0} to {1}, {2} coded twice ({3}%)</source>
        <translation type="unfinished">{0} i {1}, {2} wedi&apos;u codio ddwywaith ({3}%)</translation>
    </message>
    <message>
        <source>{0} was issued by this study: exported {1} by {2}.</source>
        <translation type="unfinished">Cyhoeddwyd {0} gan yr astudiaeth hon: allforiwyd {1} gan {2}.</translation>
    </message>
    <message>
        <source>{0}, due {1}</source>
        <translation type="unfinished">{0}, erbyn {1}</translation>
    </message>
    <message>
        <source>{0}, reported {1}</source>
        <translation type="unfinished">{0}, adroddwyd {1}</translation>
    </message>
    <message>
        <source>{0}, seed {1}</source>
        <translation type="unfinished">{0}, hedyn {1}</translation>
    </message>
    <message>
        <source>{0}: heard less than all; {1}</source>
        <translation type="unfinished">{0}: clywyd llai na&apos;r cyfan; {1}</translation>
    </message>
    <message>
        <source>{0}: {1} unsure</source>
        <translation type="unfinished">{0}: {1} yn ansicr</translation>
    </message>
    <message>
        <source>{} applies</source>
        <translation type="unfinished">mae {} yn berthnasol</translation>
    </message>
    <message>
        <source>{} coders</source>
        <translation type="unfinished">{} o godwyr</translation>
    </message>
    <message>
        <source>{} concerns</source>
        <translation type="unfinished">{} o bryderon</translation>
    </message>
    <message>
        <source>{} dimensions</source>
        <translation type="unfinished">{} o ddimensiynau</translation>
    </message>
    <message>
        <source>{} does not apply</source>
        <translation type="unfinished">nid yw {} yn berthnasol</translation>
    </message>
    <message>
        <source>{} given</source>
        <translation type="unfinished">rhoddwyd {}</translation>
    </message>
    <message>
        <source>{} in progress</source>
        <translation type="unfinished">{} ar y gweill</translation>
    </message>
    <message>
        <source>{} is no file that this study issued. Exports that were made before files were entered one by one are known by their manifest.json alone.</source>
        <translation type="unfinished">Nid ffeil a gyhoeddodd yr astudiaeth hon yw {}. Dim ond wrth eu manifest.json y mae allforion a wnaed cyn cofnodi ffeiliau fesul un yn hysbys.</translation>
    </message>
    <message>
        <source>{} is not as this study issued it: a file of that name was exported, with another content. It was changed, or is of another study.</source>
        <translation type="unfinished">Nid yw {} fel y cyhoeddodd yr astudiaeth hon ef: allforiwyd ffeil o&apos;r enw hwnnw, â chynnwys arall. Fe&apos;i newidiwyd, neu mae o astudiaeth arall.</translation>
    </message>
    <message>
        <source>{} not known</source>
        <translation type="unfinished">{} yn anhysbys</translation>
    </message>
    <message>
        <source>{} of them shorter than the window: the whole recording is taken.</source>
        <translation type="unfinished">Mae {} ohonynt yn fyrrach na&apos;r ffenestr: cymerir y recordiad cyfan.</translation>
    </message>
    <message>
        <source>{} overdue</source>
        <translation type="unfinished">{} yn hwyr</translation>
    </message>
    <message>
        <source>{} refused</source>
        <translation type="unfinished">gwrthodwyd {}</translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished">{} o sesiynau</translation>
    </message>
    <message>
        <source>{} sessions go into the coder&apos;s queue in random order. Where a session has a coder already, the second one codes it independently; neither is told.</source>
        <translation type="unfinished">Mae {} o sesiynau&apos;n mynd i giw&apos;r codiwr mewn trefn ar hap. Lle mae gan sesiwn godiwr eisoes, mae&apos;r ail yn ei chodio&apos;n annibynnol; ni ddywedir wrth y naill na&apos;r llall.</translation>
    </message>
    <message>
        <source>{} unsure</source>
        <translation type="unfinished">{} yn ansicr</translation>
    </message>
    <message>
        <source>{} will get a segment.</source>
        <translation type="unfinished">Bydd {} yn cael segment.</translation>
    </message>
    <message>
        <source>{}% of the segment was heard.</source>
        <translation type="unfinished">Clywyd {}% o&apos;r segment.</translation>
    </message>
    <message>
        <source>{}, deleted</source>
        <translation type="unfinished">{}, dilëwyd</translation>
    </message>
    <message>
        <source>{}, overdue</source>
        <translation type="unfinished">{}, yn hwyr</translation>
    </message>
    <message>
        <source>{}. Coders see the day in their queue, which keeps its order. What is submitted is not touched. Without a day, nothing is due.</source>
        <translation type="unfinished">{}. Mae codwyr yn gweld y diwrnod yn eu ciw, sy&apos;n cadw ei drefn. Ni chyffyrddir â&apos;r hyn a gyflwynwyd. Heb ddiwrnod, nid oes dim yn ddyledus.</translation>
    </message>
    <message>
        <source>{}. On the day after, the sound is listed as due; a lead deletes it then. Without a day of their own, the rule in the study settings holds.</source>
        <translation type="unfinished">{}. Y diwrnod wedyn, rhestrir y sain fel sain i&apos;w dileu; arweinydd sy&apos;n ei dileu wedyn. Heb eu diwrnod eu hunain, y rheol yng ngosodiadau&apos;r astudiaeth sy&apos;n dal.</translation>
    </message>
    <message>
        <source>{}. The segment as it is and your reason stay on record. A session that a coder has begun keeps its segment.</source>
        <translation type="unfinished">{}. Mae&apos;r segment fel y mae a&apos;ch rheswm yn aros ar gofnod. Mae sesiwn a ddechreuwyd gan godiwr yn cadw ei segment.</translation>
    </message>
    <message>
        <source>{}: agreed</source>
        <translation type="unfinished">{}: cytunwyd</translation>
    </message>
    <message>
        <source>{}: back in queues and numbers, as if they had never been out of use.</source>
        <translation type="unfinished">{}: yn ôl mewn ciwiau a rhifau, fel petai heb fod allan o ddefnydd erioed.</translation>
    </message>
    <message>
        <source>{}: out of every queue, plan and meeting. Nothing is deleted: the recording and what was coded stay in the study folder, and a lead can take the session back.</source>
        <translation type="unfinished">{}: allan o bob ciw, cynllun a chyfarfod. Ni ddilëir dim: mae&apos;r recordiad a&apos;r hyn a godiwyd yn aros yn ffolder yr astudiaeth, a gall arweinydd adfer y sesiwn.</translation>
    </message>
    <message>
        <source>{}: recognised someone, or learned office or phase</source>
        <translation type="unfinished">{}: adnabu rywun, neu ddysgodd y swyddfa neu&apos;r cyfnod</translation>
    </message>
    <message>
        <source>{}: refused, or taken back</source>
        <translation type="unfinished">{}: gwrthodwyd, neu tynnwyd yn ôl</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>All sessions</source>
        <translation type="unfinished">Pob sesiwn</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation type="unfinished">Fy nghiw</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished">Beth sy&apos;n cael ei ddangos</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished">Pwy ydych chi?</translation>
    </message>
    <message>
        <source>Choose your code under “I am” at the top right. Everything you do is saved under it, and you see the sessions that are yours.</source>
        <translation type="unfinished">Dewiswch eich cod o dan “Fi yw” ar y dde uchaf. Caiff popeth a wnewch ei gadw o dano, a gwelwch y sesiynau sy&apos;n eiddo i chi.</translation>
    </message>
</context>
<context>
    <name>SeveralOf</name>
    <message>
        <source>{0} of {1} chosen</source>
        <translation type="unfinished">Dewiswyd {0} o {1}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished">Llwybrau byr</translation>
    </message>
    <message>
        <source>Filter by words or keys</source>
        <translation type="unfinished">Hidlo yn ôl geiriau neu fysellau</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation type="unfinished">Hidlo&apos;r llwybrau byr</translation>
    </message>
    <message>
        <source>No shortcut has these words.</source>
        <translation type="unfinished">Nid oes gan unrhyw lwybr byr y geiriau hyn.</translation>
    </message>
    <message>
        <source>{0} lines copied</source>
        <translation type="unfinished">Copïwyd {0} o linellau</translation>
    </message>
    <message>
        <source>Print the shortcuts</source>
        <translation type="unfinished">Argraffu&apos;r llwybrau byr</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">Copïo</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished">Argraffu…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished">Newid bysellau…</translation>
    </message>
</context>
<context>
    <name>Silences</name>
    <message>
        <source>Silences are skipped</source>
        <translation type="unfinished">Neidir dros dawelwch</translation>
    </message>
    <message>
        <source>Silences are played</source>
        <translation type="unfinished">Chwaraeir tawelwch</translation>
    </message>
    <message>
        <source>Silences cannot be found in this recording.</source>
        <translation type="unfinished">Ni ellir canfod tawelwch yn y recordiad hwn.</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source> and </source>
        <translation type="unfinished"> a </translation>
    </message>
    <message>
        <source>Sound cannot be played: Qt Multimedia finds no media library on this computer. Install practicecoder again.</source>
        <translation type="unfinished">Ni ellir chwarae sain: nid yw Qt Multimedia yn canfod llyfrgell gyfryngau ar y cyfrifiadur hwn. Gosodwch practicecoder eto.</translation>
    </message>
    <message>
        <source>Sound cannot be played: the system library {0} is missing. Have it installed (sudo apt install {1}), then start practicecoder again.</source>
        <translation type="unfinished">Ni ellir chwarae sain: mae llyfrgell system {0} ar goll. Trefnwch iddi gael ei gosod (sudo apt install {1}), yna dechreuwch practicecoder eto.</translation>
    </message>
    <message>
        <source>The recording cannot be played: its file is missing or damaged. Nothing of your coding is lost. Ask the lead to check the study&apos;s recordings.</source>
        <translation type="unfinished">Ni ellir chwarae&apos;r recordiad: mae ei ffeil ar goll neu wedi&apos;i difrodi. Nid oes dim o&apos;ch codio wedi&apos;i golli. Gofynnwch i&apos;r arweinydd wirio recordiadau&apos;r astudiaeth.</translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>Find the file…</source>
        <translation type="unfinished">Canfod y ffeil…</translation>
    </message>
    <message>
        <source>Search a folder…</source>
        <translation type="unfinished">Chwilio ffolder…</translation>
    </message>
    <message>
        <source>Look for all missing recordings of the study, whatever they are called</source>
        <translation type="unfinished">Chwilio am bob recordiad sydd ar goll o&apos;r astudiaeth, beth bynnag yw eu henwau</translation>
    </message>
    <message>
        <source>Comparing the file with the recording</source>
        <translation type="unfinished">Yn cymharu&apos;r ffeil â&apos;r recordiad</translation>
    </message>
    <message>
        <source>The recording is found.</source>
        <translation type="unfinished">Daethpwyd o hyd i&apos;r recordiad.</translation>
    </message>
    <message>
        <source>Looking for recordings</source>
        <translation type="unfinished">Yn chwilio am recordiadau</translation>
    </message>
    <message>
        <source>Find the file</source>
        <translation type="unfinished">Canfod y ffeil</translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation type="unfinished">Chwilio ffolder</translation>
    </message>
    <message>
        <source>No missing recording is in this folder. Choose another one.</source>
        <translation type="unfinished">Nid oes recordiad coll yn y ffolder hwn. Dewiswch un arall.</translation>
    </message>
</context>
<context>
    <name>SoundNotices</name>
    <message>
        <source>About the sound</source>
        <translation type="unfinished">Ynghylch y sain</translation>
    </message>
    <message>
        <source>This session has no recording.</source>
        <translation type="unfinished">Nid oes recordiad gan y sesiwn hon.</translation>
    </message>
    <message>
        <source>The sound of this session was deleted on its day, as the study had agreed. Everything that was coded is here.</source>
        <translation type="unfinished">Dilëwyd sain y sesiwn hon ar ei diwrnod, fel y cytunodd yr astudiaeth. Mae popeth a godiwyd yma.</translation>
    </message>
    <message>
        <source>The recording is missing from the study folder.</source>
        <translation type="unfinished">Mae&apos;r recordiad ar goll o ffolder yr astudiaeth.</translation>
    </message>
    <message>
        <source>The recording was altered since it was added to the study, so it is not played.</source>
        <translation type="unfinished">Newidiwyd y recordiad ers ei ychwanegu at yr astudiaeth, felly ni chaiff ei chwarae.</translation>
    </message>
    <message>
        <source>No sound output: playing is silent and does not count as heard.</source>
        <translation type="unfinished">Dim allbwn sain: mae&apos;r chwarae&apos;n ddistaw ac nid yw&apos;n cyfrif fel clywed.</translation>
    </message>
    <message>
        <source>The session can be coded all the same.</source>
        <translation type="unfinished">Gellir codio&apos;r sesiwn er hynny.</translation>
    </message>
</context>
<context>
    <name>SourcePart</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished">Dewis ffolder…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished">Dewis ffeiliau…</translation>
    </message>
    <message>
        <source>A file&apos;s &amp;folder names its coder</source>
        <translation type="unfinished">Mae &amp;ffolder y ffeil yn enwi ei chodiwr</translation>
    </message>
    <message>
        <source>About the files</source>
        <translation type="unfinished">Ynghylch y ffeiliau</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation type="unfinished">{0} o ffeiliau</translation>
    </message>
    <message>
        <source>Folder of codings</source>
        <translation type="unfinished">Ffolder setiau codio</translation>
    </message>
    <message>
        <source>Files of codings</source>
        <translation type="unfinished">Ffeiliau setiau codio</translation>
    </message>
</context>
<context>
    <name>SpeakerRows</name>
    <message>
        <source>In the file</source>
        <translation type="unfinished">Yn y ffeil</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished">Llinellau</translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished">Rôl</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation type="unfinished">Dangosir fel</translation>
    </message>
    <message>
        <source>The others are unknown</source>
        <translation type="unfinished">Mae&apos;r lleill yn anhysbys</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished">dim byd</translation>
    </message>
    <message>
        <source>Lines without a speaker</source>
        <translation type="unfinished">Llinellau heb siaradwr</translation>
    </message>
    <message>
        <source>Role of {0}</source>
        <translation type="unfinished">Rôl {0}</translation>
    </message>
    <message>
        <source>Choose a role…</source>
        <translation type="unfinished">Dewis rôl…</translation>
    </message>
</context>
<context>
    <name>SpeakersPart</name>
    <message>
        <source>Names are replaced when the transcript is imported, beside the lines and within them; the names of the file are not kept. Only names of speakers are known: others that are talked about stay.</source>
        <translation type="unfinished">Disodlir enwau pan fewnforir y trawsgrifiad, wrth ochr y llinellau ac ynddynt; ni chedwir enwau&apos;r ffeil. Dim ond enwau siaradwyr sy&apos;n hysbys: mae eraill y sonnir amdanynt yn aros.</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation type="unfinished">Pwy sy&apos;n siarad</translation>
    </message>
</context>
<context>
    <name>SpeechPreferences</name>
    <message>
        <source>Speech</source>
        <translation type="unfinished">Lleferydd</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation type="unfinished">Dim ffolder wedi&apos;i ddewis</translation>
    </message>
    <message>
        <source>Folder of the speech model</source>
        <translation type="unfinished">Ffolder y model lleferydd</translation>
    </message>
    <message>
        <source>PracticeCoder brings no model and fetches none. Copy all files of a model in the form of CTranslate2 into one folder; recordings never leave this computer.</source>
        <translation type="unfinished">Nid yw PracticeCoder yn dod â model nac yn nôl un. Copïwch holl ffeiliau model ar ffurf CTranslate2 i un ffolder; nid yw recordiadau byth yn gadael y cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation type="unfinished">adnabyddir hi</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished">Dewis ffolder…</translation>
    </message>
    <message>
        <source>Use no model</source>
        <translation type="unfinished">Peidio â defnyddio model</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation type="unfinished">Iaith lafar</translation>
    </message>
    <message>
        <source>Its code, such as en or cy; empty: it is recognised.</source>
        <translation type="unfinished">Ei chod, megis en neu cy; gwag: adnabyddir hi.</translation>
    </message>
    <message>
        <source>No model is used.</source>
        <translation type="unfinished">Ni ddefnyddir model.</translation>
    </message>
    <message>
        <source>The model is complete. Speech recognition itself is not installed: install practicecoder with the extra named speech.</source>
        <translation type="unfinished">Mae&apos;r model yn gyflawn. Nid yw adnabod lleferydd ei hun wedi&apos;i osod: gosodwch practicecoder gyda&apos;r ychwanegiad o&apos;r enw speech.</translation>
    </message>
    <message>
        <source>The model is complete.</source>
        <translation type="unfinished">Mae&apos;r model yn gyflawn.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Choose where the study folder goes.</source>
        <translation type="unfinished">Dewiswch ble mae ffolder yr astudiaeth yn mynd.</translation>
    </message>
    <message>
        <source>Enter your code; you are the first lead of the study.</source>
        <translation type="unfinished">Rhowch eich cod; chi yw arweinydd cyntaf yr astudiaeth.</translation>
    </message>
    <message>
        <source>Give the study a title.</source>
        <translation type="unfinished">Rhowch deitl i&apos;r astudiaeth.</translation>
    </message>
    <message>
        <source>This folder exists and is not empty. Choose a new or empty one.</source>
        <translation type="unfinished">Mae&apos;r ffolder hwn yn bod ac nid yw&apos;n wag. Dewiswch un newydd neu wag.</translation>
    </message>
    <message>
        <source>{0} (encrypted)</source>
        <translation type="unfinished">{0} (amgryptiedig)</translation>
    </message>
    <message>
        <source>{0} (not found)</source>
        <translation type="unfinished">{0} (heb ei ganfod)</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation type="unfinished">{0} ar {1}</translation>
    </message>
    <message>
        <source>{0} count codes</source>
        <translation type="unfinished">{0} o godau cyfrif</translation>
    </message>
    <message>
        <source>{0} dimensions rated {1} to {2}</source>
        <translation type="unfinished">{0} o ddimensiynau wedi&apos;u sgorio {1} i {2}</translation>
    </message>
    <message>
        <source>{0} scores</source>
        <translation type="unfinished">{0} o ganlyniadau</translation>
    </message>
    <message>
        <source>{0}. Licence: {1}.</source>
        <translation type="unfinished">{0}. Trwydded: {1}.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Continue: {}</source>
        <translation type="unfinished">Parhau: {}</translation>
    </message>
    <message>
        <source>Listen, rate with evidence, measure agreement, give feedback, analyse.</source>
        <translation type="unfinished">Gwrando, sgorio gyda thystiolaeth, mesur cytundeb, rhoi adborth, dadansoddi.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished">Parhau</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation type="unfinished">Astudiaethau diweddar</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation type="unfinished">Newydd yma?</translation>
    </message>
    <message>
        <source>The demonstration study shows the whole way with made-up data: listen, rate, compare coders, report, analyse. You cannot break anything.</source>
        <translation type="unfinished">Mae&apos;r astudiaeth arddangos yn dangos y daith gyfan gyda data ffug: gwrando, sgorio, cymharu codwyr, adrodd, dadansoddi. Ni allwch dorri dim.</translation>
    </message>
    <message>
        <source>Open the demonstration study</source>
        <translation type="unfinished">Agor yr astudiaeth arddangos</translation>
    </message>
    <message>
        <source>Open or begin</source>
        <translation type="unfinished">Agor neu ddechrau</translation>
    </message>
    <message>
        <source>Open study folder…</source>
        <translation type="unfinished">Agor ffolder astudiaeth…</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation type="unfinished">Astudiaeth newydd…</translation>
    </message>
    <message>
        <source>New study from a CACTI archive…</source>
        <translation type="unfinished">Astudiaeth newydd o archif CACTI…</translation>
    </message>
    <message>
        <source>Open a coding packet…</source>
        <translation type="unfinished">Agor pecyn codio…</translation>
    </message>
    <message>
        <source>Or drop a study folder or a packet here</source>
        <translation type="unfinished">Neu gollyngwch ffolder astudiaeth neu becyn yma</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished">Adfer copi wrth gefn…</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished">Llwybrau byr</translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">Agor</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished">Tynnu o&apos;r rhestr hon</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved</source>
        <translation type="unfinished">Wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>All changes saved {:%H:%M:%S}</source>
        <translation type="unfinished">Pob newid wedi&apos;i gadw {:%H:%M:%S}</translation>
    </message>
    <message>
        <source>Changes are not saved</source>
        <translation type="unfinished">Nid yw newidiadau&apos;n cael eu cadw</translation>
    </message>
</context>
<context>
    <name>StoppingPlace</name>
    <message>
        <source>PracticeCoder ended without closing. {0} is open again at {1}.</source>
        <translation type="unfinished">Daeth PracticeCoder i ben heb gau. Mae {0} ar agor eto ar {1}.</translation>
    </message>
    <message>
        <source>PracticeCoder ended without closing. {0} is open again.</source>
        <translation type="unfinished">Daeth PracticeCoder i ben heb gau. Mae {0} ar agor eto.</translation>
    </message>
    <message>
        <source>PracticeCoder ended without closing. {0} is open again at {1}, with the note you were writing.</source>
        <translation type="unfinished">Daeth PracticeCoder i ben heb gau. Mae {0} ar agor eto ar {1}, gyda&apos;r nodyn yr oeddech yn ei ysgrifennu.</translation>
    </message>
</context>
<context>
    <name>StoreBanners</name>
    <message>
        <source>Changes are not saved</source>
        <translation type="unfinished">Nid yw newidiadau&apos;n cael eu cadw</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished">&amp;Rhoi cynnig arall arni</translation>
    </message>
    <message>
        <source>&amp;Where is room?</source>
        <translation type="unfinished">&amp;Ble mae lle?</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation type="unfinished">&amp;Adfer copi wrth gefn…</translation>
    </message>
    <message>
        <source>No backup could be made</source>
        <translation type="unfinished">Ni ellid gwneud copi wrth gefn</translation>
    </message>
    <message>
        <source>Back up again</source>
        <translation type="unfinished">Gwneud copi wrth gefn eto</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished">Adfer copi wrth gefn…</translation>
    </message>
    <message>
        <source>Little room on the disk</source>
        <translation type="unfinished">Ychydig o le ar y ddisg</translation>
    </message>
    <message>
        <source>Where is room?</source>
        <translation type="unfinished">Ble mae lle?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Cau</translation>
    </message>
    <message>
        <source>Close the message about room</source>
        <translation type="unfinished">Cau&apos;r neges am le</translation>
    </message>
    <message>
        <source>Nothing was saved since the study was opened.</source>
        <translation type="unfinished">Ni chadwyd dim ers agor yr astudiaeth.</translation>
    </message>
    <message>
        <source>Last saved {0}.</source>
        <translation type="unfinished">Cadwyd ddiwethaf {0}.</translation>
    </message>
    <message>
        <source>What you typed stays in its field and is saved as soon as writing works; it is tried every 15 seconds.</source>
        <translation type="unfinished">Mae&apos;r hyn a deipiwyd gennych yn aros yn ei faes a chaiff ei gadw cyn gynted ag y bydd ysgrifennu&apos;n gweithio; rhoddir cynnig arni bob 15 eiliad.</translation>
    </message>
    <message>
        <source>Still not saved</source>
        <translation type="unfinished">Heb ei gadw o hyd</translation>
    </message>
    <message>
        <source>Changes are saved again</source>
        <translation type="unfinished">Mae newidiadau&apos;n cael eu cadw eto</translation>
    </message>
    <message>
        <source>Tried {0}. Earlier backups are kept.</source>
        <translation type="unfinished">Rhoddwyd cynnig arni {0}. Cedwir copïau wrth gefn cynharach.</translation>
    </message>
    <message>
        <source>Less than 500 MB are free for this study and its backups. Everything is saved so far. Make room before the disk is full.</source>
        <translation type="unfinished">Mae llai na 500 MB yn rhydd ar gyfer yr astudiaeth hon a&apos;i chopïau wrth gefn. Mae popeth wedi&apos;i gadw hyd yn hyn. Gwnewch le cyn i&apos;r ddisg lenwi.</translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message>
        <source>Session {}</source>
        <translation type="unfinished">Sesiwn {}</translation>
    </message>
    <message>
        <source>History and codings</source>
        <translation type="unfinished">Hanes a setiau codio</translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished">Hanes</translation>
    </message>
    <message>
        <source>Coders see {}.</source>
        <translation type="unfinished">Mae codwyr yn gweld {}.</translation>
    </message>
    <message>
        <source>History of the session</source>
        <translation type="unfinished">Hanes y sesiwn</translation>
    </message>
    <message>
        <source>Nothing is on record for this session yet.</source>
        <translation type="unfinished">Nid oes dim ar gofnod i&apos;r sesiwn hon eto.</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation type="unfinished">Camau</translation>
    </message>
    <message>
        <source>Acts and every change</source>
        <translation type="unfinished">Camau a phob newid</translation>
    </message>
    <message>
        <source>Changes of submitted codings</source>
        <translation type="unfinished">Newidiadau i setiau codio a gyflwynwyd</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation type="unfinished">Yr hyn a restrir</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished">Pawb</translation>
    </message>
    <message>
        <source>Whose acts are listed</source>
        <translation type="unfinished">Camau pwy a restrir</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation type="unfinished">&amp;Cadw fel CSV…</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation type="unfinished">Cadw&apos;r hanes</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished">CSV (*.csv)</translation>
    </message>
    <message>
        <source>Submitted versions</source>
        <translation type="unfinished">Fersiynau a gyflwynwyd</translation>
    </message>
    <message>
        <source>Not submitted yet. Ratings are shown to you once their coder submits them.</source>
        <translation type="unfinished">Heb ei gyflwyno eto. Dangosir sgoriau i chi ar ôl i&apos;w codiwr eu cyflwyno.</translation>
    </message>
</context>
<context>
    <name>StudyHeader</name>
    <message>
        <source>{} (no access)</source>
        <translation type="unfinished">{} (dim mynediad)</translation>
    </message>
    <message>
        <source>I am</source>
        <translation type="unfinished">Fi yw</translation>
    </message>
    <message>
        <source>The files of this study are not locked. Choose what to do about it.</source>
        <translation type="unfinished">Nid yw ffeiliau&apos;r astudiaeth hon dan glo. Dewiswch beth i&apos;w wneud am hynny.</translation>
    </message>
    <message>
        <source>Codebook of the study</source>
        <translation type="unfinished">Llyfr codau&apos;r astudiaeth</translation>
    </message>
    <message>
        <source>Made-up data</source>
        <translation type="unfinished">Data ffug</translation>
    </message>
    <message>
        <source>Nothing here is about real people</source>
        <translation type="unfinished">Nid oes dim yma am bobl go iawn</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished">Darllen yn unig</translation>
    </message>
    <message>
        <source>The study was opened for reading; nothing can be changed</source>
        <translation type="unfinished">Agorwyd yr astudiaeth i&apos;w darllen; ni ellir newid dim</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished">Amgryptiwyd</translation>
    </message>
    <message>
        <source>Every file of the study is locked by its passphrase</source>
        <translation type="unfinished">Mae pob ffeil o&apos;r astudiaeth wedi&apos;i chloi â&apos;i chyfrinymadrodd</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished">Heb ei amgryptio</translation>
    </message>
</context>
<context>
    <name>StudyLock</name>
    <message>
        <source>What was typed last could not be saved yet. It comes back when you unlock.</source>
        <translation type="unfinished">Ni ellid cadw&apos;r hyn a deipiwyd ddiwethaf eto. Daw&apos;n ôl pan fyddwch yn datgloi.</translation>
    </message>
    <message>
        <source>What was typed in a dialog comes back when you unlock.</source>
        <translation type="unfinished">Daw&apos;r hyn a deipiwyd mewn deialog yn ôl pan fyddwch yn datgloi.</translation>
    </message>
</context>
<context>
    <name>StudyOpening</name>
    <message>
        <source>Open study folder</source>
        <translation type="unfinished">Agor ffolder astudiaeth</translation>
    </message>
    <message>
        <source>An older version made this study. It is backed up and upgraded…</source>
        <translation type="unfinished">Fersiwn hŷn a wnaeth yr astudiaeth hon. Gwneir copi wrth gefn ohoni ac fe&apos;i huwchraddir…</translation>
    </message>
    <message>
        <source>Opening the study…</source>
        <translation type="unfinished">Yn agor yr astudiaeth…</translation>
    </message>
    <message>
        <source>Making the study…</source>
        <translation type="unfinished">Yn gwneud yr astudiaeth…</translation>
    </message>
    <message>
        <source>Making the demonstration study</source>
        <translation type="unfinished">Yn gwneud yr astudiaeth arddangos</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation type="unfinished">Mae&apos;r cyfrinymadrodd wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>The study is open elsewhere</source>
        <translation type="unfinished">Mae&apos;r astudiaeth ar agor yn rhywle arall</translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation type="unfinished">Agor i&apos;w darllen yn unig</translation>
    </message>
    <message>
        <source>The study is damaged</source>
        <translation type="unfinished">Mae&apos;r astudiaeth wedi&apos;i difrodi</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished">Adfer copi wrth gefn…</translation>
    </message>
</context>
<context>
    <name>StudySettingsDialog</name>
    <message>
        <source>Study settings</source>
        <translation type="unfinished">Gosodiadau&apos;r astudiaeth</translation>
    </message>
    <message>
        <source>Share of double coding in percent</source>
        <translation type="unfinished">Cyfran y codio dwbl mewn canran</translation>
    </message>
    <message>
        <source>Coders of a double-coded session</source>
        <translation type="unfinished">Codwyr sesiwn sy&apos;n cael ei chodio ddwywaith</translation>
    </message>
    <message>
        <source>What several codings give</source>
        <translation type="unfinished">Yr hyn y mae sawl codio&apos;n ei roi</translation>
    </message>
    <message>
        <source>Only certified coders are given sessions</source>
        <translation type="unfinished">Dim ond codwyr ardystiedig sy&apos;n cael sesiynau</translation>
    </message>
    <message>
        <source>Least number of recordings</source>
        <translation type="unfinished">Y nifer lleiaf o recordiadau</translation>
    </message>
    <message>
        <source>Least share of exact agreement in percent</source>
        <translation type="unfinished">Y gyfran leiaf o gytundeb union mewn canran</translation>
    </message>
    <message>
        <source>Least share within one level in percent</source>
        <translation type="unfinished">Y gyfran leiaf o fewn un lefel mewn canran</translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished">o leiaf</translation>
    </message>
    <message>
        <source>Ask for a weighted kappa</source>
        <translation type="unfinished">Gofyn am kappa wedi&apos;i bwysoli</translation>
    </message>
    <message>
        <source>Least weighted kappa</source>
        <translation type="unfinished">Y kappa wedi&apos;i bwysoli lleiaf</translation>
    </message>
    <message>
        <source>Shares hold for each dimension, not only over all</source>
        <translation type="unfinished">Mae&apos;r cyfrannau&apos;n dal ar gyfer pob dimensiwn, nid dros y cyfan yn unig</translation>
    </message>
    <message>
        <source>Days a certificate lasts</source>
        <translation type="unfinished">Diwrnodau y mae tystysgrif yn para</translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"> diwrnod</translation>
    </message>
    <message>
        <source>Days between checks</source>
        <translation type="unfinished">Diwrnodau rhwng gwiriadau</translation>
    </message>
    <message>
        <source>No checks</source>
        <translation type="unfinished">Dim gwiriadau</translation>
    </message>
    <message>
        <source>Days between sessions</source>
        <translation type="unfinished">Diwrnodau rhwng sesiynau</translation>
    </message>
    <message>
        <source>For example OFFICIAL-SENSITIVE</source>
        <translation type="unfinished">Er enghraifft OFFICIAL-SENSITIVE</translation>
    </message>
    <message>
        <source>Marking of reports</source>
        <translation type="unfinished">Marcio adroddiadau</translation>
    </message>
    <message>
        <source>Least number of sessions coded twice</source>
        <translation type="unfinished">Y nifer lleiaf o sesiynau wedi&apos;u codio ddwywaith</translation>
    </message>
    <message>
        <source>Least lower limit of agreement</source>
        <translation type="unfinished">Y terfyn isaf lleiaf o gytundeb</translation>
    </message>
    <message>
        <source>Count the optional codes of the codebook too</source>
        <translation type="unfinished">Cyfrif codau dewisol y llyfr codau hefyd</translation>
    </message>
    <message>
        <source>They hold for everyone in this study. Each change is kept on record.</source>
        <translation type="unfinished">Maent yn dal i bawb yn yr astudiaeth hon. Cedwir pob newid ar gofnod.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Cadw</translation>
    </message>
    <message>
        <source>Double coding</source>
        <translation type="unfinished">Codio dwbl</translation>
    </message>
    <message>
        <source>Share of &amp;sessions</source>
        <translation type="unfinished">Cyfran y &amp;sesiynau</translation>
    </message>
    <message>
        <source>Coded &amp;by</source>
        <translation type="unfinished">Wedi&apos;u codio &amp;gan</translation>
    </message>
    <message>
        <source>&amp;Without a consensus, several codings give</source>
        <translation type="unfinished">&amp;Heb gonsensws, mae sawl codio&apos;n rhoi</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished">Tystysgrifau</translation>
    </message>
    <message>
        <source>A coder passes when trials against reference codings reach all of these:</source>
        <translation type="unfinished">Mae codiwr yn pasio pan fydd treialon yn erbyn setiau codio cyfeirio yn cyrraedd y rhain i gyd:</translation>
    </message>
    <message>
        <source>&amp;Recordings, at least</source>
        <translation type="unfinished">&amp;Recordiadau, o leiaf</translation>
    </message>
    <message>
        <source>&amp;Exact agreement, at least</source>
        <translation type="unfinished">Cytundeb &amp;union, o leiaf</translation>
    </message>
    <message>
        <source>Within &amp;one level, at least</source>
        <translation type="unfinished">O fewn un &amp;lefel, o leiaf</translation>
    </message>
    <message>
        <source>Weighted kappa</source>
        <translation type="unfinished">Kappa wedi&apos;i bwysoli</translation>
    </message>
    <message>
        <source>Certificate &amp;lasts</source>
        <translation type="unfinished">Mae tystysgrif yn &amp;para</translation>
    </message>
    <message>
        <source>Check for &amp;drift every</source>
        <translation type="unfinished">Gwirio am &amp;ddrifft bob</translation>
    </message>
    <message>
        <source>Feedback to workers</source>
        <translation type="unfinished">Adborth i weithwyr</translation>
    </message>
    <message>
        <source>&amp;Next session due after</source>
        <translation type="unfinished">Angen y sesiwn &amp;nesaf ar ôl</translation>
    </message>
    <message>
        <source>&amp;Marking on every page</source>
        <translation type="unfinished">&amp;Marcio ar bob tudalen</translation>
    </message>
    <message>
        <source>A likely range of a score is shown from here on:</source>
        <translation type="unfinished">Dangosir ystod debygol canlyniad o&apos;r fan hon ymlaen:</translation>
    </message>
    <message>
        <source>Sessions coded &amp;twice, at least</source>
        <translation type="unfinished">Sesiynau wedi&apos;u codio ddwy&amp;waith, o leiaf</translation>
    </message>
    <message>
        <source>Lower limit of &amp;ICC(A,1), at least</source>
        <translation type="unfinished">Terfyn &amp;isaf ICC(A,1), o leiaf</translation>
    </message>
    <message>
        <source>End of sound</source>
        <translation type="unfinished">Diwedd sain</translation>
    </message>
    <message>
        <source>Sound whose day is over is listed under Data protection; a lead deletes it. Ratings stay. A day of a session&apos;s own comes first.</source>
        <translation type="unfinished">Rhestrir sain y mae ei diwrnod wedi mynd heibio o dan Diogelu data; arweinydd sy&apos;n ei dileu. Mae sgoriau&apos;n aros. Diwrnod y sesiwn ei hun sy&apos;n dod gyntaf.</translation>
    </message>
</context>
<context>
    <name>StudyView</name>
    <message>
        <source>{0}, {1} of {2} done</source>
        <translation type="unfinished">{0}, {1} o {2} wedi&apos;i wneud</translation>
    </message>
</context>
<context>
    <name>SubmitSheet</name>
    <message>
        <source>Submit</source>
        <translation type="unfinished">Cyflwyno</translation>
    </message>
    <message>
        <source>Worth a look first; it does not stand in the way:</source>
        <translation type="unfinished">Gwerth cipolwg yn gyntaf; nid yw&apos;n sefyll yn y ffordd:</translation>
    </message>
    <message>
        <source>All {0} dimensions are decided. {1}% of the segment was heard.</source>
        <translation type="unfinished">Penderfynwyd ar bob un o&apos;r {0} dimensiwn. Clywyd {1}% o&apos;r segment.</translation>
    </message>
    <message>
        <source>Submit and lock this coding?</source>
        <translation type="unfinished">Cyflwyno a chloi&apos;r codio hwn?</translation>
    </message>
    <message>
        <source>One thing is missing</source>
        <translation type="unfinished">Mae un peth ar goll</translation>
    </message>
    <message>
        <source>{0} things are missing</source>
        <translation type="unfinished">Mae {0} peth ar goll</translation>
    </message>
    <message>
        <source>Go to: {0}</source>
        <translation type="unfinished">Mynd i: {0}</translation>
    </message>
    <message>
        <source>for example: the rest is silence</source>
        <translation type="unfinished">er enghraifft: tawelwch yw&apos;r gweddill</translation>
    </message>
    <message>
        <source>Why not all of the segment was heard</source>
        <translation type="unfinished">Pam na chlywyd y segment cyfan</translation>
    </message>
    <message>
        <source>Submit and lock</source>
        <translation type="unfinished">Cyflwyno a chloi</translation>
    </message>
    <message>
        <source>Go on coding</source>
        <translation type="unfinished">Dal i godio</translation>
    </message>
</context>
<context>
    <name>Supervision</name>
    <message>
        <source>1 report was written.</source>
        <translation type="unfinished">Ysgrifennwyd 1 adroddiad.</translation>
    </message>
    <message>
        <source>A code, no names</source>
        <translation type="unfinished">Cod, dim enwau</translation>
    </message>
    <message>
        <source>A second thing (optional)</source>
        <translation type="unfinished">Ail beth (dewisol)</translation>
    </message>
    <message>
        <source>Choose the moments that matter most and say in your own words what was done. Two strengths and one thing to build are enough.</source>
        <translation type="unfinished">Dewiswch y momentau pwysicaf a dywedwch yn eich geiriau eich hun beth a wnaed. Mae dau gryfder ac un peth i&apos;w ddatblygu yn ddigon.</translation>
    </message>
    <message>
        <source>Consent for session {}</source>
        <translation type="unfinished">Cydsyniad ar gyfer sesiwn {}</translation>
    </message>
    <message>
        <source>Each file is the one that was released. Its name holds the worker&apos;s code and the random code of the session, nothing more.</source>
        <translation type="unfinished">Pob ffeil yw&apos;r un a ryddhawyd. Mae ei henw&apos;n dal cod y gweithiwr a chod hap y sesiwn, dim mwy.</translation>
    </message>
    <message>
        <source>First strength</source>
        <translation type="unfinished">Cryfder cyntaf</translation>
    </message>
    <message>
        <source>For example: a sentence was wrong</source>
        <translation type="unfinished">Er enghraifft: roedd brawddeg yn anghywir</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished">Nod</translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation type="unfinished">Y cymorth sydd ei angen</translation>
    </message>
    <message>
        <source>How the worker saw it</source>
        <translation type="unfinished">Sut y gwelodd y gweithiwr hi</translation>
    </message>
    <message>
        <source>How we will know</source>
        <translation type="unfinished">Sut y byddwn yn gwybod</translation>
    </message>
    <message>
        <source>In the worker&apos;s words, kept with the report. The report that was released does not hold them; release it again to print them.</source>
        <translation type="unfinished">Yng ngeiriau&apos;r gweithiwr, wedi&apos;u cadw gyda&apos;r adroddiad. Nid yw&apos;r adroddiad a ryddhawyd yn eu cynnwys; rhyddhewch ef eto i&apos;w hargraffu.</translation>
    </message>
    <message>
        <source>In the worker&apos;s words; printed on the report.</source>
        <translation type="unfinished">Yng ngeiriau&apos;r gweithiwr; wedi&apos;u hargraffu ar yr adroddiad.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Cadw</translation>
    </message>
    <message>
        <source>Next session due {}</source>
        <translation type="unfinished">Y sesiwn nesaf erbyn {}</translation>
    </message>
    <message>
        <source>Next session: no date is known</source>
        <translation type="unfinished">Y sesiwn nesaf: nid oes dyddiad hysbys</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nodyn</translation>
    </message>
    <message>
        <source>One specific goal, agreed together. Fields that stay empty are printed as lines to write on.</source>
        <translation type="unfinished">Un nod penodol, y cytunwyd arno gyda&apos;ch gilydd. Argreffir meysydd gwag fel llinellau i ysgrifennu arnynt.</translation>
    </message>
    <message>
        <source>Only what you tick is printed. Words that may identify somebody are underlined; put a word in brackets in their place, or leave the moment out.</source>
        <translation type="unfinished">Dim ond yr hyn a diciwch a argreffir. Tanlinellir geiriau a all ddangos pwy yw rhywun; rhowch air mewn cromfachau yn eu lle, neu hepgorwch y foment.</translation>
    </message>
    <message>
        <source>Preview and release</source>
        <translation type="unfinished">Rhagolwg a rhyddhau</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished">Dyfyniad</translation>
    </message>
    <message>
        <source>Read every moment</source>
        <translation type="unfinished">Darllen pob moment</translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished">Cofnodi</translation>
    </message>
    <message>
        <source>Released reports of a period</source>
        <translation type="unfinished">Adroddiadau a ryddhawyd mewn cyfnod</translation>
    </message>
    <message>
        <source>Second strength</source>
        <translation type="unfinished">Ail gryfder</translation>
    </message>
    <message>
        <source>Strengths and one thing to build</source>
        <translation type="unfinished">Cryfderau ac un peth i&apos;w ddatblygu</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished">Tynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>Take the release back</source>
        <translation type="unfinished">Tynnu&apos;r rhyddhad yn ôl</translation>
    </message>
    <message>
        <source>The report becomes a draft again and can be changed. The file that was handed over stays on record with the reason.</source>
        <translation type="unfinished">Daw&apos;r adroddiad yn ddrafft eto a gellir ei newid. Mae&apos;r ffeil a roddwyd yn aros ar gofnod gyda&apos;r rheswm.</translation>
    </message>
    <message>
        <source>The worker&apos;s own ratings, made before reading. They are a place to start talking and are never mixed with those of coders.</source>
        <translation type="unfinished">Sgoriau&apos;r gweithiwr ei hun, a wnaed cyn darllen. Man i ddechrau sgwrs ydynt ac ni chânt byth eu cymysgu â rhai codwyr.</translation>
    </message>
    <message>
        <source>The worker&apos;s response</source>
        <translation type="unfinished">Ymateb y gweithiwr</translation>
    </message>
    <message>
        <source>These are the pages. Until they are released each one says draft. The worker gets the very file that you have.</source>
        <translation type="unfinished">Dyma&apos;r tudalennau. Hyd nes y cânt eu rhyddhau mae pob un yn dweud drafft. Caiff y gweithiwr yr union ffeil sydd gennych chi.</translation>
    </message>
    <message>
        <source>To build next</source>
        <translation type="unfinished">I&apos;w ddatblygu nesaf</translation>
    </message>
    <message>
        <source>What became of the last goal</source>
        <translation type="unfinished">Beth ddaeth o&apos;r nod diwethaf</translation>
    </message>
    <message>
        <source>What the family and the worker agreed to. A use without an answer is not agreed to. Earlier answers stay on record.</source>
        <translation type="unfinished">Yr hyn y cytunodd y teulu a&apos;r gweithiwr iddo. Ni chytunwyd i ddefnydd heb ateb. Mae atebion cynharach yn aros ar gofnod.</translation>
    </message>
    <message>
        <source>What the family said</source>
        <translation type="unfinished">Yr hyn a ddywedodd y teulu</translation>
    </message>
    <message>
        <source>With which family</source>
        <translation type="unfinished">Gyda pha deulu</translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished">Ysgrifennu</translation>
    </message>
    <message>
        <source>after the worker&apos;s own view</source>
        <translation type="unfinished">ar ôl barn y gweithiwr ei hun</translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished">drafft</translation>
    </message>
    <message>
        <source>goal open</source>
        <translation type="unfinished">nod ar agor</translation>
    </message>
    <message>
        <source>new session</source>
        <translation type="unfinished">sesiwn newydd</translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished">dim dyddiad</translation>
    </message>
    <message>
        <source>no session yet</source>
        <translation type="unfinished">dim sesiwn eto</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished">heb ei sgorio</translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished">ar agor</translation>
    </message>
    <message>
        <source>released</source>
        <translation type="unfinished">rhyddhawyd</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation type="unfinished">adolygwyd</translation>
    </message>
    <message>
        <source>{} reports were written.</source>
        <translation type="unfinished">Ysgrifennwyd {} o adroddiadau.</translation>
    </message>
</context>
<context>
    <name>SupervisionActs</name>
    <message>
        <source>The study is open for reading only.</source>
        <translation type="unfinished">Mae&apos;r astudiaeth ar agor i&apos;w darllen yn unig.</translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>Worker</source>
        <translation type="unfinished">Gweithiwr</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Cyflwr</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation type="unfinished">Y nesaf erbyn</translation>
    </message>
    <message>
        <source>Find a worker</source>
        <translation type="unfinished">Canfod gweithiwr</translation>
    </message>
    <message>
        <source>Supervisees</source>
        <translation type="unfinished">Gweithwyr dan oruchwyliaeth</translation>
    </message>
    <message>
        <source>No worker is found.</source>
        <translation type="unfinished">Ni chafwyd gweithiwr.</translation>
    </message>
    <message>
        <source>Name supervisors…</source>
        <translation type="unfinished">Enwi goruchwylwyr…</translation>
    </message>
    <message>
        <source>Released reports…</source>
        <translation type="unfinished">Adroddiadau a ryddhawyd…</translation>
    </message>
    <message>
        <source>Reading the sessions…</source>
        <translation type="unfinished">Yn darllen y sesiynau…</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished">Beth sy&apos;n cael ei ddangos</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished">Gweithwyr</translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished">Tîm</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished">Goruchwyliaeth</translation>
    </message>
    <message>
        <source>PDF in large print (*.pdf)</source>
        <translation type="unfinished">PDF mewn print bras (*.pdf)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation type="unfinished">Dogfen Word (*.docx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished">PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation type="unfinished">Ysgrifennu&apos;r adroddiad</translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished">Ysgrifennwyd {}.</translation>
    </message>
    <message>
        <source>Write the evidence reel</source>
        <translation type="unfinished">Ysgrifennu&apos;r rîl dystiolaeth</translation>
    </message>
    <message>
        <source>Sound (*.wav)</source>
        <translation type="unfinished">Sain (*.wav)</translation>
    </message>
    <message>
        <source>Joining the moments</source>
        <translation type="unfinished">Yn uno&apos;r momentau</translation>
    </message>
    <message>
        <source>No worker to supervise yet</source>
        <translation type="unfinished">Nid oes gweithiwr i&apos;w oruchwylio eto</translation>
    </message>
    <message>
        <source>Workers appear here once one of their sessions has a purpose that allows feedback and a submitted coding.</source>
        <translation type="unfinished">Mae gweithwyr yn ymddangos yma unwaith y bydd gan un o&apos;u sesiynau ddiben sy&apos;n caniatáu adborth a chodio a gyflwynwyd.</translation>
    </message>
    <message>
        <source>A lead names the supervisor of each worker, on this page under Name supervisors.</source>
        <translation type="unfinished">Arweinydd sy&apos;n enwi goruchwyliwr pob gweithiwr, ar y dudalen hon o dan Enwi goruchwylwyr.</translation>
    </message>
</context>
<context>
    <name>SupervisorsDialog</name>
    <message>
        <source>Name supervisors</source>
        <translation type="unfinished">Enwi goruchwylwyr</translation>
    </message>
    <message>
        <source>Find a worker</source>
        <translation type="unfinished">Canfod gweithiwr</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished">Gweithiwr</translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation type="unfinished">Goruchwylwyr</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished">Gweithwyr</translation>
    </message>
    <message>
        <source>The study has no workers yet.</source>
        <translation type="unfinished">Nid oes gweithwyr gan yr astudiaeth eto.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished">Goruchwyliwr</translation>
    </message>
    <message>
        <source>&amp;Name for the selected</source>
        <translation type="unfinished">&amp;Enwi ar gyfer y rhai a ddewiswyd</translation>
    </message>
    <message>
        <source>&amp;End for the selected</source>
        <translation type="unfinished">&amp;Terfynu ar gyfer y rhai a ddewiswyd</translation>
    </message>
    <message>
        <source>A supervisor reads about their own workers only. Select workers, choose the person, and name or end.</source>
        <translation type="unfinished">Dim ond am ei weithwyr ei hun y mae goruchwyliwr yn darllen. Dewiswch weithwyr, dewiswch y person, ac enwch neu derfynwch.</translation>
    </message>
    <message>
        <source>&amp;Supervisor</source>
        <translation type="unfinished">&amp;Goruchwyliwr</translation>
    </message>
    <message>
        <source>Nobody holds the role of a supervisor yet. Add the person under People.</source>
        <translation type="unfinished">Nid oes gan neb rôl goruchwyliwr eto. Ychwanegwch y person o dan Pobl.</translation>
    </message>
</context>
<context>
    <name>TableImportDialog</name>
    <message>
        <source>&amp;Add sessions that the study lacks</source>
        <translation type="unfinished">&amp;Ychwanegu sesiynau nad ydynt yn yr astudiaeth</translation>
    </message>
    <message>
        <source>&amp;Remember these columns for this study</source>
        <translation type="unfinished">&amp;Cofio&apos;r colofnau hyn ar gyfer yr astudiaeth hon</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation type="unfinished">Mae&apos;r ffeil yn cael ei darllen…</translation>
    </message>
    <message>
        <source>Importing a table</source>
        <translation type="unfinished">Yn mewnforio tabl</translation>
    </message>
    <message>
        <source>Choose a file, or drop one here.</source>
        <translation type="unfinished">Dewiswch ffeil, neu gollyngwch un yma.</translation>
    </message>
</context>
<context>
    <name>TablePart</name>
    <message>
        <source>Drop a table here: sessions or ratings as CSV, Excel, SPSS or Parquet, an export of REDCap</source>
        <translation type="unfinished">Gollyngwch dabl yma: sesiynau neu sgoriau fel CSV, Excel, SPSS neu Parquet, allforiad o REDCap</translation>
    </message>
    <message>
        <source>About the table</source>
        <translation type="unfinished">Ynghylch y tabl</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished">Dewis ffeil…</translation>
    </message>
    <message>
        <source>REDCap&apos;s dictionary…</source>
        <translation type="unfinished">Geiriadur REDCap…</translation>
    </message>
    <message>
        <source>Tells which cells are blank because a question was never shown</source>
        <translation type="unfinished">Mae&apos;n dweud pa gelloedd sy&apos;n wag am na ddangoswyd cwestiwn erioed</translation>
    </message>
    <message>
        <source>Forget remembered columns</source>
        <translation type="unfinished">Anghofio&apos;r colofnau a gofiwyd</translation>
    </message>
    <message>
        <source>The columns are as they were when such a table was last imported</source>
        <translation type="unfinished">Mae&apos;r colofnau fel yr oeddent pan fewnforiwyd tabl o&apos;r fath ddiwethaf</translation>
    </message>
    <message>
        <source>Line of the &amp;headings</source>
        <translation type="unfinished">Llinell y &amp;penawdau</translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished">Tabl</translation>
    </message>
    <message>
        <source>REDCap&apos;s data dictionary</source>
        <translation type="unfinished">Geiriadur data REDCap</translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished">Pob ffeil</translation>
    </message>
    <message>
        <source>Data dictionary</source>
        <translation type="unfinished">Geiriadur data</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished">Tablau</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
</context>
<context>
    <name>TakeOutDialog</name>
    <message>
        <source>&amp;Withdrawn by the family or the worker</source>
        <translation type="unfinished">&amp;Tynnwyd yn ôl gan y teulu neu&apos;r gweithiwr</translation>
    </message>
    <message>
        <source>&amp;Unusable: the recording cannot be coded</source>
        <translation type="unfinished">&amp;Na ellir ei defnyddio: ni ellir codio&apos;r recordiad</translation>
    </message>
    <message>
        <source>What was coded enters no agreement, analysis, report or package any more.</source>
        <translation type="unfinished">Nid yw&apos;r hyn a godiwyd yn mynd i unrhyw gytundeb, dadansoddiad, adroddiad na phecyn mwyach.</translation>
    </message>
    <message>
        <source>{} with submitted codings: they can only be withdrawn.</source>
        <translation type="unfinished">{} â setiau codio a gyflwynwyd: ni ellir ond eu tynnu&apos;n ôl.</translation>
    </message>
    <message>
        <source>For example: the family telephoned. No names</source>
        <translation type="unfinished">Er enghraifft: ffoniodd y teulu. Dim enwau</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
</context>
<context>
    <name>TakePassphraseDialog</name>
    <message>
        <source>Take away the passphrase of {}</source>
        <translation type="unfinished">Cymryd cyfrinymadrodd {} oddi arnynt</translation>
    </message>
    <message>
        <source>It opens this study no more, but copies that were made before. Who had it may have copied the key: if that matters, make a new study.</source>
        <translation type="unfinished">Nid yw&apos;n agor yr astudiaeth hon mwyach, ond mae&apos;n agor copïau a wnaed cynt. Efallai fod pwy bynnag oedd ag ef wedi copïo&apos;r allwedd: os yw hynny o bwys, gwnewch astudiaeth newydd.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished">Cymryd oddi arnynt</translation>
    </message>
</context>
<context>
    <name>TeamPanel</name>
    <message>
        <source>First day of visits</source>
        <translation type="unfinished">Diwrnod cyntaf ymweliadau</translation>
    </message>
    <message>
        <source>Last day of visits</source>
        <translation type="unfinished">Diwrnod olaf ymweliadau</translation>
    </message>
    <message>
        <source>&amp;All visits</source>
        <translation type="unfinished">&amp;Pob ymweliad</translation>
    </message>
    <message>
        <source>&amp;Senior variant</source>
        <translation type="unfinished">&amp;Fersiwn uwch reolwyr</translation>
    </message>
    <message>
        <source>No single worker, no quotes; cells of few workers are hidden</source>
        <translation type="unfinished">Dim gweithiwr unigol, dim dyfyniadau; cuddir celloedd ag ychydig o weithwyr</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation type="unfinished">Cadw&apos;r adroddiad…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation type="unfinished">Rhyddhau…</translation>
    </message>
    <message>
        <source>Means over workers</source>
        <translation type="unfinished">Cymedrau dros weithwyr</translation>
    </message>
    <message>
        <source>Score or dimension</source>
        <translation type="unfinished">Sgôr neu ddimensiwn</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished">Cymedr</translation>
    </message>
    <message>
        <source>95% CI</source>
        <translation type="unfinished">CI 95%</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished">Gweithwyr</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished">Ymweliadau</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished">{low} i {high}</translation>
    </message>
    <message>
        <source>Visits &amp;from</source>
        <translation type="unfinished">Ymweliadau &amp;o</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation type="unfinished">&amp;hyd</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Word document (*.docx)</source>
        <translation type="unfinished">PDF (*.pdf);;Dogfen Word (*.docx)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation type="unfinished">Ysgrifennu&apos;r adroddiad</translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished">Ysgrifennwyd {}.</translation>
    </message>
    <message>
        <source>Release the team report</source>
        <translation type="unfinished">Rhyddhau adroddiad y tîm</translation>
    </message>
    <message>
        <source>Release these pages? The file is kept with its digest, without draft mark.</source>
        <translation type="unfinished">Rhyddhau&apos;r tudalennau hyn? Cedwir y ffeil gyda&apos;i chrynodeb digidol, heb farc drafft.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished">PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Minutes and seconds, such as 0:05, or -0:05 for earlier</source>
        <translation type="unfinished">Munudau ac eiliadau, megis 0:05, neu -0:05 ar gyfer cynharach</translation>
    </message>
    <message>
        <source>Minutes and seconds, such as 14:05</source>
        <translation type="unfinished">Munudau ac eiliadau, megis 14:05</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished">Dim</translation>
    </message>
    <message>
        <source>{0} is no time. {1}.</source>
        <translation type="unfinished">Nid yw {0} yn amser. {1}.</translation>
    </message>
</context>
<context>
    <name>TimeDelegate</name>
    <message>
        <source>Time of the mark</source>
        <translation type="unfinished">Amser y marc</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Code</source>
        <translation type="unfinished">Cod</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished">Codau</translation>
    </message>
    <message>
        <source>Codes: the worker&apos;s above, everybody else&apos;s below</source>
        <translation type="unfinished">Codau: rhai&apos;r gweithiwr uwchben, rhai pawb arall islaw</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Tystiolaeth</translation>
    </message>
    <message>
        <source>Evidence: triangle strength, square to build, ring neutral</source>
        <translation type="unfinished">Tystiolaeth: triongl cryfder, sgwâr i&apos;w ddatblygu, cylch niwtral</translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished">O</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation type="unfinished">Clywyd</translation>
    </message>
    <message>
        <source>Heard: filled where the recording was played</source>
        <translation type="unfinished">Clywyd: wedi&apos;i lenwi lle chwaraewyd y recordiad</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished">Math</translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished">Hyd</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished">Dolen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">Nodyn</translation>
    </message>
    <message>
        <source>Run-in</source>
        <translation type="unfinished">Rhagarweiniad</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished">Segment</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished">Siaradwr</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished">Lleferydd</translation>
    </message>
    <message>
        <source>Speech: filled where somebody speaks</source>
        <translation type="unfinished">Lleferydd: wedi&apos;i lenwi lle mae rhywun yn siarad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished">Amser</translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished">Tan</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished">Trawsgrifiad</translation>
    </message>
    <message>
        <source>Transcript: the worker above; below, filled for parents and carers, dotted for children, hatched for other professionals</source>
        <translation type="unfinished">Trawsgrifiad: y gweithiwr uwchben; islaw, wedi&apos;i lenwi ar gyfer rhieni a gofalwyr, dotiau ar gyfer plant, llinellau ar gyfer gweithwyr proffesiynol eraill</translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished">Beth</translation>
    </message>
    <message>
        <source>child</source>
        <translation type="unfinished">plentyn</translation>
    </message>
    <message>
        <source>heard</source>
        <translation type="unfinished">clywyd</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished">niwtral</translation>
    </message>
    <message>
        <source>nobody speaks</source>
        <translation type="unfinished">neb yn siarad</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation type="unfinished">heb ei glywed eto</translation>
    </message>
    <message>
        <source>other professional</source>
        <translation type="unfinished">gweithiwr proffesiynol arall</translation>
    </message>
    <message>
        <source>outside the segment: not coded</source>
        <translation type="unfinished">y tu allan i&apos;r segment: heb ei godio</translation>
    </message>
    <message>
        <source>parent or carer</source>
        <translation type="unfinished">rhiant neu ofalwr</translation>
    </message>
    <message>
        <source>played</source>
        <translation type="unfinished">chwaraewyd</translation>
    </message>
    <message>
        <source>played again and again</source>
        <translation type="unfinished">chwaraeir dro ar ôl tro</translation>
    </message>
    <message>
        <source>played before it, not coded</source>
        <translation type="unfinished">chwaraeir cyn hynny, heb ei godio</translation>
    </message>
    <message>
        <source>run-in: played before the segment, not coded</source>
        <translation type="unfinished">rhagarweiniad: chwaraeir cyn y segment, heb ei godio</translation>
    </message>
    <message>
        <source>somebody speaks</source>
        <translation type="unfinished">rhywun yn siarad</translation>
    </message>
    <message>
        <source>speaker not known</source>
        <translation type="unfinished">siaradwr yn anhysbys</translation>
    </message>
    <message>
        <source>strength</source>
        <translation type="unfinished">cryfder</translation>
    </message>
    <message>
        <source>to build</source>
        <translation type="unfinished">i&apos;w ddatblygu</translation>
    </message>
    <message>
        <source>what is coded</source>
        <translation type="unfinished">yr hyn sy&apos;n cael ei godio</translation>
    </message>
    <message>
        <source>worker</source>
        <translation type="unfinished">gweithiwr</translation>
    </message>
</context>
<context>
    <name>TimelinePicture</name>
    <message>
        <source>Scroll the waveform</source>
        <translation type="unfinished">Sgrolio&apos;r donffurf</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished">dim recordiad</translation>
    </message>
    <message>
        <source>position {0} of {1}</source>
        <translation type="unfinished">safle {0} o {1}</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation type="unfinished">Dim recordiad</translation>
    </message>
    <message>
        <source>The waveform is being made: {0}%</source>
        <translation type="unfinished">Mae&apos;r donffurf yn cael ei gwneud: {0}%</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished">Y llinell amser fel tabl</translation>
    </message>
    <message>
        <source>Kind of rows</source>
        <translation type="unfinished">Math o resi</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished">Pob math</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished">Llinell amser</translation>
    </message>
    <message>
        <source>There is nothing of this kind on the timeline.</source>
        <translation type="unfinished">Nid oes dim o&apos;r math hwn ar y llinell amser.</translation>
    </message>
    <message>
        <source>Not heard yet</source>
        <translation type="unfinished">Heb ei glywed eto</translation>
    </message>
    <message>
        <source>All of the segment was heard.</source>
        <translation type="unfinished">Clywyd y segment cyfan.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished">Chwarae o&apos;r fan hon</translation>
    </message>
    <message>
        <source>Play gap</source>
        <translation type="unfinished">Chwarae&apos;r bwlch</translation>
    </message>
    <message>
        <source>Not heard yet ({0})</source>
        <translation type="unfinished">Heb ei glywed eto ({0})</translation>
    </message>
    <message>
        <source>On the timeline ({0})</source>
        <translation type="unfinished">Ar y llinell amser ({0})</translation>
    </message>
</context>
<context>
    <name>TimesPart</name>
    <message>
        <source>Shift of all times</source>
        <translation type="unfinished">Symudiad pob amser</translation>
    </message>
    <message>
        <source>With a minus: earlier</source>
        <translation type="unfinished">Gyda minws: yn gynharach</translation>
    </message>
    <message>
        <source>&amp;Shift all times by</source>
        <translation type="unfinished">&amp;Symud pob amser gan</translation>
    </message>
    <message>
        <source>minutes:seconds, with a minus for earlier</source>
        <translation type="unfinished">munudau:eiliadau, gyda minws ar gyfer cynharach</translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished">Amserau</translation>
    </message>
    <message>
        <source>{0} lines, from {1} to {2}.</source>
        <translation type="unfinished">{0} o linellau, o {1} i {2}.</translation>
    </message>
    <message>
        <source>There is no recording to compare with.</source>
        <translation type="unfinished">Nid oes recordiad i gymharu ag ef.</translation>
    </message>
    <message>
        <source>The recording lasts {0}.</source>
        <translation type="unfinished">Hyd y recordiad yw {0}.</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>1 training recording goes into each coder&apos;s queue, at places chosen by lot. There they look like any other session.</source>
        <translation type="unfinished">Mae 1 recordiad hyfforddi&apos;n mynd i giw pob codiwr, mewn lleoedd a ddewisir drwy goelbren. Yno mae&apos;n edrych fel unrhyw sesiwn arall.</translation>
    </message>
    <message>
        <source>A day on which coders were trained together again. It is a line in every plot of drift.</source>
        <translation type="unfinished">Diwrnod pan hyfforddwyd codwyr gyda&apos;i gilydd eto. Mae&apos;n llinell ym mhob plot o ddrifft.</translation>
    </message>
    <message>
        <source>Asked for: {0}.</source>
        <translation type="unfinished">Gofynnir am: {0}.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished">Rhoi</translation>
    </message>
    <message>
        <source>Assign training recordings</source>
        <translation type="unfinished">Rhoi recordiadau hyfforddi</translation>
    </message>
    <message>
        <source>Attempt {0}:</source>
        <translation type="unfinished">Ymgais {0}:</translation>
    </message>
    <message>
        <source>End a certificate</source>
        <translation type="unfinished">Dod â thystysgrif i ben</translation>
    </message>
    <message>
        <source>End certificate</source>
        <translation type="unfinished">Dod â&apos;r dystysgrif i ben</translation>
    </message>
    <message>
        <source>Make</source>
        <translation type="unfinished">Gwneud</translation>
    </message>
    <message>
        <source>Make a training recording</source>
        <translation type="unfinished">Gwneud recordiad hyfforddi</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation type="unfinished">N/A</translation>
    </message>
    <message>
        <source>N/A against rated</source>
        <translation type="unfinished">N/A yn erbyn sgôr</translation>
    </message>
    <message>
        <source>N/A for different reasons</source>
        <translation type="unfinished">N/A am resymau gwahanol</translation>
    </message>
    <message>
        <source>No trial was submitted yet.</source>
        <translation type="unfinished">Ni chyflwynwyd treial eto.</translation>
    </message>
    <message>
        <source>Over all</source>
        <translation type="unfinished">Dros y cyfan</translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished">Cofnodi</translation>
    </message>
    <message>
        <source>Record a recalibration</source>
        <translation type="unfinished">Cofnodi ailraddnodiad</translation>
    </message>
    <message>
        <source>Remove a reference</source>
        <translation type="unfinished">Tynnu cyfeirnod</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation type="unfinished">Tynnu&apos;r cyfeirnod</translation>
    </message>
    <message>
        <source>The certificate of {0}, granted on {1}, is valid until {2}. It stays on record with your reason.</source>
        <translation type="unfinished">Mae tystysgrif {0}, a roddwyd ar {1}, yn ddilys tan {2}. Mae&apos;n aros ar gofnod gyda&apos;ch rheswm.</translation>
    </message>
    <message>
        <source>The reference is a copy of a submitted coding, best one that was agreed in a meeting, or you code the session yourself as its reference. The session and its codings stay data.</source>
        <translation type="unfinished">Copi o godio a gyflwynwyd yw&apos;r cyfeirnod, orau oll un y cytunwyd arno mewn cyfarfod, neu rydych yn codio&apos;r sesiwn eich hun fel ei chyfeirnod. Mae&apos;r sesiwn a&apos;i setiau codio&apos;n parhau&apos;n ddata.</translation>
    </message>
    <message>
        <source>You are certified until {0}.</source>
        <translation type="unfinished">Rydych wedi&apos;ch ardystio tan {0}.</translation>
    </message>
    <message>
        <source>You have no certificate for this codebook yet.</source>
        <translation type="unfinished">Nid oes gennych dystysgrif ar gyfer y llyfr codau hwn eto.</translation>
    </message>
    <message>
        <source>Your certificate expired on {0}.</source>
        <translation type="unfinished">Daeth eich tystysgrif i ben ar {0}.</translation>
    </message>
    <message>
        <source>Your certificate expires on {0}.</source>
        <translation type="unfinished">Daw eich tystysgrif i ben ar {0}.</translation>
    </message>
    <message>
        <source>Your certificate was ended on {0}: {1}</source>
        <translation type="unfinished">Terfynwyd eich tystysgrif ar {0}: {1}</translation>
    </message>
    <message>
        <source>certified</source>
        <translation type="unfinished">wedi&apos;i ardystio</translation>
    </message>
    <message>
        <source>ended on {0}</source>
        <translation type="unfinished">terfynwyd ar {0}</translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished">cyfartal</translation>
    </message>
    <message>
        <source>expired on {0}</source>
        <translation type="unfinished">daeth i ben ar {0}</translation>
    </message>
    <message>
        <source>expires on {0}</source>
        <translation type="unfinished">daw i ben ar {0}</translation>
    </message>
    <message>
        <source>in training</source>
        <translation type="unfinished">yn hyfforddi</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished">dim recordiad</translation>
    </message>
    <message>
        <source>no trials</source>
        <translation type="unfinished">dim treialon</translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished">dim</translation>
    </message>
    <message>
        <source>not rated by one</source>
        <translation type="unfinished">heb ei sgorio gan un</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished">heb ei gyrraedd</translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished">wedi&apos;i gyrraedd</translation>
    </message>
    <message>
        <source>valid until {0}</source>
        <translation type="unfinished">yn ddilys tan {0}</translation>
    </message>
    <message>
        <source>{0} level apart</source>
        <translation type="unfinished">{0} lefel ar wahân</translation>
    </message>
    <message>
        <source>{0} levels apart</source>
        <translation type="unfinished">{0} lefel ar wahân</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished">{0} o {1}</translation>
    </message>
    <message>
        <source>{0} training recordings go into each coder&apos;s queue, at places chosen by lot. There they look like any other session.</source>
        <translation type="unfinished">Mae {0} o recordiadau hyfforddi&apos;n mynd i giw pob codiwr, mewn lleoedd a ddewisir drwy goelbren. Yno maent yn edrych fel unrhyw sesiwn arall.</translation>
    </message>
    <message>
        <source>{0} trials, certified</source>
        <translation type="unfinished">{0} o dreialon, wedi&apos;i ardystio</translation>
    </message>
    <message>
        <source>{0}, not submitted yet</source>
        <translation type="unfinished">{0}, heb ei gyflwyno eto</translation>
    </message>
    <message>
        <source>{0}, {1} asked for</source>
        <translation type="unfinished">{0}, gofynnir am {1}</translation>
    </message>
    <message>
        <source>{0}, {1} more</source>
        <translation type="unfinished">{0}, {1} arall</translation>
    </message>
    <message>
        <source>{} is no training recording any more. Trials that nobody has begun leave their queues; one that was begun waits for another reference. Your reason and what the reference held stay on record; other codings are not touched.</source>
        <translation type="unfinished">Nid yw {} yn recordiad hyfforddi mwyach. Mae treialon nad oes neb wedi&apos;u dechrau&apos;n gadael eu ciwiau; mae un a ddechreuwyd yn aros am gyfeirnod arall. Mae&apos;ch rheswm a&apos;r hyn oedd yn y cyfeirnod yn aros ar gofnod; mae setiau codio eraill yn aros fel y maent.</translation>
    </message>
</context>
<context>
    <name>TrainingActs</name>
    <message>
        <source>{} is a training recording.</source>
        <translation type="unfinished">Mae {} yn recordiad hyfforddi.</translation>
    </message>
    <message>
        <source>{} is in your queue to be coded as the reference.</source>
        <translation type="unfinished">Mae {} yn eich ciw i&apos;w chodio fel y cyfeirnod.</translation>
    </message>
    <message>
        <source>{} is certified until {}.</source>
        <translation type="unfinished">Mae {} wedi&apos;i ardystio tan {}.</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Comparing with the references…</source>
        <translation type="unfinished">Yn cymharu â&apos;r cyfeirnodau…</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished">Beth sy&apos;n cael ei ddangos</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation type="unfinished">Codwyr</translation>
    </message>
    <message>
        <source>Training recordings</source>
        <translation type="unfinished">Recordiadau hyfforddi</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished">Drifft</translation>
    </message>
    <message>
        <source>My trials</source>
        <translation type="unfinished">Fy nhreialon</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>C</source>
        <translation type="unfinished">P</translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished">Plentyn</translation>
    </message>
    <message>
        <source>O</source>
        <translation type="unfinished">A</translation>
    </message>
    <message>
        <source>Other professional</source>
        <translation type="unfinished">Gweithiwr proffesiynol arall</translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished">Rh</translation>
    </message>
    <message>
        <source>Parent or carer</source>
        <translation type="unfinished">Rhiant neu ofalwr</translation>
    </message>
    <message>
        <source>Talking time: {0}</source>
        <translation type="unfinished">Amser siarad: {0}</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished">Anhysbys</translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished">G</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished">Gweithiwr</translation>
    </message>
    <message>
        <source>{0} {1}%</source>
        <translation type="unfinished">{0} {1}%</translation>
    </message>
</context>
<context>
    <name>TranscriptFiles</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished">Trawsgrifiad</translation>
    </message>
    <message>
        <source>Import a transcript…</source>
        <translation type="unfinished">Mewnforio trawsgrifiad…</translation>
    </message>
    <message>
        <source>Recognise speech on this computer…</source>
        <translation type="unfinished">Adnabod lleferydd ar y cyfrifiadur hwn…</translation>
    </message>
    <message>
        <source>Save as WebVTT or SRT…</source>
        <translation type="unfinished">Cadw fel WebVTT neu SRT…</translation>
    </message>
    <message>
        <source>Remove the transcript…</source>
        <translation type="unfinished">Tynnu&apos;r trawsgrifiad…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished">Stopiwyd. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>The transcript is saved</source>
        <translation type="unfinished">Mae&apos;r trawsgrifiad wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>Remove the transcript</source>
        <translation type="unfinished">Tynnu&apos;r trawsgrifiad</translation>
    </message>
    <message>
        <source>Remove the transcript of this session? Everyone who codes the session loses it. Evidence made from it stays, with its words. This cannot be undone.</source>
        <translation type="unfinished">Tynnu trawsgrifiad y sesiwn hon? Bydd pawb sy&apos;n codio&apos;r sesiwn yn ei golli. Mae tystiolaeth a wnaed ohono&apos;n aros, gyda&apos;i geiriau. Ni ellir dadwneud hyn.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Tynnu</translation>
    </message>
    <message>
        <source>Replace the transcript…</source>
        <translation type="unfinished">Disodli&apos;r trawsgrifiad…</translation>
    </message>
    <message>
        <source>Speech of the recording</source>
        <translation type="unfinished">Lleferydd y recordiad</translation>
    </message>
    <message>
        <source>The transcript is imported</source>
        <translation type="unfinished">Mae&apos;r trawsgrifiad wedi&apos;i fewnforio</translation>
    </message>
    <message>
        <source>Save the transcript</source>
        <translation type="unfinished">Cadw&apos;r trawsgrifiad</translation>
    </message>
    <message>
        <source>The transcript is removed</source>
        <translation type="unfinished">Mae&apos;r trawsgrifiad wedi&apos;i dynnu</translation>
    </message>
</context>
<context>
    <name>TranscriptHead</name>
    <message>
        <source>Follow</source>
        <translation type="unfinished">Dilyn</translation>
    </message>
    <message>
        <source>Scroll with the recording</source>
        <translation type="unfinished">Sgrolio gyda&apos;r recordiad</translation>
    </message>
    <message>
        <source>Follow the recording</source>
        <translation type="unfinished">Dilyn y recordiad</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation type="unfinished">Canfod yn y trawsgrifiad</translation>
    </message>
    <message>
        <source>Evidence from the transcript</source>
        <translation type="unfinished">Tystiolaeth o&apos;r trawsgrifiad</translation>
    </message>
    <message>
        <source>Transcript: import, save or remove</source>
        <translation type="unfinished">Trawsgrifiad: mewnforio, cadw neu dynnu</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Find in the transcript</source>
        <translation type="unfinished">Canfod yn y trawsgrifiad</translation>
    </message>
    <message>
        <source>This coding cannot be changed</source>
        <translation type="unfinished">Ni ellir newid y codio hwn</translation>
    </message>
    <message>
        <source>There is no line to make evidence of</source>
        <translation type="unfinished">Nid oes llinell i wneud tystiolaeth ohoni</translation>
    </message>
    <message>
        <source>This lies outside the segment that is coded</source>
        <translation type="unfinished">Mae hyn y tu allan i&apos;r segment sy&apos;n cael ei godio</translation>
    </message>
    <message>
        <source>This line lies outside the segment</source>
        <translation type="unfinished">Mae&apos;r llinell hon y tu allan i&apos;r segment</translation>
    </message>
    <message>
        <source>Follows the recording</source>
        <translation type="unfinished">Yn dilyn y recordiad</translation>
    </message>
    <message>
        <source>Stays where you read</source>
        <translation type="unfinished">Yn aros lle rydych yn darllen</translation>
    </message>
    <message>
        <source>has evidence</source>
        <translation type="unfinished">mae ganddi dystiolaeth</translation>
    </message>
    <message>
        <source>outside the segment</source>
        <translation type="unfinished">y tu allan i&apos;r segment</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished">Trawsgrifiad</translation>
    </message>
    <message>
        <source>Enter plays from a line</source>
        <translation type="unfinished">Mae Enter yn chwarae o linell</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished">Chwarae o&apos;r fan hon</translation>
    </message>
    <message>
        <source>Evidence from this</source>
        <translation type="unfinished">Tystiolaeth o hyn</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Position in the recording</source>
        <translation type="unfinished">Safle yn y recordiad</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">Oedi</translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished">Chwarae</translation>
    </message>
    <message>
        <source>Back {0} seconds</source>
        <translation type="unfinished">Yn ôl {0} eiliad</translation>
    </message>
    <message>
        <source>Forward {0} seconds</source>
        <translation type="unfinished">Ymlaen {0} eiliad</translation>
    </message>
    <message>
        <source>Replay the last {0} seconds</source>
        <translation type="unfinished">Ailchwarae&apos;r {0} eiliad olaf</translation>
    </message>
    <message>
        <source>Change to speed {0}</source>
        <translation type="unfinished">Newid i gyflymder {0}</translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished">Cyflymder {0}</translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished">i ffwrdd</translation>
    </message>
</context>
<context>
    <name>TrendPanel</name>
    <message>
        <source>Correlation with days</source>
        <translation type="unfinished">Cydberthyniad â diwrnodau</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished">Dros amser</translation>
    </message>
</context>
<context>
    <name>TrialsView</name>
    <message>
        <source>Trials</source>
        <translation type="unfinished">Treialon</translation>
    </message>
    <message>
        <source>No trial was submitted yet.</source>
        <translation type="unfinished">Ni chyflwynwyd treial eto.</translation>
    </message>
    <message>
        <source>Agreement by dimension, latest attempt</source>
        <translation type="unfinished">Cytundeb fesul dimensiwn, yr ymgais ddiweddaraf</translation>
    </message>
    <message>
        <source>Agreement appears with the first trial.</source>
        <translation type="unfinished">Mae cytundeb yn ymddangos gyda&apos;r treial cyntaf.</translation>
    </message>
    <message>
        <source>Compare with the reference…</source>
        <translation type="unfinished">Cymharu â&apos;r cyfeirnod…</translation>
    </message>
    <message>
        <source>Ratings and evidence side by side (Enter)</source>
        <translation type="unfinished">Sgoriau a thystiolaeth ochr yn ochr (Enter)</translation>
    </message>
    <message>
        <source>By dimension, latest attempt</source>
        <translation type="unfinished">Fesul dimensiwn, yr ymgais ddiweddaraf</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codio</translation>
    </message>
    <message>
        <source>For example: the wrong segment was coded</source>
        <translation type="unfinished">Er enghraifft: codiwyd y segment anghywir</translation>
    </message>
    <message>
        <source>&amp;Coding</source>
        <translation type="unfinished">&amp;Codio</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Rheswm</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Words are not saved</source>
        <translation type="unfinished">Nid yw geiriau wedi&apos;u cadw</translation>
    </message>
    <message>
        <source>What you typed last could not be saved yet.</source>
        <translation type="unfinished">Ni ellid cadw&apos;r hyn a deipiwyd gennych ddiwethaf eto.</translation>
    </message>
    <message>
        <source>Stay, make room or check the disk, and it is saved by itself. You can also copy the words elsewhere first. Everything saved before is safe.</source>
        <translation type="unfinished">Arhoswch, gwnewch le neu gwiriwch y ddisg, ac fe&apos;i cedwir ohono&apos;i hun. Gallwch hefyd gopïo&apos;r geiriau i rywle arall yn gyntaf. Mae popeth a gadwyd cynt yn ddiogel.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished">Aros</translation>
    </message>
    <message>
        <source>Close and lose the words</source>
        <translation type="unfinished">Cau a cholli&apos;r geiriau</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Skip silence</source>
        <translation type="unfinished">Neidio dros dawelwch</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished">Sbectrogram</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished">Y llinell amser fel tabl</translation>
    </message>
    <message>
        <source>Finding silences: {0}%</source>
        <translation type="unfinished">Yn canfod tawelwch: {0}%</translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished">ymlaen</translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished">i ffwrdd</translation>
    </message>
</context>
<context>
    <name>VisibleSpectrogram</name>
    <message>
        <source>No recording</source>
        <translation type="unfinished">Dim recordiad</translation>
    </message>
    <message>
        <source>Zoom in to ten minutes or less to see the spectrogram.</source>
        <translation type="unfinished">Chwyddwch i ddeng munud neu lai i weld y sbectrogram.</translation>
    </message>
    <message>
        <source>The spectrogram is being computed</source>
        <translation type="unfinished">Mae&apos;r sbectrogram yn cael ei gyfrifo</translation>
    </message>
    <message>
        <source>The spectrogram cannot be shown.</source>
        <translation type="unfinished">Ni ellir dangos y sbectrogram.</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation type="unfinished">Tonffurf</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>About PracticeCoder</source>
        <translation type="unfinished">Ynghylch PracticeCoder</translation>
    </message>
    <message>
        <source>Code audio-recorded practice: listen, rate with evidence, measure agreement, give feedback, analyse.

Free software under the GNU General Public License, version 3 or later. It sends nothing anywhere.</source>
        <translation type="unfinished">Codio ymarfer a recordiwyd: gwrando, sgorio gyda thystiolaeth, mesur cytundeb, rhoi adborth, dadansoddi.

Meddalwedd rydd o dan Drwydded Gyhoeddus Gyffredinol GNU, fersiwn 3 neu ddiweddarach. Nid yw&apos;n anfon dim i unman.</translation>
    </message>
</context>
<context>
    <name>WindowLooks</name>
    <message>
        <source>Text size {}%</source>
        <translation type="unfinished">Maint testun {}%</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Remove backups that cannot be read</source>
        <translation type="unfinished">Tynnu copïau wrth gefn na ellir eu darllen</translation>
    </message>
    <message>
        <source>For example: the family telephoned. No names</source>
        <translation type="unfinished">Er enghraifft: ffoniodd y teulu. Dim enwau</translation>
    </message>
    <message>
        <source>For example: form 12. No names</source>
        <translation type="unfinished">Er enghraifft: ffurflen 12. Dim enwau</translation>
    </message>
    <message>
        <source>Where the request is kept</source>
        <translation type="unfinished">Ble cedwir y cais</translation>
    </message>
    <message>
        <source>Type {}</source>
        <translation type="unfinished">Teipiwch {}</translation>
    </message>
    <message>
        <source>Code of the session, typed once more</source>
        <translation type="unfinished">Cod y sesiwn, wedi&apos;i deipio unwaith eto</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation type="unfinished">Rhe&amp;swm</translation>
    </message>
    <message>
        <source>Request &amp;kept in</source>
        <translation type="unfinished">Cedwir y &amp;cais yn</translation>
    </message>
    <message>
        <source>&amp;Code, once more</source>
        <translation type="unfinished">C&amp;od, unwaith eto</translation>
    </message>
    <message>
        <source>Remove backups that cannot be read, so not be erased from: {}</source>
        <translation type="unfinished">Tynnu copïau wrth gefn na ellir eu darllen, ac felly na ellir dileu ohonynt: {}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;No new use: everything stays, nothing uses it any more</source>
        <translation type="unfinished">&amp;Dim defnydd newydd: mae popeth yn aros, nid oes dim yn ei ddefnyddio mwyach</translation>
    </message>
    <message>
        <source>(not taken)</source>
        <translation type="unfinished">(ni chymerir)</translation>
    </message>
    <message>
        <source>A coder raised a concern about possible harm</source>
        <translation type="unfinished">Cododd codiwr bryder am niwed posibl</translation>
    </message>
    <message>
        <source>A coder recognised someone, or learned the office or the phase</source>
        <translation type="unfinished">Adnabu codiwr rywun, neu ddysgodd y swyddfa neu&apos;r cyfnod</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished">Ebr</translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished">Ebrill</translation>
    </message>
    <message>
        <source>At least {0} of the parts are needed.</source>
        <translation type="unfinished">Mae angen o leiaf {0} o&apos;r rhannau.</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished">Aws</translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished">Awst</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Yn ôl</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation type="unfinished">Codiwr</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished">Codio</translation>
    </message>
    <message>
        <source>Day of implementation</source>
        <translation type="unfinished">Diwrnod y gweithredu</translation>
    </message>
    <message>
        <source>Day of the session</source>
        <translation type="unfinished">Diwrnod y sesiwn</translation>
    </message>
    <message>
        <source>Days since implementation</source>
        <translation type="unfinished">Diwrnodau ers gweithredu</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished">Rhag</translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished">Rhagfyr</translation>
    </message>
    <message>
        <source>Dimension of the row</source>
        <translation type="unfinished">Dimensiwn y rhes</translation>
    </message>
    <message>
        <source>Erase &amp;everything: recording, words and ratings</source>
        <translation type="unfinished">Dileu &amp;popeth: recordiad, geiriau a sgoriau</translation>
    </message>
    <message>
        <source>Erase recording and words; ratings stay, &amp;detached</source>
        <translation type="unfinished">Dileu&apos;r recordiad a&apos;r geiriau; mae sgoriau&apos;n aros, ar &amp;wahân</translation>
    </message>
    <message>
        <source>Erase the &amp;recording; ratings stay with the session</source>
        <translation type="unfinished">Dileu&apos;r &amp;recordiad; mae sgoriau&apos;n aros gyda&apos;r sesiwn</translation>
    </message>
    <message>
        <source>Every part is needed.</source>
        <translation type="unfinished">Mae angen pob rhan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished">Chwe</translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished">Chwefror</translation>
    </message>
    <message>
        <source>Feedback to the worker</source>
        <translation type="unfinished">Adborth i&apos;r gweithiwr</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished">Ymlaen</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished">Ion</translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished">Ionawr</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished">Gor</translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished">Gorffennaf</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished">Meh</translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished">Mehefin</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation type="unfinished">Math o sesiwn</translation>
    </message>
    <message>
        <source>Listening together in supervision</source>
        <translation type="unfinished">Gwrando gyda&apos;i gilydd mewn goruchwyliaeth</translation>
    </message>
    <message>
        <source>Made of the parts that there are.</source>
        <translation type="unfinished">Fe&apos;i gwneir o&apos;r rhannau sydd yno.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished">Maw</translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished">Mawrth</translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished">Mai</translation>
    </message>
    <message>
        <source>Mean of</source>
        <translation type="unfinished">Cymedr</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished">Tach</translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished">Tachwedd</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished">Hyd</translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished">Hydref</translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished">Swyddfa</translation>
    </message>
    <message>
        <source>Percentage of</source>
        <translation type="unfinished">Canran</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished">Cyfnod</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation type="unfinished">Chwarae ac oedi</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished">Diben</translation>
    </message>
    <message>
        <source>Quoting</source>
        <translation type="unfinished">Dyfynnu</translation>
    </message>
    <message>
        <source>Rating of the row</source>
        <translation type="unfinished">Sgôr y rhes</translation>
    </message>
    <message>
        <source>Ratings that coders marked as unsure</source>
        <translation type="unfinished">Sgoriau y nododd codwyr eu bod yn ansicr</translation>
    </message>
    <message>
        <source>Ratings, a record of REDCap for each entry.</source>
        <translation type="unfinished">Sgoriau, cofnod REDCap ar gyfer pob mewnbwn.</translation>
    </message>
    <message>
        <source>Ratings, one coding in each row.</source>
        <translation type="unfinished">Sgoriau, un codio ym mhob rhes.</translation>
    </message>
    <message>
        <source>Ratings, one in each row.</source>
        <translation type="unfinished">Sgoriau, un ym mhob rhes.</translation>
    </message>
    <message>
        <source>Ratings, the coders of a session beside each other.</source>
        <translation type="unfinished">Sgoriau, codwyr sesiwn wrth ochr ei gilydd.</translation>
    </message>
    <message>
        <source>Ratio of</source>
        <translation type="unfinished">Cymhareb</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished">Recordiad</translation>
    </message>
    <message>
        <source>Role of the worker</source>
        <translation type="unfinished">Rôl y gweithiwr</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished">Medi</translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished">Medi</translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished">Sesiwn</translation>
    </message>
    <message>
        <source>Sessions, one in each row.</source>
        <translation type="unfinished">Sesiynau, un ym mhob rhes.</translation>
    </message>
    <message>
        <source>State of REDCap&apos;s form</source>
        <translation type="unfinished">Cyflwr ffurflen REDCap</translation>
    </message>
    <message>
        <source>Submitted without hearing the whole segment, with a reason</source>
        <translation type="unfinished">Cyflwynwyd heb glywed y segment cyfan, gyda rheswm</translation>
    </message>
    <message>
        <source>Sum of</source>
        <translation type="unfinished">Swm</translation>
    </message>
    <message>
        <source>There is none if it would be divided by 0.</source>
        <translation type="unfinished">Nid oes un pe bai&apos;n cael ei rannu â 0.</translation>
    </message>
    <message>
        <source>Training of coders</source>
        <translation type="unfinished">Hyfforddi codwyr</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished">Ansicr</translation>
    </message>
    <message>
        <source>Why not applicable, of the row</source>
        <translation type="unfinished">Pam nad yw&apos;n berthnasol, o&apos;r rhes</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished">Gweithiwr</translation>
    </message>
    <message>
        <source>a date</source>
        <translation type="unfinished">dyddiad</translation>
    </message>
    <message>
        <source>a long number</source>
        <translation type="unfinished">rhif hir</translation>
    </message>
    <message>
        <source>a name</source>
        <translation type="unfinished">enw</translation>
    </message>
    <message>
        <source>a postcode</source>
        <translation type="unfinished">cod post</translation>
    </message>
    <message>
        <source>a training recording</source>
        <translation type="unfinished">recordiad hyfforddi</translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished">ychwanegwyd</translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished">ar ôl</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished">cytunwyd</translation>
    </message>
    <message>
        <source>agreed already</source>
        <translation type="unfinished">cytunwyd eisoes</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation type="unfinished">cyfeiriad e-bost</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation type="unfinished">dadansoddwr</translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished">cyn</translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished">wedi dechrau</translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished">y ddau</translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished">newidiwyd</translation>
    </message>
    <message>
        <source>coder</source>
        <translation type="unfinished">codiwr</translation>
    </message>
    <message>
        <source>codes own queue</source>
        <translation type="unfinished">yn codio ei giw ei hun</translation>
    </message>
    <message>
        <source>coding</source>
        <translation type="unfinished">codio</translation>
    </message>
    <message>
        <source>coding has begun</source>
        <translation type="unfinished">mae&apos;r codio wedi dechrau</translation>
    </message>
    <message>
        <source>concern</source>
        <translation type="unfinished">pryder</translation>
    </message>
    <message>
        <source>consensus</source>
        <translation type="unfinished">consensws</translation>
    </message>
    <message>
        <source>double</source>
        <translation type="unfinished">dwbl</translation>
    </message>
    <message>
        <source>double-coded</source>
        <translation type="unfinished">wedi&apos;i godio ddwywaith</translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished">drafft</translation>
    </message>
    <message>
        <source>drawn already</source>
        <translation type="unfinished">wedi&apos;i thynnu eisoes</translation>
    </message>
    <message>
        <source>eight levels apart</source>
        <translation type="unfinished">wyth lefel ar wahân</translation>
    </message>
    <message>
        <source>everything</source>
        <translation type="unfinished">popeth</translation>
    </message>
    <message>
        <source>evidence set back by</source>
        <translation type="unfinished">tystiolaeth wedi&apos;i symud yn ôl</translation>
    </message>
    <message>
        <source>feedback to the worker</source>
        <translation type="unfinished">adborth i&apos;r gweithiwr</translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished">terfynol</translation>
    </message>
    <message>
        <source>fine step</source>
        <translation type="unfinished">cam mân</translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished">wedi gorffen</translation>
    </message>
    <message>
        <source>five levels apart</source>
        <translation type="unfinished">pum lefel ar wahân</translation>
    </message>
    <message>
        <source>for months after the last submission</source>
        <translation type="unfinished">am fisoedd ar ôl y cyflwyniad olaf</translation>
    </message>
    <message>
        <source>for months after the visit</source>
        <translation type="unfinished">am fisoedd ar ôl yr ymweliad</translation>
    </message>
    <message>
        <source>four levels apart</source>
        <translation type="unfinished">pedair lefel ar wahân</translation>
    </message>
    <message>
        <source>in coding</source>
        <translation type="unfinished">yn cael ei godio</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished">ar y gweill</translation>
    </message>
    <message>
        <source>lead</source>
        <translation type="unfinished">arweinydd</translation>
    </message>
    <message>
        <source>listening together in supervision</source>
        <translation type="unfinished">gwrando gyda&apos;i gilydd mewn goruchwyliaeth</translation>
    </message>
    <message>
        <source>makes feedback reports</source>
        <translation type="unfinished">yn gwneud adroddiadau adborth</translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished">cymedr</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished">niwtral</translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished">newydd</translation>
    </message>
    <message>
        <source>nine levels apart</source>
        <translation type="unfinished">naw lefel ar wahân</translation>
    </message>
    <message>
        <source>no code</source>
        <translation type="unfinished">dim cod</translation>
    </message>
    <message>
        <source>no levels apart</source>
        <translation type="unfinished">dim lefel ar wahân</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation type="unfinished">dim recordiad</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation type="unfinished">heb ei ddechrau</translation>
    </message>
    <message>
        <source>not in this study</source>
        <translation type="unfinished">ddim yn yr astudiaeth hon</translation>
    </message>
    <message>
        <source>not to be coded</source>
        <translation type="unfinished">ddim i&apos;w chodio</translation>
    </message>
    <message>
        <source>observed only</source>
        <translation type="unfinished">arsylwyd yn unig</translation>
    </message>
    <message>
        <source>one level apart</source>
        <translation type="unfinished">un lefel ar wahân</translation>
    </message>
    <message>
        <source>percent</source>
        <translation type="unfinished">canran</translation>
    </message>
    <message>
        <source>played of a skipped silence</source>
        <translation type="unfinished">faint o dawelwch a neidir a chwaraeir</translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished">cynradd</translation>
    </message>
    <message>
        <source>quoting</source>
        <translation type="unfinished">dyfynnu</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation type="unfinished">cymhareb</translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished">derbyniwyd</translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished">cyfeirnod</translation>
    </message>
    <message>
        <source>released</source>
        <translation type="unfinished">rhyddhawyd</translation>
    </message>
    <message>
        <source>released, changed since</source>
        <translation type="unfinished">rhyddhawyd, newidiwyd ers hynny</translation>
    </message>
    <message>
        <source>reliability and analysis</source>
        <translation type="unfinished">dibynadwyedd a dadansoddi</translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished">tynnwyd</translation>
    </message>
    <message>
        <source>replay</source>
        <translation type="unfinished">ailchwarae</translation>
    </message>
    <message>
        <source>research</source>
        <translation type="unfinished">ymchwil</translation>
    </message>
    <message>
        <source>second speed</source>
        <translation type="unfinished">ail gyflymder</translation>
    </message>
    <message>
        <source>seven levels apart</source>
        <translation type="unfinished">saith lefel ar wahân</translation>
    </message>
    <message>
        <source>short listen</source>
        <translation type="unfinished">gwrando byr</translation>
    </message>
    <message>
        <source>six levels apart</source>
        <translation type="unfinished">chwe lefel ar wahân</translation>
    </message>
    <message>
        <source>small step</source>
        <translation type="unfinished">cam bach</translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished">cyflymder</translation>
    </message>
    <message>
        <source>step back and forward</source>
        <translation type="unfinished">cam yn ôl ac ymlaen</translation>
    </message>
    <message>
        <source>step back on resuming</source>
        <translation type="unfinished">cam yn ôl wrth ailddechrau</translation>
    </message>
    <message>
        <source>strength</source>
        <translation type="unfinished">cryfder</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation type="unfinished">wedi&apos;i gyflwyno</translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished">swm</translation>
    </message>
    <message>
        <source>supervision</source>
        <translation type="unfinished">goruchwyliaeth</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation type="unfinished">goruchwyliwr</translation>
    </message>
    <message>
        <source>the first coding alone</source>
        <translation type="unfinished">y codio cyntaf yn unig</translation>
    </message>
    <message>
        <source>the other code in question</source>
        <translation type="unfinished">y cod arall dan sylw</translation>
    </message>
    <message>
        <source>their mean</source>
        <translation type="unfinished">eu cymedr</translation>
    </message>
    <message>
        <source>three levels apart</source>
        <translation type="unfinished">tair lefel ar wahân</translation>
    </message>
    <message>
        <source>to begin</source>
        <translation type="unfinished">i&apos;w ddechrau</translation>
    </message>
    <message>
        <source>to build</source>
        <translation type="unfinished">i&apos;w ddatblygu</translation>
    </message>
    <message>
        <source>to hold</source>
        <translation type="unfinished">i&apos;w gynnal</translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished">hyfforddiant</translation>
    </message>
    <message>
        <source>training of coders</source>
        <translation type="unfinished">hyfforddi codwyr</translation>
    </message>
    <message>
        <source>transition</source>
        <translation type="unfinished">pontio</translation>
    </message>
    <message>
        <source>two levels apart</source>
        <translation type="unfinished">dwy lefel ar wahân</translation>
    </message>
    <message>
        <source>unblinded</source>
        <translation type="unfinished">heb fod yn ddall</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished">ansicr</translation>
    </message>
    <message>
        <source>until one day for all</source>
        <translation type="unfinished">tan un diwrnod i bawb</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation type="unfinished">na ellir ei ddefnyddio</translation>
    </message>
    <message>
        <source>volume</source>
        <translation type="unfinished">lefel sain</translation>
    </message>
    <message>
        <source>with no last day</source>
        <translation type="unfinished">heb ddiwrnod olaf</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished">tynnwyd yn ôl</translation>
    </message>
    <message>
        <source>{0}: consensus coding, {1}</source>
        <translation type="unfinished">{0}: codio consensws, {1}</translation>
    </message>
    <message>
        <source>{0}: double coding, {1}</source>
        <translation type="unfinished">{0}: codio dwbl, {1}</translation>
    </message>
    <message>
        <source>{0}: primary coding, {1}</source>
        <translation type="unfinished">{0}: codio cynradd, {1}</translation>
    </message>
    <message>
        <source>{0}: reference coding, {1}</source>
        <translation type="unfinished">{0}: codio cyfeirio, {1}</translation>
    </message>
    <message>
        <source>{0}: training coding, {1}</source>
        <translation type="unfinished">{0}: codio hyfforddi, {1}</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>The layout is as it was at first</source>
        <translation type="unfinished">Mae&apos;r cynllun fel yr oedd ar y dechrau</translation>
    </message>
    <message>
        <source>Panels that share a place</source>
        <translation type="unfinished">Paneli sy&apos;n rhannu lle</translation>
    </message>
</context>
<context>
    <name>WorkerView</name>
    <message>
        <source>Sessions of the worker</source>
        <translation type="unfinished">Sesiynau&apos;r gweithiwr</translation>
    </message>
    <message>
        <source>No session may be talked about yet: it needs a purpose that allows feedback and a submitted coding.</source>
        <translation type="unfinished">Ni ellir trafod unrhyw sesiwn eto: mae angen diben sy&apos;n caniatáu adborth a chodio a gyflwynwyd.</translation>
    </message>
    <message>
        <source>Open draft</source>
        <translation type="unfinished">Agor y drafft</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation type="unfinished">PDF…</translation>
    </message>
    <message>
        <source>Word…</source>
        <translation type="unfinished">Word…</translation>
    </message>
    <message>
        <source>Worker&apos;s response…</source>
        <translation type="unfinished">Ymateb y gweithiwr…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished">Tynnu&apos;n ôl…</translation>
    </message>
    <message>
        <source>Evidence reel…</source>
        <translation type="unfinished">Rîl dystiolaeth…</translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation type="unfinished">Cydsyniad…</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished">Dros amser</translation>
    </message>
    <message>
        <source>{worker}   {sessions}</source>
        <translation type="unfinished">{worker}   {sessions}</translation>
    </message>
    <message>
        <source>one session</source>
        <translation type="unfinished">un sesiwn</translation>
    </message>
    <message>
        <source>{} sessions</source>
        <translation type="unfinished">{} o sesiynau</translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished">Sesiwn</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Diwrnod</translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished">Adroddiad</translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished">Rhyddhawyd</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished">Nod</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation type="unfinished">Agor yr adroddiad</translation>
    </message>
    <message>
        <source>Begin draft</source>
        <translation type="unfinished">Dechrau drafft</translation>
    </message>
    <message>
        <source>First the worker rates the session, or declines</source>
        <translation type="unfinished">Yn gyntaf mae&apos;r gweithiwr yn sgorio&apos;r sesiwn, neu&apos;n gwrthod</translation>
    </message>
</context>
<context>
    <name>WorkspaceActions</name>
    <message>
        <source>Listen</source>
        <translation type="unfinished">Gwrando</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished">Sgorio</translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished">Cyfrif</translation>
    </message>
    <message>
        <source>Float or dock this panel</source>
        <translation type="unfinished">Arnofio neu ddocio&apos;r panel hwn</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>My queue</source>
        <translation type="unfinished">Fy nghiw</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished">Gwrando</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished">Cyfrif</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished">Trawsgrifiad</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Tystiolaeth</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished">Nodiadau</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished">Canlyniadau</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished">Sgoriau</translation>
    </message>
</context>
</TS>
