"""Whether this machine reaches the world through a proxy."""

from urllib.request import getproxies


def named() -> bool:
    """Whether the environment (HTTPS_PROXY and the like) names any. Where it names none, a session need not ask for
    every call, which costs more than the call.
    """
    return bool(getproxies())
