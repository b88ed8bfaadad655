"""The dataset of the Abraham Accords in which every cell shows the words it rests on.

>>> import accords_data
>>> accords_data.load("signed_declaration").column("country").to_pylist()
['ARE', 'BHR', 'ISR', 'SDN']
"""

from accords_data.api import connect, evidence, load, records

__version__ = "0.1.0"

__all__ = ["__version__", "connect", "evidence", "load", "records"]
