"""Django settings: safe by default, for one person on their own machine."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from hasila.home import home


def _secret_key() -> str:
    """The key kept by `hasila init`; before that, one that lives as long as this process."""
    try:
        return (home() / "secret_key").read_text("ascii").strip() or secrets.token_urlsafe(48)
    except OSError:
        return secrets.token_urlsafe(48)


def _sqlite() -> dict[str, Any]:
    """One file. IMMEDIATE: a writer waits for the other writer at its start, so no transaction fails half-way."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home() / "register.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;",
        },
    }


def _database(url: str) -> dict[str, Any]:
    """The database that `DATABASE_URL` names (postgres://user:password@host:port/name), or the file in the home."""
    if not url:
        return _sqlite()
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL begins with {parts.scheme!r}; hasila knows postgres:// only")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


DEBUG = False
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["hasila.register", "hasila.web"]
DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"

# The desk (hasila.web): everything below is for screens.
DESK_TOKEN = ""
"""What `hasila serve` prints in the address and sets here; without one the desk answers nobody."""

ROOT_URLCONF = "hasila.web.urls"
MIDDLEWARE = [
    "hasila.web.gate.Gate",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hasila.web.preferences.Preferences",
    "django.middleware.csrf.CsrfViewMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "hasila.web.preferences.offered",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django.templatetags.l10n",
                "hasila.web.templatetags.desk",
            ],
        },
    }
]
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
USE_I18N = True
STATIC_URL = "/static/"
STATIC_ROOT = Path(__file__).parent / "static"  # served from the package as it is: nothing is collected or copied
WHITENOISE_ALLOW_ALL_ORIGINS = False
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SECURE_REFERRER_POLICY = "no-referrer"
# Addresses hold what people search for, often names: no request is logged; an error is, without its address.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"quiet": {"class": "logging.NullHandler"}},
    "loggers": {"django.request": {"handlers": ["quiet"], "propagate": False}},
}
