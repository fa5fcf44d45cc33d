"""Which key notes which stage."""

from models.vocabulary import ApplicationStage

# The keys 1 to 7 in the order that an application goes.
STAGES = tuple(ApplicationStage)
