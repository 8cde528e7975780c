"""Word lists that tell roles and names from ordinary words; English, in small letters."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORKER = _words(
    """
    worker sw practitioner caseworker keyworker counsellor counselor
    """
)
"""Words for the practitioner whose work is coded."""

PARENT = _words(
    """
    parent mum mom mam mummy mommy mother dad daddy father carer caregiver guardian stepmother
    stepfather stepmum stepdad
    """
)
"""Words for parents and those in their place."""

CHILD = _words(
    """
    child kid son daughter boy girl toddler baby teenager
    """
)
"""Words for children."""

OTHER_PROFESSIONAL = _words(
    """
    professional teacher nurse midwife doctor gp police interpreter translator advocate
    solicitor lawyer psychologist psychiatrist paediatrician
    """
)
"""Words for other professions."""

ROLE_MODIFIERS = _words(
    """
    social family support case key child children's protection services senior student lead duty
    assistant foster kinship birth adoptive step young older elder younger eldest youngest first
    second third main the a an my your his her their our mental school other named or and one
    two three in charge b c d
    """
)
"""Words that may stand beside a word for a role and change nothing."""

PARTICLES = _words(
    """
    de da di du del della der den van von zu la le el al bin ibn ben ap ter ten of and the y e
    dos das & -
    """
)
"""Words in small letters that names have in them."""

SENTENCE_STARTERS = _words(
    """
    i i'm i'll i've i'd we we're they he she it it's you you're this that these those there here
    and but so or if then because when what who why how where which well yes no yeah okay ok oh
    um uh erm right now just like my your his her our their a an not is are was do did does can
    could would should will have has had let's don't please thanks thank hello hi also maybe
    sorry one two three first second third
    """
)
"""Words that begin sentences and no names."""

SOUNDS = _words(
    """
    laughs laughing laughter pause silence inaudible unclear crosstalk crying cries music noise
    applause sighs sigh coughs cough redacted overlapping indistinct whispers shouting beep
    foreign speech no audio break
    """
)
"""Words by which transcripts tell of sounds and gaps."""

ALSO_WORDS = _words(
    """
    will may mark grace hope rose joy faith ray bill rob pat art dean dawn eve june april august
    summer autumn amber ruby pearl iris ivy lily daisy violet heather holly hazel olive basil
    chase chance hunter carter mason miles max jack gene drew frank ernest earnest guy rich don
    sue sonny melody harmony honey angel precious blessing patience charity mercy prudence long
    short little small young old white black brown green gray grey king price wood woods stone
    rivers fields day knight bishop page cook baker butler fisher potter smith love best good
    wise strong swift sharp case banks barber bell berry bird bond bush church cross field fox
    gold hand hill house hall home kind land lane law lock lamb moon moss nail parks pope power
    rice rock rush sands seal share singer snow storm street way west north south east winter
    wolf words post waters ford glass hood marsh mills mole lord noble sky star read reading
    rains reed ward walker wells
    """
)
"""Names that are ordinary words as well."""

LABEL_WORDS = _words(
    """
    speaker unknown participant person voice guest external unverified host organiser organizer
    presenter interviewer interviewee me you she he they him them it mr mrs ms miss mx dr prof
    sir council county city team area office service local authority borough trust nhs
    department young this is not no yes on at by with from
    """
)
"""Further words in speakers' labels that tell of nobody."""
