"""What the file models take for granted of each other and of the border."""

import inspect
from typing import Annotated, get_args, get_origin

import pytest
from pydantic import BaseModel

from arsrapport.model.files import base, committee, meeting, report
from arsrapport.model.files.base import FileModel, keys_of, plain

MODELS = [
    model
    for module in (committee, meeting, report)
    for name, model in inspect.getmembers(module, inspect.isclass)
    if name.isidentifier()  # pydantic leaves `RootModel[…]` beside them
    and issubclass(model, BaseModel)
    and model.__module__ == module.__name__
]


def test_there_are_models():
    assert len(MODELS) > 15


@pytest.mark.parametrize("model", MODELS)
def test_every_model_is_frozen_and_strict_in_its_keys(model):
    assert model.model_config["frozen"]
    assert not issubclass(model, FileModel) or model.model_config["extra"] == "forbid"


ONE_LINE = [get_args(shape) for shape in (base.Text, base.Quorum)]


def texts_in(shape):
    """Every bare `str` in an annotation, but those that `Text` and `Quorum` are made of.

    What narrows a `Text` further has its validator first.
    """
    if shape is str:
        yield shape
    if get_origin(shape) is Annotated and get_args(shape)[:2] in ONE_LINE:
        return
    for part in get_args(shape):
        yield from texts_in(part)


@pytest.mark.parametrize("model", MODELS)
def test_every_text_is_a_text_on_one_line(model):
    for name, annotation in inspect.get_annotations(model, eval_str=True).items():
        assert list(texts_in(annotation)) == [], name


def test_keys_are_those_of_the_files():
    assert keys_of(committee.InForce) == ("from", "to")
    assert "except" in keys_of(meeting.PresentPerson)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a  b ", "a b"),
        ("a\n\n b\t", "a b"),
        ("\u00a0a\u00a0b", "a\u00a0b"),
        ("", ""),
        (" \n", ""),
    ],
)
def test_a_plain_text_stands_on_one_line(text, line):
    assert plain(text) == line
