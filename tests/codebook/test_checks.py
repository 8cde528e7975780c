from __future__ import annotations

from collections.abc import Callable

import pytest

from practicecoder.codebook.loader import parse_codebook
from practicecoder.errors import CodebookError, Problem

Changed = Callable[..., str]


def problems_of(text: str, file: str = "small.toml") -> tuple[Problem, ...]:
    with pytest.raises(CodebookError) as caught:
        parse_codebook(text, file)
    return caught.value.problems


def line_with(text: str, piece: str) -> int:
    """Line on which the only place of a piece of text begins."""
    assert text.count(piece) == 1, piece
    return text[: text.index(piece)].count("\n") + 1


def assert_faults(text: str, *expected: tuple[str, str]) -> None:
    """Each expected fault is a piece of the faulty line and a piece of the sentence; no others."""
    problems = problems_of(text)
    left = list(problems)
    for place, what in expected:
        line = line_with(text, place) if place else None
        fits = [problem for problem in left if problem.line == line and what in problem.what]
        assert fits, (line, what, [problem.sentence() for problem in left])
        left.remove(fits[0])
    assert not left, [problem.sentence() for problem in left]


def test_a_sound_codebook_has_no_faults(small: str) -> None:
    assert parse_codebook(small, "small.toml").codebook_id == "small"


def test_1_keys_file_name_and_version(changed: Changed) -> None:
    text = changed(
        ('id = "small"', 'id = "other"'),
        ('version = "1.2.3"', 'version = "1.2"'),
        ('language = "en-GB"', 'language = "British English"'),
        ('status = "draft"', 'status = "finished"'),
        ('title = "A made-up scheme"', 'titel = "A made-up scheme"'),
        ("random_minutes = 20", "random_minutes = 20.5"),
        ('prompt = "Which one?"', 'prompt = 1999-01-01 # "Which one?"'),
        ("at_least = 2.5", "at_least = nan"),
        ("n_recordings = 30", 'n_recordings = "30"'),
        ('label = "Honesty"', "label = true"),
        ("export_code = -1", "export_code = -1.5"),
        ("min_k = 1", "min_k = true"),
        ("krippendorff_alpha = [0.4, 0.9]", "krippendorff_alpha = [0.4]"),
        ("required = true", "required = 1"),
        ("icc = [0.5, 0.95]", "icc = 0.95"),
    )
    assert_faults(
        text,
        ('id = "other"', "The id 'other' is not the file name 'small'"),
        ('version = "1.2"', "three numbers"),
        ('language = "British', "en-GB"),
        ('status = "finished"', "must be 'draft' or 'released'"),
        ('titel = "', "no such key"),
        ("", "The key is missing."),
        ("random_minutes = 20.5", "whole number"),
        ("prompt = 1999", "text in quotation marks"),
        ("at_least = nan", "finite number"),
        ('n_recordings = "30"', "whole number"),
        ("label = true", "text in quotation marks"),
        ("export_code = -1.5", "whole number"),
        ("min_k = true", "whole number"),
        ("krippendorff_alpha = [0.4]", "at least 2"),
        ("required = 1", "true or false"),
        ("icc = 0.95", "list in square brackets"),
        # The question that decides about warmth is not required any more.
        ("not_applicable_when", "not required"),
    )


def test_1_keys_near_misses_are_offered_at_any_depth(changed: Changed) -> None:
    text = changed(
        ("default_segment", "defalt_segment"),
        ('when_unsure_use = "no_code"', 'when_unsure_us = "no_code"'),
        ("equals = false", "equal = false"),
        ("comparisons", "comparison"),
    )
    fixes = {problem.fix for problem in problems_of(text)}
    assert {
        "Did you mean 'default_segment'?",
        "Did you mean 'when_unsure_use'?",
        "Did you mean 'equals'?",
        "Did you mean 'comparisons'?",
    } <= fixes


def test_1_a_table_where_a_text_is_due_and_the_reverse(changed: Changed) -> None:
    text = changed(
        ('[groups]\nheart = "Heart"\ntalk = "Talk"\n', '[groups]\nheart = "Heart"\ntalk = {}\n'),
        ('[change]\ncomparisons = [["start", "end"]]', "[[change]]\ncomparisons = []"),
        ("equals = false", "equals = [false]"),
    )
    assert_faults(
        text,
        ("talk = {}", "text in quotation marks"),
        ("[[change]]", "must be a table"),
        ("equals = [false]", "true, false, a text or a number"),
        ("equals = [false]", "answered by true or false"),
    )


