"""What a reader of a package has to keep in mind, computed from its rows."""

from __future__ import annotations

from practicecoder.codebook.model import AnswerType
from practicecoder.export.data import PackageData
from practicecoder.export.table import ColumnType, Table
from practicecoder.scoring.analysis_warnings import phase_warnings, table_warnings
from practicecoder.scoring.scores import listed

_EVIDENCE = (
    "evidence.csv holds words said in sessions. Texts with what looks like a name of the given "
    "list, a number, an address or a date are taken out; read them before you pass them on."
)
_READ = (
    "worker_id",
    "office_id",
    "phase",
    "phase_rule",
    "days_since_implementation",
    "n_coders",
    "score_basis",
    "codebook_version",
)


def cautions(data: PackageData, sessions: Table) -> tuple[str, ...]:
    """Sentences about the sessions as a whole, each once; ``sessions`` is the analysis table."""
    n_coded, n_unblinded = data.session_tally.n_coded, data.session_tally.n_unblinded
    found = [f"{n_coded} of {len(data.sessions)} sessions were coded."]
    if n_coded:
        found.extend(_of_scores(data, sessions))
    if n_unblinded:
        found.append(f"Coders recognised someone in {n_unblinded} of them (column unblinded).")
    found.extend(_of_counting(data))
    if data.n_withdrawn:
        found.append(f"Withdrawn sessions left out of every table: {data.n_withdrawn}.")
    if any(question.answer_type is AnswerType.TEXT for question in data.codebook.questions):
        found.append("Answers in free text are not in the tables.")
    if data.evidence is not None:
        found.append(_EVIDENCE)
    return tuple(dict.fromkeys(found))


def _of_counting(data: PackageData) -> list[str]:
    """Say how marks became counts; numbers of the two ways cannot be compared."""
    tallies = (data.independent_tally, data.consensus_tally)
    n_volley = sum(tally.n_volley for tally in tallies)
    n_tally = sum(tally.n_single for tally in tallies)
    if n_volley and n_tally:
        both = f"{n_tally} codings tally every mark and {n_volley} count by volley."
        return [f"{both} Counts of the two ways cannot be compared."]
    if n_volley:
        return ["Counts are by volley: each slot counts once in a volley."]
    return ["Counts tally every mark."] if n_tally else []


def _columns_read(data: PackageData) -> frozenset[str]:
    """Columns that the cautions go by; a long table is not held whole for them."""
    scores = data.codebook.score_ids
    return frozenset((*_READ, *scores, *(f"{score_id}_na" for score_id in scores)))


def _of_scores(data: PackageData, sessions: Table) -> list[str]:
    """Cautions of the analysis; one that does not hold for every score names those it is about."""
    import pandas as pd

    wanted = _columns_read(data)
    places = [place for place, c in enumerate(sessions.columns) if c.name in wanted]
    columns = [sessions.columns[place] for place in places]
    basis = [column.name for column in sessions.columns].index("score_basis")
    frame = pd.DataFrame.from_records(
        [[row[place] for place in places] for row in sessions.rows if row[basis] is not None],
        columns=[column.name for column in columns],
    ).astype(object)
    frame = frame.astype(
        {c.name: "float64" for c in columns if c.column_type is not ColumnType.TEXT}
    )
    scores_told: dict[str, list[str]] = {}
    for score in data.codebook.scores:
        for warning in (
            *phase_warnings(frame, score.score_id),
            *table_warnings(frame, score.score_id, score.label, clustered=False),
        ):
            scores_told.setdefault(warning.sentence, []).append(score.label)
    n_scores = len(data.codebook.scores)
    return [
        sentence
        if len(labels) == n_scores or labels[0] in sentence
        else f"{listed(labels)}: {sentence}"
        for sentence, labels in scores_told.items()
    ]
