"""Document control in a real browser, on a repository with a past: what is in force, what changed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from repository import (
    PEOPLE,
    Repository,
    buildable,
    detached,
    make_repository,
    shallow_clone,
    without_git,
)
from site_tests import handbook

pytestmark = [pytest.mark.slow]