def test_1_texts_have_words_and_a_fitting_length(changed: Changed) -> None:
    text = changed(
        ('label = "Start"', 'label = " "'),
        ('label = "Honesty"', f'label = "{"very " * 50}"'),
        ('abbr = "HON"', 'abbr = "H"'),
        ('abbr = "R"', 'abbr = "REMARK"'),
        ('key = "a"', 'key = "F5"'),
        ('id = "aside"', 'id = "Aside!"'),
        ("min_k = 1", "min_k = 0"),
        ("random_minutes = 20", "random_minutes = 9999"),
    )
    whats = " ".join(problem.what for problem in problems_of(text))
    for piece in (
        "The text is empty.",
        "at most 200 characters",
        "two to four letters",
        "one to four letters",
        "one small letter",
        "An id starts with a small letter",
        "at least 1",
        "at most 600",
    ):
        assert piece in whats


def test_1_names_of_tables_are_checked_like_ids(changed: Changed) -> None:
    text = changed(('talk = "Talk"', 'talk = "Talk"\n"No id!" = "Nothing"'))
    assert_faults(text, ('"No id!"', "An id starts with a small letter"))


def test_1_a_codebook_rates_or_counts_something_and_explains_its_thresholds(small: str) -> None:
    head = small[: small.index("[[not_applicable_reasons]]")]
    text = head.replace('threshold_note = "Made up."\n', "") + (
        '[[thresholds]]\nscore = "x"\nname = "y"\nat_least = 1\n'
    )
    assert_faults(
        text,
        ("", "rates and counts nothing"),
        ("", "no threshold_note"),
        ('score = "x"', "There is no score 'x'"),
    )


def test_2_repeats_and_ids_that_cannot_be_columns(changed: Changed) -> None:
    text = changed(
        ('id = "honesty"', 'id = "warmth"'),
        ('abbr = "HON"', 'abbr = "WAR"  # again'),
        ('key = "r"', 'key = "q"  # again'),
        ('abbr = "A"', 'abbr = "Q"  # again'),
        ('of = ["warmth", "honesty"]', 'of = ["warmth"]'),
        ('id = "inaudible"', 'id = "no_chance"  # again'),
        ('id = "end"', 'id = "start"  # again'),
        ('abbr = "E"', 'abbr = "S"  # again'),
        ('["start", "end"]', '["start", "start"]'),
        ('id = "which_goal"', 'id = "phase"'),
        ('id = "heart_mean"', 'id = "with"'),
        ('score = "heart_mean"', 'score = "with"'),
        ("heart_mean = 2.1", "with = 2.1"),
        ('id = "remarks_to_questions"', 'id = "remarks_to_every_question_xna"'),
    )
    assert_faults(
        text,
        ('id = "honesty"'.replace("honesty", "warmth") + '\nlabel = "Honesty"', "used twice"),
        ('abbr = "WAR"  # again', "'WAR' is used twice"),
        ('key = "q"  # again', "'q' is used twice"),
        ('abbr = "Q"  # again', "'Q' is used twice"),
        ('id = "no_chance"  # again', "'no_chance' is used twice"),
        ('id = "start"  # again', "'start' is used twice"),
        ('abbr = "S"  # again', "'S' is used twice"),
        ('["start", "start"]', "earlier occasion comes first"),
        ('id = "phase"', "a column that every export has"),
        ('id = "with"', "reserved word of SPSS"),
        ('id = "remarks_to_every_question_xna"', "29 characters"),
    )


@pytest.mark.parametrize(
    ("item_id", "why"),
    [
        ("long", "reserved word of Stata"),
        ("str12", "reserved word of Stata"),
        ("warmth_na", "ends in _na"),
        ("a" * 29, "at most 28"),
    ],
)
def test_2_ids_that_other_programs_refuse(changed: Changed, item_id: str, why: str) -> None:
    text = changed(('id = "which_goal"', f'id = "{item_id}"'))
    assert_faults(text, (f'id = "{item_id}"', why))


