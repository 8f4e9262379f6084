"""A house whose server is a weaker one."""
import pathlib
import sys

from house import House

SCRIPT = pathlib.Path(__file__).resolve().parent / "weak_house.py"


class WeakHouse(House):
    """Started by the same words as the product; the wrapper takes the product's place."""

    def __init__(self, fault, folder, **more):
        super().__init__("demo", folder=folder, wrapper=[sys.executable, str(SCRIPT), fault], **more)
