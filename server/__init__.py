"""The web side of whygrad: it runs documents with `backprop_core` and streams what happens."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("whygrad")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"
