"""What the model's source says about its classes, fields and ids."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

_SECTION = re.compile(r"^(Args|Attributes|Examples|Raises|Returns|Source):$", re.MULTILINE)


def class_text(kind: type[Any]) -> str:
    """Return what a class is: its docstring without the sections, on one line."""
    return _one_line(_SECTION.split(inspect.getdoc(kind) or "")[0])


def field_text(kind: type[Any], name: str) -> str:
    """Return what stands underneath a field, also one of a parent."""
    for cls in kind.__mro__:
        texts = _texts_of_module(cls.__module__).get(cls.__name__, {})
        if name in texts:
            return texts[name]
    raise LookupError(f"{kind.__name__}.{name} has no docstring")


def id_text(kind: Any) -> str:
    """Return what stands underneath a type of ids."""
    return _texts_of_module(kind.__module__)[""][kind.__name__]


@cache
def _texts_of_module(name: str) -> dict[str, dict[str, str]]:
    """Return the docstrings of a module's names, and of each class's, by class and name."""
    if name not in sys.modules or not name.startswith("spinecare."):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    classes = {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}
    return {owner: dict(_texts(body)) for owner, body in {"": tree.body, **classes}.items()}


def _texts(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield each name that is assigned, with the text that stands underneath."""
    for statement, below in pairwise(body):
        is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if not is_text or not isinstance(statement, (ast.Assign, ast.AnnAssign)):
            continue
        target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0]
        yield ast.unparse(target), _one_line(ast.literal_eval(ast.unparse(below)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
