"""The register as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Reports, what was read in them, incidents, and people's judgements."""

    name = "hasila.register"
    label = "register"
    verbose_name = "register"