def test_2_an_id_of_28_characters_is_allowed(changed: Changed) -> None:
    text = changed(('id = "which_goal"', f'id = "{"a" * 28}"'))
    assert parse_codebook(text, "small.toml").questions[1].question_id == "a" * 28


def test_3_levels_that_do_not_match_the_scale(changed: Changed) -> None:
    text = changed(
        ("anchor = 2", "anchor = 4"),
        ('3 = "high"', '03 = "high"'),
        ('3 = "Warm."', '3 = "Cold."'),
        (
            'group = "heart"\n\n[[counts]]\nid = "question"',
            (
                'group = "heart"\nlevels = { 1 = "No.", 2 = "Yes.", 4 = "More." }\n'
                '\n[[counts]]\nid = "question"'
            ),
        ),
    )
    assert_faults(
        text,
        ("anchor = 4", "The anchor 4 is not a level"),
        ('03 = "high"', "no level '03'; its levels are 1 to 3"),
        ("[scale.level_names]", "no text for level 3"),
        ('3 = "Cold."', "the same as that of 1"),
        ('levels = { 1 = "No."', "no level '4'"),
        ('levels = { 1 = "No."', "no text for level 3"),
    )


@pytest.mark.parametrize(
    ("bounds", "line", "what"),
    [
        ("min = 3\nmax = 1\nstep = 1", "max = 1", "highest level must be above"),
        ("min = 1\nmax = 4\nstep = 2", "step = 2", "do not reach 4"),
        ("min = 0\nmax = 900\nstep = 1", "max = 900", "at most 101 levels"),
        ("min = 1\nmax = 3000\nstep = 1", "max = 3000", "may be at most 1000"),
    ],
)
def test_3_bounds(changed: Changed, bounds: str, line: str, what: str) -> None:
    text = changed(("min = 1\nmax = 3\nstep = 1", bounds))
    problems = problems_of(text)
    assert any(
        problem.line == line_with(text, line) and what in problem.what for problem in problems
    )


@pytest.mark.parametrize("bounds", ["min = 1", "max = 3\nstep = 1", "min = 1\nmax = 3\nstep = 0"])
def test_3_an_unusable_scale_is_told_once(changed: Changed, bounds: str) -> None:
    text = changed(("min = 1\nmax = 3\nstep = 1", bounds))
    assert all("scale" in (problem.key or "") for problem in problems_of(text))


def test_3_the_own_scale_of_a_dimension_is_checked(changed: Changed) -> None:
    text = changed(
        (
            '[dimensions.levels]\n1 = "Cold."',
            (
                '[dimensions.scale]\nmin = 0\nmax = 2\nstep = 1\nbetter = "lower"\nanchor = 9\n'
                '[dimensions.levels]\n1 = "Cold."'
            ),
        ),
    )
    assert_faults(
        text,
        ("anchor = 9", "not a level"),
        ('3 = "Warm."', "no level '3'; its levels are 0 to 2"),
        ("[dimensions.levels]", "no text for level 0"),
    )


def test_4_references_to_nothing(changed: Changed) -> None:
    text = changed(
        ('group = "heart"\nnot_applicable_when', 'group = "hart"\nnot_applicable_when'),
        ('dimensions = ["warmth"]', 'dimensions = ["warmth", "warmht"]'),
        ('gives_way_to = ["remark"]', 'gives_way_to = ["reply"]'),
        ('when_unsure_use = "question"', 'when_unsure_use = "quest"'),
        ('unsure_reflection = "remark"', 'unsure_reflection = "remarc"'),
        (
            'mia_ladder_low_to_high = ["aside", "remark"]',
            'mia_ladder_low_to_high = [\n  "aside",\n  "remarks",\n]',
        ),
        ('of = ["warmth", "honesty"]', 'of = [\n  "warmth",\n  "honestly",\n]'),
        ('score = "heart_mean"', 'score = "hart_mean"'),
        ("heart_mean = 2.1", "head_mean = 2.1"),
        ("{ goal_discussed = true }", "{ goal = true }"),
    )
    assert_faults(
        text,
        ('group = "hart"', "no group 'hart'"),
        ('"warmth", "warmht"', "no dimension 'warmht'"),
        ('"reply"', "no count 'reply'"),
        ('"quest"', "no count 'quest'"),
        ('"remarc"', "no count 'remarc'"),
        ('"remarks"', "no count 'remarks'"),
        ('"honestly"', "no dimension or count 'honestly'"),
        ('score = "hart_mean"', "no score 'hart_mean'"),
        ("head_mean = 2.1", "no score 'head_mean'"),
        ("{ goal = true }", "no question 'goal'"),
    )
    fixes = {problem.fix for problem in problems_of(text)}
    assert {"Did you mean 'heart'?", "Did you mean 'honesty'?", "Did you mean 'warmth'?"} <= fixes


