"""What a model takes at a route."""

import pytest

from arsrapport.load.parse.shapes import keys_at, takes_dates, words_at
from arsrapport.model.files.committee import CommitteeFile
from arsrapport.model.files.meeting import FollowUpLog, MeetingFile
from arsrapport.model.files.report import ReportFile


@pytest.mark.parametrize(
    ("model", "route", "keys"),
    [
        (MeetingFile, ("approved",), ("date", "in")),
        (MeetingFile, ("agenda", 3, "withheld"), ("basis", "title")),
        (FollowUpLog, (0,), ("date", "follow_up")),
        (CommitteeFile, ("name",), ("nn", "nb", "en")),
        (CommitteeFile, ("members", 0), ("from", "to", "name", "organisation", "role")),
        (MeetingFile, ("title",), ()),
        (MeetingFile, ("agenda",), ()),
        (MeetingFile, ("nowhere", "at", 0, "all"), ()),
        (CommitteeFile, ("name", "nn"), ()),
    ],
)
def test_the_keys_of_a_mapping_are_those_of_the_file(model, route, keys):
    assert keys_at(model, route) == keys


@pytest.mark.parametrize(
    ("model", "route", "words"),
    [
        (MeetingFile, ("language",), ("nn", "nb", "en")),
        (MeetingFile, ("agenda", 0, "outcome"), ("postponed", "withdrawn")),
        (FollowUpLog, (1, "follow_up", 0, "status"), ("open", "done", "moved", "dropped")),
        (MeetingFile, ("title",), ()),
        (CommitteeFile, ("name", "nn"), ()),
    ],
)
def test_the_words_of_a_key_are_those_that_may_stand_there(model, route, words):
    assert words_at(model, route) == words


def test_two_dates_may_stand_where_a_first_and_a_last_day_are_meant():
    assert takes_dates(MeetingFile, ("date",))
    assert takes_dates(ReportFile, ("period",))
    assert takes_dates(MeetingFile, ("next_meeting",))
    assert not takes_dates(MeetingFile, ("minutes", "date"))
