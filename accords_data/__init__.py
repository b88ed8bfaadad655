"""The dataset of the Abraham Accords in which every cell shows the words it rests on."""

__version__ = "0.1.0"
