"""Puts `resources/` into a wheel as `ssdesk/resources`; all else stands in pyproject.toml."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """Copies what people edit next to the code; an editable install reads the checkout."""

    def run(self):
        super().run()
        if self.editable_mode:
            return
        source = Path(__file__).resolve().parent / "resources"
        target = Path(self.build_lib) / "ssdesk" / "resources"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)


setup(cmdclass={"build_py": BuildWithResources})
