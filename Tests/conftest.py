"""Defects that are known and open: their tests run and are reported, but do not stop a change from landing."""
import pytest

OPEN = {
    "test_large_bodies_leave_the_memory_flat": "an upload met a closed connection on a busy machine",
}


def pytest_collection_modifyitems(items):
    for item in items:
        reason = OPEN.get(getattr(item, "originalname", item.name))
        if reason:
            item.add_marker(pytest.mark.xfail(reason=reason, strict=False))
