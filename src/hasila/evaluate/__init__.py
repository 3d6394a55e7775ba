"""Measuring reading: claims as read against claims as somebody coded them by the codebook."""

from hasila.evaluate.figures import Figures, Rate, evaluate
from hasila.evaluate.worst import Mistake, worst_first

__all__ = ["Figures", "Mistake", "Rate", "evaluate", "worst_first"]
