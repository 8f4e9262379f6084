"""Every test here starts from the same planted world, copied; what all servers said is looked through at the end."""
import pathlib
import re
import shutil
import sys
import tempfile

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from house import House  # noqa: E402


@pytest.fixture(scope="session")
def planted():
    """A folder with the demo world in it, and no server."""
    with tempfile.TemporaryDirectory(prefix="regio-planted-") as folder:
        with House("demo", folder=folder):
            pass
        yield pathlib.Path(folder)


@pytest.fixture
def world(planted, tmp_path):
    """A copy of the planted world to spoil."""
    folder = tmp_path / "world"
    shutil.copytree(planted, folder)
    return folder


def pytest_collection_modifyitems(items):
    """The look through all that was said comes last."""
    items.sort(key=lambda item: item.name.startswith("test_all_that_was_said"))
