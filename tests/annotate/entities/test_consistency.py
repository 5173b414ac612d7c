"""Names that stand in full elsewhere in the article."""

import pytest


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[PER:Võ Minh Bưởi] kể. [PER:Võ Minh] Bưởi lên lớp.", [("Võ Minh Bưởi", "PER"), ("Võ Minh Bưởi", "PER")]),
        (
            "Cô giáo [ORG:mầm non Võ Thị Bưởi] kể. [PER:Võ Thị Bưởi] nói.",
            [("Võ Thị Bưởi", "PER"), ("Võ Thị Bưởi", "PER")],
        ),
    ],
)
def test_a_name_is_what_it_is_elsewhere_in_the_article(mended, marked, expected):
    assert mended(marked) == expected
