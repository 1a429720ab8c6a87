"""All checks, each written once: `nox` runs them, and `.ci/run` too."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from functools import partial
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "types", "layers", "docs", "speed", "clean", "wheel", "tests"]

ROOT = Path(__file__).parent
# In pieces, so that this file does not match its own patterns.
HOSTS = "|".join(
    [
        r"//[a-z0-9.-]*(py" + r"pi|python" + r"hosted|npm" + r"js|deb" + r"ian)[a-z0-9.-]*",
        r"index" + r"-url",
        r'"resol' + r'ved":',
    ]
)
MACHINE_PATHS = r"(^|[^A-Za-z0-9_.])/(work|farm|root|home)" + r"/"
SMOKE = ["tests/test_public_api.py", "tests/test_examples.py", "README.md"]


def prepare(session: nox.Session) -> None:
    """Install the project with its test tools, unless nox runs without environments (`.ci/run`)."""
    if session.venv_backend != "none":
        session.install("-q", "-e", ".[dev]")


@nox.session
def lint(session: nox.Session) -> None:
    """Style: ruff's rules and its format."""
    prepare(session)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types: mypy on everything, pyright on the library, and no public name of unknown type."""
    prepare(session)
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "spinecare", "--ignoreexternal")


@nox.session
def layers(session: nox.Session) -> None:
    """Direction of dependencies: the contracts in pyproject.toml."""
    prepare(session)
    session.run("lint-imports", "--no-cache")


@nox.session
def docs(session: nox.Session) -> None:
    """Docs build without a warning, and the generated pages and schemas are current."""
    prepare(session)
    session.run("python", "docs/write_pages.py", "--check")
    session.run("python", "tools/write_schemas.py", "--check")
    site = Path(session.create_tmp()) / "site"
    quiet = {"NO_MKDOCS_2_WARNING": "1"}  # an announcement of its makers, not a finding
    session.run("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site), env=quiet)


@nox.session
def speed(session: nox.Session) -> None:
    """Benchmarks run and print their ratios: of few rounds, since no ratio is held against them."""
    prepare(session)
    session.run("python", "benchmarks/import_time.py", "3")
    session.run("python", "benchmarks/planning.py", "2", "1", "1")
    session.run("python", "benchmarks/figures.py", "1")
    session.run("python", "benchmarks/exports.py", "1")
    session.run("python", "benchmarks/journal.py", "1")


@nox.session(python=False)
def clean(session: nox.Session) -> None:
    """No file names a package registry's host or a folder of one machine."""
    for what, pattern in (("a registry host", HOSTS), ("a path of one machine", MACHINE_PATHS)):
        search = ["git", "grep", "--no-index", "--exclude-standard", "-nIE", pattern, "--", "."]
        found = subprocess.run(search, cwd=ROOT, capture_output=True, text=True, check=False)
        if found.returncode != 1:  # 1 says "nothing found"; all else is a find or a failure
            session.error(f"{what} stands in:\n{found.stdout}{found.stderr}")


@nox.session(python=False)
def wheel(session: nox.Session) -> None:
    """The built wheel works alone: what users meet first passes where there is no `src`."""
    with tempfile.TemporaryDirectory(prefix="spinecare-wheel-") as name:
        folder = Path(name)
        run = partial(session.run, external=True)
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT))
        (built,) = folder.glob("spinecare-*.whl")
        venv.create(folder / "venv", with_pip=True)
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        python = str(folder / "venv" / scripts / "python")
        tools = ["hypothesis", "pytest>=9", "pytest-xdist", "sybil"]
        run(python, "-m", "pip", "install", "-q", f"{built}[pdf]", *tools)
        alone = folder / "alone"
        alone.mkdir()
        # Compiled files come and go while tests run beside.
        left_out = shutil.ignore_patterns("node_modules", "__pycache__")
        for part in ("tests", "examples", "benchmarks"):
            shutil.copytree(ROOT / part, alone / part, ignore=left_out)
        for part in ("README.md", "conftest.py", "pyproject.toml"):
            shutil.copy(ROOT / part, alone)
        session.chdir(alone)
        check = "import spinecare; assert 'site-packages' in spinecare.__file__, spinecare.__file__"
        run(python, "-c", check)
        run(python, "-m", "pytest", "-q", *SMOKE)


@nox.session
def tests(session: nox.Session) -> None:
    """All tests, with coverage of every branch."""
    prepare(session)
    session.run("pytest", "-q", "--cov", "--cov-fail-under=100", *session.posargs)


@nox.session(default=False)
def nightly(session: nox.Session) -> None:
    """The laws on thousands of random examples, different ones each night."""
    prepare(session)
    session.run("pytest", "-q", *session.posargs, env={"HYPOTHESIS_PROFILE": "nightly"})


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """What no test would notice in planner and response: hours, or `-- "NAME*"` for a part."""
    prepare(session)
    if session.venv_backend != "none":
        session.install("-q", "mutmut>=3.8,<4")
    session.run("mutmut", "run", *session.posargs, env={"HYPOTHESIS_PROFILE": "mutation"})
    session.run("mutmut", "results")