def test_4_questions_and_their_options(changed: Changed) -> None:
    text = changed(
        ('options = ["food", "sleep"]', 'options = ["food", "food"]'),
        ('type = "bool"', 'type = "bool"\noptions = ["yes", "no"]'),
        ("{ goal_discussed = true }", '{ which_goal = "food" }'),
    )
    assert_faults(
        text,
        ('options = ["food", "food"]', "listed twice"),
        ('options = ["yes", "no"]', "Only a choice has options"),
        ('{ which_goal = "food" }', "its own answer"),
    )


def test_4_a_choice_needs_two_options(changed: Changed) -> None:
    text = changed(('options = ["food", "sleep"]', 'options = ["food"]'))
    assert_faults(text, ('options = ["food"]', "at least two options"))


@pytest.mark.parametrize(
    ("answer_type", "value", "what"),
    [
        ("bool", '"yes"', "true or false"),
        ("number", "true", "by a number"),
        ("text", "1", "by a text"),
        ('choice"\noptions = ["one", "two"]#', '"tow"', "no option 'tow'"),
        ('choice"\noptions = ["one", "two"]#', "2", "one of its options"),
        ('multi_choice"\noptions = ["one", "two"]#', '"one"', "several answers"),
    ],
)
def test_5_answers_that_a_question_cannot_have(
    changed: Changed, answer_type: str, value: str, what: str
) -> None:
    text = changed(
        ('type = "bool"', f'type = "{answer_type}"'),
        ("{ goal_discussed = true }", f"{{ goal_discussed = {value} }}"),
        ("not_applicable_when", "# not_applicable_when"),
    )
    assert_faults(text, ("required_when", what))


@pytest.mark.parametrize(
    ("answer_type", "value"),
    [("number", "2"), ("text", '"x"'), ('choice"\noptions = ["one", "two"]#', '"two"')],
)
def test_5_answers_that_a_question_can_have(
    changed: Changed, answer_type: str, value: str
) -> None:
    text = changed(
        ('type = "bool"', f'type = "{answer_type}"'),
        ("{ goal_discussed = true }", f"{{ goal_discussed = {value} }}"),
        ("not_applicable_when", "# not_applicable_when"),
    )
    assert parse_codebook(text, "small.toml").questions[1].required_when


def test_5_not_applicable_rules(changed: Changed) -> None:
    text = changed(
        ("required = true", "required = false"),
        ('reason = "no_chance" }', 'reason = "no_chance" }\nnot_applicable_allowed = false'),
        ('dimensions = ["warmth"]', 'dimensions = ["honesty"]'),
        ("equals = false", "equals = 0"),
        (
            'abbr = "HON"',
            (
                'abbr = "HON"\n'
                'not_applicable_when = { question = "goal", equals = true, reason = "no_change" }'
            ),
        ),
    )
    assert_faults(
        text,
        ('question = "goal_discussed", equals', "is not required"),
        ('question = "goal_discussed", equals', "forbids not applicable"),
        ('question = "goal_discussed", equals', "not allowed on this dimension"),
        ('question = "goal_discussed", equals', "answered by true or false"),
        ('question = "goal", equals', "no question 'goal'"),
        ('question = "goal", equals', "no reason 'no_change'"),
    )


def test_6_export_codes(changed: Changed) -> None:
    extra = "".join(
        f'[[not_applicable_reasons]]\nid = "r{code}"\nlabel = "R"\nexport_code = {code}\n'
        for code in (-3, -7)
    )
    text = changed(
        ("export_code = -2", "export_code = 2"),
        ("export_code = -1", "export_code = -3  # first"),
        ('[[questions]]\nid = "goal', extra.replace("r-", "r") + '[[questions]]\nid = "goal'),
        ('better = "higher"', 'better = "higher"  # shared'),
    )
    assert_faults(
        text,
        ("export_code = 2\n", "lies on the scale"),
        ("export_code = -3\n", "-3 is used twice"),
    )
    four = text.replace("export_code = 2", "export_code = -20").replace("-3  # first", "-1")
    assert_faults(four, ("export_code = -7", "4 export codes must form one unbroken range"))


def test_6_an_unbroken_range_of_four_codes_is_allowed(changed: Changed) -> None:
    extra = "".join(
        f'[[not_applicable_reasons]]\nid = "r{code}"\nlabel = "R"\nexport_code = -{code}\n'
        for code in (3, 4)
    )
    text = changed(('[[questions]]\nid = "goal', extra + '[[questions]]\nid = "goal'))
    assert len(parse_codebook(text, "small.toml").reasons) == 4


def test_7_slots(changed: Changed) -> None:
    text = changed(
        ("max_codes_per_volley = 2", "max_codes_per_volley = 5"),
        ('say = ["remark", "aside"]', 'say = ["remark", "remark"]\nsaid = ["aside"]'),
        ('when_unsure_use = "question"', 'gives_way_to = ["question"]'),
    )
    assert_faults(
        text,
        ("max_codes_per_volley = 5", "There are 2 slots, and the file says 5"),
        ('say = ["remark", "remark"]', "exactly its counts"),
        ('said = ["aside"]', "no slot 'said'"),
        ('gives_way_to = ["question"]', "to itself"),
        ('gives_way_to = ["remark"]', "to itself"),
    )


def test_7_a_shared_slot_needs_an_order(changed: Changed) -> None:
    text = changed(('\n[parsing.slot_precedence]\nsay = ["remark", "aside"]\n', ""))
    assert_faults(
        text,
        ('volley_slot = "say"\nwhen_unsure_use = "no_code"', "several counts and no order"),
    )


def test_8_lists_and_missing_rules_of_scores(changed: Changed) -> None:
    text = changed(
        ('of = ["warmth", "honesty"]', 'of = ["warmth", "warmth"]\nnumerator = ["honesty"]'),
        ("min_k = 1", "min_k = 3"),
        ('denominator = ["question"]', 'of = ["question"]'),
        ('missing = "undefined_if_denominator_zero"', 'missing = "available"\nmin_k = 2'),
    )
    assert_faults(
        text,
        ('of = ["warmth", "warmth"]', "A part is listed twice"),
        ('numerator = ["honesty"]', "mean has no numerator"),
        ("min_k = 3", "min_k is 3, and the score has 1 parts"),
        ('[[scores]]\nid = "remarks', "ratio needs denominator"),
        ('of = ["question"]', "ratio has no of"),
        ('missing = "available"', "must be undefined_if_denominator_zero"),
        ("min_k = 2", "belongs to"),
    )


def test_8_further_rules_of_scores(changed: Changed) -> None:
    text = changed(
        ('missing = "min_k"\nmin_k = 1', 'missing = "min_k"'),
        ('missing = "undefined_if_denominator_zero"', 'missing = "guess"'),
    )
    assert_faults(
        text,
        ('[[scores]]\nid = "heart_mean"', "needs a number in min_k"),
        ('missing = "guess"', "must be 'all_required', 'min_k'"),
    )
    text = changed(
        ('fn = "mean"', 'fn = "median"'),
        ('missing = "min_k"\nmin_k = 1', 'missing = "undefined_if_denominator_zero"  # no'),
        ('fn = "ratio"', 'fn = "sum"'),
        ('numerator = ["remark", "aside"]\ndenominator = ["question"]', "of = []"),
    )
    assert_faults(
        text,
        ('fn = "median"', "must be 'mean', 'sum', 'ratio' or 'percent'"),
        ("of = []", "sum needs of"),
        ('missing = "undefined_if_denominator_zero"\n', "must be all_required, min_k"),
    )


def test_8_published_values_are_in_order(changed: Changed) -> None:
    text = changed(
        ("krippendorff_alpha = [0.4, 0.9]", "krippendorff_alpha = [0.9, 0.4]"),
        ("n_coded_by_all_raters = 10", "n_coded_by_all_raters = 31"),
    )
    assert_faults(
        text,
        ("krippendorff_alpha", "lowest value comes first"),
        ("n_coded_by_all_raters", "(31) than there are (30)"),
    )


def test_9_occasions(changed: Changed) -> None:
    text = changed(
        ('[["start", "end"]]', '[\n  ["end", "start"],\n  ["start", "ende"],\n  ["start"],\n]')
    )
    assert_faults(
        text,
        ('["end", "start"]', "earlier occasion comes first"),
        ('["start", "ende"]', "no occasion 'ende'"),
        ('["start"],', "at least 2"),
    )


def test_9_a_comparison_of_something_else_is_a_fault_of_type(changed: Changed) -> None:
    text = changed(('[["start", "end"]]', '[[1, ["start"]], "end"]'))
    assert {problem.what for problem in problems_of(text)} == {
        "The value must be a text in quotation marks.",
        "The value must be a list in square brackets.",
    }


def test_10_characters_that_cannot_be_printed_or_seen(changed: Changed) -> None:
    text = changed(
        ('title = "A made-up scheme"', 'title = "A made-up ✓ scheme"'),
        ('label = "Honesty"', 'label = "Hon\u202eesty"'),
        ('1 = "Cold."', '1 = "Cold\u200b and \u0007."'.replace("\u0007", "\\u0007")),
        ('name = "fair"', 'name = "f→a→i→r ①②③④⑤"'),
        ('talk = "Talk"', 'talk = "Talk"\n"ta\u2066lk" = "Nothing"'),
    )
    assert_faults(
        text,
        ("A made-up ✓", "cannot print: U+2713 CHECK MARK"),
        ("Hon\u202eesty", "cannot be seen: U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("Cold\u200b", "U+0007, U+200B ZERO WIDTH SPACE"),
        ("f→a→i→r", "and 1 more"),
        ("ta\u2066lk", "U+2066"),
        ("ta\u2066lk", "An id starts with a small letter"),
    )


def test_10_accents_greek_and_typographic_signs_are_printed(changed: Changed) -> None:
    title = "Ŵŷ à la “Σ” – 5 ≤ 6 … €"
    text = changed(('title = "A made-up scheme"', f'title = "{title}"'))
    assert parse_codebook(text, "small.toml").title == title


def test_units(changed: Changed) -> None:
    text = changed(
        ('default_segment = "whole"\nrandom_minutes = 20', 'default_segment = "marked"'),
        ('audio = "required"', 'audio = "none"'),
    )
    assert_faults(
        text,
        ('default_segment = "marked"', "not one of the segments"),
        ("[unit]", "need a length"),
        ('segments = ["whole", "random"]', "Without audio"),
    )


def test_five_faults_of_five_kinds_are_five_problems(changed: Changed) -> None:
    text = changed(
        ('title = "A made-up scheme"', "title = 7"),
        ("anchor = 2", "anchor = 7"),
        ('group = "heart"\nnot_applicable_when', 'group = "hart"\nnot_applicable_when'),
        ('of = ["warmth", "honesty"]', 'of = ["warmth", "onesty"]'),
        ('["start", "end"]', '["end", "start"]'),
    )
    problems = problems_of(text)
    assert [problem.line for problem in problems] == [
        line_with(text, piece)
        for piece in ("title = 7", "anchor = 7", 'group = "hart"', '"onesty"', '["end", "start"]')
    ]
    assert problems[2].sentence() == (
        f"small.toml, line {problems[2].line}, dimensions[warmth].group: "
        "There is no group 'hart'. Did you mean 'heart'?"
    )


def test_tables_of_wrong_type_do_not_stop_the_other_checks(changed: Changed) -> None:
    text = changed(
        (
            (
                '[unit]\naudio = "required"\nsegments = ["whole", "random"]\n'
                'default_segment = "whole"\nrandom_minutes = 20'
            ),
            'unit = "whole"',
        ),
        ("[reliability_published]", "[reliability_published2]"),
        (
            '[dimensions.levels]\n1 = "Cold."\n2 = "Neither cold nor warm."\n3 = "Warm."',
            "levels = 3",
        ),
        ('say = ["remark", "aside"]', "say = 4"),
        ("scores = { heart_mean = 2.1 }", "scores = 2.1"),
    )
    keys = {problem.key for problem in problems_of(text)}
    assert {"unit", "reliability_published2", "dimensions[warmth].levels"} <= keys
    assert {"parsing.slot_precedence.say", "benchmarks[1].scores"} <= keys
